package io.watchdeck.bench;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/// What one reading of a whole fleet costs: from the sources to the snapshot that the screens show, once as `status`
/// reads and once as the window does, where every subject of every account reports by itself.
final class FleetReadBenchmark implements Benchmark {

    private static final int WARM_UP = 6;
    private static final int LOOKS = 7;
    private static final double MOST_CPU = 1000;

    @Override
    public List<Figure> measure() throws Exception {
        var world = new FleetWorld();
        try (LiveWatch watch = watch(world)) {
            double once = readOnce(world, watch);
            double live = refreshed(world, watch);
            return List.of(Figure.atMost("fleet-read-once-cpu", once, "ms", MOST_CPU),
                    Figure.atMost("fleet-refresh-cpu", live, "ms", MOST_CPU));
        }
    }

    static LiveWatch watch(FleetWorld world) {
        var meter = new Meter(PriceList.shipped(), world.clock());
        var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), meter, Money.usd("2"), true),
                world.connector(), MetricCatalogue.standard(), world.clock());
        watch.stacks(world.stacks(), List.of());
        return watch;
    }

    private static double readOnce(FleetWorld world, LiveWatch watch) throws InterruptedException {
        double[] used = new double[LOOKS];
        for (int look = -WARM_UP; look < LOOKS; look++) {
            world.pass(Duration.ofMinutes(1));
            Measured.awaitRest();
            double before = Measured.cpuMillis();
            WatchSnapshot snapshot = watch.readOnce(EnumSet.allOf(Subject.class));
            double after = Measured.cpuMillis();
            checkComplete(snapshot);
            if (look >= 0) {
                used[look] = after - before;
            }
        }
        System.err.println("one read each, ms of CPU: " + Arrays.toString(used));
        return Measured.median(used);
    }

    /// All pollers at once, as F5 does, until the process rests.
    private static double refreshed(FleetWorld world, LiveWatch watch) throws InterruptedException {
        watch.start();
        Measured.awaitRest();
        double[] used = new double[LOOKS];
        for (int look = 0; look < LOOKS; look++) {
            world.pass(Duration.ofMinutes(1));
            Measured.awaitRest();
            double before = Measured.cpuMillis();
            watch.refresh();
            Measured.awaitRest();
            used[look] = Measured.cpuMillis() - before;
            checkComplete(watch.current());
        }
        System.err.println("one refresh each, ms of CPU: " + Arrays.toString(used));
        return Measured.median(used);
    }

    /// A read that left something out would be cheap.
    private static void checkComplete(WatchSnapshot snapshot) {
        long services = snapshot.stacks().stream().flatMap(stack -> stack.services().stream())
                .filter(service -> service.state().deciding(snapshot.asOf()).isPresent()).count();
        int wanted = FleetWorld.ACCOUNTS * FleetWorld.CLUSTERS_OF_EACH * FleetWorld.SERVICES_OF_EACH;
        if (services != wanted) {
            throw new IllegalStateException("read " + services + " services of " + wanted);
        }
    }
}
