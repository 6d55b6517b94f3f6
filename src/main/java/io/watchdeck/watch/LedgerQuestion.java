package io.watchdeck.watch;

import io.watchdeck.fleet.ledger.LedgerStore.Mark;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.util.Optional;
import java.util.Set;

/// What is asked of the ledger.
///
/// @param stacks empty for all that are watched
/// @param after  where an earlier page of lines ended; empty for the newest
/// @param most   lines of a page
public record LedgerQuestion(Set<StackId> stacks, TimeRange range, Optional<Mark> after, int most) {

    public LedgerQuestion {
        stacks = Set.copyOf(stacks);
    }

    /// The newest lines of a time of all stacks.
    public static LedgerQuestion newest(TimeRange range, int most) {
        return new LedgerQuestion(Set.of(), range, Optional.empty(), most);
    }

    boolean isAbout(StackId stack) {
        return stacks.isEmpty() || stacks.contains(stack);
    }
}
