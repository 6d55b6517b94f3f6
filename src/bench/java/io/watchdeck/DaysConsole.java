package io.watchdeck;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.AlarmWishes;
import io.watchdeck.watch.CostNeed;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A console over the sandbox with a history on the disk, whose time passes as fast as it can be read.
public final class DaysConsole implements AutoCloseable {

    /// Just within what counts as watching without a break.
    private static final Duration STEP = Duration.ofMinutes(2);
    private static final int SELDOM = 5;
    private static final Set<Subject> ALL = EnumSet.complementOf(EnumSet.of(Subject.COST));
    private static final Set<Subject> OFTEN =
            EnumSet.complementOf(EnumSet.of(Subject.COST, Subject.METRICS, Subject.DATABASES, Subject.SCALING));

    private final MutableClock clock;
    private final KeptHistory history;
    private final LiveWatch watch;
    private int steps;

    /// @param data folder of the history
    public DaysConsole(Path data, MutableClock clock) {
        this.clock = clock;
        List<StackFile> stacks = Wiring.shippedStacks().all();
        MetricCatalogue catalogue = MetricCatalogue.standard();
        history = KeptHistory.in(data, clock, Duration.ofSeconds(20));
        watch = new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
                Money.usd("0"), true, new CostNeed(CostNeed.Asked.TOLD), Optional.of(history.of(catalogue)),
                AlarmWishes.of("sora")), new SandboxConnector(stacks, 42, clock), catalogue, clock);
        watch.stacks(stacks, List.of());
    }

    public LiveWatch watch() {
        return watch;
    }

    /// Blocking.
    ///
    /// @param length a multiple of ten minutes
    public void pass(Duration length) {
        for (Duration left = length; left.isPositive(); left = left.minus(STEP)) {
            clock.forward(STEP);
            boolean seldom = ++steps % SELDOM == 0;
            watch.look(seldom ? ALL : OFTEN);
            if (seldom) {
                watch.write();
            }
        }
    }

    @Override
    public void close() {
        watch.close();
        history.close();
    }
}
