package io.watchdeck.operations.preflight;

import io.watchdeck.model.Reading;
import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.preflight.OwnFacts.Resubmitted;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.JobOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was read of a Batch job queue for an operation on it.
///
/// @param asked       ids of the jobs that were asked for, in order
/// @param orders      what would be sent of each of them that Batch still knows
/// @param resubmitted what this console has submitted again before, by the id of the job that failed
public record JobFacts(String name, List<String> asked, Reading<BatchQueueState> queue, Reading<List<JobOrder>> orders,
        Reading<Map<String, Resubmitted>> resubmitted) {

    public JobFacts {
        asked = List.copyOf(asked);
    }

    /// Those that were asked for and that Batch still tells as failed, in the order asked.
    public List<FailedJob> failed() {
        return ServiceFacts.known(queue).map(known -> asked.stream().distinct().flatMap(id -> known.failed().stream()
                .filter(job -> job.id().equals(id))).toList()).orElse(List.of());
    }

    Optional<JobOrder> order(String job) {
        return ServiceFacts.known(orders).flatMap(all -> all.stream().filter(one -> one.job().equals(job)).findFirst());
    }

    /// What has become of a job that was submitted again before.
    public Optional<Resubmitted> again(String job) {
        return ServiceFacts.known(resubmitted).flatMap(all -> Optional.ofNullable(all.get(job)));
    }

    /// The jobs that nobody has submitted again from here.
    public List<String> fresh() {
        return asked.stream().distinct().filter(job -> again(job).isEmpty()).toList();
    }

    Baseline baseline() {
        return Baseline.ofJobs(failed());
    }
}
