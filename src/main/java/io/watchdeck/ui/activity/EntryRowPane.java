package io.watchdeck.ui.activity;

import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.ListColumn;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// An operation as a row of two lines. Beside the details, in a window of the usual size, what was done, why, and
/// what came of it have another line each.
final class EntryRowPane extends HBox {

    /// A list that is less wide wraps.
    private static final double WIDE = 1_060;
    private static final double LOW = 44;
    private static final double HIGH = 62;
    /// What a list has beside a row.
    private static final double BESIDE = 26;
    private static final double TWO_LINES = 38;
    private static final double TWO_SMALL_LINES = 34;

    private final Words words;
    private final Label time = Texts.yielding("");
    private final Label age = Texts.yielding("", "wd-12", "wd-muted");
    private final FontIcon kind = Icons.icon(Glyph.HISTORY, "kind-icon");
    private final Label title = Texts.yielding("", "wd-strong");
    private final Label stack = Texts.blank("wd-12");
    private final EnvironmentBadge badge = new EnvironmentBadge();
    private final Label change = Texts.yielding("", "wd-12", "wd-muted");
    private final Label person = Texts.yielding("");
    private final Label note = Texts.yielding("", "wd-12", "wd-muted");
    private final FontIcon result = Icons.icon(Glyph.PROGRESS_CLOCK, "result-icon");
    private final Label verdict = Texts.yielding("", "wd-strong");
    private final Label sentence = Texts.yielding("", "wd-12", "wd-muted");
    private final Label took = Texts.yielding("");
    private final Label soFar;

    EntryRowPane(Words words) {
        this.words = words;
        getStyleClass().add("activity-row");
        setAlignment(Pos.CENTER_LEFT);
        soFar = Texts.yielding(words.say("ui.activity.soFar"), "wd-12", "wd-muted");
        verdict.setGraphic(result);
        title.setMaxHeight(TWO_LINES);
        sentence.setMaxHeight(TWO_SMALL_LINES);
        note.setMaxHeight(TWO_SMALL_LINES);
        widthProperty().subscribe(width -> {
            boolean wraps = height(width.doubleValue() + BESIDE) > LOW;
            title.setWrapText(wraps);
            sentence.setWrapText(wraps);
            note.setWrapText(wraps);
        });
        var below = new HBox(stack, badge, change);
        below.getStyleClass().add("cell-line");
        below.setAlignment(Pos.CENTER_LEFT);
        ListColumn.place(this, ActivityColumns.ALL, List.of(ListColumn.lines(time, age), new StackPane(kind),
                ListColumn.lines(title, below), ListColumn.lines(person, note), ListColumn.lines(verdict, sentence),
                ListColumn.lines(took, soFar)));
    }

    /// Of a row in a list of a width.
    static double height(double width) {
        return width < WIDE ? HIGH : LOW;
    }

    EntryRowPane show(ActivityLine line) {
        time.setText(line.time());
        Texts.explain(time, line.moments());
        age.setText(line.age());
        kind.show(Icons.of(line.kind()));
        title.setText(line.title());
        Texts.explain(title, line.title());
        stack.setText(line.stackName());
        badge.show(line.environment(), words);
        change.setText(line.change());
        Texts.explain(change, line.change());
        person.setText(line.person());
        Texts.explain(person, line.person());
        note.setText(line.note().isEmpty() ? words.say("ui.activity.noNote") : line.note());
        Texts.explain(note, line.note());
        result.show(line.result().map(Icons::of).orElse(Glyph.PROGRESS_CLOCK));
        line.tone().on(result);
        verdict.setText(line.verdict());
        (line.tone() == Tone.FINE ? Tone.PLAIN : line.tone()).on(verdict);
        sentence.setText(line.sentence());
        Texts.explain(sentence, line.sentence());
        took.setText(line.took());
        Texts.shown(soFar, line.running());
        setAccessibleText(words.say("ui.activity.spoken", line.title(), line.stackName(), line.verdict(),
                line.sentence(), line.person(), line.time()));
        return this;
    }
}
