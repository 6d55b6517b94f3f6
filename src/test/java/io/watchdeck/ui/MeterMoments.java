package io.watchdeck.ui;

import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.Allowance;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.Payer;
import io.watchdeck.refresh.Saving;
import io.watchdeck.watch.MeterReading;
import io.watchdeck.watch.WatchSnapshot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the console's own calls have cost, and moments at which that matters.
public final class MeterMoments {

    private MeterMoments() {}

    static MeterReading usual() {
        return new MeterReading(Money.usd("0.04"), Money.usd("0.61"), Money.usd("2.00"),
                Saving.NONE, Map.of("ECS:DescribeServices", 1204L, "CloudWatch:GetMetricData", 96L), metered(),
                free(Map.of("222222222222", 123_456L, "333333333333", 61_204L)), Optional.empty());
    }

    /// Half of a million.
    private static List<Allowance.Use> free(Map<String, Long> used) {
        return List.of(new Allowance.Use("CloudWatch", 1_000_000, FreeShare.ofPercent("50"), 500_000, used));
    }

    private static List<MeteredCalls> metered() {
        LocalDate today = LocalDate.of(2026, 9, 22);
        LocalDate before = today.minusDays(1);
        var tiketi = new Payer.Stack(new StackId("tiketi-prod"));
        return List.of(metrics(before, new Payer.Several(2), 720, 0), metrics(before, tiketi, 0, 26_000),
                metrics(before, new Payer.Stack(new StackId("glimpse-prod")), 0, 10_000),
                metrics(today, tiketi, 96, 3_000),
                new MeteredCalls("222222222222", before, "Cost Explorer:GetCostAndUsage", new Payer.Several(6), 21, 21,
                        new BigDecimal("0.21")),
                new MeteredCalls("222222222222", today, "Cost Explorer:GetCostAndUsage", new Payer.Several(6), 1, 1,
                        new BigDecimal("0.01")),
                new MeteredCalls("333333333333", before, "ECS:DescribeServices", new Payer.Untold(), 60_000, 60_000,
                        BigDecimal.ZERO),
                new MeteredCalls("333333333333", today, "ECS:DescribeServices",
                        new Payer.Stack(new StackId("bowwow-prod")), 1000, 1000, BigDecimal.ZERO),
                new MeteredCalls("333333333333", today, "ECS:DescribeServices",
                        new Payer.Operations(new StackId("bowwow-prod")), 204, 204, BigDecimal.ZERO));
    }

    private static MeteredCalls metrics(LocalDate day, Payer payer, long calls, long asked) {
        return new MeteredCalls("222222222222", day, "CloudWatch:GetMetricData", payer, calls, asked,
                new BigDecimal("0.00001").multiply(BigDecimal.valueOf(asked)));
    }

    /// The console has spent $1.70 of its $2.00.
    public static WatchSnapshot saving(Saving saving) {
        return metered(saving, Money.usd("2.00"));
    }

    /// At an endpoint in place of AWS's own.
    public static WatchSnapshot elsewhere(String host) {
        WatchSnapshot base = Snapshots.moment();
        MeterReading meter = base.meter();
        return new WatchSnapshot(base.asOf(), base.stacks(), base.severity(), base.headline(), base.second(),
                base.completeness(), base.counts(), new MeterReading(meter.today(), meter.month(), meter.cap(),
                        meter.saving(), meter.calls(), meter.detail(), meter.free(), Optional.of(host)),
                List.of(), false, base.lastRead(), base.nextRead(), base.every(), false, Optional.empty(), List.of(),
                List.of());
    }

    /// With that cap, which is far.
    public static WatchSnapshot capped(Money cap) {
        return metered(Saving.NONE, cap);
    }

    private static WatchSnapshot metered(Saving saving, Money cap) {
        WatchSnapshot base = Snapshots.moment();
        return new WatchSnapshot(base.asOf(), base.stacks(), base.severity(), base.headline(), base.second(),
                base.completeness(), base.counts(), new MeterReading(Money.usd("0.04"), Money.usd("1.70"),
                        cap, saving, Map.of(), List.of(),
                        free(Map.of("222222222222", 500_812L)), Optional.empty()),
                List.of(), false, base.lastRead(), base.nextRead(), base.every(), false, Optional.empty(), List.of(),
                List.of());
    }
}
