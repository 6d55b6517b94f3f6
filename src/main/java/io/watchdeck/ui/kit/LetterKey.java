package io.watchdeck.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A single letter that does something on a screen, outside text fields.
public final class LetterKey {

    private LetterKey() {}

    public static void install(Node screen, KeyCode letter, Runnable action) {
        screen.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
            if (plain && event.getCode() == letter && !(event.getTarget() instanceof TextInputControl)) {
                action.run();
                event.consume();
            }
        });
    }
}
