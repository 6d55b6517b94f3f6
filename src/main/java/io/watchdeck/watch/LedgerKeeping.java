package io.watchdeck.watch;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.ledger.Attendance;
import io.watchdeck.fleet.ledger.Bookkeeping;
import io.watchdeck.fleet.ledger.InterruptionCount;
import io.watchdeck.fleet.ledger.LedgerStore;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Enters into the ledger what the readings show that are taken anyway, well before ECS forgets it, and tells the boards
/// how many tasks were interrupted lately. Blocking; used by one thread at a time.
final class LedgerKeeping {

    /// Of which `status` tells.
    private static final Duration LATELY = Duration.ofDays(1);

    private final Supplier<LedgerStore> store;
    private final Instant since;
    private final Clock clock;
    /// When what was entered last was read, by place.
    private final Map<String, Map<ServiceKey, Instant>> entered = new HashMap<>();

    /// @param since where the accounts began
    LedgerKeeping(Supplier<LedgerStore> store, Instant since, Clock clock) {
        this.store = store;
        this.since = since;
        this.clock = clock;
    }

    void keep(Collection<Site> sites) {
        for (Site site : sites) {
            Map<ServiceKey, Instant> before = entered.computeIfAbsent(site.place(), _ -> new HashMap<>());
            var book = new Bookkeeping(store.get(), site.place(), since);
            tasks(site, book, before);
            services(site, book, before);
            tell(site);
        }
    }

    private static void tasks(Site site, Bookkeeping book, Map<ServiceKey, Instant> before) {
        site.stacks().stream().map(StackFile::cluster).distinct().forEach(cluster -> {
            Loadable<List<TaskState>> tasks = site.board().tasks.get(cluster);
            isNew(tasks, before, Bookkeeping.tasksOf(cluster))
                    .ifPresent(asOf -> book.look(cluster, tasks.latest().orElseThrow(), asOf));
        });
    }

    private static void services(Site site, Bookkeeping book, Map<ServiceKey, Instant> before) {
        var told = new HashMap<ServiceKey, ServiceState>();
        var when = new HashMap<ServiceKey, Instant>();
        site.stacks().stream().flatMap(stack -> SeenDeployments.services(stack).stream()).forEach(key -> {
            Loadable<ServiceState> state = site.board().services.get(key);
            isNew(state, before, key).ifPresent(asOf -> {
                told.put(key, state.latest().orElseThrow());
                when.put(key, asOf);
            });
        });
        book.told(told, when);
    }

    /// When it was read, unless that was entered. What failed has no newer answer.
    private static Optional<Instant> isNew(Loadable<?> state, Map<ServiceKey, Instant> before, ServiceKey what) {
        return state.latestAsOf().filter(asOf -> !asOf.equals(before.put(what, asOf)));
    }

    private void tell(Site site) {
        Instant now = clock.instant();
        TimeRange lately = TimeRange.last(LATELY, now);
        for (StackFile stack : site.stacks()) {
            Attendance attendance = attendance(store.get(), site.place(), Bookkeeping.tasksOf(stack.cluster()), lately,
                    now);
            SeenDeployments.services(stack).forEach(key -> {
                if (attendance.isAny()) {
                    // With what the last look shows as of now.
                    var known = new TimeRange(attendance.range().from(), attendance.range().to().plusNanos(1));
                    site.board().interruptions.put(key, new InterruptionCount(
                            store.get().briefs(site.place(), key, known).size(), attendance));
                } else {
                    site.board().interruptions.remove(key);
                }
            });
        }
    }

    static Attendance attendance(LedgerStore store, String place, ServiceKey what, TimeRange range, Instant now) {
        return Attendance.of(range, store.since(place, what), store.watched(place, what, range), now);
    }

    /// As old as the oldest samples.
    void forget(Instant before) {
        store.get().forget(before);
    }
}
