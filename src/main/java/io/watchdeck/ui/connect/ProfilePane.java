package io.watchdeck.ui.connect;

import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// By which credentials, and in which Region.
final class ProfilePane extends StepPane {

    private static final double ROW = 34;
    private static final int MOST = 7;

    private final ConnectViewModel model;
    private final ListView<ProfileLine> list = new ListView<>();
    private boolean quiet;

    ProfilePane(ConnectViewModel model, Words words) {
        super("connect-profile");
        this.model = model;
        list.setId("connect-profiles");
        list.getStyleClass().add("connect-list");
        list.setAccessibleText(words.say("ui.connect.profiles"));
        list.setFixedCellSize(ROW);
        Label reading = Texts.label(words.say("ui.profiles.reading"), "wd-13", "wd-muted");
        reading.setId("connect-profiles-reading");
        reading.setGraphic(Icons.icon(Icons.of(Absence.Kind.ASKING), "absence-icon"));
        list.setPlaceholder(reading);
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::goOn);
        show();
        model.profiles().addListener((ListChangeListener<ProfileLine>) _ -> show());
        // Which is likely is known later than which there are.
        model.chosenProperty().subscribe(this::point);
        var region = new TextField();
        region.setId("connect-region");
        region.getStyleClass().addAll("wd-mono", "connect-region");
        region.setPromptText("ap-northeast-2");
        region.textProperty().bindBidirectional(model.regionProperty());
        Label label = Texts.label(words.say("ui.connect.region"), "wd-13", "wd-strong");
        label.setLabelFor(region);
        var line = new HBox(label, region, Texts.yielding(words.say("ui.connect.region.why"), "wd-12", "wd-muted"));
        line.getStyleClass().add("connect-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(list, line);
    }

    private void show() {
        quiet = true;
        list.getItems().setAll(model.profiles());
        point();
        int rows = Math.clamp(list.getItems().size(), 1, MOST);
        list.setPrefHeight(rows * ROW + 2);
        list.setMinHeight(rows * ROW + 2);
        quiet = false;
    }

    /// By its name: what is said of it may be another than before.
    private void point() {
        int chosen = list.getItems().stream().map(ProfileLine::profile).toList()
                .indexOf(model.chosenProperty().get().profile());
        if (chosen >= 0 && (chosen != list.getSelectionModel().getSelectedIndex()
                || chosen != list.getFocusModel().getFocusedIndex())) {
            boolean before = quiet;
            quiet = true;
            list.getSelectionModel().clearAndSelect(chosen);
            list.getFocusModel().focus(chosen);
            quiet = before;
        }
    }

    /// The list would keep the key for itself.
    private void goOn(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isAltDown()) {
            event.consume();
            model.act();
        }
    }

    private void selected(@Nullable ProfileLine line) {
        if (!quiet && line != null) {
            model.choose(line.profile());
        }
    }

    @Override
    Node first() {
        return list;
    }

    private static final class Cell extends ListCell<ProfileLine> {

        @Override
        protected void updateItem(@Nullable ProfileLine line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (line == null || empty) {
                setGraphic(null);
                return;
            }
            var row = new HBox(Texts.label(line.name(), "wd-13", "wd-strong"),
                    Texts.yielding(line.kind(), "wd-12", "wd-muted"), Texts.spacer());
            row.getStyleClass().add("connect-line");
            row.setAlignment(Pos.CENTER_LEFT);
            if (!line.state().isEmpty()) {
                Label state = Texts.label(line.state(), "wd-12", "wd-muted");
                if (line.missing().isPresent()) {
                    state.setGraphic(Icons.icon(Glyph.KEY_ALERT_OUTLINE, "warning-icon"));
                }
                row.getChildren().add(state);
            }
            setGraphic(row);
            setAccessibleText(line.name() + ", " + line.kind() + " " + line.state());
        }
    }
}
