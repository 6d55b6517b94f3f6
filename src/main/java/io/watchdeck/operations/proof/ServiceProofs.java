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
            return Finding.ended(now, Result.WORKED, "spot.worked", service.running());
        }
        if (!Patience.isSettled(entry, now)) {
            return Finding.going("readingBack");
        }
        boolean asBefore = service.strategy().equals(entry.before().strategy());
        return Finding.ended(now, asBefore && entry.isUnsure() ? Result.NOT_DONE : Result.FAILED,
                asBefore ? "spot.asBefore" : "spot.other");
    }

    /// @param tasks of the cluster, running and stopped not long ago
    static Finding task(JournalEntry entry, Operation.StopTask stop, List<TaskState> tasks, ServiceState service,
            Instant now) {
        Optional<TaskState> found = tasks.stream().filter(one -> one.arn().equals(stop.task())).findFirst();
        if (found.isEmpty()) {
            return Finding.ended(now, entry.isUnsure() ? Result.NOT_KNOWN : Result.WORKED,
                    entry.isUnsure() ? "task.gone" : "task.forgotten");
        }
        TaskState task = found.get();
        if (task.isStopped()) {
            return service.running() >= service.desired()
                    ? Finding.ended(now, Result.WORKED, "task.worked", task.id(), service.running(), service.desired())
                    : replacement(entry, task, service, now);
        }
        if (task.desiredStatus().equals("STOPPED")) {
            return Patience.isOver(entry, now) ? Finding.ended(now, Result.NOT_KNOWN, "task.late", task.id())
                    : Finding.going("task.stopping", task.id());
        }
        if (!Patience.isSettled(entry, now)) {
            return Finding.going("readingBack");
        }
        return Finding.ended(now, entry.isUnsure() ? Result.NOT_DONE : Result.FAILED, "task.runs", task.id());
    }

    private static Finding replacement(JournalEntry entry, TaskState task, ServiceState service, Instant now) {
        return Patience.isOver(entry, now)
                ? Finding.ended(now, Result.FAILED, "task.notReplaced", task.id(), service.running(), service.desired())
                : Finding.going(service.running(), service.desired(), "task.replacing", task.id(), service.running(),
                        service.desired());
    }

    static Finding stopped(JournalEntry entry, Operation.StopDeployment stop, List<ServiceDeployment> deployments,
            Instant now) {
        Optional<ServiceDeployment> found =
                deployments.stream().filter(one -> one.arn().equals(stop.deployment())).findFirst();
        if (found.isEmpty()) {
            return Finding.ended(now, Result.NOT_KNOWN, "stop.gone");
        }
        ServiceDeployment one = found.get();
        return switch (one.status()) {
            case "STOPPED", "ROLLBACK_SUCCESSFUL" -> Finding.ended(now, Result.WORKED, "stop.worked", one.status());
            case "ROLLBACK_FAILED" -> Finding.ended(now, Result.FAILED, "stop.failed", one.reason());
            case "SUCCESSFUL" -> Finding.ended(now, Result.NOT_DONE, "stop.tooLate");
            case "PENDING", "IN_PROGRESS" -> Patience.isSettled(entry, now)
                    ? Finding.ended(now, entry.isUnsure() ? Result.NOT_DONE : Result.FAILED, "stop.goesOn")
                    : Finding.going("readingBack");
            default -> Patience.isOver(entry, now)
                    ? Finding.ended(now, Result.NOT_KNOWN, "stop.late", one.status())
                    : Finding.going("stop.going", one.status());
        };
    }
}
