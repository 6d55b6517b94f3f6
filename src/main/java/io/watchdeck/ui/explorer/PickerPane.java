package io.watchdeck.ui.explorer;

import io.watchdeck.ui.kit.FilterField;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// The list of all series with its filter. Enter and Space choose, or take away; in the filter Enter chooses the first
/// that matches, and Down goes on in the list.
final class PickerPane extends VBox {

    private static final double ROW = 28;

    private final ExplorerViewModel model;
    private final FilterField filter;
    private final ListView<Row<String, PickLine>> list = new ListView<>();

    PickerPane(ExplorerViewModel model, Words words) {
        this.model = model;
        getStyleClass().addAll("wd-card", "picker");
        setId("explorer-picker");
        filter = FilterField.ofScreen(words, "explorer-filter", words.say("ui.explorer.filter"),
                words.say("ui.explorer.filterHelp"), model.columns(), model::filter);
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::inField);
        HBox.setHgrow(filter, Priority.ALWAYS);
        var head = new HBox(filter);
        head.getStyleClass().add("picker-head");
        head.setAlignment(Pos.CENTER_LEFT);
        list.setId("explorer-list");
        list.getStyleClass().addAll("dense", "edge-to-edge", "pick-list");
        list.setFixedCellSize(ROW);
        list.setItems(model.picks());
        list.setAccessibleText(words.say("ui.explorer.list"));
        list.setPlaceholder(none(words));
        list.setCellFactory(_ -> new PickCell(words, this::pick));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::inList);
        list.getItems().addListener((ListChangeListener<Row<String, PickLine>>) _ -> keepOffHeads());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, list);
    }

    private Label none(Words words) {
        Label none = Texts.yielding("", "wd-12", "wd-muted", "pick-none");
        filter.textProperty().subscribe(typed -> none.setText(words.say(typed == null || typed.isBlank()
                ? "ui.overview.none" : "ui.explorer.noMatch")));
        none.setWrapText(true);
        none.setAlignment(Pos.CENTER);
        none.setTextAlignment(TextAlignment.CENTER);
        return none;
    }

    FilterField filter() {
        return filter;
    }

    void focusList() {
        if (list.getSelectionModel().getSelectedIndex() < 0) {
            move(-1, 1);
        }
        list.requestFocus();
    }

    private void pick(@Nullable Row<String, PickLine> row) {
        if (row != null) {
            row.facts().offer().ifPresent(offer -> model.toggle(offer.id()));
        }
    }

    private void inField(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().clearSelection();
            focusList();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            model.picks().stream().filter(row -> row.facts().offer().isPresent()).findFirst().ifPresent(this::pick);
            event.consume();
        }
    }

    private void inList(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ENTER, SPACE -> pick(list.getSelectionModel().getSelectedItem());
            case DOWN, J -> move(at, 1);
            case UP, K -> {
                if (!move(at, -1)) {
                    filter.focusAll();
                }
            }
            case HOME -> move(-1, 1);
            case END -> move(list.getItems().size(), -1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// To the next series in a direction, past the lines of the stacks.
    ///
    /// @return whether there is one
    private boolean move(int from, int direction) {
        for (int next = from + direction; next >= 0 && next < list.getItems().size(); next += direction) {
            if (list.getItems().get(next).facts().offer().isPresent()) {
                list.getSelectionModel().clearAndSelect(next);
                list.getFocusModel().focus(next);
                list.scrollTo(Math.max(0, next - 4));
                return true;
            }
        }
        return false;
    }

    private void keepOffHeads() {
        Row<String, PickLine> row = list.getSelectionModel().getSelectedItem();
        if (row != null && row.facts().offer().isEmpty()) {
            list.getSelectionModel().clearSelection();
        }
    }
}
