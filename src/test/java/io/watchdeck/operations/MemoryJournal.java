package io.watchdeck.operations;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// A journal that keeps what it is given as long as it lives, and tells a test of each put. Any thread.
public final class MemoryJournal implements JournalStore {

    private final Map<UUID, JournalEntry> entries = new LinkedHashMap<>();
    private final List<JournalEntry> puts = new ArrayList<>();
    private volatile Consumer<JournalEntry> before = _ -> {};
    private volatile Optional<Phrase> lossy = Optional.empty();
    private volatile List<String> unreadable = List.of();

    /// Is told of each put, on its thread, before it is kept.
    public void before(Consumer<JournalEntry> listener) {
        before = listener;
    }

    /// Everything that was ever put, in order.
    public synchronized List<JournalEntry> puts() {
        return List.copyOf(puts);
    }

    public synchronized JournalEntry only() {
        if (entries.size() != 1) {
            throw new AssertionError(entries.size() + " entries");
        }
        return entries.values().iterator().next();
    }

    public synchronized int size() {
        return entries.size();
    }

    /// From now on what is put is lost with the program.
    public void lossy(Phrase why) {
        lossy = Optional.of(why);
    }

    @Override
    public Optional<Phrase> lossy() {
        return lossy;
    }

    /// From now on nothing can be read of it, until the same is said of nothing.
    public void unreadable(String... why) {
        unreadable = List.of(why);
    }

    private void readable() {
        unreadable.forEach(why -> {
            throw new IllegalStateException(why);
        });
    }

    @Override
    public void put(JournalEntry entry) {
        before.accept(entry);
        synchronized (this) {
            puts.add(entry);
            entries.put(entry.id(), entry);
        }
    }

    @Override
    public synchronized Optional<JournalEntry> find(UUID id) {
        readable();
        return Optional.ofNullable(entries.get(id));
    }

    @Override
    public synchronized List<JournalEntry> open() {
        readable();
        return entries.values().stream().filter(entry -> !entry.isOver())
                .sorted(Comparator.comparing(JournalEntry::begun)).toList();
    }

    @Override
    public synchronized List<JournalEntry> reminding() {
        readable();
        return entries.values().stream().filter(entry -> entry.reminder().filter(one -> !one.settled()).isPresent())
                .sorted(Comparator.comparing(entry -> entry.reminder().orElseThrow().at())).toList();
    }

    @Override
    public synchronized List<JournalEntry> read(Set<StackId> stacks, TimeRange range, int most) {
        readable();
        return entries.values().stream().filter(entry -> range.contains(entry.begun()))
                .filter(entry -> stacks.isEmpty() || stacks.contains(entry.operation().stack()))
                .sorted(Comparator.comparing(JournalEntry::begun).reversed()).limit(most).toList();
    }

    @Override
    public synchronized void forget(Instant moment) {
        entries.values().removeIf(entry -> entry.isOver() && entry.begun().isBefore(moment));
    }
}
