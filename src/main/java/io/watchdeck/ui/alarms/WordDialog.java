package io.watchdeck.ui.alarms;

import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Asks for a word on some alarms, and lists exactly those that it will be given on.
final class WordDialog extends VBox {

    private static final double WIDTH = 660;
    private static final double ROW = 32;
    private static final int ROWS = 7;

    private final WordFormViewModel model;
    private final Words words;
    private final WordFormPane form;

    /// @param say    gives the word
    /// @param cancel closes without one
    WordDialog(WordFormViewModel model, Words words, String person, Instant now, Runnable say, Runnable cancel) {
        this.model = model;
        this.words = words;
        setId("word-dialog");
        getStyleClass().add("word-dialog");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        form = new WordFormPane(model, words, "dialog");
        getChildren().addAll(head(person), rows(now), form, buttons(say, cancel));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                say.run();
                event.consume();
            }
        });
    }

    private boolean snoozes() {
        return model.kind() == WordFormViewModel.Kind.SNOOZE;
    }

    private Node head(String person) {
        Label title =
                Texts.yielding(words.say("ui.alarms.dialog." + model.kind().word(), model.alarms().size(), person),
                        "wd-16", "wd-strong");
        title.setId("dialog-title");
        var head = new HBox(Icons.icon(snoozes() ? MaterialDesignS.SLEEP : MaterialDesignA.ACCOUNT_CHECK_OUTLINE,
                "dialog-icon"), title);
        head.getStyleClass().add("dialog-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node rows(Instant now) {
        var rows = new ListView<AlarmFacts>();
        rows.setId("dialog-rows");
        rows.getStyleClass().addAll("edge-to-edge", "dialog-rows");
        rows.setFixedCellSize(ROW);
        rows.getItems().setAll(model.alarms());
        rows.setFocusTraversable(false);
        rows.setCellFactory(_ -> new DialogCell(words, now));
        double height = ROW * Math.min(ROWS, model.alarms().size()) + 2;
        rows.setMinHeight(height);
        rows.setPrefHeight(height);
        rows.setMaxHeight(height);
        rows.setAccessibleText(words.say("ui.alarms.dialog.rows"));
        return rows;
    }

    private Node buttons(Runnable say, Runnable cancel) {
        var no = new Button(words.say("ui.alarms.cancel"));
        no.setId("dialog-cancel");
        no.setMinWidth(USE_PREF_SIZE);
        no.setOnAction(_ -> cancel.run());
        var yes = new Button();
        yes.setId("dialog-say");
        yes.getStyleClass().add("accent");
        yes.setMinWidth(USE_PREF_SIZE);
        yes.textProperty().bind(model.actionProperty());
        yes.setOnAction(_ -> say.run());
        var buttons = new HBox(Texts.spacer(), no, yes);
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    /// Time goes on while it is thought over.
    void tick(Instant at) {
        model.tick(at);
    }

    void focusNote() {
        form.focusNote();
    }

    private static final class DialogCell extends ListCell<AlarmFacts> {

        private static final double TITLE = 280;

        private final AlarmText text;
        private final Words words;
        private final Instant now;
        private final SeverityIcon icon = new SeverityIcon();
        private final Label title = Texts.yielding("", "wd-strong");
        private final Label stack = Texts.blank("wd-12");
        private final EnvironmentBadge badge = new EnvironmentBadge();
        private final Label component = Texts.yielding("", "wd-12", "wd-muted");
        private final Label since = Texts.blank("wd-12", "wd-muted");
        private final HBox content = new HBox(icon, title, stack, badge, component, Texts.spacer(), since);

        DialogCell(Words words, Instant now) {
            this.words = words;
            this.now = now;
            text = new AlarmText(words);
            content.getStyleClass().add("dialog-row");
            content.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(component, Priority.SOMETIMES);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable AlarmFacts one, boolean empty) {
            super.updateItem(one, empty);
            if (one == null || empty) {
                setGraphic(null);
                return;
            }
            icon.show(one.severity(), one.group() != AlarmGroup.OPEN);
            title.setText(text.title(one));
            title.setMinWidth(Math.min(TITLE, Math.ceil(TextWidth.of(title.getText(), true, 13)) + 1));
            stack.setText(one.stack().name());
            badge.show(one.stack().environment(), words);
            component.setText(text.component(one));
            since.setText(words.say("ui.alarms.dialog.since", text.since(one, now)));
            setGraphic(content);
        }
    }
}
