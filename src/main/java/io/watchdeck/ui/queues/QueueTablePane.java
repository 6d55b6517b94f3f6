package io.watchdeck.ui.queues;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.FilterField;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.RowFlow;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.OperationMenu;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

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
                words.say("ui.queues.filterHelp"), model::filter);
        table.setId("queues-table");
        table.getStyleClass().addAll("dense", "edge-to-edge", "queue-table");
        table.setAccessibleText(words.say("ui.queues.title"));
        table.setFixedCellSize(ROW);
        for (QueueColumn one : QueueColumn.values()) {
            column(one);
        }
        table.setItems(model.rows());
        table.setRowFactory(_ -> new LineRow());
        Label none = Texts.wrapping("", "wd-muted", "queues-none");
        none.textProperty().bind(model.emptyTextProperty());
        table.setPlaceholder(none);
        RowFlow.install(table);
        new RowActions(words, desktop, Optional.of(deeds.open()), model::reference, model::policy, model::csv)
                .install(table);
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
        var export = new Button(words.say("ui.queues.export"), Icons.icon(MaterialDesignT.TABLE_ARROW_DOWN));
        export.setId("queues-export");
        export.setMinWidth(USE_PREF_SIZE);
        export.getStyleClass().add("small");
        export.setOnAction(_ -> desktop.save(model.csv().name() + ".csv", model.csv().text()));
        Label title = Texts.label(words.say("ui.queues.title"), "wd-14", "wd-strong");
        title.setGraphic(Icons.icon(MaterialDesignT.TRAY_FULL));
        var head = new HBox(title, counted, Texts.spacer(), filter, export);
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
        double room = table.getWidth() - 2 - (scrolls ? SCROLL_BAR : 0);
        for (int index = 0; index < QueueColumn.values().length; index++) {
            table.getColumns().get(index).setPrefWidth(QueueColumn.values()[index].of(room));
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

    void focusTable() {
        table.requestFocus();
    }

    /// Puts the keyboard into the table, onto the first row where none is selected.
    void enter() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
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
