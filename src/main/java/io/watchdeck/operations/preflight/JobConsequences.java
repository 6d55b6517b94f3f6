package io.watchdeck.operations.preflight;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.queues.BatchQueueState;
import java.util.ArrayList;
import java.util.List;

/// What follows from submitting failed jobs again.
final class JobConsequences {

    private JobConsequences() {}

    static List<Consequence> of(Operation.Resubmit jobs, JobFacts facts) {
        return switch (facts.queue()) {
            case Reading.Unknown<BatchQueueState>(Failure failure, var _) ->
                List.of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.unknown", failure.sentence()));
            case Reading.Known<BatchQueueState>(var queue, var _) -> of(jobs, queue);
        };
    }

    private static List<Consequence> of(Operation.Resubmit jobs, BatchQueueState queue) {
        var all = new ArrayList<Consequence>();
        List<BatchQueueState.FailedJob> failed =
                queue.failed().stream().filter(job -> jobs.jobs().contains(job.id())).toList();
        if (jobs.jobs().isEmpty() || failed.size() < jobs.jobs().size()) {
            return List.of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.jobs.gone",
                    jobs.jobs().size() - failed.size(), jobs.jobs().size()));
        }
        if (!queue.health().state().equals("ENABLED")) {
            return List.of(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.jobs.disabled", queue.name(),
                    queue.health().state()));
        }
        all.add(Consequence.of(Topic.JOBS, Weight.TOLD, "operation.jobs.again", failed.size())
                .from(Phrase.of("operation.jobs.waiting", queue.count("RUNNABLE")),
                        Phrase.of("operation.jobs.waiting", queue.count("RUNNABLE") + failed.size())));
        if (!queue.health().works()) {
            all.add(Consequence.of(Topic.CONSUMER, Weight.WARNING, "operation.jobs.unhealthy", queue.name(),
                    queue.health().status(), queue.health().reason()));
        }
        List<String> reasons = failed.stream().map(BatchQueueState.FailedJob::reason).distinct().toList();
        all.add(Consequence.of(Topic.RETURN, Weight.TOLD,
                reasons.size() == 1 ? "operation.jobs.reason" : "operation.jobs.reasons",
                reasons.size() == 1 ? reasons.getFirst() : reasons.size()));
        all.add(Consequence.of(Topic.LOOKED, Weight.TOLD, "operation.jobs.twice"));
        return all;
    }
}
