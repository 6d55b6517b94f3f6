package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Two times of the day. They hold when Enter is pressed or both fields are left; Esc brings back what holds.
final class QuietPane extends HBox {

    private final ChoicesViewModel model;
    private final TextField from;
    private final TextField to;

    QuietPane(ChoicesViewModel model, Words words) {
        this.model = model;
        from = field("from", words);
        to = field("to", words);
        getStyleClass().add("setting-typed");
        setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(from, Texts.label("–", "wd-13", "wd-muted"), to);
        focusWithinProperty().subscribe((_, within) -> leave(within));
        model.settingProperty("quiet").subscribe(this::show);
    }

    /// A field that nobody has filled says so: a time there would look like one that holds.
    private TextField field(String end, Words words) {
        var field = new TextField();
        field.setId("settings-quiet-" + end);
        field.getStyleClass().add("setting-clock");
        field.setPromptText(words.say("ui.settings.choice.quiet.standard"));
        field.setAccessibleText(words.say("ui.settings.choice.quiet." + end));
        field.setOnAction(_ -> choose());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        return field;
    }

    @Override
    public void requestFocus() {
        from.requestFocus();
    }

    private void show(Setting setting) {
        if (setting.wrong().isEmpty()) {
            from.setText(part(setting.value(), 0));
            to.setText(part(setting.value(), 1));
        }
        from.setAccessibleHelp(setting.wrong());
        to.setAccessibleHelp(setting.wrong());
    }

    private static String part(String value, int which) {
        return value.isEmpty() ? "" : value.split("-")[which];
    }

    private boolean isChanged() {
        String value = model.settingProperty("quiet").get().value();
        return !from.getText().equals(part(value, 0)) || !to.getText().equals(part(value, 1));
    }

    private void leave(boolean within) {
        if (!within && isChanged()) {
            choose();
        }
    }

    private void choose() {
        model.quiet(from.getText(), to.getText());
        // What is meant may be what holds already, written otherwise.
        show(model.settingProperty("quiet").get());
    }

    private void escape(KeyEvent event) {
        Setting now = model.settingProperty("quiet").get();
        if (event.getCode() == KeyCode.ESCAPE && (isChanged() || !now.wrong().isEmpty())) {
            from.setText(part(now.value(), 0));
            to.setText(part(now.value(), 1));
            model.forgive("quiet");
            event.consume();
        }
    }
}
