package io.watchdeck.ui.activity;

import io.watchdeck.model.StackId;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.ui.kit.TextFilter;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Which operations are wanted, whatever they came to.
///
/// @param stacks empty for all
/// @param kinds  empty for all
record ActivityFilter(Set<StackId> stacks, Set<Operation.Kind> kinds, TextFilter text) {

    ActivityFilter {
        stacks = Set.copyOf(stacks);
        kinds = Set.copyOf(kinds);
    }

    static ActivityFilter none() {
        return new ActivityFilter(Set.of(), Set.of(), TextFilter.none());
    }

    boolean isNone() {
        return stacks.isEmpty() && kinds.isEmpty() && text.isEmpty();
    }

    /// @param columns what an entry says, by column
    boolean wants(JournalEntry entry, Function<JournalEntry, Map<String, String>> columns) {
        return (stacks.isEmpty() || stacks.contains(entry.operation().stack()))
                && (kinds.isEmpty() || kinds.contains(entry.operation().kind()))
                && (text.isEmpty() || text.matches(columns.apply(entry)));
    }

    ActivityFilter withStacks(Set<StackId> only) {
        return new ActivityFilter(only, kinds, text);
    }

    ActivityFilter withKinds(Set<Operation.Kind> only) {
        return new ActivityFilter(stacks, only, text);
    }

    ActivityFilter with(TextFilter typed) {
        return new ActivityFilter(stacks, kinds, typed);
    }
}
