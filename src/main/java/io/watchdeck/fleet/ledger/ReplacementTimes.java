package io.watchdeck.fleet.ledger;

import io.watchdeck.fleet.ledger.LedgerStore.Brief;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// How long it took until other tasks ran in the places of interrupted ones, from the stop of each until its replacement
/// ran. Zero is no wait, and counts in the median and the other shares as what it is, the shortest: where [#atOnce] is half
/// of them or more, there is nothing to measure in the middle.
///
/// @param known   the shortest first; zero where another task ran by then, see [Interruption#timeToReplacement]
/// @param open    interruptions that nothing has replaced yet
/// @param unknown interruptions of which nobody saw when they stopped
public record ReplacementTimes(List<Duration> known, int open, int unknown) {

    public ReplacementTimes {
        known = known.stream().sorted().toList();
    }

    public static ReplacementTimes of(Collection<Brief> interruptions) {
        int open = (int) interruptions.stream().filter(one -> !one.replaced()).count();
        List<Duration> known = interruptions.stream().flatMap(one -> one.waited().stream()).toList();
        return new ReplacementTimes(known, open, interruptions.size() - open - known.size());
    }

    /// How many there was no wait for.
    public int atOnce() {
        return (int) known.stream().filter(Duration::isZero).count();
    }

    /// Of an even number the longer of the two in the middle.
    public Optional<Duration> median() {
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.size() / 2));
    }

    /// So long or less took nine of ten.
    public Optional<Duration> ninth() {
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get((known.size() * 9 + 9) / 10 - 1));
    }

    public Optional<Duration> worst() {
        return known.isEmpty() ? Optional.empty() : Optional.of(known.getLast());
    }

    /// How many took no longer than the design expects.
    public int within(Duration expected) {
        return (int) known.stream().filter(one -> one.compareTo(expected) <= 0).count();
    }
}
