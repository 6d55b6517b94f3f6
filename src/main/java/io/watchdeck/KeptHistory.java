package io.watchdeck;

import io.watchdeck.fleet.FleetEventStore;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Phrase;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.MeterStore;
import io.watchdeck.refresh.StateStore;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2MeterStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2StateStore;
import io.watchdeck.store.Opening;
import io.watchdeck.watch.WatchHistory;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The history of the running console. Opened on a thread of its own, because the window does not wait for it: whoever
/// first writes or reads does. Where the file cannot be had, what is new is kept in memory until the end, and a person
/// is told.
final class KeptHistory implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(KeptHistory.class.getName());

    private final CompletableFuture<Kept> kept;
    private final List<Phrase> untold = new ArrayList<>();
    private Consumer<Phrase> listener = untold::add;
    private volatile Optional<MetricArchive> archive = Optional.empty();
    private volatile Optional<CompletableFuture<Meter>> counting = Optional.empty();
    private volatile boolean ending;

    /// @param ofTheFolder what the data folder holds, or was to hold
    private record Kept(Database database, boolean ofTheFolder) {}

    /// @param where for people, should the opening end with a mistake
    private KeptHistory(Supplier<Kept> opening, String where, Clock clock) {
        kept = CompletableFuture
                .supplyAsync(opening, work -> Thread.ofPlatform().name("opening the history").start(work))
                .exceptionally(mistake -> {
                    LOG.log(Level.ERROR, "Opening the history", mistake);
                    tell(Phrase.of("history.memory.failed", where, cause(mistake)));
                    return new Kept(Database.temporary(clock), false);
                });
    }

    /// In a data folder.
    ///
    /// @param patience how long another process may have it open: a command does for some seconds
    static KeptHistory in(Path folder, Clock clock, Duration patience) {
        var later = new CompletableFuture<KeptHistory>();
        var history = new KeptHistory(() -> open(folder, clock, patience, told -> later.join().tell(told),
                () -> !later.join().ending), folder.toString(), clock);
        later.complete(history);
        return history;
    }

    /// A copy of what another process keeps; what is added is lost with it.
    static KeptHistory copy(Path folder, Clock clock) {
        return new KeptHistory(() -> new Kept(open(folder, clock, Duration.ZERO, _ -> {}, () -> true).database(),
                false), folder.toString(), clock);
    }

    /// In memory only.
    static KeptHistory temporary(Clock clock) {
        return new KeptHistory(() -> new Kept(Database.temporary(clock), false), "", clock);
    }

    private static Kept open(Path folder, Clock clock, Duration patience, Consumer<Phrase> told,
            BooleanSupplier wanted) {
        Opening opening = Patience.open(folder, clock, patience, told, wanted);
        opening.told().ifPresent(told);
        return switch (opening) {
            case Opening.Opened opened -> new Kept(opened.database(), true);
            case Opening.InMemory inMemory -> new Kept(inMemory.database(), true);
            case Opening.Newer _ -> new Kept(Database.temporary(clock), false);
            case Opening.InUse _ -> new Kept(Database.temporary(clock), false);
        };
    }

    WatchHistory of(MetricCatalogue catalogue) {
        CompletableFuture<MetricArchive.Stores> stores = kept.thenApply(open -> stores(open.database(), catalogue));
        CompletableFuture<StateStore> state = kept.thenApply(open -> new H2StateStore(open.database()));
        CompletableFuture<FleetEventStore> events = kept.thenApply(open -> new H2FleetEventStore(open.database()));
        var metrics = new MetricArchive(stores::join, catalogue);
        archive = Optional.of(metrics);
        return new WatchHistory(metrics, state::join, events::join);
    }

    static MetricArchive.Stores stores(Database open, MetricCatalogue catalogue) {
        return new MetricArchive.Stores(new H2MetricStore(open, catalogue), new H2CoverageStore(open));
    }

    /// The database with all that came before the call, once it is open; empty where the console keeps nothing in its
    /// data folder, because another process or version does.
    Optional<Database> written() {
        archive.ifPresent(MetricArchive::flush);
        return Optional.of(kept.join()).filter(Kept::ofTheFolder).map(Kept::database);
    }

    /// Lets the meter go on from what is kept, as soon as the file is open. Where that cannot be read a person is told,
    /// because what was spent looks like nothing.
    ///
    /// @param elsewhere keeps the meter where this is not the history of the data folder
    void keep(Meter meter, Optional<MeterStore> elsewhere) {
        counting = Optional.of(kept.thenApply(open -> {
            try {
                meter.keepIn(elsewhere.filter(_ -> !open.ofTheFolder())
                        .orElseGet(() -> new H2MeterStore(open.database())));
            } catch (IllegalStateException unreadable) {
                LOG.log(Level.WARNING, "Reading the meter", unreadable);
                tell(Phrase.of("history.meter.unread", cause(unreadable)));
            }
            return meter;
        }));
    }

    private static String cause(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    /// The meter, once it goes on from what is kept; empty where the console keeps nothing in its data folder.
    ///
    /// @throws CompletionException when nothing could be opened
    Optional<Meter> meter() {
        return kept.join().ofTheFolder() ? counting.map(CompletableFuture::join) : Optional.empty();
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

    /// The console ends: while another process has the file open nothing is read, so that there is nothing to wait with.
    void waitNoLonger() {
        ending = true;
    }

    /// Writes what was counted, too. Whoever counts has ended.
    @Override
    public void close() {
        waitNoLonger();
        counting.ifPresent(begun -> begun.thenAccept(Meter::flush).exceptionally(failed -> {
            LOG.log(Level.WARNING, "Keeping the meter", failed);
            return null;
        }).join());
        kept.join().database().close();
    }
}
