package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Series;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/// The values of a chart as a table, newest first: what a screen reader reads, and who wants the numbers. A period without
/// a sample says so.
public final class ChartValuesPane extends StackPane {

    private static final double ROW = 26;

    private final Words words;
    private final FigureText figures;
    private final TableView<Instant> table = new TableView<>();

    public ChartValuesPane(Words words) {
        this.words = words;
        figures = new FigureText(words);
        getStyleClass().add("chart-values");
        table.getStyleClass().addAll("dense", "edge-to-edge");
        table.setFixedCellSize(ROW);
        table.setId("chart-values-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getChildren().add(table);
    }

    public void show(ChartData data) {
        table.getColumns().setAll(Stream.concat(Stream.of(column(words.say("ui.history.time"),
                at -> words.when(at, data.now()))),
                data.plots().stream().flatMap(plot -> plot.lines().stream().map(line -> column(line.name(),
                        at -> value(plot, line.values(), at)))))
                .toList());
        table.setItems(FXCollections.observableArrayList(data.instants()));
        table.setAccessibleText(data.summary());
    }

    /// Puts the keyboard on the newest values.
    public void focusTable() {
        table.requestFocus();
        table.getSelectionModel().selectFirst();
    }

    /// How many rows there are, and what a row says.
    List<List<String>> rows() {
        return table.getItems().stream().map(at -> table.getColumns().stream()
                .map(column -> String.valueOf(column.getCellObservableValue(at).getValue())).toList()).toList();
    }

    private String value(ChartData.Plotted plot, Series values, Instant at) {
        return values.between(at, at.plusSeconds(1)).last().map(sample -> figures.of(sample.value(), plot.unit()))
                .orElseGet(() -> words.say("ui.chart.noData"));
    }

    private interface Says {
        String of(Instant at);
    }

    private static TableColumn<Instant, String> column(String name, Says says) {
        var column = new TableColumn<Instant, String>(name);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(says.of(row.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
