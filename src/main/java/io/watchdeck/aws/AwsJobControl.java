package io.watchdeck.aws;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Sent;
import io.watchdeck.queues.JobControl;
import software.amazon.awssdk.services.batch.model.JobDetail;

/// Submits Batch jobs again, each after one reading that tells what it was.
final class AwsJobControl implements JobControl {

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
