package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.RowCell;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A row of one of the lists.
///
/// @param <F> what it says
final class SpotCell<F> extends RowCell<String, F> {

    private final HBox row;
    private final Consumer<F> say;

    /// @param row     is shown
    /// @param say     puts into the row what it says
    /// @param onWidth told how wide a cell is, beside the scroll bar
    SpotCell(HBox row, Consumer<F> say, DoubleConsumer onWidth) {
        super("spot-cell", onWidth);
        this.row = row;
        this.say = say;
    }

    @Override
    protected Region written(F newest) {
        say.accept(newest);
        return row;
    }
}
