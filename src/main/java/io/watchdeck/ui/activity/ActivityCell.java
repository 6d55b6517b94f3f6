package io.watchdeck.ui.activity;

import io.watchdeck.ui.kit.RowCell;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import javafx.scene.layout.Region;

/// A row of the list.
final class ActivityCell extends RowCell<UUID, ActivityLine> {

    private final EntryRowPane row;

    /// @param onWidth told how wide a cell is, beside the scroll bar
    ActivityCell(EntryRowPane row, DoubleConsumer onWidth) {
        super("activity-cell", onWidth);
        this.row = row;
    }

    @Override
    protected Region written(ActivityLine newest) {
        return row.show(newest);
    }
}
