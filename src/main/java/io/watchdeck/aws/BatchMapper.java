package io.watchdeck.aws;

import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.BatchQueueState.Health;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.batch.model.JobQueueDetail;
import software.amazon.awssdk.services.batch.model.JobSummary;

/// Batch's job queues and jobs to ours.
final class BatchMapper {

    private BatchMapper() {}

    /// @param jobs    in the order in which they were met; one that was met twice counts as it was met last
    /// @param atLeast the statuses that were not read to the end
    /// @throws IllegalArgumentException when a failed job has no time at all: it would count as failed long ago
    static BatchQueueState queue(String name, JobQueueDetail detail, Collection<JobSummary> jobs,
            Set<String> atLeast) {
        Map<String, JobSummary> last = new LinkedHashMap<>();
        jobs.forEach(job -> last.put(text(job.jobId()), job));
        var counts = new TreeMap<String, Integer>();
        last.values().forEach(job -> counts.merge(text(job.statusAsString()), 1, Integer::sum));
        List<FailedJob> failed = last.values().stream()
                .filter(job -> BatchQueueState.FAILED.equals(job.statusAsString())).map(BatchMapper::failed)
                .sorted(Comparator.comparing(FailedJob::stoppedAt).reversed()).toList();
        return new BatchQueueState(name, new Health(text(detail.stateAsString()), text(detail.statusAsString()),
                text(detail.statusReason())), counts, atLeast, failed);
    }

    /// A job that failed before it started has no other time than that of its creation.
    private static FailedJob failed(JobSummary job) {
        Long at = job.stoppedAt() != null ? job.stoppedAt() : job.createdAt();
        if (at == null) {
            throw new IllegalArgumentException("the failed job " + job.jobId() + " has no time");
        }
        return new FailedJob(text(job.jobId()), text(job.jobName()), Instant.ofEpochMilli(at),
                text(job.statusReason()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
