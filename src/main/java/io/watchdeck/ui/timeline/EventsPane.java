package io.watchdeck.ui.timeline;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.Segment;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What happened around the cursor.
final class EventsPane extends VBox {

    private static final double ROW = 27;

    private final TimelineViewModel model;
    private final AroundViewModel around;
    private final Words words;
    private final Desktop desktop;
    private final ListView<Row<String, EventLine>> list = new ListView<>();
    private boolean following;

    /// @param open  shows more of an event
    /// @param leave closes what is open, else goes back
    EventsPane(TimelineViewModel model, Words words, Desktop desktop, Consumer<String> open, Runnable leave) {
        this.model = model;
        this.words = words;
        this.desktop = desktop;
        around = model.around();
        getStyleClass().addAll("wd-card", "events-card");
        list.setId("timeline-events");
        list.getStyleClass().addAll("edge-to-edge", "card-list");
        list.setAccessibleText(words.say("ui.timeline.around"));
        list.setFixedCellSize(ROW);
        list.setItems(around.rows());
        list.setCellFactory(_ -> new EventCell(open));
        list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        around.selectedProperty().subscribe(_ -> select());
        around.rows().addListener((javafx.collections.ListChangeListener<Row<String, EventLine>>) _ -> select());
        new RowActions(words, desktop, Optional.of(() -> around.selectedProperty().get().ifPresent(open)),
                around::reference, Optional::empty, around::csv)
                .install(list);
        var copy = new MenuItem(words.say("ui.timeline.copy") + "    " + words.say("ui.activity.key.copy"),
                Icons.icon(Glyph.CONTENT_COPY));
        copy.setId("timeline-copy-event");
        copy.setOnAction(_ -> copy());
        list.getContextMenu().getItems().add(1, copy);
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave.run(); // the list would keep it for itself
                event.consume();
            } else if (event.getCode() == KeyCode.C && event.isShiftDown()) {
                copy();
                event.consume();
            }
        });
        Label empty = Texts.yielding("", "wd-muted", "list-empty");
        empty.setId("timeline-empty");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        around.emptyTextProperty().subscribe(said -> Texts.set(empty, said));
        var middle = new StackPane(list, empty);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(ROW * 2);
        getChildren().addAll(head(), unread(), middle);
    }

    /// What is refused, above a list that lacks it.
    private Label unread() {
        Label unread = Texts.yielding("", "wd-12", "events-unread");
        unread.setId("timeline-unread");
        unread.setGraphic(Icons.icon(Glyph.LOCK_OUTLINE));
        unread.setMaxWidth(Double.MAX_VALUE);
        around.unreadProperty().subscribe(said -> {
            Texts.set(unread, said);
            Texts.explain(unread, said);
        });
        return unread;
    }

    private HBox head() {
        Label count = Texts.yielding("", "wd-muted");
        count.setId("timeline-around");
        count.textProperty().bind(around.headProperty());
        var segments = new HBox();
        segments.getStyleClass().add("segments");
        segments.setMinWidth(USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (Near one : Near.values()) {
            ToggleButton button = Segment.of(words.say("ui.timeline.near." + one.word()), group,
                    () -> around.choose(one));
            button.setId("timeline-near-" + one.word());
            around.nearProperty().subscribe(now -> button.setSelected(now == one));
            segments.getChildren().add(button);
        }
        var export = new Button(null, Icons.icon(Glyph.TABLE_ARROW_DOWN));
        export.setId("timeline-export");
        export.getStyleClass().addAll("flat", "icon-button");
        export.setAccessibleText(words.say("ui.row.export"));
        Texts.explain(export, words.say("ui.row.export"));
        export.setOnAction(_ -> desktop.save(around.csv().name() + ".csv", around.csv().text()));
        var head = new HBox(Icons.icon(Glyph.FORMAT_LIST_BULLETED),
                Texts.label(words.say("ui.timeline.around"), "wd-14", "wd-strong"), count, Texts.spacer(), segments,
                export);
        head.getStyleClass().addAll("section-head", "chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void copy() {
        around.text().ifPresent(desktop::copy);
    }

    /// A person chose a row; that the cursor is at one already chooses it too.
    private void selected(@Nullable Row<String, EventLine> row) {
        if (row != null && !following) {
            model.select(row.key());
        }
    }

    private void select() {
        following = true;
        Optional<Row<String, EventLine>> wanted = around.selectedProperty().get().flatMap(around::row);
        wanted.ifPresentOrElse(row -> {
            if (list.getSelectionModel().getSelectedItem() != row) {
                list.getSelectionModel().select(row);
            }
            reveal(row);
        }, () -> list.getSelectionModel().clearSelection());
        following = false;
    }

    /// In the middle of the list, with what was before and after it.
    private void reveal(Row<String, EventLine> row) {
        int place = around.rows().indexOf(row);
        int half = (int) (list.getHeight() / ROW / 2);
        list.scrollTo(Math.max(0, place - half));
    }

    void focusList() {
        list.requestFocus();
    }
}
