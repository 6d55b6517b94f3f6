package io.watchdeck.bench;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Severity;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.refresh.Saving;
import io.watchdeck.stack.KnownMetric;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackReader;
import io.watchdeck.watch.CostNeed;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.SimulatedWatch;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the console's own calls cost in a month of thirty days: the shipped stack files in one account, the window shown
/// from eight in the morning to eight in the evening, a stack in focus for eight hours of it (each day another), hidden at
/// night, three incidents of an hour, in each of which somebody looks at the stack, and on each working day a look at
/// the cost screen. One small stack alone is watched for the same time by somebody who does not ask what it costs.
///
/// Everything that decides what is asked is the program's own: the rounds of metrics with attention, rhythm and saving; the
/// backfill; the plan by which the adapter makes its calls (`CountedMetrics`); the meter with its cap and what is free.
/// What is not: the threads (`SimulatedWatch` gives each subject its turn), and the requests, because half a million of
/// them through the SDK take many minutes; `MeteredDayTest` shows that those are the ones that the meter counts. Subjects
/// whose calls are free are read seldom here.
final class MonthBenchmark implements Benchmark {

    private static final Instant BEGIN = Instant.parse("2026-09-01T00:00:00Z");
    private static final int DAYS = 30;
    private static final int DAY = 24 * 60;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int SHOWN_FROM = 8 * 60;
    private static final int SHOWN_UNTIL = 20 * 60;
    private static final int FOCUS_FROM = 9 * 60;
    private static final int FOCUS_UNTIL = 17 * 60;
    /// The minutes of the month in which an hour of trouble begins: in the morning, at night, in the evening.
    private static final List<Integer> INCIDENTS = List.of(4 * DAY + 10 * 60, 13 * DAY + 3 * 60, 22 * DAY + 19 * 60);
    private static final int TROUBLE = 60;
    /// For five minutes, from Monday to Friday; the month begins on a Tuesday.
    private static final int COST_FROM = 9 * 60 + 30;
    private static final int COST_UNTIL = COST_FROM + 5;
    private static final String CAP = "2";

    private static final FreeShare STANDARD = FreeShare.ofPercent("50");
    private static final FreeShare NONE = FreeShare.ofPercent("0");

    @Override
    public List<Figure> measure() throws Exception {
        List<StackFile> all = shipped();
        Meter allowed = month(all, STANDARD, true);
        Meter alone = month(all.stream().filter(stack -> stack.id().value().equals("glimpse-prod")).toList(), STANDARD,
                false);
        Meter paying = month(all, NONE, true);
        double naive = naive(all);
        return List.of(Figure.atMost("month-bill", dollars(allowed), "$", Double.parseDouble(CAP)),
                Figure.atMost("month-bill-nothing-free", dollars(paying), "$", Double.parseDouble(CAP)),
                Figure.atMost("month-bill-glimpse", dollars(alone), "$", 0),
                Figure.atLeast("month-naive-times-dearer", naive / dollars(allowed), "x", 10));
    }

    /// As they ship, but all in one account.
    private static List<StackFile> shipped() throws IOException {
        var reader = new StackReader(MetricCatalogue.standard().all().stream()
                .map(metric -> new KnownMetric(metric.id(), metric.kind(), metric.unit() == Unit.PERCENT)).toList());
        var stacks = new ArrayList<StackFile>();
        for (StackFile stack : new ShippedStacks(reader).all()) {
            String file = stack.id().value() + ".yaml";
            try (InputStream text = ShippedStacks.class.getResourceAsStream("shipped/" + file)) {
                String alone = new String(text.readAllBytes(), StandardCharsets.UTF_8)
                        .replaceAll("(?m)^(account|profile|role):.*$", "");
                stacks.add(reader.read(file, alone).stack().orElseThrow());
            }
        }
        return stacks;
    }

    /// @param cost whether somebody wants to know what the stacks cost
    private static Meter month(List<StackFile> stacks, FreeShare share, boolean cost) {
        double before = Measured.cpuMillis();
        var clock = new MutableClock(BEGIN);
        var meter = new Meter(PriceList.shipped(), clock);
        meter.allowance().share(share);
        var world = new MonthWorld(stacks, meter, clock);
        var settings = new WatchSettings(rhythm(), meter, Money.usd(CAP), false,
                new CostNeed(CostNeed.Asked.NEEDED), Optional.of(new MonthHistory().history(MetricCatalogue.standard())));
        var watch = new SimulatedWatch(settings, stacks, world, clock);
        int spared = 0;
        var severities = new TreeMap<Severity, Long>();
        for (int minute = 0; minute < DAYS * DAY; minute++) {
            clock.set(BEGIN.plus(MINUTE.multipliedBy(minute)));
            live(watch, world, stacks, minute);
            if (cost) {
                lookAtCost(watch, minute);
            }
            watch.minute();
            watch.newest().stacks().forEach(stack -> severities.merge(stack.verdict().severity(), 1L, Long::sum));
            spared += meter.saving() == Saving.NONE ? 0 : 1;
        }
        System.err.println(stacks.size() + " stacks, " + share.of(1_000_000) + " free requests: "
                + new TreeMap<>(meter.calls()) + ", $" + meter.spentThisMonth().amount().toPlainString() + ", minutes of stacks "
                + severities + ", " + spared + " minutes spared, " + Math.round(Measured.cpuMillis() - before) + " ms of CPU");
        return meter;
    }

    private static void live(SimulatedWatch watch, MonthWorld world, List<StackFile> stacks, int minute) {
        int ofDay = minute % DAY;
        int trouble = INCIDENTS.stream().filter(from -> minute >= from && minute < from + TROUBLE).findFirst()
                .map(INCIDENTS::indexOf).orElse(-1);
        StackFile inFocus = stacks.get(Math.max(trouble, minute / DAY) % stacks.size());
        boolean focused = trouble >= 0 || ofDay >= FOCUS_FROM && ofDay < FOCUS_UNTIL;
        world.incident(trouble >= 0 ? inFocus.cluster() : "");
        watch.visible(trouble >= 0 || ofDay >= SHOWN_FROM && ofDay < SHOWN_UNTIL);
        watch.focus(focused ? Optional.of(inFocus.id()) : Optional.empty());
    }

    private static void lookAtCost(SimulatedWatch watch, int minute) {
        DayOfWeek day = BEGIN.plus(MINUTE.multipliedBy(minute)).atOffset(ZoneOffset.UTC).getDayOfWeek();
        if (day.compareTo(DayOfWeek.FRIDAY) <= 0 && minute % DAY == COST_FROM) {
            watch.lookAtCost(true);
        } else if (minute % DAY == COST_UNTIL) {
            watch.lookAtCost(false);
        }
    }

    private static Rhythm rhythm() {
        Rhythm standard = Rhythm.standard();
        var every = new EnumMap<>(standard.intervals());
        Set.of(Subject.TASKS, Subject.SCALING, Subject.BATCH, Subject.PIPES, Subject.PIPELINES, Subject.TARGETS,
                Subject.QUEUES, Subject.DATABASES, Subject.IDENTITY).forEach(free -> every.put(free, Duration.ofHours(6)));
        every.put(Subject.SERVICES, MINUTE);
        return new Rhythm(every, standard.metricsAttended());
    }

    /// Every metric that CloudWatch has of the stacks, each minute, together.
    private static double naive(List<StackFile> stacks) {
        var clock = new MutableClock(BEGIN);
        var meter = new Meter(PriceList.shipped(), clock);
        var world = new MonthWorld(stacks, meter, clock);
        long asked;
        try (var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), meter, Money.usd("1000"), false), world,
                MetricCatalogue.standard(), clock)) {
            watch.stacks(stacks, List.of());
            watch.readOnce(Set.of(Subject.IDENTITY, Subject.QUEUES, Subject.METRICS));
            asked = meter.calls().get("CloudWatch:GetMetricStatistics");
        }
        var all = new ApiCall(MonthWorld.ACCOUNT, stacks.getFirst().access().region(), "CloudWatch", "GetMetricData",
                Math.toIntExact(asked));
        for (int minute = 0; minute < DAYS * DAY; minute++) {
            meter.count(all);
        }
        System.err.println("naive: " + asked + " metrics each minute, $"
                + meter.spentThisMonth().amount().toPlainString());
        return dollars(meter);
    }

    private static double dollars(Meter meter) {
        return meter.spentThisMonth().amount().doubleValue();
    }

}
