package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowFlow;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A table of amounts beside their plans. All columns are always in sight: names and bars give way.
final class CostTablePane extends StackPane {

    static final PseudoClass NOTICED = PseudoClass.getPseudoClass("noticed");
    private static final PseudoClass SUM = PseudoClass.getPseudoClass("sum");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final double HEADER = 30;
    private static final double SCROLL_BAR = 10;
    private static final double FEWEST = 3;

    /// Which of the two tables it is.
    ///
    /// @param columns in their order
    /// @param widths  that they have at least; what is over goes to name and bar. Never 80: the toolkit takes that for a
    ///                width that nobody has chosen
    enum Shape {
        STACKS(32, List.of(Column.NAME, Column.TO_DATE, Column.PLAN, Column.BAR, Column.FORECAST, Column.DRIFT),
                List.of(166., 92., 141., 62., 70., 94.)),
        PLAN(30, List.of(Column.NAME, Column.PLAN, Column.TO_DATE, Column.BAR, Column.FORECAST, Column.DRIFT),
                List.of(180., 70., 68., 78., 68., 98.));

        private final double row;
        private final List<Column> columns;
        private final List<Double> widths;

        Shape(double row, List<Column> columns, List<Double> widths) {
            this.row = row;
            this.columns = columns;
            this.widths = widths;
        }
    }

    enum Column { NAME, TO_DATE, PLAN, BAR, FORECAST, DRIFT }

    private final Words words;
    private final Shape shape;
    private final TableView<Row<String, CostLine>> table = new TableView<>();

    CostTablePane(Words words, Shape shape, String id, ObservableList<Row<String, CostLine>> rows) {
        this.words = words;
        this.shape = shape;
        table.setId(id);
        table.getStyleClass().addAll("dense", "edge-to-edge", "cost-table");
        table.setFixedCellSize(shape.row);
        shape.columns.forEach(this::column);
        table.setItems(rows);
        table.setRowFactory(_ -> new LineRow());
        RowFlow.install(table);
        table.widthProperty().subscribe(_ -> distribute());
        table.heightProperty().subscribe(_ -> distribute());
        rows.addListener((ListChangeListener<Row<String, CostLine>>) _ -> fit());
        table.setMinHeight(HEADER + FEWEST * shape.row + 2);
        getChildren().add(table);
        fit();
    }

    TableView<Row<String, CostLine>> table() {
        return table;
    }

    void placeholder(String text) {
        var placeholder = Texts.yielding(text, "wd-muted");
        placeholder.setWrapText(true);
        table.setPlaceholder(placeholder);
    }

    void onSelect(Consumer<String> chosen) {
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                chosen.accept(row.key());
            }
        });
    }

    /// Marks the row without telling that it was chosen.
    void mark(Optional<String> key) {
        Row<String, CostLine> now = table.getSelectionModel().getSelectedItem();
        if (key.isPresent() && (now == null || !now.key().equals(key.get()))) {
            table.getItems().stream().filter(row -> row.key().equals(key.get())).findFirst()
                    .ifPresent(table.getSelectionModel()::select);
        }
    }

    Optional<String> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(Row::key);
    }

    private void column(Column which) {
        var column = new TableColumn<Row<String, CostLine>, CostLine>();
        String title = which == Column.NAME || which == Column.BAR || which == Column.DRIFT
                ? which.name() + "." + shape.name() : which.name();
        column.setId(table.getId() + "-" + which.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        column.setGraphic(Texts.yielding(words.say("ui.costs.column." + title)));
        column.setCellValueFactory(row -> row.getValue().factsProperty());
        column.setCellFactory(_ -> cell(which));
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(40);
        if (which != Column.NAME && which != Column.BAR) {
            column.getStyleClass().add("number");
        }
        table.getColumns().add(column);
    }

    private TableCell<Row<String, CostLine>, CostLine> cell(Column which) {
        return switch (which) {
            case NAME -> new CostNameCell(words);
            case BAR -> new CostBarCell();
            case TO_DATE -> amount(CostLine.Cells::toDate, "to-date");
            case PLAN -> amount(CostLine.Cells::plan, "plan");
            case FORECAST -> amount(CostLine.Cells::forecast, "forecast");
            case DRIFT -> amount(CostLine.Cells::drift, "drift");
        };
    }

    private static CostTextCell amount(Function<CostLine.Cells, Said> says, String styleClass) {
        var cell = new CostTextCell(says);
        cell.getStyleClass().add(styleClass);
        return cell;
    }

    /// Wants to show every row.
    private void fit() {
        table.setPrefHeight(HEADER + Math.max(1, table.getItems().size()) * shape.row + 2);
        distribute();
    }

    private void distribute() {
        boolean scrolls = table.getHeight() + 1 < HEADER + table.getItems().size() * shape.row;
        double room = table.getWidth() - 2 - (scrolls ? SCROLL_BAR : 0);
        double over = Math.max(0, room - shape.widths.stream().mapToDouble(Double::doubleValue).sum());
        for (int index = 0; index < shape.columns.size(); index++) {
            double share = switch (shape.columns.get(index)) {
                case NAME -> 0.35;
                case BAR -> 0.65;
                case TO_DATE, PLAN, FORECAST, DRIFT -> 0;
            };
            table.getColumns().get(index).setPrefWidth(Math.floor(shape.widths.get(index) + over * share));
        }
    }

    /// Sums and heads look different, and a row tells everything when it is pointed at.
    private static final class LineRow extends TableRow<Row<String, CostLine>> {

        private Subscription facts = Subscription.EMPTY;

        @Override
        protected void updateItem(@Nullable Row<String, CostLine> row, boolean empty) {
            super.updateItem(row, empty);
            facts.unsubscribe();
            facts = Subscription.EMPTY;
            if (row == null || empty) {
                look(Optional.empty());
                setAccessibleText(null);
                Texts.explain(this, "");
            } else {
                facts = row.factsProperty().subscribe(line -> {
                    look(Optional.of(line.kind()));
                    setAccessibleText(line.sentence());
                    Texts.explain(this, line.explanation());
                });
            }
        }

        private void look(Optional<CostLine.Kind> kind) {
            pseudoClassStateChanged(SUM, kind.filter(CostLine.Kind.SUM::equals).isPresent());
            pseudoClassStateChanged(GROUP, kind.filter(CostLine.Kind.GROUP::equals).isPresent());
            pseudoClassStateChanged(HEAD, kind.filter(CostLine.Kind.HEAD::equals).isPresent());
        }
    }
}
