package io.watchdeck.ui.overview;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.kit.CellContent;
import io.watchdeck.ui.kit.Row;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.control.skin.TableCellSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A cell of the overview: two lines, or the first alone where rows are one line.
abstract class FactsCell extends TableCell<Row<StackId, StackFacts>, StackFacts> {

    private static final double LEFT = 8;
    private static final double FIRST = 14;
    private static final double RIGHT = 4;
    /// Between two texts of a line, as in the style sheet.
    static final double GAP = 6;

    private final RowShape shape;
    private final CellContent content = CellContent.placed(this);

    /// @param shape of the rows now; with another one the table makes other cells
    FactsCell(Supplier<RowShape> shape) {
        this.shape = shape.get();
    }

    /// From which the content of a cell follows.
    private record Drawn(Object part, double room, double height) {}

    /// What of the facts the cell shows.
    abstract Object part(StackFacts facts);

    /// Shows the facts of the row; the cell is not empty.
    ///
    /// @return the content of the cell
    abstract Node content(StackFacts facts);

    final boolean isCompact() {
        return shape == RowShape.LINE;
    }

    /// How many lines of text the row has room for as it is now; the table may have given its rows another height since
    /// the cell was made.
    final int linesOfTheRow() {
        double height = getTableView().getFixedCellSize();
        return Stream.of(RowShape.values()).filter(one -> one.height() <= height).mapToInt(RowShape::lines).max()
                .orElse(1);
    }

    @Override
    protected final void updateItem(@Nullable StackFacts facts, boolean empty) {
        super.updateItem(facts, empty);
        if (facts == null || empty) {
            content.hide();
        } else {
            content.show(new Drawn(part(facts), room(), getTableView().getFixedCellSize()), () -> content(facts));
        }
    }

    /// The width that the content may take.
    final double room() {
        return getTableColumn().getWidth() - left() - RIGHT;
    }

    private double left() {
        return getTableView() != null && getTableView().getColumns().indexOf(getTableColumn()) == 0 ? FIRST : LEFT;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new FactsSkin(this);
    }

    static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("cell-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /// Lines below each other. A row of one line has only the first: what is in the scene costs, also while it is
    /// hidden.
    final VBox lines(Node first, Node... others) {
        var lines = new VBox(first);
        if (!isCompact()) {
            lines.getChildren().addAll(others);
        }
        lines.getStyleClass().add("cell-lines");
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        return lines;
    }

    /// Gives the content the whole cell, so that its texts know where to wrap and where to end. The size is given once:
    /// two sizes in one layout ask for the next layout for ever.
    private static final class FactsSkin extends TableCellSkin<Row<StackId, StackFacts>, StackFacts> {

        private final FactsCell cell;

        FactsSkin(FactsCell cell) {
            super(cell);
            this.cell = cell;
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            Node content = cell.getGraphic();
            if (content != null) {
                content.resizeRelocate(cell.left(), 0, Math.max(0, cell.getWidth() - cell.left() - RIGHT),
                        Math.max(0, cell.getHeight() - 1));
            }
        }
    }
}
