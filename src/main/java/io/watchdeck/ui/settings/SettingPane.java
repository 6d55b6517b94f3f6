package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.NotePane;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One setting: what it is, its control, the way back to the default, and why it cannot be changed or was not.
final class SettingPane extends VBox {

    private final Button reset = new Button(null, Icons.icon(Glyph.RESTORE));
    private final Label locked = Texts.wrapping("", "wd-12", "wd-muted");
    private final Label wrong = Texts.wrapping("", "wd-12", "setting-wrong");
    private final Region control;

    SettingPane(ChoicesViewModel model, Words words, String key, Region control) {
        this.control = control;
        getStyleClass().add("setting");
        setId("setting-" + key);
        String name = words.say("ui.settings.choice." + key);
        var texts = new VBox(Texts.label(name, "wd-13", "wd-strong"),
                Texts.wrapping(words.say("ui.settings.choice." + key + ".why"), "wd-12", "wd-muted"));
        texts.getStyleClass().add("setting-texts");
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        reset.setId("settings-reset-" + key);
        reset.getStyleClass().addAll("flat", "icon-button", "setting-reset");
        String back = words.say("ui.settings.reset", model.standard(key));
        reset.setAccessibleText(name + ": " + back);
        Texts.explain(reset, back);
        reset.setOnAction(_ -> {
            control.requestFocus();
            model.reset(key);
        });
        control.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(texts, reset, control);
        line.getStyleClass().add("setting-line");
        line.setAlignment(Pos.CENTER_LEFT);
        wrong.setId("settings-wrong-" + key);
        getChildren().addAll(line, new NotePane(Icons.icon(Glyph.LOCK_OUTLINE), locked), below(wrong),
                asked(model, words, key));
        model.settingProperty(key).subscribe(this::show);
    }

    /// Below the control, which stands at the right.
    private static NotePane below(Label wrong) {
        var note = new NotePane(Icons.icon(Glyph.ALERT, "warning-icon"), wrong);
        HBox.setHgrow(wrong, Priority.NEVER);
        note.getStyleClass().add("setting-wrong");
        return note;
    }

    /// Only of what would be removed.
    private static VBox asked(ChoicesViewModel model, Words words, String key) {
        Label question = Texts.wrapping("", "wd-12");
        question.setId("settings-asked-" + key);
        var confirm = new Button(words.say("ui.settings.lower.do"));
        confirm.setId("settings-lower-" + key);
        confirm.setOnAction(_ -> model.confirm());
        var cancel = new Button(words.say("ui.settings.cancel"));
        cancel.setId("settings-lower-cancel-" + key);
        cancel.setOnAction(_ -> model.cancel());
        List.of(confirm, cancel).forEach(button -> {
            button.getStyleClass().add("small");
            button.setMinWidth(Region.USE_PREF_SIZE);
        });
        var buttons = new HBox(confirm, cancel);
        buttons.getStyleClass().add("meter-top");
        var asked = new VBox(new NotePane(Icons.icon(Glyph.ALERT, "warning-icon"), question), buttons);
        asked.getStyleClass().add("meter-asked");
        model.askedProperty().subscribe(one -> {
            boolean here = one.filter(now -> now.key().equals(key)).isPresent();
            question.setText(here ? one.get().question() : "");
            Texts.shown(asked, here);
        });
        return asked;
    }

    private void show(Setting setting) {
        boolean open = setting.locked().isEmpty();
        control.setDisable(!open);
        // It keeps its place, so that no control moves when something is chosen.
        reset.setVisible(setting.own() && open);
        Texts.set(locked, setting.locked());
        Texts.set(wrong, setting.wrong());
    }
}
