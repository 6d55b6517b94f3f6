package io.watchdeck.operations.proof;

import io.watchdeck.model.Sent;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/// How long an operation is followed.
final class Patience {

    /// ECS and SQS may show a change so much later than they take it.
    static final Duration SETTLING = Duration.ofSeconds(60);

    private Patience() {}

    /// From the answer to its last request, before which nothing can show, to when nobody waits any longer. A redrive's is
    /// its own, because it follows from its queue.
    static Duration of(Kind kind) {
        return switch (kind) {
            case FORCE_DEPLOYMENT, ROLL_BACK, STOP_DEPLOYMENT -> Duration.ofMinutes(60);
            case SCALE -> Duration.ofMinutes(10);
            case SPOT_WEIGHT -> Duration.ofMinutes(60);
            case STOP_TASK -> Duration.ofMinutes(10);
            case RESUBMIT, CANCEL_REDRIVE -> Duration.ofMinutes(5);
            case PURGE -> Duration.ofMinutes(3);
            case REDRIVE -> Duration.ofHours(36);
        };
    }

    /// When the newest answer to one of its requests came: many requests take minutes. Its begin, before any came.
    static Instant since(JournalEntry entry) {
        return entry.sendings().stream().limit(entry.planned()).flatMap(one -> one.answer().stream()).map(Sent::at)
                .max(Comparator.naturalOrder()).filter(entry.begun()::isBefore).orElse(entry.begun());
    }

    static boolean isOver(JournalEntry entry, Instant now) {
        return now.isAfter(since(entry).plus(of(entry.operation().kind())));
    }

    /// Whether what a request did would show by now.
    static boolean isSettled(JournalEntry entry, Instant now) {
        return now.isAfter(since(entry).plus(SETTLING));
    }
}
