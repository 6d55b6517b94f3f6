package io.watchdeck.aws;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.queues.JobControl;
import io.watchdeck.queues.JobOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.batch.model.JobDetail;
import software.amazon.awssdk.services.batch.model.KeyValuesPair;
import software.amazon.awssdk.services.batch.model.ListJobsResponse;

/// Submits Batch jobs again, each after one reading that tells what it was.
final class AwsJobControl implements JobControl {

    private static final int JOBS_A_PAGE = 100;

    private final AwsCalls calls;

    AwsJobControl(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Sent resubmit(String queue, String job) {
        return calls.change(() -> {
            JobDetail detail = describe(job);
            return ResubmitMapper.objection(detail)
                    .<Sent>map(failure -> new Sent.Refused(failure.withAction(AwsApi.SUBMIT_JOB.iamAction()),
                            calls.clock().instant()))
                    .orElseGet(() -> submit(queue, detail));
        });
    }

    /// One call for each hundred.
    @Override
    public Reading<List<JobOrder>> orders(String queue, List<String> jobs) {
        return calls.read(() -> {
            Map<String, JobDetail> found = Batches.of(jobs, JOBS_A_PAGE).stream()
                    .flatMap(some -> calls.call(AwsApi.DESCRIBE_JOBS, "job queue " + queue,
                            () -> calls.clients().batch().describeJobs(request -> request.jobs(some))).jobs().stream())
                    .collect(Collectors.toMap(JobDetail::jobId, detail -> detail, (one, _) -> one));
            return jobs.stream().distinct().map(found::get).filter(Objects::nonNull)
                    .map(detail -> ResubmitMapper.order(queue, detail)).toList();
        });
    }

    /// One call for the job, and one for each hundred jobs of its name.
    @Override
    public Reading<List<Submitted>> submitted(String queue, String job, Instant since) {
        return calls.read(() -> {
            String name = describe(job).jobName();
            return named(queue, name).stream().flatMap(page -> page.jobSummaryList().stream())
                    .filter(one -> name.equals(one.jobName()) && !job.equals(one.jobId()) && one.createdAt() != null)
                    .map(one -> new Submitted(one.jobId(), Instant.ofEpochMilli(one.createdAt())))
                    .filter(one -> !one.at().isBefore(since)).sorted(Comparator.comparing(Submitted::at)).toList();
        });
    }

    /// A filter makes Batch tell jobs of every status; it takes no heed of capital letters.
    private List<ListJobsResponse> named(String queue, String name) {
        return calls.pages(token -> calls.call(AwsApi.LIST_JOBS, "job queue " + queue, () -> calls.clients().batch()
                .listJobs(request -> request.jobQueue(queue).maxResults(JOBS_A_PAGE).nextToken(token)
                        .filters(KeyValuesPair.builder().name("JOB_NAME").values(name).build()))),
                ListJobsResponse::nextToken);
    }

    /// Batch forgets a job a week or so after it ended.
    private JobDetail describe(String job) {
        return calls.call(AwsApi.DESCRIBE_JOBS, "job " + job,
                () -> calls.clients().batch().describeJobs(request -> request.jobs(job)))
                .jobs().stream().filter(found -> job.equals(found.jobId())).findFirst()
                .orElseThrow(() -> new CallFailed(Failure.notFound("job " + job, calls.region())));
    }

    private Sent submit(String queue, JobDetail detail) {
        return calls.change(AwsApi.SUBMIT_JOB, "job queue " + queue,
                () -> calls.clients().batch().submitJob(ResubmitMapper.again(queue, detail)),
                answer -> AwsCalls.named(AwsApi.SUBMIT_JOB, answer.jobId()));
    }
}
