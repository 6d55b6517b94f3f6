package io.watchdeck.watch;

import io.watchdeck.alarms.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// What somebody is to be told of alarms: held until the snapshot is out that has it, and until somebody listens. Safe for
/// several threads.
final class UntoldChanges {

    private final List<Consumer<List<Change>>> listeners = new CopyOnWriteArrayList<>();
    private List<Change> untold = new ArrayList<>();

    synchronized void add(Collection<Change> changes) {
        untold.addAll(changes);
    }

    /// The snapshot is out.
    void tell() {
        List<Change> told = taken();
        if (!told.isEmpty()) {
            listeners.forEach(listener -> listener.accept(told));
        }
    }

    private synchronized List<Change> taken() {
        if (listeners.isEmpty()) {
            return List.of();
        }
        List<Change> told = untold;
        untold = new ArrayList<>();
        return told;
    }

    Watch.Subscription listen(Consumer<List<Change>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
