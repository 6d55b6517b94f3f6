package io.watchdeck.watch;

import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.CostDayStore;
import io.watchdeck.cost.CostReport;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.StackFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Keeps what each day cost for years. Blocking; used by one thread at a time.
final class CostKeeping {

    private final Supplier<CostDayStore> store;
    /// What the last bill told: kept already.
    private final Map<StackId, Set<BilledDays>> told = new HashMap<>();

    CostKeeping(Supplier<CostDayStore> store) {
        this.store = store;
    }

    void keep(Collection<Site> sites) {
        sites.forEach(site -> site.stacks().forEach(file -> {
            Loadable<CostReport> cost = site.board().cost.get(file.id());
            cost.latest().ifPresent(report -> cost.latestAsOf().ifPresent(at -> keep(site, file, report, at)));
        }));
    }

    private void keep(Site site, StackFile file, CostReport report, Instant readAt) {
        Set<BilledDays> before = told.computeIfAbsent(file.id(), _ -> kept(site, file, report));
        List<BilledDays> fresh = report.days().stream().filter(some -> !before.contains(some)).toList();
        if (!fresh.isEmpty()) {
            store.get().add(site.place(), CostReader.filter(file), fresh, readAt);
            told.put(file.id(), new HashSet<>(report.days()));
        }
    }

    /// What is kept already keeps the date at which it was read.
    private Set<BilledDays> kept(Site site, StackFile file, CostReport report) {
        return report.days().isEmpty() ? Set.of() : Set.copyOf(store.get().read(site.place(), CostReader.filter(file),
                report.days().getFirst().first(), report.days().getLast().end()));
    }

    /// As old as the oldest samples.
    void forget(Instant now) {
        store.get().forget(LocalDate.ofInstant(now.minus(Tier.HOUR.kept()), ZoneOffset.UTC));
    }
}
