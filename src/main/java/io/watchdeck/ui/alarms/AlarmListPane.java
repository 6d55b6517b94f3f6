package io.watchdeck.ui.alarms;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/// The list with its columns, and below it what came of the last word.
final class AlarmListPane extends VBox {

    private static final double ROW = 44;
    /// Rows that stay in sight above one that is scrolled to.
    private static final int ABOVE = 3;

    private final AlarmsViewModel model;
    private final Words words;
    private final BiConsumer<WordFormViewModel.Kind, List<AlarmFacts>> ask;
    private final Runnable leave;
    private final ListView<Row<AlarmLine.Key, AlarmLine>> list = new ListView<>();
    private final HBox columns = new HBox();
    /// Whether the selected row is to be brought into sight.
    private boolean hidden;
    private Optional<AlarmLine.Key> line = Optional.empty();

    /// @param ask   asks for a word on some alarms
    /// @param open  shows the details of the selected alarm
    /// @param leave closes what is open, else goes back
    AlarmListPane(AlarmsViewModel model, Words words, Desktop desktop,
            BiConsumer<WordFormViewModel.Kind, List<AlarmFacts>> ask, Runnable open, Runnable leave) {
        this.model = model;
        this.words = words;
        this.ask = ask;
        this.leave = leave;
        getStyleClass().addAll("wd-card", "alarm-list-card");
        list.setId("alarms-list");
        list.getStyleClass().addAll("edge-to-edge", "alarm-list");
        list.setAccessibleText(words.say("ui.screen.alarms"));
        list.setFixedCellSize(ROW);
        list.setItems(model.lines());
        list.setCellFactory(_ -> new AlarmCell(
                new AlarmRowPane(words, model, (kind, one) -> ask.accept(kind, List.of(one))),
                new GroupHeadPane(words, model), columns::setMaxWidth));
        list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        model.replacingProperty().subscribe(now -> {
            if (!now) {
                selectAgain();
            }
        });
        list.heightProperty().subscribe(_ -> reveal());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        new RowActions(words, desktop, Optional.of(() -> enter(open)),
                () -> model.selectedProperty().get().map(one -> one.stack().reference(one.occurrence())),
                Optional::empty, model::csv).install(list);
        Label empty = Texts.yielding("", "wd-muted", "alarms-empty");
        empty.setId("alarms-empty");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        model.emptyTextProperty().subscribe(said -> Texts.set(empty, said));
        var middle = new StackPane(list, empty);
        VBox.setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(columns(), middle, told());
    }

    private Node columns() {
        var all = new CheckBox();
        all.setId("alarms-all");
        all.setFocusTraversable(false);
        all.setAccessibleText(words.say("ui.alarms.markAll"));
        all.setTooltip(Texts.tooltip(words.say("ui.alarms.markAll")));
        all.setOnAction(_ -> model.markListed());
        model.allMarkedProperty().subscribe(all::setSelected);
        model.markedProperty().subscribe(these -> {
            all.setSelected(model.allMarkedProperty().get());
            all.setIndeterminate(!these.isEmpty() && !model.allMarkedProperty().get());
        });
        var parts = new ArrayList<Region>();
        parts.add(new StackPane(all));
        AlarmColumn.all().stream().skip(1).map(column -> Texts.yielding(column.title(words), "wd-12", "wd-strong",
                "wd-muted")).forEach(parts::add);
        columns.getStyleClass().add("alarm-columns");
        columns.setAlignment(Pos.CENTER_LEFT);
        AlarmRowPane.place(columns, parts);
        var band = new StackPane(columns);
        band.getStyleClass().add("alarm-columns-band");
        StackPane.setAlignment(columns, Pos.CENTER_LEFT);
        return band;
    }

    private Node told() {
        Label said = Texts.yielding("", "wd-12", "told");
        said.setId("alarms-told");
        said.setGraphic(Icons.icon(MaterialDesignI.INFORMATION_OUTLINE));
        said.setMaxWidth(Double.MAX_VALUE);
        model.toldProperty().subscribe(text -> Texts.set(said, text));
        return said;
    }

    void focusList() {
        list.requestFocus();
    }

    /// Selects an alarm and brings it into sight.
    void select(Row<AlarmLine.Key, AlarmLine> row) {
        list.getSelectionModel().select(row);
        hidden = true;
        reveal();
    }

    /// As soon as it is known how much of the list is seen.
    private void reveal() {
        if (!hidden || list.getHeight() <= 0) {
            return;
        }
        hidden = false;
        int index = list.getSelectionModel().getSelectedIndex();
        if ((index + 1) * ROW > list.getHeight()) {
            list.scrollTo(Math.max(0, index - ABOVE));
        }
    }

    private void selected(@Nullable Row<AlarmLine.Key, AlarmLine> row) {
        if (model.replacingProperty().get()) {
            return;
        }
        line = Optional.ofNullable(row).map(Row::key).or(() -> line);
        if (row != null && row.key() instanceof AlarmLine.Key.OfAlarm(var id)) {
            model.select(id);
        }
    }

    /// The line that was selected is so after lines came and went; of an alarm that was followed, its new one. Where it is
    /// not listed nothing is selected: no other alarm takes its place under the hands of a person.
    private void selectAgain() {
        Optional<AlarmFacts> wanted = model.selectedProperty().get();
        if (line.filter(AlarmLine.Key.OfAlarm.class::isInstance).isPresent()) {
            line = wanted.<AlarmLine.Key>map(one -> new AlarmLine.Key.OfAlarm(one.id())).or(() -> line);
        }
        Optional<Row<AlarmLine.Key, AlarmLine>> row = line.flatMap(model::line);
        if (row.isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedItem() != row.get()) {
            list.getSelectionModel().clearSelection();
            list.getSelectionModel().select(row.get());
        }
    }

    private Optional<AlarmLine> current() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(Row::facts);
    }

    private void enter(Runnable open) {
        current().ifPresent(line -> {
            switch (line) {
                case AlarmLine.Head head -> model.fold(head.group());
                case AlarmLine.Alarm _ -> open.run();
            }
        });
    }

    /// Before the list takes the keys for itself.
    private void key(KeyEvent event) {
        boolean alone = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            model.markListed();
        } else if (alone && event.getCode() == KeyCode.ESCAPE) {
            leave.run(); // the list would keep it for itself
        } else if (alone && event.getCode() == KeyCode.A) {
            ask.accept(WordFormViewModel.Kind.ACKNOWLEDGE, model.meant());
        } else if (alone && (event.getCode() == KeyCode.S || event.getCode() == KeyCode.Z)) {
            ask.accept(WordFormViewModel.Kind.SNOOZE, model.meant());
        } else if (alone && event.getCode() == KeyCode.SPACE) {
            current().ifPresent(this::toggle);
        } else if (alone && (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT)) {
            boolean close = event.getCode() == KeyCode.LEFT;
            current().filter(line -> line instanceof AlarmLine.Head head && head.folded() != close)
                    .ifPresent(this::toggle);
        } else {
            return;
        }
        event.consume();
    }

    private void toggle(AlarmLine line) {
        switch (line) {
            case AlarmLine.Head head -> model.fold(head.group());
            case AlarmLine.Alarm alarm -> {
                if (alarm.facts().live()) {
                    model.mark(alarm.facts().id());
                }
            }
        }
    }
}
