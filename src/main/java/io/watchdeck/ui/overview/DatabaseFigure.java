package io.watchdeck.ui.overview;

import io.watchdeck.metrics.Figure;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Panel;
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
/// @param noLimit why the limit is not known, where it was asked for and did not come
/// @param on    the database's id
/// @param panel what is shown, for its age
record DatabaseFigure(Optional<Absence> absence, boolean none, String text, String unit, Tone tone,
        OptionalDouble share, OptionalDouble limit, Optional<Absence> noLimit, Optional<Age> late, String sentence,
        Optional<String> on, Optional<Panel<Double>> panel) {

    static DatabaseFigure of(StackSnapshot stack, Instant now, Words words) {
        return stack.databases().stream().map(database -> of(stack, database, now, words))
                .max(Comparator.comparing(DatabaseFigure::tone).thenComparing(one -> one.share().orElse(-1)))
                .orElseGet(() -> new DatabaseFigure(Optional.empty(), true, words.say("ui.database.none"), "",
                        Tone.MUTED, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), Optional.empty(),
                        "",
                        Optional.empty(), Optional.empty()));
    }

    private static DatabaseFigure of(StackSnapshot stack, Database database, Instant now, Words words) {
        boolean serverless = isServerless(database);
        Figure figure = shown(database);
        Optional<Absence> absence = Absence.of(figure.latest().state(), words);
        if (absence.isPresent()) {
            return new DatabaseFigure(absence, false, "", "", Tone.PLAIN, OptionalDouble.empty(),
                    OptionalDouble.empty(), Optional.empty(), Optional.empty(), absence.get().word(),
                    Optional.of(database.spec().id()), Optional.of(figure.latest()));
        }
        double value = figure.latest().state().latest().orElseThrow();
        OptionalDouble top = top(database);
        String text = top.isPresent() ? words.say("ui.of", words.number(value), words.number(top.getAsDouble()))
                : words.number(value);
        Tone tone = StackFigures.tone(stack, StackFigures.on(ComponentKind.DATABASE, database.spec().id())
                .and(StackFigures.about(figure.metric().id())));
        OptionalDouble share = top.isPresent() ? OptionalDouble.of(value / top.getAsDouble()) : top;
        Age age = Age.of(figure.latest(), now, words);
        return new DatabaseFigure(Optional.empty(), false, text,
                serverless ? words.say("ui.database.acu") : top.isPresent() ? "" : words.say("ui.database.open"), tone,
                share, limit(stack, database, figure, top),
                top.isPresent() ? Optional.empty() : noLimit(database, words),
                Optional.of(age).filter(Age::worthSaying),
                words.say(serverless ? "ui.database.sentenceAcu" : "ui.database.sentence", database.spec().id(), text),
                Optional.of(database.spec().id()), Optional.of(figure.latest()));
    }

    /// The figure of a database that the overview shows: capacity units of a serverless one, else its connections.
    static Figure shown(Database database) {
        return isServerless(database) ? database.acu() : database.connections();
    }

    static boolean isServerless(Database database) {
        return database.spec().kind() == DatabaseSpec.Kind.CLUSTER && database.maxAcu().isPresent()
                && database.acu().latest().state().latest().isPresent();
    }

    /// How much of the figure shown the database takes.
    static OptionalDouble top(Database database) {
        if (isServerless(database)) {
            return database.maxAcu();
        }
        return database.maxConnections().isPresent() ? OptionalDouble.of(database.maxConnections().getAsInt())
                : OptionalDouble.empty();
    }

    private static Optional<Absence> noLimit(Database database, Words words) {
        return Absence.of(database.facts().state(), words).filter(absence -> switch (absence.kind()) {
            case DENIED, EXPIRED, THROTTLED, UNREACHABLE, NOT_FOUND, WRONG_ACCOUNT, CAPPED, UNEXPECTED -> true;
            case ASKING, ABSENT, NOT_KEPT -> false;
        });
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
