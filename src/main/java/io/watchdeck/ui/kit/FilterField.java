package io.watchdeck.ui.kit;

import atlantafx.base.controls.CustomTextField;
import io.watchdeck.words.Words;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// The field in which a person says what a table or a list is to show.
public final class FilterField extends CustomTextField {

    /// @param prompt says what is filtered, while nothing is typed
    /// @param help   says on hover what can be typed
    public FilterField(String id, String prompt, String help) {
        setId(id);
        getStyleClass().add("filter");
        setPromptText(prompt);
        setAccessibleText(prompt);
        setTooltip(Texts.tooltip(help));
        setLeft(Icons.icon(MaterialDesignF.FILTER_VARIANT));
    }

    /// The filter of a screen, which filters with every letter and shows the key that leads to it.
    ///
    /// @param typed told of the whole text, at once and whenever it changes
    public static FilterField ofScreen(Words words, String id, String prompt, String help, Consumer<String> typed) {
        var field = new FilterField(id, prompt, help);
        field.setRight(Texts.label(words.say("ui.key.slash"), "key-hint"));
        field.textProperty().subscribe(typed);
        return field;
    }

    /// Enter and the arrow down lead into what is filtered, as it is filtered.
    public void leadsTo(Runnable into) {
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean alone = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
            if (alone && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN)) {
                into.run();
                event.consume();
            }
        });
    }

    /// Takes the keyboard, with all that was typed selected.
    public void focusAll() {
        requestFocus();
        selectAll();
    }

    /// Leaves it, cleared, where it has the keyboard.
    ///
    /// @param focus puts the keyboard somewhere else
    /// @return whether it had the keyboard
    public boolean leave(Runnable focus) {
        if (!isFocused()) {
            return false;
        }
        clear();
        focus.run();
        return true;
    }

    /// @return whether there was anything to clear
    public boolean clearTyped() {
        boolean typed = !getText().isEmpty();
        clear();
        return typed;
    }
}
