package io.watchdeck.operations.proof;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.When;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The proofs of what changes a service and begins no deployment.
final class ServiceProofs {

    private ServiceProofs() {}

    static Finding strategy(JournalEntry entry, Operation.SpotWeight spot, ServiceState service, Since since,
            Instant now) {
        if (List.copyOf(service.strategy()).equals(spot.strategy())) {
            return Finding.ended(now, Result.WORKED, "proof.spot.worked", service.running());
        }
        Optional<JournalEntry> ours = since.first(one -> one instanceof Operation.SpotWeight other
                && !other.strategy().equals(spot.strategy()));
        if (ours.isPresent()) {
            return Finding.ended(now, Result.CANCELLED, "proof.superseded", new When(ours.get().begun(), now),
                    Phrase.of("proof.superseded.weights"));
        }
        if (!Patience.isSettled(entry, now)) {
            return Finding.going("proof.readingBack");
        }
        boolean asBefore = service.strategy().equals(entry.before().strategy());
        return Finding.ended(now, asBefore && entry.isUnsure() ? Result.NOT_DONE : Result.FAILED,
                asBefore ? "proof.spot.asBefore" : "proof.spot.other");
    }

    /// Weights that were changed together with a forced deployment: the verdict names both.
    ///
    /// @param rollout what was found of the deployment
    static Finding both(JournalEntry entry, Operation.SpotWeight spot, ServiceState service, Finding rollout) {
        boolean changed = !entry.before().strategy().equals(spot.strategy());
        if (!changed || !(rollout instanceof Finding.Ended(Verdict(var result, var sentence, var at)))
                || result == Result.NOT_DONE || sentence.key().equals("proof.rollout.weights")) {
            return rollout;
        }
        boolean inForce = service.strategy().equals(spot.strategy());
        Phrase weights = inForce ? Phrase.of("proof.spot.inForce")
                : Phrase.of(service.strategy().equals(entry.before().strategy()) ? "proof.spot.asBefore"
                        : "proof.spot.other");
        return Finding.ended(at, result == Result.WORKED && !inForce ? Result.PARTLY : result, "list.sentences",
                sentence, weights);
    }

    /// @param tasks of the cluster, running and stopped not long ago
    static Finding task(JournalEntry entry, Operation.StopTask stop, List<TaskState> tasks, ServiceState service,
            Instant now) {
        Optional<TaskState> found = tasks.stream().filter(one -> one.arn().equals(stop.task())).findFirst();
        if (found.isEmpty()) {
            return Finding.ended(now, entry.isUnsure() ? Result.NOT_KNOWN : Result.WORKED,
                    entry.isUnsure() ? "proof.task.gone" : "proof.task.forgotten");
        }
        TaskState task = found.get();
        if (task.isStopped()) {
            return service.running() >= service.desired()
                    ? Finding.ended(now, Result.WORKED, "proof.task.worked", task.id(), service.running(),
                            service.desired())
                    : replacement(entry, task, service, now);
        }
        if (task.desiredStatus().equals("STOPPED")) {
            return Patience.isOver(entry, now) ? Finding.ended(now, Result.NOT_KNOWN, "proof.task.late", task.id())
                    : Finding.going("proof.task.stopping", task.id());
        }
        if (!Patience.isSettled(entry, now)) {
            return Finding.going("proof.readingBack");
        }
        return Finding.ended(now, entry.isUnsure() ? Result.NOT_DONE : Result.FAILED, "proof.task.runs", task.id());
    }

    private static Finding replacement(JournalEntry entry, TaskState task, ServiceState service, Instant now) {
        return Patience.isOver(entry, now)
                ? Finding.ended(now, Result.FAILED, "proof.task.notReplaced", task.id(), service.running(),
                        service.desired())
                : Finding.going(service.running(), service.desired(), "proof.task.replacing", task.id(),
                        service.running(),
                        service.desired());
    }
}
