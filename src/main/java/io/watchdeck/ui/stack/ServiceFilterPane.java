package io.watchdeck.ui.stack;

import atlantafx.base.controls.CustomTextField;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The field that filters the services' table.
final class ServiceFilterPane extends HBox {

    private final CustomTextField field = new CustomTextField();

    ServiceFilterPane(Words words, Consumer<String> typed) {
        field.setId("services-filter");
        field.getStyleClass().addAll("filter", "services-filter");
        field.setPromptText(words.say("ui.stack.filter"));
        field.setAccessibleText(words.say("ui.stack.filter"));
        field.setTooltip(Texts.tooltip(words.say("ui.stack.filterHelp")));
        field.setLeft(Icons.icon(MaterialDesignF.FILTER_VARIANT));
        field.setRight(Texts.label(words.say("ui.key.slash"), "key-hint"));
        field.textProperty().subscribe(typed);
        setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(field);
    }

    void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    boolean hasFocus() {
        return field.isFocused();
    }

    /// @return whether there was anything to clear
    boolean clear() {
        boolean typed = !field.getText().isEmpty();
        field.clear();
        return typed;
    }
}
