package io.watchdeck.aws;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.batch.model.DescribeJobQueuesResponse;
import software.amazon.awssdk.services.batch.model.JobQueueDetail;
import software.amazon.awssdk.services.batch.model.JobStatus;
import software.amazon.awssdk.services.batch.model.JobSummary;
import software.amazon.awssdk.services.batch.model.ListJobsResponse;

/// Reads job queues from Batch: ⌈queues/100⌉ calls for the queues, and for each of them that exists one call for every
/// status and 1000 jobs in it, at least one a status. Ended jobs stay for a week and more: of the failed ones at most
/// 10,000 are read, of the succeeded ones, of which nothing but the number is of interest, 1000. Where there are more
/// the count says "at least".
final class AwsBatchSource implements BatchSource {

    private static final int QUEUES_A_CALL = 100;
    /// "When --job-status is used, Batch returns up to 1000 values" (API reference of ListJobs).
    private static final int JOBS_A_PAGE = 1000;
    /// In the order of a job's life: a job that moves on meanwhile is met twice rather than never.
    private static final List<JobStatus> STATUSES = List.of(JobStatus.SUBMITTED, JobStatus.PENDING, JobStatus.RUNNABLE,
            JobStatus.STARTING, JobStatus.RUNNING, JobStatus.SUCCEEDED, JobStatus.FAILED);

    private final AwsCalls calls;

    AwsBatchSource(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Map<String, Reading<BatchQueueState>> batchQueues(Collection<String> names) {
        var answers = new LinkedHashMap<String, Reading<BatchQueueState>>();
        var found = new LinkedHashMap<String, JobQueueDetail>();
        List<List<String>> batches = Batches.of(new LinkedHashSet<>(names), QUEUES_A_CALL);
        for (int i = 0; i < batches.size(); i++) {
            List<String> batch = batches.get(i);
            try {
                batch.forEach(name -> answers.put(name, Reading.unknown(
                        Failure.notFound("job queue " + name, calls.region()), calls.clock().instant())));
                found.putAll(describe(batch));
            } catch (CallFailed failed) {
                List<List<String>> lost = failed.concernsAll() ? batches.subList(i, batches.size()) : List.of(batch);
                lost.stream().flatMap(List::stream).forEach(name -> answers.put(name, failed.reading(calls.clock())));
                if (failed.concernsAll()) {
                    break;
                }
            }
        }
        answers.putAll(calls.each(AwsApi.LIST_JOBS, found.keySet(), name -> queue(name, found.get(name))));
        return answers;
    }

    /// Batch goes on describing a deleted queue for a while: to whoever watches it, it is not there.
    private Map<String, JobQueueDetail> describe(List<String> names) {
        var found = new HashMap<String, JobQueueDetail>();
        calls.pages(
                token -> calls.call(AwsApi.DESCRIBE_JOB_QUEUES, "job queues", () -> calls.clients().batch()
                        .describeJobQueues(request -> request.jobQueues(names).maxResults(QUEUES_A_CALL)
                                .nextToken(token))),
                DescribeJobQueuesResponse::nextToken)
                .forEach(page -> page.jobQueues().stream().filter(queue -> !"DELETED".equals(queue.statusAsString()))
                        .forEach(queue -> found.put(queue.jobQueueName(), queue)));
        return found;
    }

    private BatchQueueState queue(String name, JobQueueDetail detail) {
        var jobs = new ArrayList<JobSummary>();
        var atLeast = new HashSet<String>();
        for (JobStatus status : STATUSES) {
            List<ListJobsResponse> pages = list(name, status);
            pages.forEach(page -> jobs.addAll(page.jobSummaryList()));
            String next = pages.getLast().nextToken();
            if (next != null && !next.isEmpty()) {
                atLeast.add(status.toString());
            }
        }
        return BatchMapper.queue(name, detail, jobs, atLeast);
    }

    private List<ListJobsResponse> list(String queue, JobStatus status) {
        var left = new AtomicInteger(mostPages(status));
        return calls.pages(
                token -> calls.call(AwsApi.LIST_JOBS, "job queue " + queue, () -> calls.clients().batch()
                        .listJobs(request -> request.jobQueue(queue).jobStatus(status).maxResults(JOBS_A_PAGE)
                                .nextToken(token))),
                page -> left.decrementAndGet() > 0 ? page.nextToken() : null);
    }

    private static int mostPages(JobStatus status) {
        return switch (status) {
            case FAILED -> 10;
            case SUCCEEDED -> 1;
            default -> Integer.MAX_VALUE;
        };
    }
}
