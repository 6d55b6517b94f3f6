package io.watchdeck.fleet.ledger;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.ServiceEvent;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.ledger.LedgerEntry.Learnt;
import io.watchdeck.fleet.ledger.PlacementFailure.Cause;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Tells by AWS's own words what belongs into the ledger. The words are those of the ECS documentation: "Amazon ECS
/// clusters for Fargate" (stop codes of Spot), "Service event messages".
public final class Recognition {

    private static final String INTERRUPTED = "your spot task was interrupted";
    private static final String UNPLACED = "was unable to place a task";
    private static final String THROTTLED = "operations are being throttled";
    private static final String VCPU_LIMIT = "limit on the number of vcpus";
    private static final String NO_CAPACITY = "capacity is unavailable";
    private static final String RESOURCE = "resource:";

    private Recognition() {}

    /// @param seen when the task was in this state
    public static Optional<Interruption> interruption(String cluster, TaskState task, Instant seen, Learnt how) {
        return isInterrupted(task) || isUnderNotice(task)
                ? Optional.of(new Interruption(new ServiceKey(cluster, task.service()), task.arn(), task.zone(),
                        task.provider(), task.startedAt(), seen, task.stoppingAt(), task.stoppedAt(), task.stopCode(),
                        task.stoppedReason(), how, Optional.empty()))
                : Optional.empty();
    }

    /// By the code, and where that is missing or of several meanings by the sentence and the capacity provider.
    static boolean isInterrupted(TaskState task) {
        return task.stopCode().equals("SpotInterruption")
                || task.stopCode().equals("TerminationNotice") && task.isSpot()
                || has(task.stoppedReason(), INTERRUPTED);
    }

    /// For two minutes it is to stop and runs on; AWS may not have said yet why.
    static boolean isUnderNotice(TaskState task) {
        return task.isSpot() && task.desiredStatus().equals("STOPPED") && task.lastStatus().equals("RUNNING")
                && task.stopCode().isEmpty() && task.stoppedReason().isEmpty();
    }

    public static Optional<PlacementFailure> placement(ServiceKey service, ServiceEvent event, Learnt how) {
        boolean about = has(event.message(), UNPLACED) || has(event.message(), THROTTLED)
                || has(event.message(), VCPU_LIMIT);
        return about ? Optional.of(new PlacementFailure(service, event.id(), event.at(), cause(event.message()),
                event.message(), how)) : Optional.empty();
    }

    /// @param words of an event that is about a task that could not be placed
    static Cause cause(String words) {
        if (has(words, VCPU_LIMIT)) {
            return Cause.VCPU_LIMIT;
        }
        if (has(words, NO_CAPACITY) || has(words, "resource:fargate")) {
            return Cause.CAPACITY;
        }
        if (has(words, THROTTLED)) {
            return Cause.THROTTLED;
        }
        return has(words, RESOURCE) ? Cause.RESOURCE : Cause.OTHER;
    }

    private static boolean has(String text, String words) {
        return text.toLowerCase(Locale.ROOT).contains(words);
    }
}
