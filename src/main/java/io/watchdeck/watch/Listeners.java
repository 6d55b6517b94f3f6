package io.watchdeck.watch;

import io.watchdeck.refresh.Coalescer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Whoever wants to know of each new snapshot. The mistake of one is not the others' loss, and who is
/// slow is told of the newest only.
final class Listeners {

    private final Supplier<WatchSnapshot> newest;
    private final Consumer<Throwable> onMistake;
    private final List<Coalescer> all = new CopyOnWriteArrayList<>();

    Listeners(Supplier<WatchSnapshot> newest, Consumer<Throwable> onMistake) {
        this.newest = newest;
        this.onMistake = onMistake;
    }

    Watch.Subscription add(Consumer<WatchSnapshot> listener) {
        var telling = new Coalescer(() -> listener.accept(newest.get()), onMistake);
        all.add(telling);
        return () -> all.remove(telling);
    }

    /// There is a newer one.
    void changed() {
        all.forEach(Coalescer::changed);
    }

    void clear() {
        all.clear();
    }
}
