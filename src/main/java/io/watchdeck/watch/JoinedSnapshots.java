package io.watchdeck.watch;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.model.StackId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Snapshots with their occurrences: the same as long as both are. To be used by one thread at a time.
final class JoinedSnapshots {

    private final Map<StackId, Joined> joined = new HashMap<>();

    private record Joined(StackSnapshot before, List<Occurrence> live, StackSnapshot after) {}

    /// Whether a snapshot is another than the one that was joined last.
    boolean isNew(StackSnapshot stack) {
        return Optional.ofNullable(joined.get(stack.file().id())).filter(one -> one.before() == stack).isEmpty();
    }

    List<StackSnapshot> join(List<StackSnapshot> stacks, Collection<Occurrence> live) {
        Map<StackId, List<Occurrence>> of = new LinkedHashMap<>();
        live.stream().sorted(Comparator.comparing(Occurrence::raised))
                .forEach(one -> of.computeIfAbsent(one.key().stack(), _ -> new ArrayList<>()).add(one));
        return stacks.stream().map(stack -> {
            List<Occurrence> these = of.getOrDefault(stack.file().id(), List.of());
            return joined.compute(stack.file().id(), (_, before) -> before != null && before.before() == stack
                    && before.live().equals(these) ? before : new Joined(stack, these, stack.with(these))).after();
        }).toList();
    }

    void forget(StackId stack) {
        joined.remove(stack);
    }
}
