package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.CellContent;
import io.watchdeck.ui.kit.Row;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A row of one of the lists.
///
/// @param <F> what it says
final class SpotCell<F> extends ListCell<Row<String, F>> {

    private final HBox row;
    private final Consumer<F> say;
    private final CellContent content = CellContent.filling(this);
    private Subscription line = Subscription.EMPTY;

    /// @param row     is shown
    /// @param say     puts into the row what it says
    /// @param onWidth told how wide a cell is, beside the scroll bar
    SpotCell(HBox row, Consumer<F> say, DoubleConsumer onWidth) {
        this.row = row;
        this.say = say;
        getStyleClass().add("spot-cell");
        setPrefWidth(0);
        widthProperty().subscribe(width -> onWidth.accept(width.doubleValue()));
    }

    @Override
    protected void updateItem(@Nullable Row<String, F> item, boolean empty) {
        super.updateItem(item, empty);
        line.unsubscribe();
        line = Subscription.EMPTY;
        if (item == null || empty) {
            content.hide();
        } else {
            line = item.factsProperty().subscribe(newest -> {
                content.show(newest, () -> {
                    say.accept(newest);
                    return row;
                });
                setAccessibleText(row.getAccessibleText());
            });
        }
    }
}
