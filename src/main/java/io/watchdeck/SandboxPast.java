package io.watchdeck;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.store.Database;
import io.watchdeck.watch.AlarmWishes;
import io.watchdeck.watch.CostNeed;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The past with which a sandbox begins, as a console would have kept it that watched all of it: without it the screens
/// that tell of the past would have nothing to tell for hours. Another simulation of the same seed and begin goes through
/// it.
///
/// @param begin  of the sandbox, whose past ends there
/// @param alarms what a person has chosen for them
record SandboxPast(StackChoice choice, long seed, AlarmWishes alarms, Instant begin) implements Consumer<Database> {

    /// What is counted is sampled once a minute: a longer step would leave a gap in every other one.
    private static final Duration STEP = Duration.ofMinutes(1);
    /// What changes slowly is read, and what was read is kept, at every so many steps: all of it takes some seconds.
    private static final int SELDOM = 10;
    private static final Set<Subject> ALL = EnumSet.complementOf(EnumSet.of(Subject.COST));
    private static final Set<Subject> OFTEN =
            EnumSet.complementOf(EnumSet.of(Subject.COST, Subject.METRICS, Subject.DATABASES, Subject.SCALING));

    /// Goes on when it is told to.
    private static final class Passing extends Clock {

        private volatile Instant now;

        Passing(Instant begin) {
            now = begin;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    /// Blocking.
    @Override
    public void accept(Database history) {
        MetricCatalogue catalogue = MetricCatalogue.standard();
        Instant first = begin.minus(SandboxConnector.PAST);
        var clock = new Passing(first);
        var sandbox = new SandboxConnector(choice.stacks(), seed, begin, clock);
        try (var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
                Money.usd("0"), true, new CostNeed(CostNeed.Asked.TOLD),
                Optional.of(KeptHistory.of(history, catalogue).since(first)), alarms), sandbox, catalogue, clock)) {
            watch.stacks(choice.stacks(), choice.problems());
            for (int step = 1; clock.now.isBefore(begin.minus(STEP)); step++) {
                clock.now = clock.now.plus(STEP);
                watch.look(step % SELDOM == 1 ? ALL : OFTEN);
                if (step % SELDOM == 0) {
                    watch.write();
                }
            }
        }
    }
}
