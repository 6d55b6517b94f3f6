package io.watchdeck.operations.gate;

import io.watchdeck.operations.gate.OperationDesk.State;
import io.watchdeck.operations.gate.OperationDesk.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tells listeners of every change. One thread tells at a time, and whoever changes something meanwhile leaves it to that
/// one to tell once more: nobody hears an older state after a newer one, and the last that everybody hears is the newest.
final class Telling {

    private final Supplier<State> state;
    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
    /// Changes that are not told yet.
    private final AtomicInteger changes = new AtomicInteger();

    /// @param state as it is when it is asked
    Telling(Supplier<State> state) {
        this.state = state;
    }

    Subscription subscribe(Consumer<State> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void changed() {
        if (changes.getAndIncrement() > 0) {
            return;
        }
        boolean told = false;
        try {
            int heard = 1;
            while (heard > 0) {
                heard = changes.get();
                State now = state.get();
                listeners.forEach(listener -> listener.accept(now));
                heard = changes.addAndGet(-heard);
            }
            told = true;
        } finally {
            // A listener's mistake must not silence the others for good.
            if (!told) {
                changes.set(0);
            }
        }
    }

    void close() {
        listeners.clear();
    }
}
