package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.MeasuredTablePane;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowFlow;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A table of amounts beside their plans. All columns are always in sight: where there is too little room, first the plans
/// are told briefly, then names and bars give way.
final class CostTablePane extends StackPane {

    static final PseudoClass NOTICED = PseudoClass.getPseudoClass("noticed");
    private static final PseudoClass SUM = PseudoClass.getPseudoClass("sum");
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final double SCROLL_BAR = 10;
    private static final int FEWEST = 3;

    private static final double LEAST = 40;
    private static final double BAR = 58;
    private static final double SIZE = 13;
    private static final double SMALL = 12;
    /// Around a figure, a name, and a bar or the word in its place.
    private static final double AROUND = 12;
    private static final double AROUND_NAME = 16;
    private static final double AROUND_DRIFT = 15;
    private static final double AROUND_BAR = 10;
    private static final double ICON = 20;
    private static final double SIGN = 22;
    private static final double BADGE = 54;
    /// The toolkit takes this for a width that nobody has chosen.
    private static final double TOOLKITS_OWN = 80;

    /// Which of the two tables it is.
    ///
    /// @param columns in their order
    enum Shape {
        STACKS(32, List.of(Column.NAME, Column.TO_DATE, Column.PLAN, Column.BAR, Column.FORECAST, Column.DRIFT)),
        PLAN(30, List.of(Column.NAME, Column.PLAN, Column.TO_DATE, Column.BAR, Column.FORECAST, Column.DRIFT));

        private final double row;
        private final List<Column> columns;

        Shape(double row, List<Column> columns) {
            this.row = row;
            this.columns = columns;
        }
    }

    enum Column { NAME, TO_DATE, PLAN, BAR, FORECAST, DRIFT }

    private final Words words;
    private final Shape shape;
    private final TableView<Row<String, CostLine>> table = new TableView<>();
    private boolean brief;

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
        table.setMinHeight(MeasuredTablePane.heightOf(table, FEWEST));
        getChildren().add(new MeasuredTablePane<>(table, 1, this::measure));
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
        column.setId(table.getId() + "-" + which.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        column.setGraphic(Texts.yielding(title(which)));
        column.setCellValueFactory(row -> row.getValue().factsProperty());
        column.setCellFactory(_ -> cell(which));
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(LEAST);
        if (which != Column.NAME && which != Column.BAR) {
            column.getStyleClass().add("number");
        }
        if (which == Column.DRIFT) {
            column.getStyleClass().add("last-number");
        }
        table.getColumns().add(column);
    }

    private String title(Column which) {
        return words.say("ui.costs.column." + (which == Column.NAME || which == Column.BAR || which == Column.DRIFT
                ? which.name() + "." + shape.name() : which.name()));
    }

    private TableCell<Row<String, CostLine>, CostLine> cell(Column which) {
        return switch (which) {
            case NAME -> new CostNameCell(words);
            case BAR -> new CostBarCell();
            case TO_DATE -> amount(which, "to-date");
            case PLAN -> amount(which, "plan");
            case FORECAST -> amount(which, "forecast");
            case DRIFT -> amount(which, "drift");
        };
    }

    private Said said(Column which, CostLine line) {
        return switch (which) {
            case NAME -> Said.plain(line.name());
            case BAR -> line.bar().isPresent() ? Said.NOTHING : line.cells().beside();
            case TO_DATE -> line.cells().toDate();
            case PLAN -> brief ? line.cells().plan().briefly() : line.cells().plan();
            case FORECAST -> line.cells().forecast();
            case DRIFT -> line.cells().drift();
        };
    }

    private CostTextCell amount(Column which, String styleClass) {
        var cell = new CostTextCell(line -> said(which, line));
        cell.getStyleClass().add(styleClass);
        return cell;
    }

    private void measure() {
        boolean scrolls = table.getHeight() + 1 < MeasuredTablePane.HEADER + table.getItems().size() * shape.row;
        double room = table.getWidth() - 2 - (scrolls ? SCROLL_BAR : 0);
        boolean before = brief;
        brief = false;
        Map<Column, Double> needed = needed();
        if (!widths(needed).hasRoom(room)) {
            brief = true;
            needed = needed();
        }
        if (brief != before) {
            table.refresh();
        }
        ColumnWidths widths = widths(needed);
        for (int index = 0; index < shape.columns.size(); index++) {
            Column which = shape.columns.get(index);
            double width = which == Column.NAME ? widths.nameOf(room) : which == Column.BAR ? widths.barOf(room)
                    : needed.get(which);
            table.getColumns().get(index).setPrefWidth(width == TOOLKITS_OWN ? width + 1 : width);
        }
    }

    private Map<Column, Double> needed() {
        Map<Column, Double> needed = new EnumMap<>(Column.class);
        shape.columns.forEach(which -> needed.put(which, needed(which)));
        return needed;
    }

    private ColumnWidths widths(Map<Column, Double> needed) {
        double figures = shape.columns.stream().filter(which -> which != Column.NAME && which != Column.BAR)
                .mapToDouble(needed::get).sum();
        return new ColumnWidths(figures, needed.get(Column.NAME), needed.get(Column.BAR));
    }

    /// What the widest cell of a column takes, and its title.
    private double needed(Column which) {
        double title = TextWidth.of(title(which), true, SMALL) + (which == Column.DRIFT ? AROUND_DRIFT : AROUND);
        double widest = table.getItems().stream().mapToDouble(row -> needed(which, row.facts())).max().orElse(0);
        return Math.max(LEAST, Math.ceil(Math.max(title, widest)));
    }

    private double needed(Column which, CostLine line) {
        Said said = said(which, line);
        return switch (which) {
            case NAME -> TextWidth.of(said.text(), line.kind() != CostLine.Kind.LINE,
                    SIZE) + AROUND_NAME + (line.sign().isPresent() ? SIGN : 0)
                    + (line.environment().isPresent() ? BADGE : 0);
            case BAR -> Math.max(BAR, TextWidth.of(said.text(), false, SMALL) + AROUND_BAR);
            case DRIFT -> TextWidth.of(said.text(), said.tone() == Tone.NOTICE,
                    said.tone() == Tone.MUTED ? SMALL : SIZE) + AROUND_DRIFT;
            case TO_DATE, PLAN, FORECAST -> TextWidth.of(said.text(),
                    which == Column.TO_DATE || line.kind() != CostLine.Kind.LINE, SIZE) + AROUND
                    + (said.absence().isPresent() ? ICON : 0);
        };
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
