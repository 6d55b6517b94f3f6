package io.watchdeck.ui.shell;

import atlantafx.base.controls.ToggleSwitch;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextInputControl;

/// What the cards over a screen lie on.
public final class Covering {

    private Covering() {}

    /// The controls of a screen that a card covers a part of. Call on the FX thread.
    ///
    /// @param page looks up the screen
    public static List<String> byCards(Scene scene, String page) {
        Node cards = scene.lookup("#operation-cards");
        var covered = new ArrayList<String>();
        if (cards != null && cards.isVisible()) {
            collect(scene.lookup(page), scene.lookup(page).localToScene(scene.lookup(page).getLayoutBounds()),
                    cards.localToScene(cards.getLayoutBounds()), covered);
        }
        return covered;
    }

    private static void collect(Node node, Bounds seen, Bounds cards, List<String> covered) {
        if (!node.isVisible()) {
            return;
        }
        Bounds inside = node.getClip() == null ? seen : node.localToScene(node.getClip().getBoundsInParent());
        Bounds place = node.localToScene(node.getLayoutBounds());
        boolean shown = place.intersects(seen) && place.intersects(inside);
        boolean control = node instanceof ButtonBase || node instanceof ToggleSwitch
                || node instanceof TextInputControl || node instanceof ComboBoxBase<?>
                || node instanceof ListCell<?> cell && !cell.isEmpty()
                        && "settings-sections".equals(cell.getListView().getId());
        if (control && shown && !node.isDisabled() && place.intersects(cards)) {
            covered.add(node.getId() + " " + node);
        }
        if (!control && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, inside, cards, covered));
        }
    }
}
