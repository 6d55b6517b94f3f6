package io.watchdeck.operations.proof;

import io.watchdeck.model.Sent;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Sending;
import java.time.Duration;
import java.time.Instant;

/// When the requests of an operation may have reached AWS, by the clock of this machine. AWS's dates are of another clock,
/// [JournalEntry#SKEW] apart at the most.
///
/// @param from  not before: nothing had left yet
/// @param until not after: the answer was there, or nobody waited for it any longer
record Arrival(Instant from, Instant until) {

    /// AWS may still be at work on a request whose connection was lost: as long as the console waits for any answer.
    private static final Duration AT_WORK = Duration.ofSeconds(15);

    /// Of an entry whose newest request has no answer the program ended meanwhile, and its connections with it.
    static Arrival of(JournalEntry entry) {
        Instant until = entry.sendings().stream().limit(entry.planned()).reduce((_, newest) -> newest)
                .flatMap(Sending::answer).map(Sent::at).orElseGet(() -> entry.begun().plus(Patience.SETTLING));
        return new Arrival(entry.begun(), until);
    }

    /// Whether what AWS dates so can have begun with it at all.
    boolean mayBegin(Instant at) {
        return at.isAfter(from.minus(JournalEntry.SKEW)) && at.isBefore(until.plus(JournalEntry.SKEW));
    }

    /// Whether it began later than anything that the request began, were the clocks the same.
    boolean isPast(Instant at) {
        return at.isAfter(until.plus(AT_WORK));
    }

    /// Whether it began before the request can have left, were the clocks the same.
    boolean isEarly(Instant at) {
        return at.isBefore(from);
    }
}
