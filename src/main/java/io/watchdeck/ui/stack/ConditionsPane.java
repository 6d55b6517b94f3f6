package io.watchdeck.ui.stack;

import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.ReadRow;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.RowFlow;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Every rule and CloudWatch alarm of the stack with its value and limit, those in alarm first.
final class ConditionsPane extends VBox {

    private static final double HEADER = 30;
    private static final double ROW = 32;
    private static final int SHOWN = 20;
    private static final double SCROLL_BAR = 10;
    private static final List<Double> SHARES = List.of(0.125, 0.26, 0.1, 0.1, 0.11, 0.145, 0.16);

    private final TableView<Row<String, ConditionLine>> table = new TableView<>();

    ConditionsPane(StackViewModel model, Words words, Desktop desktop) {
        getStyleClass().addAll("wd-card", "conditions-pane");
        Label summary = Texts.yielding("", "wd-12", "wd-muted");
        summary.textProperty().bind(model.conditionSummaryProperty());
        var head = new HBox(Icons.icon(Glyph.BELL_OUTLINE),
                Texts.label(words.say("ui.condition.title"), "wd-14", "wd-strong"), summary);
        head.getStyleClass().add("section-head");
        head.setAlignment(Pos.CENTER_LEFT);
        table.setId("conditions-table");
        table.getStyleClass().addAll("dense", "edge-to-edge", "conditions-table");
        table.setAccessibleText(words.say("ui.condition.title"));
        table.setFixedCellSize(ROW);
        table.setRowFactory(_ -> new ReadRow<>());
        RowFlow.install(table);
        Label none = Texts.wrapping("", "wd-muted");
        none.textProperty().bind(model.conditionsEmptyProperty());
        table.setPlaceholder(none);
        table.setItems(model.conditions());
        column(words.say("ui.column.state"), ConditionCell.State::new);
        column(words.say("ui.condition.what"), () -> new ConditionCell.Text(ConditionLine::sentence,
                line -> line.severity() == Severity.FINE ? Tone.MUTED : Tone.PLAIN));
        column(words.say("ui.condition.value"), () -> new ConditionCell.Text(ConditionLine::value,
                ConditionLine::tone));
        column(words.say("ui.condition.limit"), () -> new ConditionCell.Text(ConditionLine::limit, _ -> Tone.MUTED));
        column(words.say("ui.condition.hour"), ConditionCell.Line::new);
        column(words.say("ui.condition.sinceTitle"), () -> new ConditionCell.Text(ConditionLine::since,
                _ -> Tone.MUTED));
        column(words.say("ui.condition.on"), () -> new ConditionCell.Origin(words));
        table.widthProperty().subscribe(_ -> distribute());
        model.conditions().addListener((ListChangeListener<Row<String, ConditionLine>>) _ -> fit());
        new RowActions(words, desktop, Optional.empty(), () -> Optional.ofNullable(
                table.getSelectionModel().getSelectedItem()).map(row -> row.facts().reference()), Optional::empty,
                model::conditionsCsv).install(table);
        getChildren().addAll(head, table);
        fit();
    }

    private void column(String title, Supplier<ConditionCell> cell) {
        var column = new TableColumn<Row<String, ConditionLine>, ConditionLine>();
        column.setGraphic(Texts.yielding(title));
        column.setCellValueFactory(row -> row.getValue().factsProperty());
        column.setCellFactory(_ -> cell.get());
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
    }

    /// Shows the worst again.
    void toTop() {
        table.scrollTo(0);
    }

    /// More rows than are shown bring a scroll bar, which needs its room beside the columns.
    private void distribute() {
        double width = table.getWidth() - 2 - (table.getItems().size() > SHOWN ? SCROLL_BAR : 0);
        for (int index = 0; index < SHARES.size(); index++) {
            table.getColumns().get(index).setPrefWidth(Math.floor(width * SHARES.get(index)));
        }
    }

    private void fit() {
        double height = HEADER + Math.clamp(table.getItems().size(), 2, SHOWN) * ROW + 2;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
        distribute();
    }
}
