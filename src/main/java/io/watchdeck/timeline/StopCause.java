package io.watchdeck.timeline;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.TaskState.ContainerState;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Why a task stopped, as far as ECS's stop code and sentences tell. The sentences of its containers say more than its own: a
/// container that was killed for its memory lets the task end as "essential container exited".
public enum StopCause {
    SPOT, OUT_OF_MEMORY, IMAGE_PULL, HEALTH_CHECK, DEPLOYMENT, SCALE_IN, FAILED_TO_START, BY_HAND, EXIT_CODE, UNKNOWN;

    /// @param newest when the newest deployment of the service began that had begun by then: ECS says the same of a task that
    ///               it takes away and of one that makes room for a newer one, and an older one is the latter; empty where
    ///               none is known
    public static StopCause of(TaskState task, Optional<Instant> newest) {
        String all = Stream.concat(Stream.of(task.stoppedReason()),
                task.containers().stream().map(ContainerState::reason)).reduce("", (one, other) -> one + "\n" + other)
                .toLowerCase(Locale.ROOT);
        boolean notice = task.stopCode().equals("TerminationNotice") && task.isSpot();
        if (task.stopCode().equals("SpotInterruption") || notice || all.contains("your spot task was interrupted")) {
            return SPOT;
        }
        if (all.contains("outofmemory")) {
            return OUT_OF_MEMORY;
        }
        if (all.contains("cannotpull") || all.contains("pull image manifest") || all.contains("imagepull")) {
            return IMAGE_PULL;
        }
        if (all.contains("health check")) {
            return HEALTH_CHECK;
        }
        if (all.contains("scaling activity initiated by")) {
            return newest.flatMap(began -> task.createdAt().filter(began::isAfter)).isPresent() ? DEPLOYMENT
                    : SCALE_IN;
        }
        return switch (task.stopCode()) {
            case "TaskFailedToStart" -> FAILED_TO_START;
            case "UserInitiated" -> BY_HAND;
            case "EssentialContainerExited" -> EXIT_CODE;
            default -> UNKNOWN;
        };
    }

    /// The first exit code that is no success, else the first there is.
    static OptionalInt exitCode(TaskState task) {
        Optional<Integer> bad = codes(task).filter(code -> code != 0).findFirst();
        return bad.or(() -> codes(task).findFirst()).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static Stream<Integer> codes(TaskState task) {
        return task.containers().stream().map(ContainerState::exitCode).filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt);
    }

    /// The word in keys of texts, such as `outOfMemory`.
    String word() {
        String[] parts = name().toLowerCase(Locale.ROOT).split("_");
        var word = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            word.append(parts[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(parts[i].substring(1));
        }
        return word.toString();
    }
}
