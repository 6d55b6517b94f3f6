package io.watchdeck.ui.kit;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import org.jspecify.annotations.Nullable;

/// Keeps what a cell shows from one item to the next. A cell whose part of its item is the same as before shows nothing
/// anew, and one that has become empty hides its content rather than dropping it: making nodes and finding their styles
/// is most of what a table costs.
public final class CellContent {

    private final IndexedCell<?> cell;
    private @Nullable Object shown;

    public CellContent(IndexedCell<?> cell) {
        this.cell = cell;
    }

    /// @param part everything that the cell's content follows from
    /// @param show sets the cell's graphic
    public void show(Object part, Runnable show) {
        Node before = cell.getGraphic();
        if (before == null || !Objects.equals(part, shown)) {
            show.run();
            shown = part;
        }
        visible(true);
    }

    /// The cell has no item.
    public void hide() {
        visible(false);
    }

    private void visible(boolean visible) {
        Node graphic = cell.getGraphic();
        if (graphic != null) {
            graphic.setVisible(visible);
        }
    }
}
