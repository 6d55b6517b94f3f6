package io.watchdeck.bench;

import io.watchdeck.aws.AwsConnector;
import io.watchdeck.aws.AwsSettings;
import io.watchdeck.emulator.Emulator;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.Money;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.KnownMetric;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackReader;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// One full reading of the five stacks against the emulator, with nothing kept from before, beside the same facts by
/// `aws` command lines one after the other. Both without Cost Explorer, whose answers cost money, and without pipelines,
/// which the emulator does not have.
final class FullReadBenchmark implements Benchmark {

    private static final int LOOKS = 5;
    private static final double TIMES_FASTER = 20;
    /// With many points the emulator itself takes most of the time, on both sides.
    private static final int FEW_MINUTES = 5;

    private record Read(double millis, Map<String, Long> calls) {}

    @Override
    public List<Figure> measure() throws Exception {
        Emulator.missing().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        System.setProperty("aws.accessKeyId", "emulator");
        System.setProperty("aws.secretAccessKey", "emulator");
        List<StackFile> stacks = five();
        try (Emulator emulator = Emulator.start()) {
            emulator.provision(FEW_MINUTES, Emulator.ACCOUNT, "all");
            double[] took = new double[LOOKS];
            Read last = read(emulator, stacks);
            System.err.println("first read of this process: " + last.millis() + " ms");
            for (int look = 0; look < LOOKS; look++) {
                last = read(emulator, stacks);
                took[look] = last.millis();
            }
            var typed = new CommandLines(emulator.endpoint());
            double before = Measured.wallMillis();
            for (StackFile stack : stacks) {
                typed.read(stack);
            }
            double byHand = Measured.wallMillis() - before;
            System.err.println("reads, ms: " + Arrays.toString(took) + "; " + typed.count() + " command lines, ms: "
                    + byHand);
            long calls = last.calls().values().stream().mapToLong(Long::longValue).sum();
            System.err.println("calls of one read: " + new TreeMap<>(last.calls()));
            return List.of(Figure.atLeast("read-times-faster", byHand / Measured.median(took), "x", TIMES_FASTER),
                    Figure.atMost("read-calls", calls, "calls", typed.count()));
        }
    }

    private static List<StackFile> five() {
        var metrics = MetricCatalogue.standard().all().stream()
                .map(metric -> new KnownMetric(metric.id(), metric.kind(), metric.unit() == Unit.PERCENT)).toList();
        return new ShippedStacks(new StackReader(metrics)).all().stream()
                .filter(stack -> !stack.id().value().equals("codemate-dev")).toList();
    }

    private static Read read(Emulator emulator, List<StackFile> stacks) {
        Clock clock = Clock.systemUTC();
        var meter = new Meter(PriceList.shipped(), clock);
        double before = Measured.wallMillis();
        try (var aws = new AwsConnector(meter, clock, AwsSettings.standard().withEndpoint(emulator.endpoint()));
                var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), meter, Money.usd("2"), false), aws,
                        MetricCatalogue.standard(), clock)) {
            watch.stacks(stacks, List.of());
            Set<Subject> subjects = EnumSet.complementOf(EnumSet.of(Subject.COST, Subject.PIPELINES));
            WatchSnapshot snapshot = watch.readOnce(subjects);
            double took = Measured.wallMillis() - before;
            checkComplete(snapshot);
            return new Read(took, meter.calls());
        }
    }

    /// A read that failed would be fast.
    private static void checkComplete(WatchSnapshot snapshot) {
        snapshot.stacks().forEach(stack -> stack.services().forEach(service -> {
            if (service.state().deciding(snapshot.asOf()).isEmpty()) {
                throw new IllegalStateException(stack.file().id() + " " + service.spec().name() + " was not read");
            }
        }));
    }
}
