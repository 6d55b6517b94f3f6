package io.watchdeck.ui.explorer;

import io.watchdeck.metrics.SeriesId;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.ReadRow;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
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
    private static final double LEAST_NUMBER = 72;
    private static final double LEAST_VALUE = 80;
    private static final double STACK = 148;
    /// Of a value beside its age.
    private static final double DATED = 150;

    private final Words words;
    private final TableView<Row<SeriesId, LegendLine>> table = new TableView<>();
    private final TableColumn<Row<SeriesId, LegendLine>, LegendLine> missing;
    private final TableColumn<Row<SeriesId, LegendLine>, LegendLine> value;
    private final TableColumn<Row<SeriesId, LegendLine>, LegendLine> average;
    private double most = Double.MAX_VALUE;

    LegendPane(ExplorerViewModel model, Words words) {
        this.words = words;
        missing = text("ui.explorer.noData", 150, 78, LegendLine::missing);
        getStyleClass().add("legend");
        table.setId("explorer-legend");
        table.getStyleClass().addAll("dense", "edge-to-edge", "legend-table");
        table.setFixedCellSize(ROW);
        table.setRowFactory(_ -> new ReadRow<>());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setAccessibleText(words.say("ui.explorer.legend"));
        value = number("", LegendLine::value, true);
        average = number("ui.explorer.average", LegendLine::average, false);
        model.momentProperty().subscribe(value::setText);
        TableColumn<Row<SeriesId, LegendLine>, LegendLine> component =
                text("ui.csv.component", 150, 80, line -> line.offer().component());
        component.getStyleClass().add("name-column");
        table.getColumns().setAll(List.of(series(), component,
                text("ui.explorer.figure", 130, 116, line -> line.offer().figure()), value,
                number("ui.explorer.lowest", LegendLine::lowest, false), average,
                number("ui.explorer.highest", LegendLine::highest, false), missing));
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

    /// As high as its rows: there are at most eight. Where nothing is missing no column says so, and where ages need the room
    /// the average gives it.
    private void fit() {
        missing.setVisible(table.getItems().stream().anyMatch(row -> !row.facts().missing().isEmpty()));
        boolean dated = table.getItems().stream().anyMatch(row -> row.facts().age().isPresent());
        value.setMinWidth(dated ? DATED : LEAST_VALUE);
        average.setVisible(table.getWidth() >= table.getColumns().stream()
                .filter(column -> column == average || column.isVisible()).mapToDouble(TableColumn::getMinWidth).sum());
        double height = Math.min(HEAD + ROW * table.getItems().size() + 1, most);
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    private TableColumn<Row<SeriesId, LegendLine>, LegendLine> series() {
        var column = column(words.say("ui.csv.stack"), STACK, STACK);
        column.setCellFactory(_ -> new LegendCell(line -> line.stack(), (cell, line) -> {
            var badge = new EnvironmentBadge(line.environment(), words);
            cell.mark(line.colour(), badge);
            Texts.explain(cell, line.stack());
        }));
        return column;
    }

    private TableColumn<Row<SeriesId, LegendLine>, LegendLine> text(String key, double width, double least,
            Function<LegendLine, String> says) {
        var column = column(words.say(key), width, least);
        column.setCellFactory(_ -> new LegendCell(says, (cell, line) -> Texts.explain(cell, says.apply(line))));
        return column;
    }

    private TableColumn<Row<SeriesId, LegendLine>, LegendLine> number(String key, Function<LegendLine, String> says,
            boolean strong) {
        var column = column(key.isEmpty() ? "" : words.say(key), NUMBER, strong ? LEAST_VALUE : LEAST_NUMBER);
        column.getStyleClass().add("number");
        column.setCellFactory(_ -> new LegendCell(says, (cell, line) -> {
            cell.pseudoClassStateChanged(LegendCell.STRONG, strong && line.known());
            cell.pseudoClassStateChanged(LegendCell.ABSENT, strong && !line.known());
            cell.date(strong ? line.age() : Optional.empty());
        }).asNumber());
        return column;
    }

    private static TableColumn<Row<SeriesId, LegendLine>, LegendLine> column(String name, double width,
            double least) {
        var column = new TableColumn<Row<SeriesId, LegendLine>, LegendLine>(name);
        column.setMinWidth(least);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> row.getValue().factsProperty());
        return column;
    }
}
