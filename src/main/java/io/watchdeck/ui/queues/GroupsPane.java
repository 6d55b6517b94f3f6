package io.watchdeck.ui.queues;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The dead letters of the selected queue in groups, and the buttons that look at them.
final class GroupsPane extends VBox {

    private static final PseudoClass WARNS = PseudoClass.getPseudoClass("warns");
    private static final double ROW = 96;

    private final LettersViewModel model;
    private final Runnable leave;
    private final ListView<Row<String, GroupLine>> list = new ListView<>();
    private final Label title = Texts.yielding("", "wd-14", "wd-strong");
    private final Label asOf = Texts.yielding("", "wd-12", "wd-muted");
    private final Label empty = Texts.wrapping("", "wd-muted", "groups-empty");
    private final Label note = Texts.wrapping("", "wd-12", "look-note");
    private final Label refused = Texts.wrapping("", "wd-12", "wd-muted");
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Button page = button("look-page", Glyph.EYE_OUTLINE);
    private final Button all = button("look-all", Glyph.EYE_OUTLINE);
    private final Button again = button("look-again", Glyph.EYE_REFRESH_OUTLINE);

    /// @param leave closes what is open, else goes back
    GroupsPane(LettersViewModel model, Words words, Runnable leave) {
        this.model = model;
        this.leave = leave;
        getStyleClass().addAll("wd-card", "letters-card");
        setId("letter-groups-card");
        list.setId("letter-groups");
        list.getStyleClass().addAll("edge-to-edge", "letter-groups");
        list.setAccessibleText(words.say("ui.queues.groups"));
        list.setFixedCellSize(ROW);
        list.setItems(model.groups());
        list.setCellFactory(_ -> new GroupCell());
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.select(row.key());
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.groups().addListener((ListChangeListener<Row<String, GroupLine>>) _ -> mark());
        model.selectedProperty().subscribe(_ -> mark());
        empty.setId("letters-empty");
        note.setId("look-note");
        note.setGraphic(Icons.icon(Glyph.EYE_OUTLINE));
        refused.setId("look-refused");
        busy.getStyleClass().add("asking");
        busy.setAccessibleText(words.say("ui.queues.looking"));
        page.getStyleClass().add("accent");
        page.setOnAction(_ -> model.lookAtPage());
        all.setOnAction(_ -> model.lookAtAll());
        again.setOnAction(_ -> model.lookAgain());
        again.setTooltip(Texts.tooltip(words.say("ui.queues.lookAgainWhy")));
        var middle = new StackPane(list, empty);
        StackPane.setAlignment(empty, Pos.CENTER);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        getChildren().addAll(head(), middle, foot());
        model.headProperty().subscribe(this::show);
    }

    private static Button button(String id, Glyph icon) {
        var button = new Button(null, Icons.icon(icon));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(0);
        return button;
    }

    private Node head() {
        asOf.setGraphic(Icons.icon(Glyph.CALENDAR_OUTLINE));
        var head = new HBox(title, Texts.spacer(), busy, asOf);
        head.getStyleClass().addAll("section-head", "letters-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node foot() {
        var buttons = new FlowPane(page, all, again);
        buttons.getStyleClass().add("look-buttons");
        var foot = new VBox(note, refused, buttons);
        foot.getStyleClass().add("letters-foot");
        foot.setMinHeight(USE_PREF_SIZE);
        return foot;
    }

    private void show(LooksHead head) {
        title.setText(head.title());
        Texts.explain(title, head.title());
        Texts.set(asOf, head.asOf());
        Texts.shown(busy, head.looking());
        Texts.set(empty, head.empty());
        Texts.shown(list, head.empty().isEmpty());
        Texts.set(note, head.note());
        note.pseudoClassStateChanged(WARNS, head.warns());
        boolean open = head.refused().isEmpty() && !head.looking();
        Texts.set(refused, head.empty().isEmpty() ? head.refused().orElse("") : "");
        tell(page, head.look(), open);
        tell(all, head.all().orElse(""), open);
        tell(again, head.again(), open);
    }

    private static void tell(Button button, String text, boolean open) {
        button.setText(text);
        button.setDisable(!open);
        Texts.shown(button, !text.isEmpty());
    }

    /// From a letter to the next, while the groups have the keyboard.
    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.LEFT) {
            model.step(event.getCode() == KeyCode.RIGHT ? 1 : -1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            leave.run();
            event.consume();
        } else if (event.getCode() == KeyCode.J || event.getCode() == KeyCode.K) {
            if (event.getCode() == KeyCode.J) {
                list.getSelectionModel().selectNext();
            } else {
                list.getSelectionModel().selectPrevious();
            }
            event.consume();
        }
    }

    private void mark() {
        Row<String, GroupLine> now = list.getSelectionModel().getSelectedItem();
        model.selectedProperty().get().filter(key -> now == null || !now.key().equals(key)).flatMap(model::row)
                .ifPresent(list.getSelectionModel()::select);
    }

    /// Where the keyboard goes on Enter in the table: to the groups, or to the button that looks.
    void focusFirst() {
        if (list.isVisible()) {
            list.requestFocus();
        } else {
            page.requestFocus();
        }
    }

    boolean hasFocus() {
        return list.isFocused() || page.isFocused() || all.isFocused() || again.isFocused();
    }
}
