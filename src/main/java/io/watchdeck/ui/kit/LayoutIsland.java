package io.watchdeck.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Gives its content all of its own size and keeps to itself that the content wants to be laid out again. A table lays
/// out all of its cells as soon as one of them asks for it; within islands a new text moves only what is beside it. Its
/// own size comes from outside, never from the content.
public final class LayoutIsland extends Region {

    private @Nullable Node content;

    public LayoutIsland() {
        setMinSize(0, 0);
    }

    /// One that takes all the room that a cell has within its padding.
    public static LayoutIsland filling(IndexedCell<?> cell) {
        var island = new LayoutIsland();
        island.prefWidthProperty().bind(Bindings.createDoubleBinding(
                () -> Math.max(0, cell.getWidth() - cell.snappedLeftInset() - cell.snappedRightInset()),
                cell.widthProperty(), cell.insetsProperty()));
        island.prefHeightProperty().bind(Bindings.createDoubleBinding(
                () -> Math.max(0, cell.getHeight() - cell.snappedTopInset() - cell.snappedBottomInset()),
                cell.heightProperty(), cell.insetsProperty()));
        return island;
    }

    /// Shows this instead of what was there.
    public void show(Node wanted) {
        if (wanted != content) {
            content = wanted;
            wanted.setManaged(false);
            getChildren().setAll(wanted);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        if (content != null) {
            content.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
