package io.watchdeck.ui.kit;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;

/// Style classes of which a node has at most one. Changes nothing where the right one is there already: every change of
/// a style class, also one that is taken back, makes the toolkit look up all styles of the node and of those below it.
public final class StyleGroup {

    private final List<String> all;

    public StyleGroup(List<String> all) {
        this.all = List.copyOf(all);
    }

    /// Gives the node this class of the group and no other.
    public void set(Node node, String wanted) {
        clearBut(node.getStyleClass(), wanted);
        if (!node.getStyleClass().contains(wanted)) {
            node.getStyleClass().add(wanted);
        }
    }

    private void clearBut(ObservableList<String> classes, String wanted) {
        if (classes.stream().anyMatch(one -> !one.equals(wanted) && all.contains(one))) {
            classes.removeIf(one -> !one.equals(wanted) && all.contains(one));
        }
    }
}
