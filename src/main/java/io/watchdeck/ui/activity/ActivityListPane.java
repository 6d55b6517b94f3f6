package io.watchdeck.ui.activity;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.ListCardPane;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.WindowEvent;

/// The list with its columns.
final class ActivityListPane {

    private final ActivityViewModel model;
    private final Words words;
    private final Desktop desktop;
    private final Acts acts;
    private final ListCardPane<UUID, ActivityLine> card;
    private final ListView<Row<UUID, ActivityLine>> list;

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
        card = new ListCardPane<>("activity", words.say("ui.screen.activity"));
        card.columns(ActivityColumns.ALL, ActivityColumns.ALL.stream()
                .map(column -> column.title(words)).toList());
        card.tells(model.emptyTextProperty(), model.toldProperty());
        list = card.list();
        list.setItems(model.lines());
        list.widthProperty().subscribe(width -> list.setFixedCellSize(EntryRowPane.height(width.doubleValue())));
        list.setCellFactory(_ -> new ActivityCell(new EntryRowPane(words), card.onWidth()));
        card.selection(model.replacingProperty(), row -> model.select(row.key()), this::wanted);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        new RowActions(words, desktop, Optional.of(acts.open()), model::reference, Optional::empty, model::csv)
                .install(list);
        addActions();
    }

    ListCardPane<UUID, ActivityLine> card() {
        return card;
    }

    private void addActions() {
        var copy = item("ui.activity.copyAll", "ui.activity.key.copy", Glyph.CONSOLE_LINE, this::copy);
        var go = item("ui.activity.go", "ui.activity.key.go", Glyph.LAYERS_OUTLINE, acts.go());
        list.getContextMenu().getItems().addAll(1, List.of(copy, go));
        list.getContextMenu().addEventHandler(WindowEvent.WINDOW_SHOWING, _ -> {
            copy.setDisable(model.commands().isEmpty());
            go.setDisable(model.stack().isEmpty());
        });
    }

    private MenuItem item(String key, String shortcut, Glyph glyph, Runnable action) {
        var item = new MenuItem(words.say(key) + "    " + words.say(shortcut), Icons.icon(glyph));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void copy() {
        model.commands().ifPresent(desktop::copy);
    }

    /// The newest, as long as a person has selected nothing.
    private Optional<Row<UUID, ActivityLine>> wanted() {
        return model.selected().isEmpty() ? model.lines().stream().findFirst()
                : model.selected().flatMap(model::line);
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
