package io.watchdeck.operations.gate;

import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.proof.Tally;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What is remembered of each operation while it is followed, and gone with the program: what the looks at a redrive have
/// seen and counted, and the body hashes that are too many for the journal.
final class Memories {

    private final Map<UUID, Memory> all = new ConcurrentHashMap<>();

    /// Of one operation.
    static final class Memory {

        private final Baseline before;
        private final Tally tally = new Tally();
        private volatile LetterShelf sample;

        private Memory(Baseline before) {
            this.before = before;
        }

        Baseline before() {
            return before;
        }

        Tally tally() {
            return tally;
        }

        /// The messages that were looked at so far.
        synchronized LetterShelf sample(Supplier<LetterShelf> fresh) {
            if (sample == null) {
                sample = fresh.get();
            }
            return sample;
        }
    }

    /// Remembers what the journal will not keep.
    void keep(JournalEntry entry) {
        all.put(entry.id(), new Memory(entry.before()));
    }

    /// Of one that an earlier run of the program began it is what the journal kept.
    Memory of(JournalEntry entry) {
        return all.computeIfAbsent(entry.id(), _ -> new Memory(entry.before()));
    }

    void release(UUID id) {
        all.remove(id);
    }

    int size() {
        return all.size();
    }
}
