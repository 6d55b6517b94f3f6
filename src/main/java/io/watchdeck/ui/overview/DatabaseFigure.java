package io.watchdeck.ui.overview;

import io.watchdeck.metrics.Figure;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.Database;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/// How full the fullest database is: connections, or capacity units of a serverless one.
///
/// @param unit  a word after the number, or empty
/// @param share of the limit, empty where there is no limit
/// @param limit where an alarm begins, as a share
record DatabaseFigure(Optional<Absence> absence, boolean none, String text, String unit, Tone tone,
        OptionalDouble share, OptionalDouble limit, Optional<Age> late, String sentence) {

    static DatabaseFigure of(StackSnapshot stack, Instant now, Words words) {
        return stack.databases().stream().map(database -> of(stack, database, now, words))
                .max(Comparator.comparing(DatabaseFigure::tone).thenComparing(one -> one.share().orElse(-1)))
                .orElseGet(() -> new DatabaseFigure(Optional.empty(), true, words.say("ui.database.none"), "",
                        Tone.MUTED, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), ""));
    }

    private static DatabaseFigure of(StackSnapshot stack, Database database, Instant now, Words words) {
        boolean serverless = database.spec().kind() == DatabaseSpec.Kind.CLUSTER && database.maxAcu().isPresent()
                && database.acu().latest().state().latest().isPresent();
        Figure figure = serverless ? database.acu() : database.connections();
        Optional<Absence> absence = Absence.of(figure.latest().state(), words);
        if (absence.isPresent()) {
            return new DatabaseFigure(absence, false, "", "", Tone.PLAIN, OptionalDouble.empty(),
                    OptionalDouble.empty(), Optional.empty(), absence.get().word());
        }
        double value = figure.latest().state().latest().orElseThrow();
        OptionalDouble top = serverless ? database.maxAcu()
                : database.maxConnections().isPresent() ? OptionalDouble.of(database.maxConnections().getAsInt())
                : OptionalDouble.empty();
        String text = top.isPresent() ? words.say("ui.of", words.number(value), words.number(top.getAsDouble()))
                : words.number(value);
        Tone tone = StackFigures.tone(stack, StackFigures.on(ComponentKind.DATABASE, database.spec().id())
                .and(StackFigures.about(figure.metric().id())));
        OptionalDouble share = top.isPresent() ? OptionalDouble.of(value / top.getAsDouble()) : top;
        Age age = Age.of(figure.latest(), now, words);
        return new DatabaseFigure(Optional.empty(), false, text,
                serverless ? words.say("ui.database.acu") : top.isPresent() ? "" : words.say("ui.database.open"), tone,
                share, limit(stack, database, figure, top), Optional.of(age).filter(Age::worthSaying),
                words.say(serverless ? "ui.database.sentenceAcu" : "ui.database.sentence", database.spec().id(), text));
    }

    private static OptionalDouble limit(StackSnapshot stack, Database database, Figure figure, OptionalDouble top) {
        if (top.isEmpty()) {
            return top;
        }
        OptionalDouble limit = StackFigures.limit(stack, ComponentKind.DATABASE, database.spec().id(),
                figure.metric().id());
        return limit.isPresent() ? OptionalDouble.of(limit.getAsDouble() / top.getAsDouble()) : limit;
    }
}
