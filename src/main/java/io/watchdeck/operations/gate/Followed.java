package io.watchdeck.operations.gate;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.TimeRange;
import io.watchdeck.model.When;
import io.watchdeck.operations.ApiRequest;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Remark;
import io.watchdeck.operations.JournalStore;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.gate.OperationDesk.Running;
import io.watchdeck.operations.proof.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The operations that have no verdict yet, each kept in the journal with every change. Safe for several threads: the
/// journal is written by one at a time, so that it ends with what is the newest here, and nobody who reads waits for it.
final class Followed {

    private static final int ENDED_SHOWN = 20;
    /// More than anybody does while an operation is followed.
    private static final int SINCE = 1_000;

    private final Kept kept;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<UUID, Running> running = new LinkedHashMap<>();
    private final Deque<JournalEntry> ended = new ArrayDeque<>();
    /// What could not be written the last time, as it is now.
    private final Map<UUID, JournalEntry> unwritten = new LinkedHashMap<>();
    private List<JournalEntry> reminders = List.of();
    private boolean resumed;

    Followed(Kept kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /// Takes up what an earlier run of the program left without a verdict, and writes what could not be written, until
    /// both were possible.
    void resume() {
        alone(() -> {
            if (!resumed) {
                kept.found(JournalStore::open).ifPresent(this::resume);
            }
            List.copyOf(unwritten.values()).forEach(this::write);
            return resumed;
        });
    }

    private void resume(List<JournalEntry> open) {
        Optional<List<JournalEntry>> due = kept.found(JournalStore::reminding);
        synchronized (this) {
            open.forEach(entry -> running.putIfAbsent(entry.id(), new Running(entry, Optional.empty())));
            reminders = due.orElse(reminders);
        }
        resumed = due.isPresent();
    }

    private void write(JournalEntry entry) {
        if (kept.put(entry).isPresent()) {
            unwritten.put(entry.id(), entry);
        } else {
            unwritten.remove(entry.id());
        }
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
    ///
    /// @return why it does not begin: it would not be durable; empty where it runs
    Optional<Phrase> begin(JournalEntry entry) {
        return alone(() -> {
            Optional<Phrase> why = kept.lossy().or(() -> kept.put(entry));
            if (why.isEmpty()) {
                why = kept.lossy();
                why.ifPresent(_ -> kept.put(entry.ended(
                        new Verdict(Result.NOT_DONE, Phrase.of("proof.neverSent"), clock.instant()))));
            }
            if (why.isEmpty()) {
                synchronized (this) {
                    running.put(entry.id(), new Running(entry, Optional.empty()));
                }
            }
            return why;
        });
    }

    /// A request of an entry that runs is about to leave; durable when it returns.
    ///
    /// @return why it must not leave: it does not stand in the journal for good; empty where it may
    Optional<Phrase> about(UUID id, ApiRequest request) {
        return alone(() -> {
            JournalEntry now = present(id).sending(request);
            Optional<Phrase> why = kept.put(now).or(kept::lossy);
            if (why.isEmpty()) {
                synchronized (this) {
                    running.put(id, new Running(now, running.get(id).last()));
                }
            }
            return why;
        });
    }

    private JournalEntry present(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("does not run: " + id));
    }

    /// One that runs, as it is now.
    synchronized Optional<JournalEntry> find(UUID id) {
        return Optional.ofNullable(running.get(id)).map(Running::entry);
    }

    /// What this console did to the stack of an entry since that began, as far as the journal can be read; what runs as it
    /// is now.
    List<JournalEntry> since(JournalEntry entry) {
        Map<UUID, JournalEntry> all = new HashMap<>();
        Instant now = clock.instant();
        var range = new TimeRange(entry.begun(), now.isBefore(entry.begun()) ? entry.begun() : now.plusMillis(1));
        kept.found(journal -> journal.read(Set.of(entry.operation().stack()), range, SINCE)).orElse(List.of())
                .forEach(one -> all.put(one.id(), one));
        ended().forEach(one -> all.put(one.id(), one));
        running().forEach(one -> all.put(one.entry().id(), one.entry()));
        return List.copyOf(all.values());
    }

    /// Changes an entry that runs. Durable when it returns, where the journal can be written; otherwise as soon as it can.
    ///
    /// @return the entry as it is now
    JournalEntry change(UUID id, UnaryOperator<JournalEntry> change) {
        return alone(() -> changed(id, change));
    }

    private JournalEntry changed(UUID id, UnaryOperator<JournalEntry> change) {
        JournalEntry now = change.apply(present(id));
        synchronized (this) {
            running.put(id, new Running(now, running.get(id).last()));
        }
        write(now);
        return now;
    }

    /// What the newest look found. Where that is another sentence than the journal ended with, the journal has it when
    /// this returns: what a person saw on the screen is there after a crash too.
    void found(UUID id, Finding.Going going) {
        synchronized (this) {
            Running before = running.get(id);
            if (before == null) {
                return;
            }
            running.put(id, new Running(before.entry(), Optional.of(going)));
            if (before.entry().remarks().stream().reduce((_, newest) -> newest)
                    .filter(newest -> isSaid(newest.sentence(), going.sentence())).isPresent()) {
                return;
            }
        }
        alone(() -> find(id)
                .map(_ -> changed(id, entry -> entry.seen(new Remark(clock.instant(), going.sentence())))));
    }

    /// Whether two sentences tell the same; neither the day on which a moment is told changes anything of it, nor as what
    /// kind of number the journal keeps a count.
    private static boolean isSaid(Phrase one, Phrase other) {
        return one.key().equals(other.key()) && arguments(one).equals(arguments(other));
    }

    private static List<Object> arguments(Phrase sentence) {
        return sentence.arguments().stream().map(argument -> switch (argument) {
            case When(Instant at, var _) -> at;
            case Phrase inner -> List.of(inner.key(), arguments(inner));
            case Number number -> number.doubleValue();
            default -> argument;
        }).toList();
    }

    /// Nothing is remarked of what is over: a look may outlive it.
    void remark(UUID id, Phrase sentence) {
        alone(() -> find(id)
                .map(_ -> changed(id, entry -> entry.remarked(new Remark(clock.instant(), sentence)))));
    }

    /// The first to end it gives it its verdict.
    ///
    /// @return the entry with its verdict; empty where it was over already
    Optional<JournalEntry> end(UUID id, Verdict verdict) {
        return alone(() -> find(id).map(_ -> over(id, verdict)));
    }

    private JournalEntry over(UUID id, Verdict verdict) {
        JournalEntry over = changed(id, entry -> entry.ended(verdict));
        Optional<List<JournalEntry>> due = kept.found(JournalStore::reminding);
        synchronized (this) {
            running.remove(id);
            ended.addFirst(over);
            while (ended.size() > ENDED_SHOWN) {
                ended.removeLast();
            }
            reminders = due.orElse(reminders);
        }
        return over;
    }

    void settle(UUID id) {
        alone(() -> settled(id));
    }

    /// What could not be written yet is newer than what the journal holds.
    private List<JournalEntry> settled(UUID id) {
        find(id).or(() -> Optional.ofNullable(unwritten.get(id)))
                .or(() -> kept.found(journal -> journal.find(id)).flatMap(Function.identity()))
                .map(JournalEntry::settled).ifPresent(this::write);
        Optional<List<JournalEntry>> due = kept.found(JournalStore::reminding);
        synchronized (this) {
            running.computeIfPresent(id, (_, one) -> new Running(one.entry().settled(), one.last()));
            List<JournalEntry> over = ended.stream().map(one -> one.id().equals(id) ? one.settled() : one).toList();
            ended.clear();
            ended.addAll(over);
            reminders = due.orElse(reminders).stream().filter(one -> !one.id().equals(id)).toList();
            return reminders;
        }
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
