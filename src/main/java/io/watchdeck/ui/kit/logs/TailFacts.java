package io.watchdeck.ui.kit.logs;

import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.watch.LogPlace;
import io.watchdeck.watch.LogPlaces;
import io.watchdeck.watch.LogTail;
import io.watchdeck.watch.TailWish;
import io.watchdeck.watch.Tailed;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands around the lines of a log.
///
/// @param title   whose lines these are, in a word: of now, or of a moment
/// @param age     following, held, or how old the lines are
/// @param group     whose lines these are; empty as long as it is not known
/// @param groupFull the same with the streams
/// @param origin  how the group is known
/// @param note    how many lines since when, and what went wrong since
/// @param pattern what is wrong with the filter pattern, or empty
/// @param absence what stands in the place of the lines, where there are none and the pattern is not why
record TailFacts(String title, Age age, String group, String groupFull, String origin, String note, String pattern,
        Optional<Absence> absence) {

    /// @param tailed    what is known of what is wished; empty as long as that is nothing
    /// @param following whether new lines are shown as they come
    /// @param kept      for how many days log groups keep a line, as far as that is known
    static TailFacts of(TailWish wish, Optional<Tailed> tailed, boolean following, Map<String, Integer> kept,
            Instant now, Words words) {
        String title = wish.around().map(at -> words.say("ui.logs.around", words.whenSeconds(at, now)))
                .orElseGet(() -> words.say("ui.drawer.logs"));
        if (tailed.isEmpty()) {
            return new TailFacts(title, Age.of(new Panel<>(Loadable.loading(), Duration.ZERO), now, words), "", "", "",
                    "", "",
                    Optional.of(Absence.asking(words)));
        }
        Panel<LogTail> panel = tailed.get().lines();
        Optional<LogPlaces> places = tailed.get().places();
        String origin = places.map(LogPlaces::origin).map(words::say).orElse("");
        Age age = Age.of(panel, now, words);
        if (places.filter(known -> known.places().isEmpty()).isPresent()
                && !(panel.state() instanceof Loadable.Failed)) {
            return new TailFacts(title, new Age(Freshness.MISSING, words.say("ui.age.none"), origin), "", "", origin,
                    "", "",
                    Optional.of(new Absence(Absence.Kind.ABSENT, words.say("ui.logs.nowhere"), origin, origin,
                            Optional.empty())));
        }
        Optional<LogPlace> place = place(wish, places);
        String group = place.map(LogPlace::group).orElse("");
        return new TailFacts(title, wish.around().isPresent() ? then(age, panel, now, words)
                : age.freshness() == Freshness.ON_TIME ? live(age, panel, following, now, words) : age,
                group, place.map(one -> name(one, words)).orElse(""), origin, note(panel.state(), now, words),
                pattern(wish, panel.state(), words),
                absence(wish, panel.state(), group, Optional.ofNullable(kept.get(group)), now, words));
    }

    /// The same where lines that are held stand there, whatever is known now.
    TailFacts withLines() {
        return new TailFacts(title, age, group, groupFull, origin, note, pattern, Optional.empty());
    }

    /// The place that is read: the one that a person chose, else the first.
    static Optional<LogPlace> place(TailWish wish, Optional<LogPlaces> places) {
        List<LogPlace> all = places.map(LogPlaces::places).orElse(List.of());
        return wish.place().filter(all::contains).or(() -> all.stream().findFirst());
    }

    static String name(LogPlace place, Words words) {
        return place.streams().isEmpty() ? place.group()
                : words.say("ui.logs.streams", place.group(), place.streams());
    }

    private static Age live(Age age, Panel<LogTail> panel, boolean following, Instant now, Words words) {
        String read = panel.state().latestAsOf().map(at -> words.whenSeconds(at, now)).orElse("");
        return following ? new Age(age.freshness(), words.say("ui.logs.following"),
                words.say("ui.logs.following.full", panel.every(), read))
                : new Age(Freshness.ASKING, words.say("ui.logs.held"), words.say("ui.logs.held.full"));
    }

    /// What is read now of then: AWS may hold less than was written.
    private static Age then(Age age, Panel<LogTail> panel, Instant now, Words words) {
        return panel.state().latestAsOf()
                .map(at -> new Age(Freshness.ASKING, words.say("ui.logs.readAt", words.clock(at)),
                        words.say("ui.logs.readAt.full", words.whenSeconds(at, now))))
                .orElse(age);
    }

    private static String note(Loadable<LogTail> state, Instant now, Words words) {
        String failed = state instanceof Loadable.Stale<LogTail>(var _, var _, var failure)
                ? words.say(failure.sentence()) : "";
        String count = state.latest().filter(tail -> !tail.lines().isEmpty())
                .map(tail -> tail.end().map(end -> around(tail, end, now, words))
                        .orElseGet(
                                () -> words.say(tail.full() ? "ui.logs.newest" : "ui.logs.count", tail.lines().size(),
                                        words.when(tail.since(), now))))
                .orElse("");
        return failed.isEmpty() || count.isEmpty() ? count + failed : words.say("ui.logs.failedAfter", failed, count);
    }

    private static String around(LogTail tail, LogTail.End end, Instant now, Words words) {
        return words.say(tail.full() || end.more() ? "ui.logs.nearest" : "ui.logs.between", tail.lines().size(),
                words.when(tail.since(), now), words.when(end.until(), now));
    }

    /// CloudWatch says of a pattern that it does not understand only that the question was wrong.
    private static String pattern(TailWish wish, Loadable<LogTail> state, Words words) {
        return state.problem().filter(LogQuery::isOfPattern)
                .map(failure -> words.say("ui.logs.pattern",
                        failure.detail().isEmpty() ? wish.pattern() : failure.detail()))
                .orElse("");
    }

    private static Optional<Absence> absence(TailWish wish, Loadable<LogTail> state, String group,
            Optional<Integer> days, Instant now, Words words) {
        Optional<LogTail> tail = state.latest();
        if (tail.isEmpty()) {
            return Absence.of(state, words)
                    .filter(_ -> state.problem().filter(LogQuery::isOfPattern).isEmpty());
        }
        List<LogLine> lines = tail.get().lines();
        if (!lines.isEmpty()) {
            return Optional.empty();
        }
        if (tail.get().end().isPresent()) {
            return Optional.of(gone(wish, tail.get(), tail.get().end().get(), new Kept(group, days), now, words));
        }
        Instant until = state.latestAsOf().orElse(now);
        Duration searched = Duration.between(tail.get().since(), until);
        String word = searched.compareTo(Duration.ofMinutes(15)) < 0
                ? words.say("ui.logs.searched", words.when(tail.get().since(), now))
                : words.say(wish.pattern().isEmpty() ? "ui.logs.empty" : "ui.logs.emptyMatching", searched);
        String in = words.say("ui.logs.emptyIn", group);
        return Optional.of(
                new Absence(Absence.Kind.ABSENT, word, in, words.say("ui.logs.emptyFull", word, in), Optional.empty()));
    }

    /// @param days after which a group lets go of a line; empty where it never does, or nobody knows
    private record Kept(String group, Optional<Integer> days) {

        boolean isGone(Instant line, Instant now) {
            return days.filter(some -> line.isBefore(now.minus(Duration.ofDays(some)))).isPresent();
        }
    }

    /// Lines of then may have been there.
    private static Absence gone(TailWish wish, LogTail tail, LogTail.End end, Kept kept, Instant now, Words words) {
        String word = words.say(wish.pattern().isEmpty() ? "ui.logs.emptyThen" : "ui.logs.emptyThenMatching",
                words.when(tail.since(), now), words.when(end.until(), now));
        String in = kept.isGone(end.until(), now) ? words.say("ui.logs.gone", kept.group(), kept.days().orElseThrow())
                : words.say("ui.logs.emptyIn", kept.group());
        return new Absence(Absence.Kind.ABSENT, word, in, words.say("ui.logs.emptyFull", word, in), Optional.empty());
    }
}
