package io.watchdeck.alarms;

import java.time.Instant;
import java.util.Optional;

/// Who had an occurrence last: it was acknowledged. A snooze is nobody's.
///
/// @param word with which it was taken up
/// @param to   when nobody had it any more: the word's time ended, it got worse, it was snoozed, or it was over. Empty while
///             somebody has it
public record Had(Word word, Optional<Instant> to) {

    /// As far as the standing of an occurrence alone says.
    static Optional<Had> of(Status status) {
        return switch (status) {
            case Status.Acknowledged(var word) -> Optional.of(new Had(word, Optional.empty()));
            case Status.Over over when over.last().orElse(null) instanceof Status.Acknowledged(var word) ->
                Optional.of(new Had(word, Optional.empty()).until(over.at()));
            case Status.Open _, Status.Snoozed _, Status.Over _ -> Optional.empty();
        };
    }

    /// Who has it, or had it, after the standing has changed.
    static Optional<Had> after(Optional<Had> before, Status next) {
        return switch (next) {
            case Status.Acknowledged _ -> of(next);
            case Status.Open(var since, var _) -> before.map(had -> had.until(since));
            case Status.Snoozed(var word) -> before.map(had -> had.until(word.at()));
            case Status.Over over -> before.map(had -> had.until(over.at())).or(() -> of(over));
        };
    }

    /// A word has no longer held than its time was.
    private Had until(Instant end) {
        Instant last = word.until().filter(own -> own.isBefore(end)).orElse(end);
        return to.isPresent() ? this : new Had(word, Optional.of(last.isBefore(word.at()) ? word.at() : last));
    }
}
