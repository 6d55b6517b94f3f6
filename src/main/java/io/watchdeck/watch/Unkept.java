package io.watchdeck.watch;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Judged;
import io.watchdeck.alarms.OccurrenceStore;
import io.watchdeck.model.StackId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What happened to occurrences and is not kept yet, in order. What cannot be written waits for the next time. Any thread;
/// one writes at a time.
final class Unkept {

    private final Supplier<OccurrenceStore> store;
    private final Object writing = new Object();
    private List<Change> changes = new ArrayList<>();

    Unkept(Supplier<OccurrenceStore> store) {
        this.store = store;
    }

    synchronized void add(Collection<Change> these) {
        changes.addAll(these);
    }

    synchronized boolean isEmpty() {
        return changes.isEmpty();
    }

    private synchronized List<Change> take() {
        List<Change> these = changes;
        changes = new ArrayList<>();
        return these;
    }

    private synchronized void putBack(List<Change> these) {
        var again = new ArrayList<>(these);
        again.addAll(changes);
        changes = again;
    }

    /// Writes it with how far stacks have been judged. Blocking.
    ///
    /// @return what was written of stacks
    /// @throws IllegalStateException when it cannot be written
    Map<StackId, Judged> write(Supplier<Map<StackId, Judged>> judged) {
        synchronized (writing) {
            Map<StackId, Judged> far = judged.get();
            List<Change> these = take();
            try {
                store.get().put(these, far);
                return far;
            } catch (IllegalStateException unusable) {
                putBack(these);
                throw unusable;
            }
        }
    }

    /// Does something while nobody else writes. Blocking.
    void alone(Runnable work) {
        synchronized (writing) {
            work.run();
        }
    }
}
