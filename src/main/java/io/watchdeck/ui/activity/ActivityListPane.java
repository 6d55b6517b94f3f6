package io.watchdeck.ui.activity;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// The list with its columns.
final class ActivityListPane extends VBox {

    private static final double ROW = 44;

    private final ActivityViewModel model;
    private final Words words;
    private final Desktop desktop;
    private final Acts acts;
    private final ListView<Row<UUID, ActivityLine>> list = new ListView<>();
    private final HBox columns = new HBox();

    /// What a row leads to.
    ///
    /// @param open  shows the details of the selected entry
    /// @param go    shows the stack of the selected entry, and its service there
    /// @param leave closes what is open, else goes back
    record Acts(Runnable open, Runnable go, Runnable leave) {}

    ActivityListPane(ActivityViewModel model, Words words, Desktop desktop, Acts acts) {
        this.model = model;
        this.words = words;
        this.desktop = desktop;
        this.acts = acts;
        getStyleClass().addAll("wd-card", "activity-list-card");
        list.setId("activity-list");
        list.getStyleClass().addAll("edge-to-edge", "activity-list");
        list.setAccessibleText(words.say("ui.screen.activity"));
        list.setFixedCellSize(ROW);
        list.setItems(model.lines());
        list.setCellFactory(_ -> new ActivityCell(new EntryRowPane(words), columns::setMaxWidth));
        list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        model.replacingProperty().subscribe(now -> {
            if (!now) {
                selectAgain();
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        new RowActions(words, desktop, Optional.of(acts.open()), model::reference, Optional::empty, model::csv)
                .install(list);
        addActions();
        Label empty = Texts.yielding("", "wd-muted", "activity-empty");
        empty.setId("activity-empty");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        model.emptyTextProperty().subscribe(said -> Texts.set(empty, said));
        var middle = new StackPane(list, empty);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(columns(), middle, told());
    }

    private void addActions() {
        var copy = item("ui.activity.copyAll", "ui.activity.key.copy", MaterialDesignC.CONSOLE_LINE, this::copy);
        var go = item("ui.activity.go", "ui.activity.key.go", MaterialDesignL.LAYERS_OUTLINE, acts.go());
        list.getContextMenu().getItems().addAll(1, List.of(copy, go));
        list.getContextMenu().addEventHandler(WindowEvent.WINDOW_SHOWING, _ -> {
            copy.setDisable(model.commands().isEmpty());
            go.setDisable(model.stack().isEmpty());
        });
    }

    private MenuItem item(String key, String shortcut, Ikon ikon, Runnable action) {
        var item = new MenuItem(words.say(key) + "    " + words.say(shortcut), Icons.icon(ikon));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void copy() {
        model.commands().ifPresent(desktop::copy);
    }

    private Node columns() {
        columns.getStyleClass().add("activity-columns");
        columns.setAlignment(Pos.CENTER_LEFT);
        EntryRowPane.place(columns, Arrays.stream(ActivityColumn.values())
                .map(column -> Texts.yielding(column.title(words), "wd-12", "wd-strong", "wd-muted")).toList());
        var band = new StackPane(columns);
        band.getStyleClass().add("activity-columns-band");
        StackPane.setAlignment(columns, Pos.CENTER_LEFT);
        return band;
    }

    private Node told() {
        Label said = Texts.yielding("", "wd-12", "told");
        said.setId("activity-told");
        said.setGraphic(Icons.icon(MaterialDesignI.INFORMATION_OUTLINE));
        said.setMaxWidth(Double.MAX_VALUE);
        model.toldProperty().subscribe(text -> Texts.set(said, text));
        return said;
    }

    void focusList() {
        list.requestFocus();
    }

    private void selected(@Nullable Row<UUID, ActivityLine> row) {
        if (row != null && !model.replacingProperty().get()) {
            model.select(row.key());
        }
    }

    /// The row that was selected is so after others came and went. Where it is not listed nothing is selected: no other
    /// takes its place under the hands of a person. Nothing that a person has selected yet: the newest.
    private void selectAgain() {
        Optional<Row<UUID, ActivityLine>> row = model.selected().isEmpty()
                ? model.lines().stream().findFirst() : model.selected().flatMap(model::line);
        if (row.isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedItem() != row.get()) {
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().select(row.get());
        }
    }

    /// Before the list takes the keys for itself.
    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE && !event.isShiftDown()) {
            acts.leave().run(); // the list would keep it for itself
        } else if (event.getCode() == KeyCode.C && event.isShiftDown()) {
            copy();
        } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
            acts.go().run();
        } else {
            return;
        }
        event.consume();
    }
}
