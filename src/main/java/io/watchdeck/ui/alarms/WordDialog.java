package io.watchdeck.ui.alarms;

import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.DialogFrame;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// Asks for a word on some alarms, and lists exactly those that it will be given on. An alarm that comes again meanwhile
/// takes the place of its last occurrence; one that is over stays in the list, and no word is given on it.
final class WordDialog {

    private static final double ROW = 32;
    private static final int ROWS = 7;

    private final WordFormViewModel model;
    private final Words words;
    private final Supplier<String> person;
    private final DialogFrame frame;
    private final ListView<AlarmFacts> rows = new ListView<>();
    private final WordFormPane form;
    private Instant now;

    /// @param these  on which the word is to be given
    /// @param person as whom it is written, which may change meanwhile
    WordDialog(WordFormViewModel model, Words words, Supplier<String> person, List<AlarmFacts> these, Instant now) {
        this.model = model;
        this.words = words;
        this.person = person;
        this.now = now;
        frame = new DialogFrame("word-dialog", DialogFrame.Width.NORMAL, words);
        frame.icon(model.kind() == WordFormViewModel.Kind.SNOOZE ? Glyph.SLEEP
                : Glyph.ACCOUNT_CHECK_OUTLINE);
        form = new WordFormPane(model, words, "dialog");
        layOut(these.size());
        frame.body(rows, form);
        frame.startWith(form.note());
        frame.primary().textProperty().bind(model.actionProperty());
        about(these, now);
    }

    private void layOut(int count) {
        rows.setId("dialog-rows");
        rows.getStyleClass().addAll("edge-to-edge", "dialog-rows");
        rows.setFixedCellSize(ROW);
        rows.setFocusTraversable(false);
        rows.setCellFactory(_ -> new DialogCell(words, () -> now));
        double height = ROW * Math.min(ROWS, count) + 2;
        rows.setMinHeight(height);
        rows.setPrefHeight(height);
        rows.setMaxHeight(height);
        rows.setAccessibleText(words.say("ui.alarms.dialog.rows"));
    }

    /// @param these the same alarms as they are now
    void about(List<AlarmFacts> these, Instant at) {
        if (!these.equals(rows.getItems())) {
            rows.getItems().setAll(these);
        }
        model.about(these.stream().filter(AlarmFacts::live).toList(), at);
        frame.lock(model.alarms().isEmpty() ? Optional.of(words.say("ui.alarms.dialog.over")) : Optional.empty());
        tick(at);
    }

    /// Time goes on while it is thought over.
    void tick(Instant at) {
        now = at;
        model.tick(at);
        int live = model.alarms().size();
        frame.title(words.say("ui.alarms.dialog." + model.kind().word(), live == 0 ? alarms().size() : live,
                person.get()));
    }

    /// All that are listed, those that are over too.
    List<AlarmFacts> alarms() {
        return List.copyOf(rows.getItems());
    }

    DialogFrame frame() {
        return frame;
    }

    private static final class DialogCell extends ListCell<AlarmFacts> {

        private static final double TITLE = 280;

        private final AlarmText text;
        private final Words words;
        private final Supplier<Instant> now;
        private final SeverityIcon icon = new SeverityIcon();
        private final Label title = Texts.yielding("", "wd-strong");
        private final Label stack = Texts.blank("wd-12");
        private final EnvironmentBadge badge = new EnvironmentBadge();
        private final Label component = Texts.name("wd-12", "wd-muted");
        private final Label since = Texts.blank("wd-12", "wd-muted");
        private final HBox content = new HBox(icon, title, stack, badge, component, Texts.spacer(), since);

        DialogCell(Words words, Supplier<Instant> now) {
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
            icon.show(one.live() ? one.severity() : Severity.FINE, one.group() != AlarmGroup.OPEN);
            title.setText(text.title(one));
            title.setMinWidth(Math.min(TITLE, Math.ceil(TextWidth.of(title.getText(), true, 13)) + 1));
            stack.setText(one.stack().name());
            badge.show(one.stack().environment(), words);
            component.setText(text.component(one));
            since.setText(one.live() ? words.say("ui.alarms.dialog.since", text.since(one, now.get()))
                    : text.who(one, now.get()));
            setGraphic(content);
        }
    }
}
