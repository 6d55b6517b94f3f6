package io.watchdeck.ui.overview;

import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.MarkColumn;
import io.watchdeck.ui.kit.MarkedRows;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.RowFlow;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.OperationMenu;
import io.watchdeck.ui.shell.ServiceWishes;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The table of stacks. Column widths follow the window: what is over goes to the reasons first.
final class StackTablePane extends StackPane {

    private static final PseudoClass CRITICAL = PseudoClass.getPseudoClass("critical");
    private static final double SCROLL_BAR = 10;
    /// The reason gives way where a scroll bar takes room that the figures need.
    private static final int WHY = 2;
    /// Where a window is too small even for this, as with large text, [#FOLDING] goes.
    private static final double LEAST_WHY = 120;
    /// What goes first where there is no room: costs, then queues. Both have a screen of their own, and what is wrong with
    /// them is told by the reason.
    private static final List<Integer> FOLDING = List.of(7, 6);
    private static final int LAYOUTS = 2;
    private static final List<Double> WIDE = List.of(142., 132., 216., 126., 170., 106., 138., 126., 74.);
    private static final List<Double> NARROW = List.of(126., 132., 160., 106., 94., 104., 98., 126., 66.);
    private static final List<Double> SHARE = List.of(0.05, 0.07, 0.30, 0.08, 0.18, 0.12, 0.09, 0.08, 0.03);

    private final OverviewViewModel model;
    private final Words words;
    private final TableView<Row<StackId, StackFacts>> table = new TableView<>();
    private final Map<TableColumn<?, ?>, StackOrder> orders = new HashMap<>();
    private final MarkColumn<StackId> boxes;
    private final MarkedRows marked;
    private RowShape shape = RowShape.TALL;
    /// Is selected as soon as it is listed.
    private Optional<StackId> wanted = Optional.empty();
    /// Whether the rows have left room for a scroll bar: they keep it until the table gets another size, so that a filter
    /// moves no column.
    private boolean scrolled;
    /// So many layouts are waited for.
    private int layouts;

    /// @param deeds what can be done to the services of a stack
    StackTablePane(OverviewViewModel model, Words words, Desktop desktop, Deeds deeds, Consumer<StackId> open) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("wd-card", "stack-table-pane");
        table.setId("overview-table");
        table.getStyleClass().addAll("dense", "edge-to-edge", "stack-table");
        table.setAccessibleText(words.say("ui.overview.stacks"));
        addColumns();
        boxes = MarkColumn.install(table, model.marks(), words, this::distribute);
        marked = new MarkedRows(words, desktop, model.marks(),
                () -> selected().map(Row::key).ifPresent(model.marks()::toggle), model::markedReferences,
                model::markedCsv);
        table.setItems(model.rows());
        model.rows().addListener((ListChangeListener<Object>) _ -> selectWanted());
        table.setRowFactory(_ -> new FactsRow());
        var placeholder = Texts.label("", "wd-muted");
        placeholder.textProperty().bind(model.emptyTextProperty());
        table.setPlaceholder(placeholder);
        table.setSortPolicy(_ -> sort());
        table.widthProperty().subscribe(_ -> resized());
        table.heightProperty().subscribe(_ -> resized());
        table.skinProperty().subscribe(_ -> watchScrollBar());
        RowFlow.install(table);
        table.setFixedCellSize(shape.height());
        new RowActions(words, desktop, Optional.of(() -> selected().ifPresent(row -> open.accept(row.key()))),
                () -> selected().map(row -> row.facts().reference()),
                () -> selected().flatMap(row -> row.facts().policy()), model::csv).with(marked).install(table);
        deeds.menu().into(table.getContextMenu(), () -> entries(deeds));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (OperationMenu.isPlain(event) && OperationMenu.of(event.getCode()).isPresent()) {
                wish(deeds, OperationMenu.of(event.getCode()).get());
                event.consume();
            }
        });
        getChildren().add(table);
    }

    /// @param menu  writes its entries, and opens the operations
    /// @param asked the services of a stack as they are now
    record Deeds(OperationMenu menu, Function<StackId, List<ServiceWishes>> asked) {}

    private List<MenuItem> entries(Deeds deeds) {
        var entries = new ArrayList<MenuItem>();
        selected().ifPresent(row -> {
            entries.addAll(deeds.menu().of(deeds.asked().apply(row.key())));
            deeds.menu().lock(row.key()).ifPresent(entries::add);
        });
        return entries;
    }

    /// A stack of one service leaves no doubt; of several a person chooses.
    private void wish(Deeds deeds, Function<ServiceWishes, Operation> wish) {
        selected().ifPresent(row -> RowActions.showAtSelection(table,
                deeds.menu().choice(deeds.asked().apply(row.key()), wish)));
    }

    /// Takes the height that its rows need.
    void fit(RowShape wanted, int rows) {
        if (shape != wanted) {
            shape = wanted;
            table.setFixedCellSize(shape.height());
            table.setRowFactory(_ -> new FactsRow());
            afresh();
        }
        double height = shape.heightOf(rows);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    /// Selects what the same table in another language had selected.
    void goOn(StackTablePane before) {
        wanted = before.selected().map(Row::key).or(() -> before.wanted);
    }

    private void selectWanted() {
        wanted.flatMap(key -> model.rows().stream().filter(row -> row.key().equals(key)).findFirst())
                .ifPresent(row -> {
                    wanted = Optional.empty();
                    table.getSelectionModel().select(row);
                });
    }

    MarkedRows marked() {
        return marked;
    }

    /// Puts the keyboard into the table, onto the first row where none is selected.
    void enter() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
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
        column("state", words.say("ui.column.state"), () -> new StateCell(() -> shape), StackOrder.STATE);
        column("stack", words.say("ui.column.stack"), () -> new StackCell(() -> shape, words), StackOrder.STACK);
        column("why", words.say("ui.column.why"), () -> new WhyCell(() -> shape), StackOrder.WHY);
        column("tasks", words.say("ui.column.tasks"), () -> new TasksCell(() -> shape), StackOrder.TASKS);
        column("traffic", words.say("ui.column.traffic"), () -> new TrafficCell(() -> shape), StackOrder.TRAFFIC);
        column("database", words.say("ui.column.database"), () -> new DatabaseCell(() -> shape, words),
                StackOrder.DATABASE);
        column("queues", words.say("ui.column.queues"), () -> new QueuesCell(() -> shape), StackOrder.QUEUES);
        var cost = column("cost", "", () -> new CostCell(() -> shape), StackOrder.COST);
        ((Label) cost.getGraphic()).textProperty().bind(model.costHeaderProperty());
        column("updated", words.say("ui.column.updated"), () -> new UpdatedCell(() -> shape), StackOrder.UPDATED);
    }

    private TableColumn<Row<StackId, StackFacts>, StackFacts> column(String id, String title,
            Supplier<FactsCell> cell, StackOrder order) {
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
            StackOrder order = orders.getOrDefault(column, StackOrder.STATE);
            return order.comparator(column.getSortType() == TableColumn.SortType.ASCENDING);
        }));
        return true;
    }

    private void watchScrollBar() {
        if (table.lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
            bar.visibleProperty().subscribe(visible -> {
                if (visible && !scrolled) {
                    scrolled = true;
                    distribute();
                }
            });
        }
    }

    private void resized() {
        scrolled = scrolls();
        distribute();
    }

    /// Cells choose their words by the width of their column, so they are shown anew with another one.
    private void distribute() {
        double room = table.getWidth() - 2 - (scrolled ? SCROLL_BAR : 0) - boxes.width();
        Set<Integer> folded = folded(room);
        double wide = sum(WIDE, folded);
        double narrow = sum(NARROW, folded);
        boolean other = false;
        for (int index = 0; index < WIDE.size(); index++) {
            double size = room >= wide ? WIDE.get(index) + (room - wide) * SHARE.get(index)
                    : NARROW.get(index) + (WIDE.get(index) - NARROW.get(index))
                            * Math.max(0, (room - narrow) / (wide - narrow));
            size = index == WHY ? Math.max(LEAST_WHY, size - Math.max(0, narrow - room)) : size;
            TableColumn<?, ?> column = table.getColumns().get(boxes.first() + index);
            other |= column.getPrefWidth() != Math.floor(size) || column.isVisible() == folded.contains(index);
            column.setPrefWidth(Math.floor(size));
            column.setVisible(!folded.contains(index));
        }
        if (other) {
            afresh();
        }
    }

    /// Makes the rows anew. In the middle of a layout the table does not hear of it, nor of other columns: it is told once
    /// more when that is over, and whether it scrolls is known after the next one.
    private void afresh() {
        table.refresh();
        Scene scene = getScene();
        if (scene == null) {
            return;
        }
        if (layouts == 0) {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    layouts--;
                    settle();
                    if (layouts <= 0) {
                        scene.removePostLayoutPulseListener(this);
                    }
                }
            });
        }
        layouts = LAYOUTS;
    }

    private void settle() {
        if (scrolls() != scrolled) {
            scrolled = scrolls();
            distribute();
        }
        table.refresh();
        table.requestLayout();
    }

    private boolean scrolls() {
        return table.lookup(".scroll-bar:vertical") instanceof ScrollBar bar && bar.isVisible();
    }

    /// The columns for which there is no room.
    ///
    /// @param room for all columns; none before the table has its size
    static Set<Integer> folded(double room) {
        var folded = new HashSet<Integer>();
        for (int index : FOLDING) {
            if (room > 0 && room < sum(NARROW, folded) - NARROW.get(WHY) + LEAST_WHY) {
                folded.add(index);
            }
        }
        return folded;
    }

    private static double sum(List<Double> widths, Set<Integer> without) {
        return IntStream.range(0, widths.size()).filter(index -> !without.contains(index)).mapToDouble(widths::get)
                .sum();
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
