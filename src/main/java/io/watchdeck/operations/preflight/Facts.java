package io.watchdeck.operations.preflight;

import io.watchdeck.operations.Baseline;
import io.watchdeck.watch.StackSnapshot;
import java.time.Instant;
import java.util.Optional;

/// What an operation is judged by: read from the account when its dialog opened, beside what the watch knows of its
/// stack.
///
/// @param asOf    when it was read
/// @param service where the operation is on a service
/// @param letters where it is on a queue
/// @param jobs    where it is on a Batch job queue
public record Facts(StackSnapshot stack, Instant asOf, Optional<ServiceFacts> service, Optional<LetterFacts> letters,
        Optional<JobFacts> jobs) {

    public Baseline baseline() {
        return service.map(ServiceFacts::baseline).or(() -> letters.map(LetterFacts::baseline))
                .or(() -> jobs.map(JobFacts::baseline))
                .orElseGet(Baseline::none);
    }
}
