package io.watchdeck.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;

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

    /// A field lets its caret blink again after each key, also after one that has taken the focus away: it would go on for
    /// good, and the window draw itself sixty times a second.
    static void restsIn(Scene scene) {
        scene.focusOwnerProperty().subscribe((before, _) -> {
            if (before instanceof TextInputControl field) {
                scene.addPostLayoutPulseListener(new Rest(scene, field));
            }
        });
    }

    /// Once, when the key is done with.
    private record Rest(Scene scene, TextInputControl field) implements Runnable {
        @Override
        public void run() {
            scene.removePostLayoutPulseListener(this);
            if (!field.isFocused() && field.getSkin() instanceof TextInputControlSkin<?> skin) {
                skin.setCaretAnimating(false);
            }
        }
    }

    void restore() {
        field.ifPresent(typed -> typed.selectRange(anchor, position));
    }
}
