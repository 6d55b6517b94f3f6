package io.watchdeck.ui.queues;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A group of dead letters: name and count, its share of all, and what else is certain of it.
final class GroupCell extends ListCell<Row<String, GroupLine>> {

    private static final int NOTES = 2;

    private final Label mark = Texts.label("", "wd-12", "group-mark");
    private final Label name = Texts.yielding("", "wd-strong");
    private final Label count = Texts.label("", "wd-16", "wd-strong");
    private final Label of = Texts.label("", "wd-12", "wd-muted");
    private final Meter share = new Meter(5);
    private final Label span = Texts.label("", "wd-12", "wd-muted");
    private final VBox notes = new VBox();
    private final VBox content;
    private Subscription facts = Subscription.EMPTY;
    private Optional<GroupLine> shown = Optional.empty();

    GroupCell() {
        selectedProperty().subscribe(_ -> tint());
        getStyleClass().add("group-cell");
        setPrefWidth(0);
        var top = line(mark, name, Texts.spacer(), count, of);
        HBox.setHgrow(share, Priority.ALWAYS);
        var middle = line(share, span);
        middle.getStyleClass().add("group-share");
        notes.getStyleClass().add("group-notes");
        content = new VBox(top, middle, notes);
        content.getStyleClass().add("group-content");
        content.setAlignment(Pos.CENTER_LEFT);
        content.setMinWidth(0);
    }

    private static HBox line(javafx.scene.Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("group-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    @Override
    protected void updateItem(@Nullable Row<String, GroupLine> row, boolean empty) {
        super.updateItem(row, empty);
        facts.unsubscribe();
        facts = Subscription.EMPTY;
        if (row == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            facts = row.factsProperty().subscribe(this::show);
            setGraphic(content);
        }
    }

    private void show(GroupLine line) {
        mark.setText(line.mark());
        name.setText(line.name());
        Texts.explain(name, line.name());
        count.setText(line.count());
        Texts.set(of, line.of());
        span.setText(line.span());
        shown = Optional.of(line);
        tint();
        notes.getChildren().setAll(line.notes().stream().limit(NOTES).map(GroupCell::note).toList());
        setAccessibleText(line.sentence());
    }

    private void tint() {
        shown.ifPresent(line -> share.show(line.share(), 0, OptionalDouble.empty(),
                isSelected() ? Tone.NOTICE : Tone.PLAIN, line.count()));
    }

    private static Label note(GroupLine.Note note) {
        Label label = Texts.yielding(note.text(), "wd-12");
        label.setGraphic(Icons.icon(note.loud() ? Glyph.ALERT : Glyph.INFORMATION_OUTLINE,
                note.loud() ? "warning-icon" : "note-icon"));
        Texts.explain(label, note.text());
        return label;
    }
}
