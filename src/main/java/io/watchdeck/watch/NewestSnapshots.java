package io.watchdeck.watch;

import io.watchdeck.model.StackId;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The newest snapshot of each stack. Of forty stacks in ten accounts one reading changes four: the others are the same
/// snapshots as before, for as long as their ages hardly are.
final class NewestSnapshots {

    /// How long the snapshot of a stack of which nothing new was read stays the same.
    private static final Duration SAME = Duration.ofSeconds(5);

    private final StackComposer composer;
    private final Map<StackId, Composed> composed = new ConcurrentHashMap<>();

    /// @param version of the board that it was composed from
    /// @param every   how often it was read then
    /// @param awaited whether its cost was asked for by itself then
    private record Composed(long version, Every every, boolean awaited, StackSnapshot snapshot) {}

    NewestSnapshots(StackComposer composer) {
        this.composer = composer;
    }

    /// Forgets those of all other stacks.
    void only(Collection<StackFile> stacks) {
        composed.keySet().retainAll(stacks.stream().map(StackFile::id).toList());
    }

    /// Of the stacks of all sites, in their order.
    ///
    /// @param every how often each is read now
    List<StackSnapshot> of(List<Site> sites, Function<Site, Function<StackId, Every>> every, Instant now) {
        return sites.stream().flatMap(site -> {
            Function<StackId, Every> own = every.apply(site);
            return site.stacks().stream().map(stack -> of(stack, site.board(), own.apply(stack.id()), now));
        }).toList();
    }

    private StackSnapshot of(StackFile stack, Board board, Every every, Instant now) {
        long version = board.version();
        boolean awaited = composer.awaitsCost(stack, board);
        return composed.compute(stack.id(), (_, before) -> before != null && before.version() == version
                && before.every().equals(every) && before.awaited() == awaited
                && before.snapshot().file().equals(stack)
                && !before.snapshot().asOf().isAfter(now) && before.snapshot().asOf().plus(SAME).isAfter(now) ? before
                        : new Composed(version, every, awaited, composer.compose(stack, board, every, now)))
                .snapshot();
    }
}
