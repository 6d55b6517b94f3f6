package io.watchdeck.store;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Reading;
import io.watchdeck.store.FrameBody.Kind;
import io.watchdeck.store.FrameBody.Line;
import io.watchdeck.store.FrameBody.Name;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// What the answers that came until now make of each question. Texts are in UTF-8; understands none but those of failures.
final class AnswerFold {

    private final Predicate<String> wanted;
    private final Map<Name, byte[]> texts = new HashMap<>();
    private final Map<Name, State> states = new LinkedHashMap<>();

    /// @param at of the last answer, be it a failure
    private record State(Loadable<byte[]> state, Instant at) {}

    /// @param wanted topics that are followed; texts of others are left alone
    AnswerFold(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /// A new session begins with nothing.
    void clear() {
        texts.clear();
        states.clear();
    }

    /// Takes an answer.
    ///
    /// @return what it says; empty where it is of a topic that nobody wants
    Optional<Reading<byte[]>> take(Line line) {
        if (!wanted.test(line.name().topic())) {
            return Optional.empty();
        }
        boolean goesOn = line.kind() == Kind.SAME || line.kind() == Kind.PART;
        if (goesOn && !texts.containsKey(line.name())) {
            // What it goes on from was lost with a part of the file.
            return Optional.empty();
        }
        Instant asOf = instant(line.asOf());
        Reading<byte[]> reading = line.kind() == Kind.FAILURE
                ? Reading.unknown(failure(line.failure()), asOf)
                : Reading.known(text(line), asOf);
        Loadable<byte[]> before =
                Optional.ofNullable(states.get(line.name())).map(State::state).orElseGet(Loadable::loading);
        states.put(line.name(), new State(before.then(reading), asOf));
        return Optional.of(reading);
    }

    private byte[] text(Line line) {
        byte[] before = texts.getOrDefault(line.name(), new byte[0]);
        byte[] text = switch (line.kind()) {
            case SAME, FAILURE -> before;
            case PART -> TextDelta.bytes(before, line.blob());
            case WHOLE -> TextDelta.bytes(new byte[0], line.blob());
        };
        texts.put(line.name(), text);
        return text;
    }

    /// The answers that make what is known, by what they are about.
    Map<String, List<Reading<byte[]>>> of(String topic) {
        var known = new LinkedHashMap<String, List<Reading<byte[]>>>();
        states.forEach((name, state) -> {
            if (name.topic().equals(topic)) {
                known.put(name.about(), readings(state));
            }
        });
        return known;
    }

    private static List<Reading<byte[]>> readings(State state) {
        return switch (state.state()) {
            case Loadable.Loading<byte[]>() -> List.of();
            case Loadable.Ready<byte[]>(var text, var asOf) -> List.of(Reading.known(text, asOf));
            case Loadable.Stale<byte[]>(var text, var asOf, var failure) ->
                List.of(Reading.known(text, asOf), Reading.unknown(failure, state.at()));
            case Loadable.Failed<byte[]>(var failure, var at) -> List.of(Reading.unknown(failure, at));
        };
    }

    private static Failure failure(String text) {
        return AnswerJson.<Failure>read(text, Failure.class).orElseGet(() -> Failure.unexpected(text));
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    }
}
