package io.watchdeck.ui.alarms;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.ListCardPane;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The list with its columns, and below it what came of the last word.
final class AlarmListPane {

    private final AlarmsViewModel model;
    private final Words words;
    private final BiConsumer<WordFormViewModel.Kind, List<AlarmFacts>> ask;
    private final Runnable leave;
    private final ListCardPane<AlarmLine.Key, AlarmLine> card;
    private final ListView<Row<AlarmLine.Key, AlarmLine>> list;
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
        card = new ListCardPane<>("alarms", words.say("ui.screen.alarms"));
        card.getStyleClass().add("alarm-list-card");
        card.columns(AlarmColumns.ALL, columns());
        card.tells(model.emptyTextProperty(), model.toldProperty());
        card.rows(AlarmLine.Alarm.class::isInstance);
        list = card.list();
        list.setItems(model.lines());
        list.setCellFactory(_ -> new AlarmCell(
                new AlarmRowPane(words, model, (kind, one) -> ask.accept(kind, List.of(one))),
                new GroupHeadPane(words, model), card.onWidth()));
        card.selection(model.replacingProperty(), this::selected, this::wanted);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        new RowActions(words, desktop, Optional.of(() -> enter(open)),
                () -> model.selectedProperty().get().map(one -> one.stack().reference(one.occurrence())),
                Optional::empty, model::csv).install(list);
    }

    ListCardPane<AlarmLine.Key, AlarmLine> card() {
        return card;
    }

    /// The line that was selected in another language is so again as soon as it is there.
    void goOn(AlarmListPane before) {
        line = before.line;
    }

    private List<Region> columns() {
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
        AlarmColumns.ALL.stream().skip(1).map(column -> column.title(words)).forEach(parts::add);
        return parts;
    }

    private void selected(Row<AlarmLine.Key, AlarmLine> row) {
        line = Optional.of(row.key());
        if (row.key() instanceof AlarmLine.Key.OfAlarm(var id)) {
            model.select(id);
        }
    }

    /// Of an alarm that was followed, its new line.
    private Optional<Row<AlarmLine.Key, AlarmLine>> wanted() {
        Optional<AlarmFacts> wanted = model.selectedProperty().get();
        if (line.filter(AlarmLine.Key.OfAlarm.class::isInstance).isPresent()) {
            line = wanted.<AlarmLine.Key>map(one -> new AlarmLine.Key.OfAlarm(one.id())).or(() -> line);
        }
        return line.flatMap(model::line);
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
        } else if (alone && event.getCode() == KeyCode.E) {
            model.showEarlier();
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
