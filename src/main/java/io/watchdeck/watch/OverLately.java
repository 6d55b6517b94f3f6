package io.watchdeck.watch;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.model.StackId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// The occurrences that were over not long ago. To be used by one thread at a time.
final class OverLately {

    /// How long what is over is shown with the snapshots.
    static final Duration SHOWN = Duration.ofHours(24);
    private static final Comparator<Occurrence> LAST_TO_END =
            Comparator.comparing((Occurrence one) -> one.resolved().orElse(Instant.MAX)).reversed()
                    .thenComparing(Occurrence::raised, Comparator.reverseOrder()).thenComparing(Occurrence::id);

    private final Map<UUID, Occurrence> all = new HashMap<>();

    /// Those of them that are over.
    void add(Collection<Occurrence> some) {
        some.stream().filter(Occurrence::isResolved).forEach(one -> all.put(one.id(), one));
    }

    void forget(StackId stack) {
        all.values().removeIf(one -> one.key().stack().equals(stack));
    }

    void forgetAll() {
        all.clear();
    }

    /// Forgets what was over long ago.
    void forgetOld(Instant now) {
        all.values().removeIf(one -> !one.resolved().orElse(now).plus(SHOWN).isAfter(now));
    }

    Collection<Occurrence> all() {
        return List.copyOf(all.values());
    }

    /// Those of some stacks, the last to end first.
    List<Occurrence> of(Collection<StackId> stacks) {
        return inOrder(all.values().stream().filter(one -> stacks.contains(one.key().stack())));
    }

    /// The last to end first.
    static List<Occurrence> inOrder(Stream<Occurrence> some) {
        return some.sorted(LAST_TO_END).toList();
    }
}
