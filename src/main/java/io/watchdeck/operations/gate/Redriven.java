package io.watchdeck.operations.gate;

import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.preflight.OwnFacts.Bounced;
import io.watchdeck.operations.proof.RedriveOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// How this console's newest redrive of a dead-letter queue went that moved something, by the journal and by what is
/// followed: unless a purge has destroyed since what came back.
record Redriven(Kept kept, List<OperationDesk.Running> running) {

    /// SQS keeps a message for so long at the most.
    private static final Duration REMEMBERED = Duration.ofDays(14);
    private static final int ENTRIES = 500;

    /// Empty where nothing came back of it, or the journal cannot be read.
    Optional<Bounced> of(Operation next, Instant now) {
        return next instanceof Operation.Redrive redrive ? of(redrive.stack(), redrive.queue(), now)
                : Optional.empty();
    }

    private Optional<Bounced> of(StackId stack, String queue, Instant now) {
        List<JournalEntry> newestFirst = kept.read(Set.of(stack), TimeRange.last(REMEMBERED, now.plusSeconds(1)),
                ENTRIES, now) instanceof Reading.Known<List<JournalEntry>>(var entries, var _) ? entries : List.of();
        return newestFirst.stream().takeWhile(one -> !destroys(one, queue))
                .filter(one -> one.operation() instanceof Operation.Redrive other && other.queue().equals(queue))
                .flatMap(one -> outcome(one).filter(found -> found.moved() > 0)
                        .map(found -> new Bounced(found.moved(), found.back(), one.begun())).stream())
                .findFirst().filter(found -> found.back() > 0);
    }

    private static boolean destroys(JournalEntry one, String queue) {
        return one.operation() instanceof Operation.Purge purge && purge.queue().equals(queue)
                && one.verdict().filter(verdict -> verdict.result() == Result.NOT_DONE).isEmpty();
    }

    private Optional<RedriveOutcome> outcome(JournalEntry entry) {
        return RedriveOutcome.of(entry).or(() -> running.stream()
                .filter(one -> one.entry().id().equals(entry.id())).flatMap(one -> one.last().stream())
                .map(last -> new RedriveOutcome(count(last.done()), count(last.back()))).findFirst());
    }

    private static long count(OptionalLong counted) {
        return counted.orElse(0);
    }
}
