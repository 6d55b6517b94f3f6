package io.watchdeck.ui.kit;

import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// A table with columns as wide as what its rows say. They are measured in the layout, once for all rows that have changed
/// since the one before. The table wants to be as high as its rows.
///
/// @param <F> what a row says
public final class MeasuredTablePane<F> extends StackPane {

    /// The height of the titles.
    public static final double HEADER = 30;
    private static final double BORDER = 2;

    private final TableView<Row<String, F>> table;
    private final int fewest;
    private final Runnable measure;
    private Subscription facts = Subscription.EMPTY;
    private boolean changed = true;

    /// @param table   with its rows, all of one height
    /// @param fewest  so many rows have room, even where there are less
    /// @param measure gives the columns their widths
    public MeasuredTablePane(TableView<Row<String, F>> table, int fewest, Runnable measure) {
        this.table = table;
        this.fewest = fewest;
        this.measure = measure;
        getChildren().add(table);
        table.widthProperty().subscribe(_ -> distribute());
        table.heightProperty().subscribe(_ -> distribute());
        table.getItems().addListener((ListChangeListener<Row<String, F>>) _ -> fit());
        table.fixedCellSizeProperty().subscribe(_ -> fit());
    }

    /// What the table takes with so many rows.
    public static double heightOf(TableView<?> table, int rows) {
        return HEADER + rows * table.getFixedCellSize() + BORDER;
    }

    private void fit() {
        table.setPrefHeight(heightOf(table, Math.max(fewest, table.getItems().size())));
        facts.unsubscribe();
        facts = table.getItems().stream().map(row -> row.factsProperty().subscribe(_ -> distribute()))
                .reduce(Subscription.EMPTY, Subscription::and);
        distribute();
    }

    private void distribute() {
        changed = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (changed) {
            changed = false;
            measure.run();
        }
    }
}
