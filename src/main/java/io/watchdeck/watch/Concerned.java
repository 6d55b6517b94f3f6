package io.watchdeck.watch;

import io.watchdeck.model.StackId;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.StackFile;
import java.util.Collection;
import java.util.List;

/// Which stacks a reading is for, so that the meter can tell what each of them costs.
final class Concerned {

    private Concerned() {}

    /// Those that have something of it.
    static List<StackId> by(Subject subject, Collection<StackFile> stacks) {
        return stacks.stream().filter(stack -> has(subject, stack)).map(StackFile::id).toList();
    }

    /// Those that live in a cluster.
    static Behalf of(String cluster, Collection<StackFile> stacks) {
        return Behalf.of(stacks.stream().filter(stack -> stack.cluster().equals(cluster)).map(StackFile::id).toList());
    }

    private static boolean has(Subject subject, StackFile stack) {
        Components of = stack.components();
        return switch (subject) {
            case IDENTITY, METRICS, ALARMS, COST -> true;
            case SERVICES, TASKS, SCALING -> !of.services().isEmpty();
            case QUEUES -> !of.queues().isEmpty();
            case BATCH -> !of.batchQueues().isEmpty();
            case PIPES -> !SiteReader.pipes(stack).isEmpty();
            case PIPELINES -> !of.pipelines().isEmpty();
            case DATABASES -> !of.databases().isEmpty();
            case TARGETS -> !of.loadBalancers().isEmpty();
        };
    }
}
