package io.watchdeck.ui.explorer;

import io.watchdeck.metrics.SeriesId;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.ReadRow;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// The chosen series with their values at the crosshair, and their lowest, average and highest in sight.
final class LegendPane extends StackPane {

    private static final double HEAD = 30;
    private static final double ROW = 26;
    private static final double NUMBER = 88;
    private static final double SCROLL_BAR = 12;

    private final Words words;
    private final TableView<Row<SeriesId, LegendLine>> table = new TableView<>();
    private final Map<LegendColumn, TableColumn<Row<SeriesId, LegendLine>, LegendLine>> columns =
            new EnumMap<>(LegendColumn.class);
    private double most = Double.MAX_VALUE;

    LegendPane(ExplorerViewModel model, Words words) {
        this.words = words;
        getStyleClass().add("legend");
        table.setId("explorer-legend");
        table.getStyleClass().addAll("dense", "edge-to-edge", "legend-table");
        table.setFixedCellSize(ROW);
        table.setRowFactory(_ -> new ReadRow<>());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText(words.say("ui.explorer.legend"));
        for (LegendColumn one : LegendColumn.values()) {
            columns.put(one, column(one));
        }
        columns.get(LegendColumn.COMPONENT).getStyleClass().add("name-column");
        TableColumn<?, ?> value = columns.get(LegendColumn.VALUE);
        model.momentProperty().subscribe(value::setText);
        table.getColumns().setAll(columns.values());
        table.getColumns().forEach(column -> {
            column.setSortable(false);
            column.setReorderable(false);
        });
        table.setItems(model.legend());
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Row<SeriesId, LegendLine> row = table.getSelectionModel().getSelectedItem();
            if ((event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) && row != null) {
                model.toggle(row.key());
                event.consume();
            }
        });
        model.legend().addListener((ListChangeListener<Row<SeriesId, LegendLine>>) _ -> fit());
        model.chart().chartProperty().subscribe(_ -> fit());
        table.widthProperty().subscribe(this::fit);
        fit();
        getChildren().add(table);
    }

    /// @param height that it may take of the page; three rows are always seen
    void room(double height) {
        most = Math.max(HEAD + 3 * ROW + 1, height);
        fit();
    }

    /// As high as its rows: there are at most eight. Where nothing is missing no column says so; what has no room beside what
    /// matters more is left out, rather than cut off.
    private void fit() {
        boolean missing = table.getItems().stream().anyMatch(row -> !row.facts().missing().isEmpty());
        boolean dated = table.getItems().stream().anyMatch(row -> row.facts().age().isPresent());
        boolean scrolls = HEAD + ROW * table.getItems().size() + 1 > most;
        Set<LegendColumn> folded = LegendColumn.folded(table.getWidth() - (scrolls ? SCROLL_BAR : 0), dated, missing);
        columns.forEach((which, column) -> {
            column.setMinWidth(which.least(dated));
            column.setVisible(!folded.contains(which));
        });
        double height = Math.min(HEAD + ROW * table.getItems().size() + 1, most);
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    private TableColumn<Row<SeriesId, LegendLine>, LegendLine> column(LegendColumn which) {
        return switch (which) {
            case STACK -> series();
            case COMPONENT -> text("ui.csv.component", 150, line -> line.offer().component());
            case FIGURE -> text("ui.explorer.figure", 130, line -> line.offer().figure());
            case VALUE -> number("", LegendLine::value, true);
            case LOWEST -> number("ui.explorer.lowest", LegendLine::lowest, false);
            case AVERAGE -> number("ui.explorer.average", LegendLine::average, false);
            case HIGHEST -> number("ui.explorer.highest", LegendLine::highest, false);
            case MISSING -> text("ui.explorer.noData", 150, LegendLine::missing);
        };
    }

    private TableColumn<Row<SeriesId, LegendLine>, LegendLine> series() {
        var column = column(words.say("ui.csv.stack"), LegendColumn.STACK.least(false));
        column.setCellFactory(_ -> new LegendCell(line -> line.stack(), (cell, line) -> {
            var badge = new EnvironmentBadge(line.environment(), words);
            cell.mark(line.colour(), badge);
            Texts.explain(cell, line.stack());
        }));
        return column;
    }

    private TableColumn<Row<SeriesId, LegendLine>, LegendLine> text(String key, double width,
            Function<LegendLine, String> says) {
        var column = column(words.say(key), width);
        column.setCellFactory(_ -> new LegendCell(says, (cell, line) -> Texts.explain(cell, says.apply(line))));
        return column;
    }

    private TableColumn<Row<SeriesId, LegendLine>, LegendLine> number(String key, Function<LegendLine, String> says,
            boolean strong) {
        var column = column(key.isEmpty() ? "" : words.say(key), NUMBER);
        column.getStyleClass().add("number");
        column.setCellFactory(_ -> new LegendCell(says, (cell, line) -> {
            cell.pseudoClassStateChanged(LegendCell.STRONG, strong && line.known());
            cell.pseudoClassStateChanged(LegendCell.ABSENT, strong && !line.known());
            cell.date(strong ? line.age() : Optional.empty());
        }).asNumber());
        return column;
    }

    private static TableColumn<Row<SeriesId, LegendLine>, LegendLine> column(String name, double width) {
        var column = new TableColumn<Row<SeriesId, LegendLine>, LegendLine>(name);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> row.getValue().factsProperty());
        return column;
    }
}
