package io.watchdeck.sandbox;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.queues.letters.RedriveSource;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.sandbox.jobs.SimulatedQueue;
import java.util.List;
import java.util.function.Function;

/// Message move tasks of the simulated account.
final class SandboxRedriveSource implements RedriveSource {

    private final SandboxAccount account;

    SandboxRedriveSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Reading<List<RedriveTask>> redrives(String queue) {
        return read(queue, SimulatedQueue::moveViews, "sqs:ListMessageMoveTasks");
    }

    @Override
    public Reading<List<String>> sources(String queue) {
        return read(queue, found -> found.sources().stream().map(SimulatedQueue::name).sorted().toList(),
                "sqs:ListDeadLetterSourceQueues");
    }

    /// As AWS builds it: `https://sqs.REGION.amazonaws.com/ACCOUNT/NAME`.
    @Override
    public Reading<String> url(String queue) {
        return read(queue, found -> "https://sqs." + account.place().region().code() + ".amazonaws.com/"
                + found.arn().split(":")[4] + "/" + found.name(), "sqs:GetQueueUrl");
    }

    private <T> Reading<T> read(String queue, Function<SimulatedQueue, T> view, String action) {
        return account.readEach(List.of(queue), (stack, name) -> stack.queue(name).map(view),
                name -> Failure.notFound("queue " + name, account.place().region().code()), action).get(queue);
    }
}
