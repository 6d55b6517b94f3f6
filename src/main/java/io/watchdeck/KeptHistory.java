package io.watchdeck;

import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Retention;
import io.watchdeck.model.Phrase;
import io.watchdeck.operations.JournalStore;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.MeterStore;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.report.KeptPins;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2AnswerStore;
import io.watchdeck.store.H2CostDayStore;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2DatabaseEventStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2JournalStore;
import io.watchdeck.store.H2LedgerStore;
import io.watchdeck.store.H2MeterStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.store.H2StateStore;
import io.watchdeck.store.Opening;
import io.watchdeck.timeline.EventStores;
import io.watchdeck.watch.SeenDeployments;
import io.watchdeck.watch.WatchHistory;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The history of the running console. Opened on a thread of its own, because the window does not wait for it: whoever
/// first writes or reads does. Where the file cannot be had, what is new is kept in memory until the end, or until another
/// process lets go of the file, and a person is told.
final class KeptHistory implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(KeptHistory.class.getName());
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final CompletableFuture<Kept> kept;
    private final List<Phrase> untold = new ArrayList<>();
    private Consumer<Phrase> listener = untold::add;
    private volatile Optional<MetricArchive> archive = Optional.empty();
    private volatile Optional<CompletableFuture<Meter>> counting = Optional.empty();
    private volatile boolean ending;
    private volatile boolean moved;
    /// Makes the move, and sees to what both places knew.
    private volatile Consumer<Runnable> mover = Runnable::run;

    /// @param ofTheFolder what the data folder holds, or was to hold
    /// @param waiting     for another process to let go of the data folder
    private record Kept(Database database, boolean ofTheFolder, boolean waiting) {}

    /// @param where for people, should the opening end with a mistake
    private KeptHistory(Supplier<Kept> opening, String where, Clock clock) {
        kept = CompletableFuture
                .supplyAsync(opening, work -> Thread.ofPlatform().name("opening the history").start(work))
                .exceptionally(mistake -> {
                    LOG.log(Level.ERROR, "Opening the history", mistake);
                    Phrase why = Phrase.of("history.memory.failed", where, cause(mistake));
                    tell(why);
                    return new Kept(Database.temporary(clock, why), false, false);
                });
    }

    /// In a data folder.
    ///
    /// The same for a console: where another process has it open for longer than that, it goes on in the file when the
    /// other lets go of it, with what was kept in memory meanwhile.
    static KeptHistory soonIn(Path folder, Clock clock, Duration patience) {
        KeptHistory history = in(folder, clock, patience);
        history.kept.thenAccept(open -> {
            if (open.waiting() && !history.ending) {
                history.tell(Phrase.of("history.waiting", folder.toString()));
                Thread.ofPlatform().daemon().name("waiting for the history")
                        .start(() -> history.move(folder, clock, open.database()));
            }
        });
        return history;
    }

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
                false, false), folder.toString(), clock);
    }

    /// In memory only.
    static KeptHistory temporary(Clock clock) {
        return new KeptHistory(() -> new Kept(Database.temporary(clock), false, false), "", clock);
    }

    /// In memory only, with a past that it begins with: whoever reads waits for it.
    ///
    /// @param past puts it into what is empty
    static KeptHistory remembering(Clock clock, Consumer<Database> past) {
        return new KeptHistory(() -> {
            Database database = Database.temporary(clock);
            past.accept(database);
            return new Kept(database, false, false);
        }, "", clock);
    }

    /// The same for a console, which begins at once: its past is made beside it, and joined by what is new then.
    static KeptHistory soonRemembering(Clock clock, Consumer<Database> past) {
        KeptHistory history = temporary(clock);
        history.kept.thenAccept(open -> Thread.ofPlatform().daemon().name("the past of the sandbox").start(() -> {
            Database older = Database.temporary(clock);
            past.accept(older);
            history.mover.accept(() -> open.database().goOnIn(older));
        }));
        return history;
    }

    private static Kept open(Path folder, Clock clock, Duration patience, Consumer<Phrase> told,
            BooleanSupplier wanted) {
        Opening opening = Patience.open(folder, clock, patience, told, wanted);
        (opening instanceof Opening.Newer newer ? Optional.of(newer.keptInMemory()) : opening.told()).ifPresent(told);
        return switch (opening) {
            case Opening.Opened opened -> new Kept(opened.database(), true, false);
            case Opening.InMemory inMemory -> new Kept(inMemory.database(), true, false);
            case Opening.Newer newer -> new Kept(Database.temporary(clock, newer.keptInMemory()), false, false);
            case Opening.InUse _ -> new Kept(Database.temporary(clock,
                    Phrase.of("history.waiting", folder.toString())), false, true);
        };
    }

    /// Waits until the other process lets go of the file, and goes on there with what was kept in memory meanwhile.
    private void move(Path folder, Clock clock, Database inMemory) {
        Opening opening = Patience.open(folder, clock, FOR_EVER, this::tell, () -> !ending);
        opening.told().filter(_ -> !ending).ifPresent(this::tell);
        switch (opening) {
            case Opening.Opened(Database file, var _) -> move(inMemory, file, folder, clock);
            case Opening.InMemory(Database unwritable, var _) -> unwritable.close();
            case Opening.Newer _ -> LOG.log(Level.DEBUG, "a newer history");
            case Opening.InUse _ -> LOG.log(Level.DEBUG, "the console ends");
        }
    }

    private void move(Database inMemory, Database file, Path folder, Clock clock) {
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            List<MeteredCalls> before = new H2MeterStore(file).read(today.withDayOfMonth(1), today);
            mover.accept(() -> inMemory.goOnIn(file));
            counting.ifPresent(begun -> begun.thenAccept(meter -> meter.found(before)));
            moved = true;
            tell(Phrase.of("history.moved"));
        } catch (IllegalStateException failed) {
            LOG.log(Level.WARNING, "Moving into the history", failed);
            tell(Phrase.of("history.memory.failed", folder.toString(), cause(failed)));
            file.close();
        }
    }

    WatchHistory of(MetricCatalogue catalogue) {
        CompletableFuture<MetricArchive.Stores> stores = kept.thenApply(open -> stores(open.database(), catalogue));
        var metrics = new MetricArchive(stores::join, catalogue);
        archive = Optional.of(metrics);
        return of(this::database, metrics,
                new WatchHistory.Elsewhere(watching -> mover = watching, before -> journal().get().forget(before)));
    }

    /// How long samples are kept from the next time on that something is forgotten.
    void keepFor(Retention wanted) {
        archive.ifPresent(metrics -> metrics.keepFor(wanted));
    }

    /// What happened, from all that is kept.
    EventStores events() {
        return events(this::database);
    }

    static EventStores events(Database open) {
        return events(() -> open);
    }

    private static EventStores events(Supplier<Database> open) {
        return new EventStores(() -> new H2FleetEventStore(open.get()), () -> new H2OccurrenceStore(open.get()),
                () -> new H2JournalStore(open.get()), () -> new H2AnswerStore(open.get()),
                () -> new H2DatabaseEventStore(open.get()));
    }

    /// Waits until it is open.
    private Database database() {
        return kept.join().database();
    }

    /// Asking for it may wait until it is open.
    Supplier<JournalStore> journal() {
        return () -> new H2JournalStore(database());
    }

    /// The deployments of services that were seen. Asking for them may wait until it is open.
    SeenDeployments deployments() {
        return new SeenDeployments(() -> new H2FleetEventStore(database()));
    }

    /// The same of a database that is open, and stays where it is.
    static WatchHistory of(Database open, MetricCatalogue catalogue) {
        MetricArchive.Stores metrics = stores(open, catalogue);
        return of(() -> open, new MetricArchive(() -> metrics, catalogue), WatchHistory.Elsewhere.nothing());
    }

    private static WatchHistory of(Supplier<Database> open, MetricArchive metrics, WatchHistory.Elsewhere elsewhere) {
        return new WatchHistory(metrics, () -> new H2StateStore(open.get()),
                new WatchHistory.Fleet(() -> new H2FleetEventStore(open.get()), () -> new H2LedgerStore(open.get()),
                        () -> new H2DatabaseEventStore(open.get())),
                () -> new H2CostDayStore(open.get()), () -> new H2OccurrenceStore(open.get()),
                () -> new H2AnswerStore(open.get()), elsewhere);
    }

    static MetricArchive.Stores stores(Database open, MetricCatalogue catalogue) {
        return new MetricArchive.Stores(new H2MetricStore(open, catalogue), new H2CoverageStore(open));
    }

    /// The database with all that came before the call, once it is open; empty where the console keeps nothing in its
    /// data folder, because another process or version does.
    Optional<Database> written() {
        archive.ifPresent(MetricArchive::flush);
        return Optional.of(kept.join()).filter(this::isOfTheFolder).map(Kept::database);
    }

    /// The same wherever it is kept, if only in memory.
    Database whole() {
        archive.ifPresent(MetricArchive::flush);
        return database();
    }

    /// What persons pinned.
    KeptPins pins() {
        return new KeptPins(() -> new H2StateStore(database()));
    }

    /// Lets the meter go on from what is kept, as soon as the file is open. Where that cannot be read a person is told,
    /// because what was spent looks like nothing.
    ///
    /// @param elsewhere keeps the meter where this is not the history of the data folder
    void keep(Meter meter, Optional<MeterStore> elsewhere) {
        counting = Optional.of(kept.thenApplyAsync(open -> {
            try {
                meter.keepIn(elsewhere.filter(_ -> !open.ofTheFolder())
                        .orElseGet(() -> new H2MeterStore(open.database())));
            } catch (IllegalStateException unreadable) {
                LOG.log(Level.WARNING, "Reading the meter", unreadable);
                tell(Phrase.of("history.meter.unread", cause(unreadable)));
            }
            return meter;
        }, work -> Thread.ofPlatform().name("reading the meter").start(work)));
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
        return isOfTheFolder(kept.join()) ? counting.map(CompletableFuture::join) : Optional.empty();
    }

    private boolean isOfTheFolder(Kept open) {
        return open.ofTheFolder() || moved;
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
