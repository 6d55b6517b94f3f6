package io.watchdeck.ui.activity;

import io.watchdeck.model.Phrase;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.operations.proof.Finding;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What was read from the journal, with what the desk has told since: an entry that ends is told by it, and one that
/// begins.
final class KnownEntries {

    private static final Comparator<JournalEntry> NEWEST_FIRST =
            Comparator.comparing(JournalEntry::begun).reversed().thenComparing(JournalEntry::id);

    private final Map<UUID, JournalEntry> entries = new HashMap<>();
    private final Map<UUID, Phrase> newest = new HashMap<>();

    /// What the journal answered; what ended since it was asked stays so.
    void read(List<JournalEntry> kept) {
        for (JournalEntry one : kept) {
            entries.merge(one.id(), one, (known, read) -> known.isOver() && !read.isOver() ? known : read);
        }
    }

    /// What was known there is known here too.
    void goOn(KnownEntries before) {
        entries.putAll(before.entries);
    }

    void told(OperationDesk.State state) {
        newest.clear();
        state.running().forEach(one -> {
            entries.put(one.entry().id(), one.entry());
            one.last().map(Finding.Going::sentence).ifPresent(seen -> newest.put(one.entry().id(), seen));
        });
        state.ended().forEach(one -> entries.put(one.id(), one));
    }

    List<JournalEntry> newestFirst() {
        return entries.values().stream().sorted(NEWEST_FIRST).toList();
    }

    Optional<JournalEntry> find(UUID id) {
        return Optional.ofNullable(entries.get(id));
    }

    /// What was seen last of one that is followed.
    Optional<Phrase> newest(JournalEntry entry) {
        return Optional.ofNullable(newest.get(entry.id()));
    }
}
