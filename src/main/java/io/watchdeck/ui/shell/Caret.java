package io.watchdeck.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;

/// Where somebody is in what is being typed: a field that gets the focus back forgets that, and selects everything, so that
/// the next key would replace it.
///
/// @param field empty where what has the focus is no text field
record Caret(Optional<TextInputControl> field, int anchor, int position) {

    static Caret of(Node focused) {
        return focused instanceof TextInputControl typed
                ? new Caret(Optional.of(typed), typed.getAnchor(), typed.getCaretPosition())
                : new Caret(Optional.empty(), 0, 0);
    }

    void restore() {
        field.ifPresent(typed -> typed.selectRange(anchor, position));
    }
}
