package io.watchdeck.ui.queues;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.FaultsSwitch;
import io.watchdeck.ui.kit.FilterField;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.MarkColumn;
import io.watchdeck.ui.kit.MarkedRows;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.RowFlow;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.OperationMenu;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// All queues with their dead-letter queues.
final class QueueTablePane extends VBox {

    private static final double ROW = 44;
    private static final double HEAD = 38;
    private static final double TITLES = 31;
    private static final double SCROLL_BAR = 10;
    private static final int FEWEST = 2;
    private static final int MOST = 5;
    private static final int MOST_LOW = 3;

    private final QueuesViewModel model;
    private final Words words;
    private final TableView<Row<QueuePair.Key, QueueLine>> table = new TableView<>();
    private final FilterField filter;
    private final MarkColumn<QueuePair.Key> boxes;
    private final MarkedRows marked;
    private boolean low;

    /// What can be done to the selected queue; each may find that it cannot be done.
    ///
    /// @param open  goes to its dead letters
    /// @param leave closes what is open, else goes back
    /// @param menu  the entries that the rows' menu has for them
    record Deeds(Runnable open, Runnable leave, Runnable redrive, Supplier<List<MenuItem>> menu) {}

    QueueTablePane(QueuesViewModel model, Words words, Desktop desktop, OperationMenu operations, Deeds deeds) {
        this.model = model;
        this.words = words;
        getStyleClass().addAll("wd-card", "queue-table-card");
        filter = FilterField.ofScreen(words, "queues-filter", words.say("ui.queues.filter"),
                words.say("ui.queues.filterHelp"), model.columns(), model::filter);
        filter.leadsTo(this::enter);
        table.setId("queues-table");
        table.getStyleClass().addAll("dense", "edge-to-edge", "queue-table");
        table.setAccessibleText(words.say("ui.queues.title"));
        table.setFixedCellSize(ROW);
        for (QueueColumn one : QueueColumn.values()) {
            column(one);
        }
        boxes = MarkColumn.install(table, model.marks(), words, this::distribute);
        marked = new MarkedRows(words, desktop, model.marks(), () -> Optional
                .ofNullable(table.getSelectionModel().getSelectedItem()).map(Row::key)
                .ifPresent(model.marks()::toggle), model::markedReferences, model::markedCsv);
        table.setItems(model.rows());
        table.setRowFactory(_ -> new LineRow());
        Label none = Texts.wrapping("", "wd-muted", "queues-none");
        none.textProperty().bind(model.emptyTextProperty());
        table.setPlaceholder(none);
        RowFlow.install(table);
        new RowActions(words, desktop, Optional.of(deeds.open()), model::reference, model::policy, model::csv)
                .with(marked).install(table);
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                deeds.leave().run();
                event.consume();
            } else if (event.getCode() == KeyCode.R && OperationMenu.isPlain(event)) {
                deeds.redrive().run();
                event.consume();
            }
        });
        operations.into(table.getContextMenu(), deeds.menu());
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.select(row.key());
            }
        });
        model.selectedProperty().subscribe(_ -> mark());
        table.widthProperty().subscribe(_ -> distribute());
        table.getItems().addListener((ListChangeListener<Row<QueuePair.Key, QueueLine>>) _ -> {
            fit();
            mark();
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(head(desktop), table);
        fit();
    }

    private Node head(Desktop desktop) {
        Label counted = Texts.yielding("", "wd-12", "wd-muted");
        counted.textProperty().bind(model.countedProperty());
        var export = new Button(words.say("ui.queues.export"), Icons.icon(Glyph.TABLE_ARROW_DOWN));
        export.setId("queues-export");
        export.setMinWidth(USE_PREF_SIZE);
        export.getStyleClass().add("small");
        export.setOnAction(_ -> desktop.save(model.csv().name() + ".csv", model.csv().text()));
        Label title = Texts.label(words.say("ui.queues.title"), "wd-14", "wd-strong");
        title.setGraphic(Icons.icon(Glyph.TRAY_FULL));
        var head = new HBox(title, counted, marked.button("queues-marks"), Texts.spacer(),
                new FaultsSwitch(words, "queues-faults", model.faults()), filter, export);
        head.getStyleClass().addAll("section-head", "queue-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void column(QueueColumn which) {
        var column = new TableColumn<Row<QueuePair.Key, QueueLine>, QueueLine>();
        column.setId("queues-" + which.word().replace('_', '-'));
        Label title = Texts.yielding("");
        column.widthProperty().subscribe(width -> title.setText(
                which.title(words, width.doubleValue() < QueueColumn.BRIEF)));
        column.setGraphic(title);
        column.setCellValueFactory(row -> row.getValue().factsProperty());
        column.setCellFactory(_ -> new QueueCell(which, words));
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(20);
        table.getColumns().add(column);
    }

    /// Where the window is low, fewer rows are in sight and the others are scrolled to.
    void low(boolean now) {
        low = now;
        fit();
    }

    private void fit() {
        int most = low ? MOST_LOW : MOST;
        int rows = table.getItems().isEmpty() ? FEWEST : Math.min(table.getItems().size(), most);
        double height = HEAD + TITLES + rows * ROW + 3;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        distribute();
    }

    private void distribute() {
        boolean scrolls = table.getItems().size() > (low ? MOST_LOW : MOST);
        double room = table.getWidth() - 2 - (scrolls ? SCROLL_BAR : 0) - boxes.width();
        // Two bars that came while the columns were wider keep each other: neither goes before there is room beside the other.
        room -= scrolls || QueueColumn.folded(room).isEmpty() ? 0 : SCROLL_BAR;
        Set<QueueColumn> folded = QueueColumn.folded(room);
        boolean other = false;
        for (QueueColumn one : QueueColumn.values()) {
            TableColumn<?, ?> column = table.getColumns().get(boxes.first() + one.ordinal());
            other |= column.isVisible() == folded.contains(one);
            column.setPrefWidth(one.of(room));
            column.setVisible(!folded.contains(one));
        }
        if (other) {
            layOutAfterwards();
        }
    }

    /// In the middle of a layout the table does not hear that it has fewer columns, and would still scroll to them.
    private void layOutAfterwards() {
        Scene scene = getScene();
        if (scene != null) {
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    table.refresh();
                    table.requestLayout();
                }
            });
        }
    }

    /// Marks the row whose dead letters are shown.
    private void mark() {
        Row<QueuePair.Key, QueueLine> now = table.getSelectionModel().getSelectedItem();
        model.selectedProperty().get().map(QueuePair::key)
                .filter(key -> now == null || !now.key().equals(key))
                .flatMap(key -> table.getItems().stream().filter(row -> row.key().equals(key)).findFirst())
                .ifPresent(table.getSelectionModel()::select);
    }

    /// Out of the filter: the first row is selected where none is.
    void enter() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    void focusTable() {
        table.requestFocus();
    }

    FilterField filter() {
        return filter;
    }

    /// A row tells all that it says to a screen reader.
    private static final class LineRow extends TableRow<Row<QueuePair.Key, QueueLine>> {

        private Subscription facts = Subscription.EMPTY;

        @Override
        protected void updateItem(@Nullable Row<QueuePair.Key, QueueLine> row, boolean empty) {
            super.updateItem(row, empty);
            facts.unsubscribe();
            facts = Subscription.EMPTY;
            if (row == null || empty) {
                setAccessibleText(null);
            } else {
                facts = row.factsProperty().subscribe(line -> setAccessibleText(line.sentence()));
            }
        }
    }
}
