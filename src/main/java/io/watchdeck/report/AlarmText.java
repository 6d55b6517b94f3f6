package io.watchdeck.report;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Had;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.report.HandOver.Episode;
import io.watchdeck.report.HandOver.Measured;
import io.watchdeck.report.HandOver.OfStack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Says who had an alarm, and how it ended.
record AlarmText(Telling tell) {

    /// The first word of a person that took it up.
    static Optional<Change> taken(Episode episode) {
        return episode.changes().stream().filter(one -> one.what() == What.ACKNOWLEDGED).findFirst();
    }

    /// Who took it up first, and how long after it was raised; who has snoozed it; or that nobody has said a word.
    String who(Episode episode) {
        Occurrence one = episode.occurrence();
        Optional<Word> first = taken(episode).flatMap(change -> change.after().status().said())
                .or(() -> one.had().map(Had::word));
        if (first.isPresent()) {
            return tell.say("report.tookUp", first.get().person(), tell.span(span(one.raised(), first.get().at())))
                    + tell.quoted(first.get().note());
        }
        return one.status().said().map(word -> tell.say("report.snoozed", word.person()) + tell.quoted(word.note()))
                .orElseGet(() -> tell.say("report.nobodyTook"));
    }

    /// When it was told; empty where that was within the minute in which it began. What crossed its limit is told when the
    /// console or CloudWatch has seen it for as long as its rule asks, and it may turn out later that it began earlier.
    static Optional<Instant> told(Episode episode) {
        return episode.changes().stream().filter(one -> one.what() == What.RAISED).map(Change::at).findFirst()
                .filter(at -> isLater(episode.occurrence(), at));
    }

    /// Whether it began before a moment at which it was told.
    static boolean isLater(Occurrence one, Instant told) {
        return span(one.raised(), told).compareTo(Duration.ofMinutes(1)) >= 0;
    }

    /// A span may be asked for of a clock that was put back.
    static Duration span(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }

    String end(Occurrence one) {
        return switch (one.status()) {
            case Status.Resolved(var at, var _) -> tell.exactly(at);
            case Status.Closed(var at, var _, var _) -> tell.say("report.closedAt", tell.at(at));
            case Status.Open _, Status.Held _ -> one.unknownSince()
                    .map(since -> tell.say("report.unknownSince", tell.at(since)))
                    .orElseGet(() -> tell.say("report.stillOpen"));
        };
    }

    /// How long it took until it was over; empty where it is not, or nobody can tell.
    String after(Occurrence one) {
        return one.status() instanceof Status.Resolved(var at, var _)
                ? tell.say("report.after", tell.span(span(one.raised(), at))) : "";
    }

    /// The worst value against the limit, or no figure.
    Optional<String> worst(OfStack stack, Occurrence one) {
        return figures(stack, one, one.worstValue());
    }

    /// A value against the limit; of missing tasks how many of how many ran, where one number was desired all the time.
    Optional<String> figures(OfStack stack, Occurrence one, OptionalDouble value) {
        Optional<String> of = one.now().metric().filter("service.missing"::equals)
                .flatMap(_ -> desired(stack, one)).filter(_ -> value.isPresent())
                .map(all -> tell.say("status.tasks", all - value.getAsDouble(), all));
        return of.or(() -> tell.figures(one.now(), stack.file(), value));
    }

    private static Optional<Double> desired(OfStack stack, Occurrence one) {
        List<Double> all = stack.metrics().stream().filter(each -> each.id().metric().equals("service.desired")
                && each.id().component().equals(one.key().on().name())).map(Measured::series)
                .flatMap(series -> IntStream.range(0, series.size())
                        .filter(i -> !series.at(i).isBefore(one.raised())
                                && one.resolved().map(end -> !series.at(i).isAfter(end)).orElse(true))
                        .mapToObj(series::value))
                .distinct().toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /// Who has it now, until when.
    String holder(Occurrence one) {
        return switch (one.status()) {
            case Status.Acknowledged(var word) -> word.until()
                    .map(until -> tell.say("report.hasUntil", word.person(), tell.at(until)))
                    .orElseGet(() -> tell.say("report.hasUntilOk", word.person())) + tell.quoted(word.note());
            case Status.Snoozed(var word) -> tell.say("report.snoozedUntil", word.person(),
                    tell.at(word.until().orElse(word.at()))) + tell.quoted(word.note());
            case Status.Open _ -> one.had().map(had -> tell.say("report.hadBefore", had.word().person()))
                    .orElseGet(() -> tell.say("report.nobodyHas"));
            case Status.Over _ -> "";
        };
    }
}
