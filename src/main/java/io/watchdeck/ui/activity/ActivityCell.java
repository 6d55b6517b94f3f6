package io.watchdeck.ui.activity;

import io.watchdeck.ui.kit.CellContent;
import io.watchdeck.ui.kit.Row;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import javafx.scene.control.ListCell;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A row of the list.
final class ActivityCell extends ListCell<Row<UUID, ActivityLine>> {

    private final EntryRowPane row;
    private final CellContent content = CellContent.filling(this);
    private Subscription line = Subscription.EMPTY;

    /// @param onWidth told how wide a cell is, beside the scroll bar
    ActivityCell(EntryRowPane row, DoubleConsumer onWidth) {
        this.row = row;
        getStyleClass().add("activity-cell");
        setPrefWidth(0);
        widthProperty().subscribe(width -> onWidth.accept(width.doubleValue()));
    }

    @Override
    protected void updateItem(@Nullable Row<UUID, ActivityLine> item, boolean empty) {
        super.updateItem(item, empty);
        line.unsubscribe();
        line = Subscription.EMPTY;
        if (item == null || empty) {
            content.hide();
        } else {
            line = item.factsProperty().subscribe(this::show);
        }
    }

    private void show(ActivityLine newest) {
        content.show(newest, () -> row.show(newest));
        setAccessibleText(row.getAccessibleText());
    }
}
