package io.watchdeck;

import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The journal of a command that keeps nothing: it is empty, and as such a command changes nothing it stays so.
final class NoJournal implements JournalStore {

    @Override
    public void put(JournalEntry entry) {
        throw new IllegalStateException("a command changes nothing");
    }

    @Override
    public Optional<JournalEntry> find(UUID id) {
        return Optional.empty();
    }

    @Override
    public List<JournalEntry> open() {
        return List.of();
    }

    @Override
    public List<JournalEntry> reminding() {
        return List.of();
    }

    @Override
    public List<JournalEntry> read(Set<StackId> stacks, TimeRange range, int most) {
        return List.of();
    }

    @Override
    public void forget(Instant before) {
        // there is nothing to forget
    }
}
