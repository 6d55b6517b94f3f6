package io.watchdeck.operations.proof;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The proofs of what changes a service and begins no deployment.
final class ServiceProofs {

    private ServiceProofs() {}

    static Finding strategy(JournalEntry entry, Operation.SpotWeight spot, ServiceState service, Instant now) {
        if (List.copyOf(service.strategy()).equals(spot.strategy())) {
            return Finding.ended(now, Result.WORKED, "proof.spot.worked", service.running());
        }
        if (!Patience.isSettled(entry, now)) {
            return Finding.going("proof.readingBack");
        }
        boolean asBefore = service.strategy().equals(entry.before().strategy());
        return Finding.ended(now, asBefore && entry.isUnsure() ? Result.NOT_DONE : Result.FAILED,
                asBefore ? "proof.spot.asBefore" : "proof.spot.other");
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

    static Finding stopped(JournalEntry entry, Operation.StopDeployment stop, List<ServiceDeployment> deployments,
            Instant now) {
        Optional<ServiceDeployment> found =
                deployments.stream().filter(one -> one.arn().equals(stop.deployment())).findFirst();
        if (found.isEmpty()) {
            return Finding.ended(now, Result.NOT_KNOWN, "proof.stop.gone");
        }
        ServiceDeployment one = found.get();
        return switch (one.status()) {
            case "STOPPED", "ROLLBACK_SUCCESSFUL" ->
                Finding.ended(now, Result.WORKED, "proof.stop.worked", one.status());
            case "ROLLBACK_FAILED" -> Finding.ended(now, Result.FAILED, "proof.stop.failed", one.reason());
            case "SUCCESSFUL" -> Finding.ended(now, Result.NOT_DONE, "proof.stop.tooLate");
            case "PENDING", "IN_PROGRESS" -> Patience.isSettled(entry, now)
                    ? Finding.ended(now, entry.isUnsure() ? Result.NOT_DONE : Result.FAILED, "proof.stop.goesOn")
                    : Finding.going("proof.readingBack");
            default -> Patience.isOver(entry, now)
                    ? Finding.ended(now, Result.NOT_KNOWN, "proof.stop.late", one.status())
                    : Finding.going("proof.stop.going", one.status());
        };
    }
}
