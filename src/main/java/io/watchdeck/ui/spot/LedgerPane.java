package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.FilterField;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.ListCardPane;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.Segment;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The lines of the ledger, newest first, under what is listed of them.
final class LedgerPane extends VBox {

    private final SpotViewModel model;
    private final Words words;
    private final Desktop desktop;
    private final Acts acts;
    private final FilterField filter;
    private final ListCardPane<String, SpotLine> card;
    private final ListView<Row<String, SpotLine>> list;

    /// What a row leads to.
    ///
    /// @param open  shows the details of the selected line
    /// @param leave closes what is open, else goes back
    record Acts(Runnable open, Runnable leave) {}

    LedgerPane(SpotViewModel model, Words words, Desktop desktop, Acts acts) {
        this.model = model;
        this.words = words;
        this.desktop = desktop;
        this.acts = acts;
        getStyleClass().add("spot-ledger");
        filter = FilterField.ofScreen(words, "spot-filter", words.say("ui.spot.filter"),
                words.say("ui.spot.filterHelp"), model.columns(), model::filter);
        HBox.setHgrow(filter, Priority.SOMETIMES);
        card = new ListCardPane<>("spot", words.say("ui.spot.ledger"));
        card.columns(SpotColumns.LINES, SpotColumns.LINES.stream().map(column -> column.title(words)).toList());
        card.tells(model.emptyTextProperty(), model.toldProperty());
        VBox.setVgrow(card, Priority.ALWAYS);
        list = card.list();
        list.setItems(model.lines());
        list.setCellFactory(_ -> {
            var row = new LineRowPane(words);
            return new SpotCell<>(row, row::show, card.onWidth());
        });
        card.selection(model.replacingProperty(), this::selected, () -> model.selectedLine().flatMap(model::line));
        list.setOnMouseClicked(
                _ -> Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(this::selected));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        new RowActions(words, desktop, Optional.of(acts.open()), model::reference, Optional::empty, model::csv)
                .install(list);
        var copy = new MenuItem(words.say("ui.spot.copy") + "    " + words.say("ui.activity.key.copy"),
                Icons.icon(Glyph.CONTENT_COPY));
        copy.setId("spot-menu-copy");
        copy.setOnAction(_ -> copy());
        list.getContextMenu().getItems().add(1, copy);
        getChildren().addAll(tools(), card);
    }

    ListCardPane<String, SpotLine> card() {
        return card;
    }

    FilterField filter() {
        return filter;
    }

    private Node tools() {
        var sorts = new HBox();
        sorts.getStyleClass().add("segments");
        sorts.setMinWidth(USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (Sort one : Sort.values()) {
            ToggleButton button = Segment.of(words.say("ui.spot.sort." + one.word()), group,
                    () -> model.only(one));
            button.setId("spot-only-" + one.word());
            model.filterProperty().subscribe(now -> button.setSelected(now.sort() == one));
            sorts.getChildren().add(button);
        }
        var more = new Button(words.say("ui.spot.more"), Icons.icon(Glyph.CHEVRON_DOUBLE_DOWN));
        more.setId("spot-more");
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(_ -> model.more());
        model.moreProperty().subscribe(there -> Texts.shown(more, there));
        var export = new Button(null, Icons.icon(Glyph.TABLE_ARROW_DOWN));
        export.setId("spot-export");
        export.getStyleClass().add("icon-button");
        export.setAccessibleText(words.say("ui.row.export"));
        Texts.explain(export, words.say("ui.row.export"));
        export.setOnAction(_ -> {
            Csv table = model.csv();
            desktop.save(table.name() + ".csv", table.text());
        });
        model.emptyTextProperty().subscribe(said -> export.setDisable(!said.isEmpty()));
        var tools = new HBox(sorts, filter, Texts.spacer(), more, export);
        tools.getStyleClass().add("spot-tools");
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.setMinWidth(0);
        return tools;
    }

    private void copy() {
        model.detailProperty().get().map(SpotDetail::copied).ifPresent(desktop::copy);
    }

    private void selected(Row<String, SpotLine> row) {
        model.select(row.key());
    }

    /// Before the list takes the keys for itself.
    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE && !event.isShiftDown()) {
            acts.leave().run();
        } else if (event.getCode() == KeyCode.C && event.isShiftDown()) {
            copy();
        } else {
            return;
        }
        event.consume();
    }
}
