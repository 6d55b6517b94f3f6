package io.watchdeck.fleet.ledger;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.ledger.Interruption.Replacement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the tasks that took the places of interrupted ones.
///
/// ECS does not say which task replaces which. Within a service both are taken in order of time, one to one: an
/// interruption takes the first task created after its notice that no earlier one has taken, whether that runs already or
/// not; a task that stopped before it ran takes no place. It counts as the replacement from when it runs. What was created
/// more than [#WITHIN] after the notice replaces nothing.
public final class Replacements {

    /// Spot may have no capacity for hours; a day later a new task has other reasons.
    public static final Duration WITHIN = Duration.ofDays(1);

    private Replacements() {}

    /// @param interruptions of one service
    /// @param tasks         of the same, as they are now
    /// @return the interruptions whose replacement is new
    static List<Interruption> found(Collection<Interruption> interruptions, Collection<TaskState> tasks) {
        Set<String> taken = interruptions.stream().flatMap(one -> one.replacement().stream()).map(Replacement::task)
                .collect(Collectors.toCollection(HashSet::new));
        List<TaskState> candidates = tasks.stream()
                .filter(task -> task.createdAt().isPresent() && !taken.contains(task.arn()))
                .filter(task -> task.startedAt().isPresent() || !task.isStopped())
                .sorted(Comparator.comparing((TaskState task) -> task.createdAt().orElseThrow())
                        .thenComparing(TaskState::arn))
                .toList();
        var found = new ArrayList<Interruption>();
        List<Interruption> open = interruptions.stream().filter(one -> one.replacement().isEmpty())
                .sorted(Comparator.comparing(Interruption::at).thenComparing(Interruption::task)).toList();
        for (Interruption one : open) {
            Optional<TaskState> next = candidates.stream().filter(task -> !taken.contains(task.arn()))
                    .filter(task -> follows(task, one)).findFirst();
            next.ifPresent(task -> {
                taken.add(task.arn());
                task.startedAt().ifPresent(at -> found.add(one.replacedBy(new Replacement(task.arn(), at))));
            });
        }
        return found;
    }

    private static boolean follows(TaskState task, Interruption one) {
        Instant created = task.createdAt().orElseThrow();
        return !task.arn().equals(one.task()) && !created.isBefore(one.at())
                && !created.isAfter(one.at().plus(WITHIN));
    }
}
