package io.watchdeck.sandbox;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.queues.JobControl;
import io.watchdeck.queues.JobOrder;
import io.watchdeck.sandbox.jobs.SimulatedBatchQueue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Submits Batch jobs of the simulated account again.
final class SandboxJobControl implements JobControl {

    private static final String SUBMIT = "batch:SubmitJob";

    private final SandboxAccount account;

    SandboxJobControl(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Sent resubmit(String queue, String job) {
        String region = account.place().region().code();
        return Answer.sent(account.request(SUBMIT, stack -> stack.batchQueue(queue),
                Failure.notFound("job queue " + queue, region),
                (_, found, now) -> found.status(job).map(status -> Answer.<Optional<String>>refused(
                        "ClientException: job " + job + " is " + status, SUBMIT, now))
                        .orElseGet(() -> found.resubmit(job, now.getEpochSecond()).map(id -> Answer.done(id, now))
                                .orElseGet(() -> new Answer.Refused<>(Failure.notFound("job " + job, region), now))),
                "batch:DescribeJobs"));
    }

    @Override
    public Reading<List<JobOrder>> orders(String queue, List<String> jobs) {
        return account.readEach(List.of(queue), (stack, name) -> stack.batchQueue(name),
                name -> Failure.notFound("job queue " + name, account.place().region().code()), "batch:DescribeJobs")
                .get(queue).map(found -> jobs.stream().distinct()
                        .flatMap(job -> found.nameOf(job).map(name -> order(found, job, name)).stream()).toList());
    }

    /// The jobs of a simulated queue are all of one definition, which is named after it.
    private JobOrder order(SimulatedBatchQueue queue, String job, String name) {
        Optional<Failure> objection = queue.status(job).map(status -> new Failure(Failure.Kind.UNEXPECTED,
                Phrase.of("failure.aws.jobState", job, status), Optional.empty(), Optional.empty(), ""));
        return new JobOrder(job, name, account.place().arn("batch", "job-definition/" + queue.name() + ":1"),
                List.of(), objection);
    }

    @Override
    public Reading<List<Submitted>> submitted(String queue, String job, Instant since) {
        String region = account.place().region().code();
        return account.readEach(List.of(queue), (stack, name) -> stack.batchQueue(name),
                name -> Failure.notFound("job queue " + name, region), "batch:DescribeJobs", "batch:ListJobs")
                .get(queue).map(found -> found.namesakes(job, since));
    }
}
