package io.watchdeck.ui.shell;

import atlantafx.base.controls.CustomTextField;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The palette as it is seen: a field, and below it what fits. The field keeps the focus; what is selected is said there,
/// for screen readers.
final class PalettePane extends VBox {

    private static final double ROW = 32;
    private static final double WIDTH = 640;
    private static final double PADDING = 12;

    private final PaletteViewModel model;
    private final Words words;
    private final Runnable chosen;
    private final CustomTextField field = new CustomTextField();
    private final ListView<PaletteRow> list = new ListView<>();
    private final Label nothing = Texts.blank("wd-13", "wd-muted", "palette-nothing");
    private int top;

    /// @param chosen told when a person wants what is selected
    PalettePane(PaletteViewModel model, Words words, Runnable chosen) {
        this.model = model;
        this.words = words;
        this.chosen = chosen;
        setId("palette");
        getStyleClass().add("palette");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(words.say("ui.palette.title"));
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        prepareField();
        prepareList();
        nothing.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(field, list, nothing, foot());
        model.rows().addListener((javafx.collections.ListChangeListener<PaletteRow>) _ -> measure());
        model.selectedProperty().subscribe(_ -> show());
        measure();
    }

    private void prepareField() {
        field.setId("palette-field");
        field.getStyleClass().add("palette-field");
        field.setPromptText(words.say("ui.palette.prompt"));
        field.setAccessibleText(words.say("ui.palette.title"));
        field.setLeft(Icons.icon(Glyph.MAGNIFY));
        field.textProperty().subscribe(text -> {
            top = 0;
            model.type(text);
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void prepareList() {
        list.setId("palette-list");
        list.getStyleClass().add("palette-list");
        list.setAccessibleText(words.say("ui.palette.title"));
        list.setFixedCellSize(ROW);
        list.setItems(model.rows());
        list.setCellFactory(_ -> new PaletteCell(words, row -> {
            model.select(row);
            chosen.run();
        }));
        list.setFocusTraversable(false);
    }

    private HBox foot() {
        Label count = Texts.blank("wd-12", "wd-muted");
        count.setId("palette-count");
        model.countProperty().subscribe(count::setText);
        var foot = new HBox(count, Texts.spacer(), Texts.label(words.say("ui.palette.keys"), "wd-12", "wd-muted"));
        foot.getStyleClass().add("palette-foot");
        return foot;
    }

    /// An empty field, and what is suggested.
    void begin() {
        top = 0;
        field.clear();
        field.requestFocus();
        show();
    }

    CustomTextField field() {
        return field;
    }

    private void measure() {
        int rows = model.rows().size();
        list.setPrefHeight(Math.min(rows, PaletteViewModel.SEEN) * ROW + PADDING);
        list.setMinHeight(Math.min(rows, 1) * ROW + PADDING);
        Texts.shown(list, rows > 0);
        Texts.set(nothing, rows > 0 ? "" : words.say("ui.palette.nothing"));
        show();
    }

    /// The selection is the model's: what arrives meanwhile never moves it.
    private void show() {
        int row = model.selectedProperty().get();
        if (row < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().clearAndSelect(row);
            if (row < top) {
                top = row;
            } else if (row >= top + PaletteViewModel.SEEN) {
                top = row - PaletteViewModel.SEEN + 1;
            }
            list.scrollTo(top);
        }
        field.setAccessibleHelp(model.spoken());
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.page(1);
            case PAGE_UP -> model.page(-1);
            case ENTER -> chosen.run();
            case TAB -> model.move(event.isShiftDown() ? -1 : 1);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
