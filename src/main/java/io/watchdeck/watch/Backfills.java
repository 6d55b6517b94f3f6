package io.watchdeck.watch;

import io.watchdeck.refresh.Poller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Fills what nobody read while it happened, where a history is kept: samples, the ledger, and what RDS tells.
final class Backfills {

    private final Optional<CatchUp> catchUp;
    private final Optional<Keeping> keeping;
    private final Optional<LedgerBackfill> ledger;
    private final Supplier<? extends Collection<StackSnapshot>> current;
    private final Map<Site, Poller> ofSamples = new ConcurrentHashMap<>();

    /// @param current what is known now
    Backfills(Optional<WatchHistory> history, Optional<CatchUp> catchUp, Optional<Keeping> keeping, Clock clock,
            Supplier<? extends Collection<StackSnapshot>> current) {
        this.catchUp = catchUp;
        this.keeping = keeping;
        this.current = current;
        ledger = history.map(kept -> new LedgerBackfill(kept.ledger(), clock));
    }

    /// @return what is to go on once AWS has said whether this is the account of the file
    List<Poller> begin(Site site, Pollers pollers) {
        var begun = new ArrayList<Poller>();
        String name = site.name();
        site.backfill().ifPresent(backfill -> {
            Poller samples = pollers.add("backfill " + name, () -> fill(site, backfill), backfill::pause);
            ofSamples.put(site, samples);
            begun.add(samples);
        });
        ledger.ifPresent(fill -> begun.add(pollers.add("ledger backfill " + name, () -> fill.fill(site),
                () -> LedgerBackfill.EVERY)));
        keeping.map(Keeping::databaseEvents).filter(_ -> DatabaseEventKeeping.has(site))
                .ifPresent(keep -> begun.add(pollers.add("database events " + name, () -> keep.keep(site),
                        () -> keep.pause(site))));
        return begun;
    }

    /// Where AWS has yet to say whether this is the account of the file nothing is asked, and nothing has come.
    private void fill(Site site, Backfill backfill) {
        boolean admitted = site.isAdmitted();
        backfill.fill();
        keeping.ifPresent(keep -> keep.keepActivities(site));
        if (admitted) {
            catchUp.ifPresent(past -> past.come(site, List.copyOf(current.get())));
        }
    }

    /// The console slept: samples are missing.
    void again(Site site) {
        Optional.ofNullable(ofSamples.get(site)).ifPresent(Poller::again);
    }

    void end() {
        ofSamples.clear();
    }
}
