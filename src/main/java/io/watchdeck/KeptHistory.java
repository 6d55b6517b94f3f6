package io.watchdeck;

import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Phrase;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.StateStore;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2MeterStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2StateStore;
import io.watchdeck.store.Opening;
import io.watchdeck.watch.WatchHistory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The history of the running console. Opened on a thread of its own, because the window does not wait for it: whoever
/// first writes or reads does. Where the file cannot be had, what is new is kept in memory until the end, and a person
/// is told.
final class KeptHistory implements AutoCloseable {

    private final CompletableFuture<Database> database = new CompletableFuture<>();
    private final List<Phrase> untold = new ArrayList<>();
    private Consumer<Phrase> listener = untold::add;

    private KeptHistory(Supplier<Database> opening) {
        Thread.ofPlatform().name("opening the history").start(() -> {
            try {
                database.complete(opening.get());
            } catch (RuntimeException | Error mistake) {
                database.completeExceptionally(mistake);
            }
        });
    }

    /// In a data folder.
    ///
    /// @param patience how long another process may have it open: a command does for some seconds
    static KeptHistory in(Path folder, Clock clock, Duration patience) {
        var later = new CompletableFuture<KeptHistory>();
        var history = new KeptHistory(() -> open(folder, clock, patience, told -> later.join().tell(told)));
        later.complete(history);
        return history;
    }

    /// In memory only.
    static KeptHistory temporary(Clock clock) {
        return new KeptHistory(() -> Database.temporary(clock));
    }

    private static Database open(Path folder, Clock clock, Duration patience, Consumer<Phrase> told) {
        Opening opening = Patience.open(folder, clock, patience, told);
        opening.told().ifPresent(told);
        return switch (opening) {
            case Opening.Opened opened -> opened.database();
            case Opening.InMemory inMemory -> inMemory.database();
            case Opening.Newer _ -> Database.temporary(clock);
            case Opening.InUse _ -> Database.temporary(clock);
        };
    }

    WatchHistory of(MetricCatalogue catalogue) {
        CompletableFuture<MetricArchive.Stores> stores = database.thenApply(open -> new MetricArchive.Stores(
                new H2MetricStore(open, catalogue), new H2CoverageStore(open)));
        CompletableFuture<StateStore> state = database.thenApply(H2StateStore::new);
        return new WatchHistory(new MetricArchive(stores::join, catalogue), state::join);
    }

    /// Lets the meter go on from what is kept, as soon as the file is open.
    void keep(Meter meter) {
        database.thenAccept(open -> meter.keepIn(new H2MeterStore(open)));
    }

    /// @param to told what becomes of the file, and what became of it so far
    synchronized void tell(Consumer<Phrase> to) {
        listener = to;
        untold.forEach(to);
        untold.clear();
    }

    private synchronized void tell(Phrase told) {
        listener.accept(told);
    }

    @Override
    public void close() {
        database.join().close();
    }
}
