package io.watchdeck.ui.kit;

import java.util.function.DoubleConsumer;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A cell of a list of rows. It follows what its row says for as long as it shows that row, never forces the list to be
/// wider than it is, and is read out as its node is.
///
/// @param <K> tells rows apart
/// @param <F> what a row says
public abstract class RowCell<K, F> extends ListCell<Row<K, F>> {

    @SuppressWarnings("this-escape")
    private final CellContent content = CellContent.filling(this);
    private Subscription facts = Subscription.EMPTY;

    /// @param style the style class
    @SuppressWarnings("this-escape")
    protected RowCell(String style) {
        getStyleClass().add(style);
        setPrefWidth(0);
    }

    /// @param style   the style class
    /// @param onWidth told how wide a cell is, beside the scroll bar
    @SuppressWarnings("this-escape")
    protected RowCell(String style, DoubleConsumer onWidth) {
        this(style);
        widthProperty().subscribe(width -> onWidth.accept(width.doubleValue()));
    }

    /// Writes what the row says; called when that has changed.
    ///
    /// @return shows it, and has the accessible text of the cell
    protected abstract Region written(F newest);

    /// What is written follows from; a part equal to the one before is not written again.
    protected Object part(F newest) {
        return newest;
    }

    /// The cell has another row, or none.
    protected void changed(@Nullable Row<K, F> row) {}

    @Override
    protected final void updateItem(@Nullable Row<K, F> row, boolean empty) {
        super.updateItem(row, empty);
        facts.unsubscribe();
        facts = Subscription.EMPTY;
        Row<K, F> shown = empty ? null : row;
        changed(shown);
        if (shown == null) {
            content.hide();
        } else {
            facts = shown.factsProperty().subscribe(this::show);
        }
    }

    private void show(F newest) {
        content.show(part(newest), () -> {
            Region node = written(newest);
            setAccessibleText(node.getAccessibleText());
            return node;
        });
    }
}
