package io.watchdeck.ui.alarms;

import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The word to give on the alarm whose details are shown: who has it now, and as whom a new word is written.
final class WordPane extends VBox {

    private final Label title = Texts.yielding("", "wd-strong");
    private final Label held = Texts.yielding("", "wd-12", "wd-muted");
    private final Label moved = Texts.yielding("", "wd-12", "word-moved");
    private final WordFormPane form;

    /// @param say    gives the word
    /// @param snooze asks until when it is to be snoozed
    WordPane(AlarmDetailViewModel model, Words words, Runnable say, Runnable snooze) {
        setId("alarm-word");
        getStyleClass().add("word-pane");
        title.setId("word-title");
        held.setId("word-held");
        held.setWrapText(true);
        held.setMinHeight(USE_PREF_SIZE);
        moved.setId("word-moved");
        moved.setWrapText(true);
        moved.setMinHeight(USE_PREF_SIZE);
        form = new WordFormPane(model.form(), words, "word");
        var acknowledge = new Button();
        acknowledge.setId("word-say");
        acknowledge.getStyleClass().add("accent");
        acknowledge.setMinWidth(Region.USE_PREF_SIZE);
        acknowledge.textProperty().bind(model.form().actionProperty());
        acknowledge.setOnAction(_ -> say.run());
        var later = new Button(words.say("ui.alarms.snoozeAsk"));
        later.setId("word-snooze");
        later.setMinWidth(Region.USE_PREF_SIZE);
        later.setOnAction(_ -> snooze.run());
        var buttons = new HBox(acknowledge, later);
        buttons.getStyleClass().add("word-buttons");
        var head = new HBox(title, Texts.spacer(), Texts.label(words.say("ui.alarms.key.acknowledge"), "key-hint"));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, held, moved, form, buttons);
        model.wordProperty().subscribe(facts -> {
            Texts.shown(this, facts.shown());
            title.setText(facts.title());
            Texts.set(held, facts.held());
            Texts.set(moved, facts.moved());
            acknowledge.setDisable(facts.locked());
            later.setDisable(facts.locked());
        });
    }

    boolean hasFocus() {
        return form.hasFocus();
    }
}
