package io.watchdeck.operations.preflight;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.operations.preflight.OwnFacts.Resubmitted;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.JobOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What follows from submitting failed jobs again.
final class JobConsequences {

    private JobConsequences() {}

    static List<Consequence> of(Operation.Resubmit jobs, JobFacts facts) {
        return switch (facts.queue()) {
            case Reading.Unknown<BatchQueueState>(Failure failure, var _) ->
                List.of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.unknown", failure.sentence()));
            case Reading.Known<BatchQueueState>(var queue, var _) -> of(jobs, facts, queue);
        };
    }

    private static List<Consequence> of(Operation.Resubmit jobs, JobFacts facts, BatchQueueState queue) {
        List<FailedJob> failed = queue.failed().stream().filter(job -> jobs.jobs().contains(job.id())).toList();
        Optional<Consequence> refused = refused(jobs, facts, queue, failed.size());
        if (refused.isPresent()) {
            return List.of(refused.get());
        }
        var all = new ArrayList<Consequence>();
        all.add(Consequence.of(Topic.JOBS, Weight.TOLD, "operation.jobs.again", failed.size())
                .from(Phrase.of("operation.jobs.waiting", queue.count("RUNNABLE")),
                        Phrase.of("operation.jobs.waiting", queue.count("RUNNABLE") + failed.size())));
        failed.forEach(job -> facts.again(job.id()).ifPresent(before -> all.add(again(job, before))));
        if (facts.resubmitted() instanceof Reading.Unknown<?>(Failure failure, var _)) {
            all.add(Consequence.of(Topic.JOBS, Weight.UNKNOWN, "operation.jobs.beforeUnknown", failure.sentence()));
        }
        if (!queue.health().works()) {
            all.add(Consequence.of(Topic.CONSUMER, Weight.WARNING, "operation.jobs.unhealthy", queue.name(),
                    queue.health().status(), queue.health().reason()));
        }
        List<String> reasons = failed.stream().map(FailedJob::reason).distinct().toList();
        all.add(Consequence.of(Topic.RETURN, Weight.TOLD,
                reasons.size() == 1 ? "operation.jobs.reason" : "operation.jobs.reasons",
                reasons.size() == 1 ? reasons.getFirst() : reasons.size()));
        all.add(Consequence.of(Topic.LOOKED, Weight.TOLD, "operation.jobs.twice"));
        return all;
    }

    private static Optional<Consequence> refused(Operation.Resubmit jobs, JobFacts facts, BatchQueueState queue,
            int failed) {
        if (jobs.jobs().isEmpty() && !facts.failed().isEmpty()) {
            return Optional.of(Consequence.of(Topic.TARGET, Weight.REFUSED, facts.fresh().isEmpty()
                    ? "operation.jobs.allBefore" : "operation.jobs.none", facts.failed().size()));
        }
        if (jobs.jobs().isEmpty() || failed < jobs.jobs().size()) {
            return Optional.of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.jobs.gone",
                    jobs.jobs().size() - failed, jobs.jobs().size()));
        }
        if (!queue.health().state().equals("ENABLED")) {
            return Optional.of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.jobs.disabled", queue.name(),
                    queue.health().state()));
        }
        return switch (facts.orders()) {
            case Reading.Unknown<List<JobOrder>>(Failure failure, var _) -> Optional.of(
                    Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.unknown", failure.sentence()));
            case Reading.Known<List<JobOrder>>(var orders, var _) -> refused(jobs, orders);
        };
    }

    private static Optional<Consequence> refused(Operation.Resubmit jobs, List<JobOrder> orders) {
        List<JobOrder> wanted = orders.stream().filter(order -> jobs.jobs().contains(order.job())).toList();
        if (wanted.size() < jobs.jobs().size()) {
            return Optional.of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.jobs.gone",
                    jobs.jobs().size() - wanted.size(), jobs.jobs().size()));
        }
        return wanted.stream().flatMap(order -> order.objection().stream()).findFirst().map(objection -> Consequence
                .of(Topic.TARGET, Weight.REFUSED, "operation.jobs.objection", objection.sentence()));
    }

    private static Consequence again(FailedJob job, Resubmitted before) {
        return before.job().map(id -> Consequence.of(Topic.JOBS, Weight.WARNING, "operation.jobs.before", job.name(),
                id, before.at(), before.person()))
                .orElseGet(() -> Consequence.of(Topic.JOBS, Weight.WARNING, "operation.jobs.perhapsBefore", job.name(),
                        before.at(), before.person()));
    }
}
