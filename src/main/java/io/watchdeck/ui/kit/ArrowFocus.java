package io.watchdeck.ui.kit;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// Gives a choice the focus because an arrow key went there, so that it is seen: JavaFX draws no ring around what only asked
/// for the focus, and shows it itself for Tab alone.
public final class ArrowFocus {

    private static final PseudoClass RING = PseudoClass.getPseudoClass("focus-visible");

    private ArrowFocus() {}

    public static void give(Node to) {
        to.requestFocus();
        if (!to.isFocused()) {
            return;
        }
        to.pseudoClassStateChanged(RING, true);
        to.focusedProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> focus, Boolean before, Boolean now) {
                to.pseudoClassStateChanged(RING, false);
                focus.removeListener(this);
            }
        });
    }
}
