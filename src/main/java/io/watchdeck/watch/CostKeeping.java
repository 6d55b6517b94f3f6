package io.watchdeck.watch;

import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.CostDayStore;
import io.watchdeck.cost.CostReport;
import io.watchdeck.metrics.Tier;
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
        sites.forEach(site -> site.stacks().forEach(file -> site.board().cost.get(file.id()).latest()
                .ifPresent(report -> keep(site, file, report))));
    }

    private void keep(Site site, StackFile file, CostReport report) {
        Set<BilledDays> before = told.getOrDefault(file.id(), Set.of());
        List<BilledDays> fresh = report.days().stream().filter(some -> !before.contains(some)).toList();
        if (!fresh.isEmpty()) {
            store.get().add(site.place(), CostReader.filter(file), fresh);
            told.put(file.id(), new HashSet<>(report.days()));
        }
    }

    /// As old as the oldest samples.
    void forget(Instant now) {
        store.get().forget(LocalDate.ofInstant(now.minus(Tier.HOUR.kept()), ZoneOffset.UTC));
    }
}
