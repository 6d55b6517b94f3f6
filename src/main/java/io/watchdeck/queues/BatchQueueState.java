package io.watchdeck.queues;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An AWS Batch job queue with its jobs counted by status.
///
/// @param health  whether it takes and runs jobs
/// @param jobs    status (`SUBMITTED`, `PENDING`, `RUNNABLE`, `STARTING`, `RUNNING`, `SUCCEEDED`, `FAILED`; unknown
///                words as they are) to count, as long as Batch remembers them
/// @param atLeast the statuses that were not counted to the end, because there are too many jobs
/// @param failed  the failed jobs, newest first; those that were counted
public record BatchQueueState(String name, Health health, Map<String, Integer> jobs, Set<String> atLeast,
        List<FailedJob> failed) {

    /// The status of jobs that ended in failure.
    public static final String FAILED = "FAILED";

    public BatchQueueState {
        jobs = Map.copyOf(jobs);
        atLeast = Set.copyOf(atLeast);
        failed = List.copyOf(failed);
    }

    /// @param state  `ENABLED` or `DISABLED`: whether it accepts jobs
    /// @param status `VALID`, `INVALID`, `CREATING`, `UPDATING`, `DELETING`, `DELETED`; unknown words as they are
    /// @param reason AWS's own sentence, or empty
    public record Health(String state, String status, String reason) {

        public boolean works() {
            return state.equals("ENABLED") && (status.equals("VALID") || status.equals("UPDATING"));
        }
    }

    /// @param reason AWS's own sentence
    public record FailedJob(String id, String name, Instant stoppedAt, String reason) {}

    public int count(String status) {
        return jobs.getOrDefault(status, 0);
    }

    /// Jobs that failed at or after the instant.
    public int failedSince(Instant from) {
        return (int) failed.stream().filter(job -> !job.stoppedAt().isBefore(from)).count();
    }
}
