package io.watchdeck.report;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Had;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.report.HandOver.Episode;
import io.watchdeck.report.HandOver.OfStack;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

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
        return tell.figures(one.now(), stack.file(), one.worstValue());
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
