package io.watchdeck.ui.overview;

import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The table of stacks. Column widths follow the window: what is over goes to the reasons first.
final class StackTablePane extends StackPane {

    private static final PseudoClass CRITICAL = PseudoClass.getPseudoClass("critical");
    private static final double ROW = 67;
    private static final double COMPACT_ROW = 28;
    private static final double HEADER = 30;
    private static final double SCROLL_BAR = 10;
    private static final List<Double> WIDE = List.of(142., 132., 222., 126., 174., 106., 138., 126., 64.);
    private static final List<Double> NARROW = List.of(126., 124., 132., 122., 98., 100., 112., 124., 60.);
    private static final List<Double> SHARE = List.of(0.04, 0.06, 0.40, 0.06, 0.16, 0.10, 0.08, 0.08, 0.02);

    private final OverviewViewModel model;
    private final Words words;
    private final TableView<Row<StackId, StackFacts>> table = new TableView<>();
    private final Map<TableColumn<Row<StackId, StackFacts>, StackFacts>, Comparator<StackFacts>> orders =
            new LinkedHashMap<>();

    StackTablePane(OverviewViewModel model, Words words, Desktop desktop, Consumer<StackId> open) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("wd-card", "stack-table-pane");
        table.setId("overview-table");
        table.getStyleClass().addAll("dense", "edge-to-edge", "stack-table");
        table.setAccessibleText(words.say("ui.overview.stacks"));
        addColumns();
        table.setItems(model.rows());
        table.setRowFactory(_ -> new FactsRow());
        var placeholder = Texts.label("", "wd-muted");
        placeholder.textProperty().bind(model.emptyTextProperty());
        table.setPlaceholder(placeholder);
        table.setSortPolicy(_ -> sort());
        table.widthProperty().subscribe(_ -> distribute());
        table.skinProperty().subscribe(_ -> watchScrollBar());
        model.compactProperty().subscribe(compact -> {
            table.setFixedCellSize(compact ? COMPACT_ROW : ROW);
            table.refresh();
        });
        new RowActions(words, desktop, Optional.of(() -> selected().ifPresent(row -> open.accept(row.key()))),
                () -> selected().map(row -> row.facts().reference()),
                () -> selected().flatMap(row -> row.facts().policy()), model::csv).install(table);
        getChildren().add(table);
    }

    /// The height that shows every row.
    double heightOf(int rows) {
        return HEADER + Math.max(1, rows) * table.getFixedCellSize() + 2;
    }

    void focusTable() {
        table.requestFocus();
        if (selected().isEmpty()) {
            table.getFocusModel().focus(-1);
        }
    }

    private Optional<Row<StackId, StackFacts>> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void addColumns() {
        var compact = model.compactProperty();
        column("state", words.say("ui.column.state"), () -> new StateCell(compact),
                Comparator.comparing((StackFacts facts) -> facts.state().severity()).reversed());
        column("stack", words.say("ui.column.stack"), () -> new StackCell(compact, words),
                Comparator.comparing(StackFacts::name).thenComparing(StackFacts::environment));
        column("why", words.say("ui.column.why"), () -> new WhyCell(compact), Comparator.comparing(StackFacts::why));
        column("tasks", words.say("ui.column.tasks"), () -> new TasksCell(compact),
                Comparator.comparing((StackFacts facts) -> facts.tasks().missing()).reversed());
        column("traffic", words.say("ui.column.traffic"), () -> new TrafficCell(compact),
                Comparator.comparing((StackFacts facts) -> facts.traffic().perMinute()).reversed());
        column("database", words.say("ui.column.database"), () -> new DatabaseCell(compact),
                Comparator.comparing((StackFacts facts) -> facts.database().share().orElse(-1)).reversed());
        column("queues", words.say("ui.column.queues"), () -> new QueuesCell(compact),
                Comparator.comparing((StackFacts facts) -> facts.queues().dead()).reversed());
        var cost = column("cost", "", () -> new CostCell(compact),
                Comparator.comparing((StackFacts facts) -> facts.cost().amount()).reversed());
        ((Label) cost.getGraphic()).textProperty().bind(model.costHeaderProperty());
        column("updated", words.say("ui.column.updated"), () -> new UpdatedCell(compact),
                Comparator.comparing((StackFacts facts) -> facts.updated().freshness()).reversed());
    }

    /// Shorter words for a header that its narrow column would cut off.
    private void name(boolean narrow) {
        for (String id : List.of("traffic", "database")) {
            table.getColumns().stream().filter(column -> column.getId().equals("overview-" + id))
                    .forEach(column -> ((Label) column.getGraphic())
                            .setText(words.say("ui.column." + id + (narrow ? ".narrow" : ""))));
        }
    }

    private TableColumn<Row<StackId, StackFacts>, StackFacts> column(String id, String title,
            Supplier<FactsCell> cell, Comparator<StackFacts> order) {
        var column = new TableColumn<Row<StackId, StackFacts>, StackFacts>();
        column.setId("overview-" + id);
        column.setGraphic(Texts.yielding(title));
        column.setCellValueFactory(row -> row.getValue().factsProperty());
        column.setCellFactory(_ -> cell.get());
        column.setReorderable(false);
        column.setMinWidth(40);
        orders.put(column, order);
        table.getColumns().add(column);
        return column;
    }

    private boolean sort() {
        model.sort(table.getSortOrder().stream().findFirst().map(column -> {
            Comparator<StackFacts> order = orders.getOrDefault(column, (_, _) -> 0);
            return column.getSortType() == TableColumn.SortType.ASCENDING ? order : order.reversed();
        }));
        return true;
    }

    private void watchScrollBar() {
        if (table.lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
            bar.visibleProperty().subscribe(_ -> distribute());
        }
    }

    private void distribute() {
        boolean scrolls = table.lookup(".scroll-bar:vertical") instanceof ScrollBar bar && bar.isVisible();
        double room = table.getWidth() - 2 - (scrolls ? SCROLL_BAR : 0);
        double wide = sum(WIDE);
        double narrow = sum(NARROW);
        name(room < wide);
        for (int index = 0; index < WIDE.size(); index++) {
            double size = room >= wide ? WIDE.get(index) + (room - wide) * SHARE.get(index)
                    : NARROW.get(index) + (WIDE.get(index) - NARROW.get(index))
                            * Math.max(0, (room - narrow) / (wide - narrow));
            table.getColumns().get(index).setPrefWidth(Math.floor(size));
        }
    }

    private static double sum(List<Double> widths) {
        return widths.stream().mapToDouble(Double::doubleValue).sum();
    }

    /// Tints a row whose state is critical.
    private static final class FactsRow extends TableRow<Row<StackId, StackFacts>> {

        private javafx.util.Subscription facts = javafx.util.Subscription.EMPTY;

        @Override
        protected void updateItem(@Nullable Row<StackId, StackFacts> row, boolean empty) {
            super.updateItem(row, empty);
            facts.unsubscribe();
            facts = javafx.util.Subscription.EMPTY;
            if (row == null || empty) {
                pseudoClassStateChanged(CRITICAL, false);
                setAccessibleText(null);
            } else {
                facts = row.factsProperty().subscribe(this::tint);
            }
        }

        private void tint(StackFacts newest) {
            pseudoClassStateChanged(CRITICAL, newest.state().severity() == Severity.CRITICAL);
            setAccessibleText(newest.name() + " " + newest.environmentWord() + ", " + newest.state().word() + ": "
                    + newest.why());
        }
    }
}
