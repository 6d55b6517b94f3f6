package io.watchdeck.operations;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Keeps the journal. What is put is durable before the call returns. Blocking. An entry that this version of the
/// program does not understand is left out of what is read, and stays.
public interface JournalStore {

    /// Keeps an entry as it stands now.
    ///
    /// @throws IllegalStateException when it cannot be kept; every other method throws it when nothing can be read
    void put(JournalEntry entry);

    /// Why what is put is gone with the program, because the file cannot be written; empty where it is kept, and where
    /// nothing was to be kept.
    default Optional<Phrase> lossy() {
        return Optional.empty();
    }

    Optional<JournalEntry> find(UUID id);

    /// Those without a verdict, oldest first.
    List<JournalEntry> open();

    /// Those whose reminder nobody has dealt with, the first to be due first.
    List<JournalEntry> reminding();

    /// Those that began in a range, newest first.
    ///
    /// @param stacks of these alone; none asks for those of all stacks
    List<JournalEntry> read(Set<StackId> stacks, TimeRange range, int most);

    /// Forgets what began before a moment and is over.
    void forget(Instant before);
}
