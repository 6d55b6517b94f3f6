package io.watchdeck.operations.gate;

import io.watchdeck.model.Phrase;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Remark;
import io.watchdeck.operations.JournalStore;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.gate.OperationDesk.Running;
import io.watchdeck.operations.proof.Finding;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The operations that have no verdict yet, each kept in the journal with every change. Safe for several threads: the
/// journal is written by one at a time, so that it ends with what is the newest here, and nobody who reads waits for it.
final class Followed {

    private static final int ENDED_SHOWN = 20;

    private final Supplier<JournalStore> journal;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<UUID, Running> running = new LinkedHashMap<>();
    private final Deque<JournalEntry> ended = new ArrayDeque<>();
    private List<JournalEntry> reminders = List.of();

    Followed(Supplier<JournalStore> journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /// Takes up what an earlier run of the program left without a verdict.
    void resume() {
        alone(() -> {
            List<JournalEntry> open = journal.get().open();
            List<JournalEntry> due = journal.get().reminding();
            synchronized (this) {
                open.forEach(entry -> running.putIfAbsent(entry.id(), new Running(entry, Optional.empty())));
                reminders = due;
            }
            return open;
        });
    }

    /// Writes into the journal while nobody else does.
    private <T> T alone(Supplier<T> writes) {
        writing.lock();
        try {
            return writes.get();
        } finally {
            writing.unlock();
        }
    }

    /// Durable when it returns.
    void begin(JournalEntry entry) {
        alone(() -> {
            journal.get().put(entry);
            synchronized (this) {
                running.put(entry.id(), new Running(entry, Optional.empty()));
            }
            return entry;
        });
    }

    /// One that runs, as it is now.
    synchronized Optional<JournalEntry> find(UUID id) {
        return Optional.ofNullable(running.get(id)).map(Running::entry);
    }

    /// Changes an entry that runs; durable when it returns.
    ///
    /// @return the entry as it is now
    JournalEntry change(UUID id, UnaryOperator<JournalEntry> change) {
        return alone(() -> changed(id, change));
    }

    private JournalEntry changed(UUID id, UnaryOperator<JournalEntry> change) {
        JournalEntry now;
        synchronized (this) {
            Running before = running.get(id);
            if (before == null) {
                throw new IllegalArgumentException("does not run: " + id);
            }
            now = change.apply(before.entry());
            running.put(id, new Running(now, before.last()));
        }
        journal.get().put(now);
        return now;
    }

    /// What the newest look found. The journal has a line where it is another kind of thing than before.
    void found(UUID id, Finding.Going going) {
        boolean other;
        synchronized (this) {
            Running before = running.get(id);
            if (before == null) {
                return;
            }
            other = before.last().map(last -> !last.sentence().key().equals(going.sentence().key())).orElse(true)
                    && before.entry().remarks().stream()
                            .noneMatch(remark -> remark.sentence().key().equals(going.sentence().key()));
            running.put(id, new Running(before.entry(), Optional.of(going)));
        }
        if (other) {
            remark(id, going.sentence());
        }
    }

    void remark(UUID id, Phrase sentence) {
        change(id, entry -> entry.remarked(new Remark(clock.instant(), sentence)));
    }

    JournalEntry end(UUID id, Verdict verdict) {
        return alone(() -> over(id, verdict));
    }

    private JournalEntry over(UUID id, Verdict verdict) {
        JournalEntry over = changed(id, entry -> entry.ended(verdict));
        List<JournalEntry> due = journal.get().reminding();
        synchronized (this) {
            running.remove(id);
            ended.addFirst(over);
            while (ended.size() > ENDED_SHOWN) {
                ended.removeLast();
            }
            reminders = due;
        }
        return over;
    }

    void settle(UUID id) {
        alone(() -> settled(id));
    }

    private List<JournalEntry> settled(UUID id) {
        journal.get().find(id).map(JournalEntry::settled).ifPresent(journal.get()::put);
        List<JournalEntry> due = journal.get().reminding();
        synchronized (this) {
            Running one = running.get(id);
            if (one != null) {
                running.put(id, new Running(one.entry().settled(), one.last()));
            }
            reminders = due;
        }
        return due;
    }

    synchronized List<Running> running() {
        return new ArrayList<>(running.values());
    }

    synchronized List<JournalEntry> ended() {
        return new ArrayList<>(ended);
    }

    synchronized List<JournalEntry> reminders() {
        return reminders;
    }
}
