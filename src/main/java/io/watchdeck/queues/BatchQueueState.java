package io.watchdeck.queues;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An AWS Batch job queue with its jobs counted by status.
///
/// @param jobs   status (`SUBMITTED`, `PENDING`, `RUNNABLE`, `STARTING`, `RUNNING`, `SUCCEEDED`, `FAILED`; unknown words
///               as they are) to count, as long as Batch remembers them
/// @param failed the failed jobs, newest first
public record BatchQueueState(String name, Map<String, Integer> jobs, List<FailedJob> failed) {
    public BatchQueueState {
        jobs = Map.copyOf(jobs);
        failed = List.copyOf(failed);
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
