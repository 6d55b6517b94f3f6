package io.watchdeck.operations.preflight;

import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.watch.StackSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an operation is judged by: read from the account when its dialog opened, beside what the watch knows of its
/// stack.
///
/// @param asOf    when it was read
/// @param service where the operation is on a service
/// @param letters where it is on a queue
/// @param jobs    where it is on a Batch job queue
/// @param followed what this console began on the stack and still follows
public record Facts(StackSnapshot stack, Instant asOf, Optional<ServiceFacts> service, Optional<LetterFacts> letters,
        Optional<JobFacts> jobs, List<JournalEntry> followed) {

    public Facts {
        followed = List.copyOf(followed);
    }

    /// Where nothing is followed that matters.
    public Facts(StackSnapshot stack, Instant asOf, Optional<ServiceFacts> service, Optional<LetterFacts> letters,
            Optional<JobFacts> jobs) {
        this(stack, asOf, service, letters, jobs, List.of());
    }

    public Baseline baseline() {
        return service.map(ServiceFacts::baseline).or(() -> letters.map(LetterFacts::baseline))
                .or(() -> jobs.map(JobFacts::baseline))
                .orElseGet(Baseline::none);
    }
}
