package io.watchdeck.ui.kit;

import io.watchdeck.model.TimeRange;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.StackPane;

/// The values of a chart as a table, newest first: what a screen reader reads, and who wants the numbers. A period without
/// a sample says so.
public final class ChartValuesPane extends StackPane {

    private static final double ROW = 26;

    private final Words words;
    private final FigureText figures;
    private final ObjectProperty<ChartData> data = new SimpleObjectProperty<>(
            ChartData.empty(new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1))));
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

    /// What is chosen, how wide the columns are and how far down somebody has read stays, as long as the lines do.
    public void show(ChartData newest) {
        Optional<Instant> top = readDownTo();
        List<String> names = names(newest);
        boolean others = table.getColumns().isEmpty() || !names.equals(names(data.get()));
        data.set(newest);
        if (others) {
            table.getColumns().setAll(columns(newest));
        }
        items(newest.instants());
        table.setAccessibleText(newest.summary());
        top.map(table.getItems()::indexOf).filter(index -> index >= 0).ifPresent(table::scrollTo);
    }

    /// The row at the upper edge, unless that is the newest: who looks at the newest wants to see the next.
    private Optional<Instant> readDownTo() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                ? Optional.of(flow.getFirstVisibleCell().getIndex())
                        .filter(index -> index > 0 && index < table.getItems().size()).map(table.getItems()::get)
                : Optional.empty();
    }

    private static List<String> names(ChartData data) {
        return data.plots().stream().flatMap(plot -> plot.lines().stream()).map(ChartData.Line::name).toList();
    }

    private List<TableColumn<Instant, String>> columns(ChartData of) {
        var columns = new ArrayList<TableColumn<Instant, String>>();
        columns.add(column(words.say("ui.history.time"), at -> words.when(at, data.get().now())));
        List<String> names = names(of);
        for (int line = 0; line < names.size(); line++) {
            int place = line;
            columns.add(column(names.get(line), at -> value(place, at)));
        }
        return columns;
    }

    /// Rows that stay are not touched: mostly a few come at the begin and as many go at the end. Of another time all do.
    private void items(List<Instant> wanted) {
        ObservableList<Instant> rows = table.getItems();
        var kept = new HashSet<>(wanted);
        kept.retainAll(Set.copyOf(rows));
        if (kept.size() * 2 < wanted.size()) {
            rows.setAll(wanted);
            return;
        }
        rows.removeIf(at -> !kept.contains(at));
        int from = 0;
        while (from < wanted.size()) {
            int to = from;
            while (to < wanted.size() && !kept.contains(wanted.get(to))) {
                to++;
            }
            if (to > from) {
                rows.addAll(from, wanted.subList(from, to));
            }
            from = to + 1;
        }
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

    /// A cell of a column that is about to go may still ask.
    private String value(int place, Instant at) {
        return data.get().plots().stream().flatMap(plot -> plot.lines().stream().map(line -> value(plot, line, at)))
                .skip(place).findFirst().orElse("");
    }

    private String value(ChartData.Plotted plot, ChartData.Line line, Instant at) {
        return line.values().between(at, at.plusSeconds(1)).last()
                .map(sample -> figures.of(sample.value(), plot.unit())).orElseGet(() -> words.say("ui.chart.noData"));
    }

    private interface Says {
        String of(Instant at);
    }

    private TableColumn<Instant, String> column(String name, Says says) {
        var column = new TableColumn<Instant, String>(name);
        column.setCellValueFactory(row -> Bindings.createStringBinding(() -> says.of(row.getValue()), data));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
