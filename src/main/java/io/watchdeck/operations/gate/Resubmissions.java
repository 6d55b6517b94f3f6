package io.watchdeck.operations.gate;

import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Sending;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.OwnFacts.Resubmitted;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which failed jobs of a Batch queue this console has submitted again, by its journal: whether the new job is still
/// watched, has ended, or the answer to its submission was lost.
record Resubmissions(Kept kept) {

    /// Batch forgets a job that ended after a week or so: what was done before that is about no job that can be asked for.
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int ENTRIES = 10_000;

    /// By the id of the job that failed, the newest submission of each.
    Reading<Map<String, Resubmitted>> of(StackId stack, String queue, Instant now) {
        return kept.read(Set.of(stack), TimeRange.last(REMEMBERED, now.plusSeconds(1)), ENTRIES, now)
                .map(entries -> of(queue, entries));
    }

    private static Map<String, Resubmitted> of(String queue, List<JournalEntry> newestFirst) {
        var all = new HashMap<String, Resubmitted>();
        for (JournalEntry entry : newestFirst) {
            if (entry.operation() instanceof Operation.Resubmit jobs && jobs.queue().equals(queue)) {
                int sent = Math.min(entry.sendings().size(), jobs.jobs().size());
                for (int number = 0; number < sent; number++) {
                    Sending sending = entry.sendings().get(number);
                    String job = jobs.jobs().get(number);
                    again(sending, entry).ifPresent(found -> all.putIfAbsent(job, found));
                }
            }
        }
        return all;
    }

    /// A refused one was none. One whose answer nobody saw may have been one.
    private static Optional<Resubmitted> again(Sending sending, JournalEntry entry) {
        return switch (sending.answer().orElse(null)) {
            case null -> Optional.of(new Resubmitted(Optional.empty(), entry.begun(), entry.person()));
            case Sent.Taken(var id, var at) -> Optional.of(new Resubmitted(id, at, entry.person()));
            case Sent.Lost(var _, var at) -> Optional.of(new Resubmitted(Optional.empty(), at, entry.person()));
            case Sent.Refused _ -> Optional.empty();
        };
    }
}
