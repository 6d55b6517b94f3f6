package io.watchdeck.ui.alarms;

import io.watchdeck.metrics.Series;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.ListColumn;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Sparkline;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// An alarm as a row of two lines.
final class AlarmRowPane extends HBox {

    private static final Duration SHOWN = Duration.ofHours(1);
    private static final double LINE_GAP = 14;

    private final Words words;
    private final AlarmText text;
    private final CheckBox check = new CheckBox();
    private final SeverityIcon icon = new SeverityIcon("large");
    private final Label title = Texts.yielding("", "wd-strong");
    private final Label stack = Texts.blank("wd-12");
    private final EnvironmentBadge badge = new EnvironmentBadge();
    private final FontIcon source = Icons.icon(Glyph.LAPTOP, "source-icon");
    private final Label component = Texts.name("wd-12", "wd-muted");
    private final Label value = Texts.yielding("");
    private final Label limit = Texts.yielding("", "wd-12", "wd-muted");
    private final FreshnessLabel read = new FreshnessLabel();
    private final Sparkline line = new Sparkline(74, 24);
    private final Label noSeries;
    private final Label since = Texts.yielding("");
    private final Label age = Texts.yielding("", "wd-12", "wd-muted");
    private final FontIcon how = Icons.icon(Glyph.ACCOUNT_CHECK_OUTLINE, "how-icon");
    private final Label who = Texts.yielding("");
    private final Label note = Texts.yielding("", "wd-12", "wd-muted");
    private final VBox held;
    private final HBox buttons;
    private AlarmLine.@Nullable Alarm shown;

    /// @param ask asks for a word on one alarm
    AlarmRowPane(Words words, AlarmsViewModel model, BiConsumer<WordFormViewModel.Kind, AlarmFacts> ask) {
        this.words = words;
        text = model.text();
        noSeries = Texts.yielding("", "wd-12", "wd-muted");
        getStyleClass().add("alarm-row");
        setAlignment(Pos.CENTER_LEFT);
        check.setFocusTraversable(false);
        check.setAccessibleText(words.say("ui.alarms.mark"));
        check.setOnAction(_ -> {
            if (shown != null) {
                model.mark(shown.facts().id());
            }
        });
        line.unfilled();
        component.setGraphic(source);
        who.setGraphic(how);
        held = ListColumn.lines(who, note);
        buttons = new HBox(button("acknowledge", WordFormViewModel.Kind.ACKNOWLEDGE, ask),
                button("snooze", WordFormViewModel.Kind.SNOOZE, ask));
        buttons.getStyleClass().add("row-buttons");
        buttons.setAlignment(Pos.CENTER_LEFT);
        var below = new HBox(stack, badge, component);
        below.getStyleClass().add("cell-line");
        below.setAlignment(Pos.CENTER_LEFT);
        var spark = new StackPane(line, noSeries);
        spark.setAlignment(Pos.CENTER_LEFT);
        line.minWidthProperty().bind(spark.widthProperty().subtract(LINE_GAP));
        line.prefWidthProperty().bind(line.minWidthProperty());
        line.maxWidthProperty().bind(line.minWidthProperty());
        var last = new StackPane(held, buttons);
        last.setAlignment(Pos.CENTER_LEFT);
        VBox values = ListColumn.lines(value, limit);
        values.getChildren().add(read);
        ListColumn.place(this, AlarmColumns.ALL, List.of(new StackPane(check), new StackPane(icon),
                ListColumn.lines(title, below), values, spark, ListColumn.lines(since, age),
                last));
    }

    private Button button(String word, WordFormViewModel.Kind kind,
            BiConsumer<WordFormViewModel.Kind, AlarmFacts> ask) {
        var button = new Button(words.say("ui.alarms." + word));
        button.getStyleClass().addAll("small", "row-" + word);
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            if (shown != null) {
                ask.accept(kind, shown.facts());
            }
        });
        return button;
    }

    UUID alarm() {
        return shown == null ? new UUID(0, 0) : shown.facts().id();
    }

    AlarmRowPane show(AlarmLine.Alarm newest) {
        shown = newest;
        AlarmFacts one = newest.facts();
        Instant now = newest.at();
        check.setSelected(newest.marked());
        check.setVisible(one.live());
        icon.show(one.live() ? one.severity() : Severity.FINE, one.group() != AlarmGroup.OPEN);
        title.setText(text.title(one));
        (one.live() ? Tone.PLAIN : Tone.MUTED).on(title);
        Texts.explain(title, () -> text.sentence(one));
        stack.setText(one.stack().name());
        badge.show(one.stack().environment(), words);
        source.show(one.cloud() ? Glyph.CLOUD_OUTLINE : Glyph.LAPTOP);
        component.setText(text.component(one));
        Texts.explain(component, () -> text.tellers(one));
        value.setText(text.value(one));
        text.tone(one, now).on(value);
        Tone.strong(value, one.live());
        Texts.set(limit, text.below(one));
        showAge(one, text.late(one, now));
        since.setText(text.since(one, now));
        Texts.explain(since, () -> text.moments(one, now));
        age.setText(text.age(one, now));
        (one.times() > 1 ? Tone.WARNING : Tone.MUTED).on(age);
        showWho(one, now);
        showLine(one, now);
        setAccessibleText(text.spoken(one, now));
        return this;
    }

    /// In place of the limit, which the tooltip keeps; the time since when nothing is known any more says it already.
    private void showAge(AlarmFacts one, Optional<Age> age) {
        boolean late = age.isPresent() && one.occurrence().unknownSince().isEmpty();
        if (late) {
            read.show(age.get());
            Texts.explain(read, text.below(one).isEmpty() ? age.get().sentence()
                    : age.get().sentence() + "\n" + text.below(one));
        }
        Texts.shown(read, late);
        Texts.shown(limit, !late && !limit.getText().isEmpty());
    }

    private void showWho(AlarmFacts one, Instant now) {
        boolean open = one.group() == AlarmGroup.OPEN;
        buttons.setVisible(open);
        held.setVisible(!open);
        how.show(switch (one.group()) {
            case OPEN, ACKNOWLEDGED -> Glyph.ACCOUNT_CHECK_OUTLINE;
            case SNOOZED -> Glyph.SLEEP;
            case RESOLVED -> Glyph.CHECK;
        });
        who.setText(text.who(one, now));
        (one.live() ? Tone.PLAIN : Tone.MUTED).on(who);
        note.setText(text.note(one, now));
        (AlarmCollection.oldWord(one, now).isPresent() ? Tone.WARNING : Tone.MUTED).on(note);
        Texts.explain(who, who::getText);
        Texts.explain(note, note::getText);
    }

    private void showLine(AlarmFacts one, Instant now) {
        Series series = one.live() ? one.stack().recent(one.occurrence()) : Series.empty();
        line.range(now.minus(SHOWN), now);
        line.show(series, Series.empty(), one.occurrence().now().threshold(), text.lineTone(one, now),
                text.sentence(one));
        line.setVisible(!series.isEmpty());
        noSeries.setText(text.noSeries(one));
        Texts.explain(noSeries, () -> text.whyNoSeries(one));
        noSeries.setVisible(one.live() && series.isEmpty());
    }
}
