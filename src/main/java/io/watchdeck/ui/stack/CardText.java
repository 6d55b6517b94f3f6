package io.watchdeck.ui.stack;

import io.watchdeck.alarms.Condition;
import io.watchdeck.metrics.Figure;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.FigureText;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.stack.CardFacts.Line;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What all cards need to write their figures: the stack, the time, the words.
record CardText(StackSnapshot stack, Instant now, Words words, FigureText figures) {

    private static final int LONGEST_NAME = 28;
    private static final int KEPT_HEAD = 18;
    private static final int KEPT_TAIL = 6;

    CardText(StackSnapshot stack, Instant now, Words words) {
        this(stack, now, words, new FigureText(words));
    }

    /// A card's key: components of two stacks may bear the same name.
    String key(String component) {
        return stack.file().id() + "/" + component;
    }

    /// A long name without its middle, where ids have what nobody reads.
    static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name
                : name.substring(0, KEPT_HEAD) + "…" + name.substring(name.length() - KEPT_TAIL);
    }

    String value(Figure figure) {
        return figure.latest().state().latest().map(value -> figures.of(value, figure.metric().unit())).orElse("");
    }

    /// A line that tells why, where the figure is not known, and how old it is, where it is late.
    Line line(String key, Figure figure, Tone tone) {
        Optional<Absence> absence = Absence.of(figure.latest().state(), words);
        if (absence.isPresent()) {
            return new Line(words.say(key), absence.get().word(), Tone.MUTED, absence.get().sentence());
        }
        Age age = Age.of(figure.latest(), now, words);
        return line(words.say(key), value(figure), tone, age.sentence(), age);
    }

    /// A line with the age of its value, where that is late.
    Line line(String name, String value, Tone tone, String tooltip, Age age) {
        Tone loud = age.worthSaying() && tone.compareTo(Tone.WARNING) < 0 ? Tone.WARNING : tone;
        return new Line(name, value, loud, tooltip, Optional.of(age).filter(Age::worthSaying));
    }

    Tone tone(ComponentKind kind, String name, String metric) {
        return StackFigures.tone(stack, StackFigures.on(kind, name).and(StackFigures.about(metric)));
    }

    /// The tone of a figure that a card is about. A rule does not judge what is late; where it says nothing, the last value
    /// beyond its threshold looks no better than it did.
    Tone tone(ComponentKind kind, String name, Figure figure) {
        String metric = figure.metric().id();
        Tone judged = tone(kind, name, metric);
        Optional<Double> value = figure.latest().state().latest();
        if (judged != Tone.PLAIN || value.isEmpty() || !Age.of(figure.latest(), now, words).worthSaying()) {
            return judged;
        }
        return stack.conditions().stream().filter(StackFigures.on(kind, name).and(StackFigures.about(metric)))
                .filter(one -> one.state() == Condition.State.UNKNOWN && breaches(one, value.get()))
                .map(Condition::severity).max(Severity::compareTo).map(Tone::of).orElse(judged);
    }

    private static boolean breaches(Condition one, double value) {
        return one.threshold().isPresent() && one.compared()
                .filter(compared -> compared.relation().isBreached(value, one.threshold().getAsDouble())).isPresent();
    }

    OptionalDouble limit(ComponentKind kind, String name, String metric) {
        return StackFigures.limit(stack, kind, name, metric);
    }

    Age oldest(List<? extends Panel<?>> panels) {
        return Age.oldest(panels.stream().filter(panel -> panel.state().problem()
                .filter(failure -> failure.kind() == Failure.Kind.NOT_KEPT).isEmpty()).toList(), now,
                words);
    }
}
