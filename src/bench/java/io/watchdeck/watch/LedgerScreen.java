package io.watchdeck.watch;

import io.watchdeck.cost.Discounts;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.LedgerStore;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks of a ledger what the first look at its screen asks: counts, rates and waiting times of 90 days, which is its longest
/// range, and the newest page of lines, of all services of some stacks.
public final class LedgerScreen {

    private static final Duration SHOWN = Duration.ofDays(90);
    private static final int PAGE = 100;

    private final List<Site> sites = new ArrayList<>();
    private final Clock clock;

    public LedgerScreen(List<StackFile> stacks, Clock clock) {
        this.clock = clock;
        var sandbox = new SandboxConnector(stacks, 1, clock);
        var settings = new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock), Money.usd("2"),
                true, Optional.empty());
        Map<io.watchdeck.stack.Access, List<StackFile>> byAccess = new LinkedHashMap<>();
        stacks.forEach(stack -> byAccess.computeIfAbsent(stack.access(), _ -> new ArrayList<>()).add(stack));
        byAccess.forEach((access, some) -> sites.add(Site.of(access, some, new Board(clock), sandbox,
                MetricCatalogue.standard(), settings, clock)));
    }

    /// A service and where it is kept.
    public record Kept(String place, ServiceKey service) {}

    public List<Kept> services() {
        return sites.stream().flatMap(site -> site.stacks().stream()
                .flatMap(stack -> SeenDeployments.services(stack).stream().sorted(java.util.Comparator
                        .comparing(ServiceKey::service)).map(key -> new Kept(site.place(), key))))
                .toList();
    }

    public LedgerAnswer open(LedgerStore store) {
        return new LedgerReader(store, Discounts.shipped(), new SpotSettings(clock)).answer(
                LedgerQuestion.newest(TimeRange.last(SHOWN, clock.instant()), PAGE), sites, clock.instant());
    }
}
