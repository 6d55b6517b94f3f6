package io.watchdeck.watch;

import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Status.Acknowledged;
import io.watchdeck.alarms.Status.Open;
import io.watchdeck.alarms.Status.Over;
import io.watchdeck.alarms.Status.Snoozed;
import io.watchdeck.alarms.Word;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.When;
import java.time.Instant;

/// Says who has an occurrence, until when.
public final class HeldWords {

    private HeldWords() {}

    /// As in "jmin has it until 14:30".
    public static Phrase of(Status status, Instant now) {
        return switch (status) {
            case Acknowledged(var word) -> said("held.acknowledged", word, now);
            case Snoozed(var word) -> said("held.snoozed", word, now);
            case Open _ -> Phrase.of("held.nobody");
            case Over _ -> Phrase.of("held.over");
        };
    }

    private static Phrase said(String key, Word word, Instant now) {
        return word.until().map(until -> Phrase.of(key, word.person(), new When(until, now)))
                .orElseGet(() -> Phrase.of(key + ".untilOk", word.person()));
    }
}
