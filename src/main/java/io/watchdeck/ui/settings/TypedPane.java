package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// A setting that is typed. It holds when Enter is pressed or the field is left; Esc brings back what holds.
final class TypedPane extends HBox {

    private final ChoicesViewModel model;
    private final String key;
    private final TextField field = new TextField();

    /// @param unit   after the field; may be empty
    /// @param prompt while nothing is typed
    TypedPane(ChoicesViewModel model, Words words, String key, String unit, String prompt) {
        this.model = model;
        this.key = key;
        getStyleClass().add("setting-typed");
        setAlignment(Pos.CENTER_RIGHT);
        field.setId("settings-" + key);
        field.getStyleClass().add(key.equals("name") ? "setting-name" : "setting-amount");
        field.setPromptText(prompt);
        field.setAccessibleText(words.say("ui.settings.choice." + key));
        field.setOnAction(_ -> choose());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        field.focusedProperty().subscribe((_, focused) -> leave(focused));
        getChildren().add(field);
        if (!unit.isEmpty()) {
            getChildren().add(Texts.label(unit, "wd-12", "wd-muted"));
        }
        model.settingProperty(key).subscribe(this::show);
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private void show(Setting setting) {
        // What is wrong stays, so that it can be corrected.
        if (setting.wrong().isEmpty()) {
            field.setText(setting.value());
        }
        field.setAccessibleHelp(setting.wrong());
    }

    private void leave(boolean focused) {
        if (!focused && !field.getText().equals(model.settingProperty(key).get().value())) {
            choose();
        }
    }

    /// What is meant may be what holds already, written otherwise.
    private void choose() {
        model.choose(key, field.getText());
        show(model.settingProperty(key).get());
    }

    private void escape(KeyEvent event) {
        Setting now = model.settingProperty(key).get();
        if (event.getCode() == KeyCode.ESCAPE && (!field.getText().equals(now.value()) || !now.wrong().isEmpty())) {
            field.setText(now.value());
            model.forgive(key);
            event.consume();
        }
    }
}
