package io.watchdeck.operations.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;

/// What the looks at a redrive counted within the last minute, for telling what came back from what SQS has not counted
/// away yet. SQS's counts follow after about a minute: while messages are moved, the count of a queue is that of a
/// moment within the last minute, with messages in it that have left since.
///
/// The rule: only what a queue holds beyond all that was to be moved a minute ago has come back for sure. Before there
/// is a look of a minute ago nothing is sure. Safe for several threads.
public final class Tally {

    /// So long counts may be behind.
    static final Duration LAG = Patience.SETTLING;

    private record Count(Instant at, long remaining) {}

    /// Oldest first; the first is the newest of those that are a minute old, where there is one.
    private final Deque<Count> counts = new ArrayDeque<>();
    private Optional<Instant> emptySince = Optional.empty();

    /// @param inQueue   that the dead-letter queue holds, by this look
    /// @param remaining that are still to be moved, by this look
    /// @return how many came back for sure; empty where nobody can tell yet
    synchronized OptionalLong back(Instant now, long inQueue, long remaining) {
        counts.addLast(new Count(now, remaining));
        Instant settled = now.minus(LAG);
        while (counts.size() > 1 && !second().at().isAfter(settled)) {
            counts.removeFirst();
        }
        Count oldest = counts.getFirst();
        return oldest.at().isAfter(settled) ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, inQueue - oldest.remaining()));
    }

    /// Whether the sources have been empty for as long as counts may be behind: what left them last may be back in the
    /// dead-letter queue and not counted there yet.
    ///
    /// @param empty by this look
    synchronized boolean isEmptyForGood(Instant now, boolean empty) {
        emptySince = empty ? emptySince.or(() -> Optional.of(now)) : Optional.empty();
        return emptySince.filter(since -> now.isAfter(since.plus(LAG))).isPresent();
    }

    private Count second() {
        return counts.stream().skip(1).findFirst().orElseThrow();
    }
}
