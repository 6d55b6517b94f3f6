package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.MeasuredTablePane;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One of the two tables, as high as its rows.
final class SpendTablePane extends VBox {

    private static final PseudoClass SUM = PseudoClass.getPseudoClass("sum");
    private static final List<String> NUMBERS = List.of("callsToday", "calls", "units", "today", "month");
    private static final double ROW = 30;
    private static final int FEWEST = 2;
    private static final double SIZE = 13;
    private static final double TITLE = 12;
    /// Around a figure.
    private static final double AROUND = 12;
    private static final double LEAST_NAME = 120;

    private final Words words;
    private final TableView<Row<String, SpendLine>> table = new TableView<>();

    SpendTablePane(SettingsViewModel model, Words words, Desktop desktop, String which,
            ObservableList<Row<String, SpendLine>> rows) {
        this.words = words;
        getStyleClass().addAll("wd-card", "settings-card");
        table.setId("settings-" + which);
        table.getStyleClass().addAll("dense", "edge-to-edge", "spend-table");
        table.setFixedCellSize(ROW);
        table.setAccessibleText(words.say("ui.settings.table." + which));
        table.setPlaceholder(Texts.yielding(words.say("ui.settings.nothing"), "wd-muted"));
        table.setRowFactory(_ -> new SpendRow());
        name(words.say("ui.settings.column." + which));
        for (int index = 0; index < NUMBERS.size(); index++) {
            number(index);
        }
        table.setItems(rows);
        table.minHeightProperty().bind(table.prefHeightProperty());
        new RowActions(words, desktop, Optional.empty(), Optional::empty, Optional::empty, model::csv).install(table);
        getChildren().addAll(head(model, desktop, which), new MeasuredTablePane<>(table, FEWEST, this::measure));
    }

    private Node head(SettingsViewModel model, Desktop desktop, String which) {
        var export = new Button(words.say("ui.costs.export"), Icons.icon(Glyph.TABLE_ARROW_DOWN));
        export.setId("settings-" + which + "-csv");
        export.getStyleClass().addAll("small", "flat");
        export.setMinWidth(Region.USE_PREF_SIZE);
        Texts.explain(export, words.say("ui.settings.exportWhy"));
        export.setOnAction(_ -> {
            Csv csv = model.csv();
            desktop.save(csv.name() + ".csv", csv.text());
        });
        var head = new HBox(Texts.label(words.say("ui.settings.table." + which), "wd-14", "wd-strong"),
                Texts.yielding(words.say("ui.settings.tableNote"), "wd-12", "wd-muted"), Texts.spacer(), export);
        head.getStyleClass().addAll("section-head", "chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void name(String title) {
        TableColumn<Row<String, SpendLine>, String> column = column(title);
        column.setCellValueFactory(row -> row.getValue().factsProperty().map(SpendLine::name));
    }

    private void number(int index) {
        TableColumn<Row<String, SpendLine>, String> column = column(words.say("ui.settings.column."
                + NUMBERS.get(index)));
        column.getStyleClass().add("number");
        column.setCellValueFactory(row -> text(row.getValue(), index));
    }

    private static ObservableValue<String> text(Row<String, SpendLine> row, int index) {
        return row.factsProperty().map(line -> line.numbers().get(index));
    }

    private TableColumn<Row<String, SpendLine>, String> column(String title) {
        var column = new TableColumn<Row<String, SpendLine>, String>();
        column.setGraphic(Texts.yielding(title));
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
        return column;
    }

    /// Figures are never cut: names have what they leave.
    private void measure() {
        double left = table.getWidth() - 4;
        for (int index = 0; index < NUMBERS.size(); index++) {
            double needed = needed(index);
            left -= needed;
            table.getColumns().get(index + 1).setPrefWidth(needed);
        }
        table.getColumns().getFirst().setPrefWidth(Math.max(LEAST_NAME, left));
    }

    private double needed(int index) {
        double title = TextWidth.of(words.say("ui.settings.column." + NUMBERS.get(index)), true, TITLE);
        double widest = table.getItems().stream().map(Row::facts)
                .mapToDouble(line -> TextWidth.of(line.numbers().get(index), line.sum(), SIZE)).max().orElse(0);
        return Math.ceil(Math.max(title, widest)) + AROUND;
    }

    private static final class SpendRow extends TableRow<Row<String, SpendLine>> {
        @Override
        protected void updateItem(@Nullable Row<String, SpendLine> row, boolean empty) {
            super.updateItem(row, empty);
            boolean sum = row != null && row.facts().sum();
            pseudoClassStateChanged(SUM, sum);
            setAccessibleText(row == null ? null : row.facts().sentence());
            Texts.explain(this,
                    row == null ? "" : row.facts().why().isEmpty() ? row.facts().name() : row.facts().why());
        }
    }
}
