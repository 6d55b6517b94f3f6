package io.watchdeck.bench;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.Bookkeeping;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.LedgerEntry;
import io.watchdeck.fleet.ledger.LedgerEntry.Learnt;
import io.watchdeck.fleet.ledger.LedgerStore;
import io.watchdeck.fleet.ledger.PlacementFailure;
import io.watchdeck.fleet.ledger.SpotRun;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.KnownMetric;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackReader;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2LedgerStore;
import io.watchdeck.store.LedgerCopies;
import io.watchdeck.store.Opening;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerScreen;
import io.watchdeck.watch.LedgerScreen.Kept;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What it costs to open a ledger of a million lines and two million tasks over three years: counts, rates and waiting
/// times of the last 90 days of every service of the five stacks, and the newest page. Each time from a file that was just
/// opened, so that nothing of it is in memory.
///
/// The newest eleven days are written through the store; the years before are copies of them that SQL makes, whose text
/// nobody reads.
final class LedgerBenchmark implements Benchmark {

    private static final Instant NOW = Instant.parse("2026-09-22T04:42:30Z");
    private static final Duration PART = Duration.ofDays(11);
    private static final int PARTS = 100;
    private static final int LINES = 1_000_000;
    private static final int LOOKS = 9;
    private static final int WARM_UP = 3;
    private static final double MOST = 300;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @Override
    public List<Figure> measure() throws Exception {
        Path folder = Files.createTempDirectory("watchdeck-ledger");
        try {
            var screen = new LedgerScreen(new ShippedStacks(new StackReader(MetricCatalogue.standard().all().stream()
                    .map(one -> new KnownMetric(one.id(), one.kind(), one.unit() == Unit.PERCENT)).toList())).all(),
                    clock);
            fill(folder, screen.services());
            try (Database database = open(folder)) {
                LedgerCopies.make(database, PART, PARTS);
            }
            double[] cpu = new double[LOOKS];
            double[] wall = new double[LOOKS];
            double[] opening = new double[LOOKS];
            for (int look = -WARM_UP; look < LOOKS; look++) {
                Measured.awaitRest();
                double begin = Measured.wallMillis();
                try (Database database = open(folder)) {
                    double wallBefore = Measured.wallMillis();
                    double before = Measured.cpuMillis();
                    LedgerAnswer answer = screen.open(new H2LedgerStore(database));
                    double after = Measured.cpuMillis();
                    double wallAfter = Measured.wallMillis();
                    check(answer);
                    if (look >= 0) {
                        cpu[look] = after - before;
                        wall[look] = wallAfter - wallBefore;
                        opening[look] = wallBefore - begin;
                    }
                }
            }
            System.err.printf("ledger: %d bytes; opening the file %s ms, the answer %s ms of wall, %s ms of CPU%n",
                    Files.size(folder.resolve("history.mv.db")), Arrays.toString(opening), Arrays.toString(wall),
                    Arrays.toString(cpu));
            return List.of(Figure.atMost("ledger-open-cpu", Measured.median(cpu), "ms", MOST),
                    Figure.atMost("ledger-open", Measured.median(wall), "ms", MOST));
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /// An empty answer would be cheap.
    private static void check(LedgerAnswer answer) {
        int lines = answer.services().stream().mapToInt(one -> one.counts().all().interruptions()
                + one.counts().all().placementFailures()).sum();
        int ran = answer.services().stream().mapToInt(one -> one.rate().ran()).sum();
        if (answer.lines().size() != 100 || !answer.more() || lines < 78_000 || lines > 86_000 || ran < 150_000
                || answer.services().stream().anyMatch(one -> one.replacement().median().isEmpty())) {
            throw new IllegalStateException(lines + " lines, " + ran + " tasks");
        }
    }

    private Database open(Path folder) {
        if (Database.open(folder, clock, _ -> {}) instanceof Opening.Opened(var database, var _)) {
            return database;
        }
        throw new IllegalStateException("not opened");
    }

    private void fill(Path folder, List<Kept> services) {
        try (Database database = open(folder)) {
            LedgerStore store = new H2LedgerStore(database);
            int lines = LINES / PARTS;
            Duration step = PART.dividedBy(lines);
            for (int service = 0; service < services.size(); service++) {
                Kept kept = services.get(service);
                List<LedgerEntry> entries = new ArrayList<>();
                List<SpotRun> runs = new ArrayList<>();
                for (int line = service; line < lines; line += services.size()) {
                    Instant at = NOW.minus(step.multipliedBy(line + 1L));
                    Interruption one = interruption(kept.service(), line, at);
                    entries.add(line % 20 == 7 ? failure(kept.service(), line, at) : one);
                    runs.add(run(kept.service(), one.task(), at, at.plusSeconds(120)));
                    runs.add(run(kept.service(), one.task() + "-spared", at, at.plusSeconds(3600)));
                }
                store.put(kept.place(), entries);
                store.ran(kept.place(), runs);
                var ever = new TimeRange(NOW.minus(PART.multipliedBy(PARTS)), NOW);
                store.looked(kept.place(), Map.of(kept.service(), ever,
                        Bookkeeping.tasksOf(kept.service().cluster()), ever));
            }
        }
    }

    private static SpotRun run(ServiceKey service, String task, Instant notice, Instant ended) {
        return new SpotRun(service, task, notice.minusSeconds(7200), Optional.of(ended));
    }

    private static Interruption interruption(ServiceKey service, int number, Instant at) {
        String task = "arn:aws:ecs:ap-northeast-2:123456789012:task/" + service.cluster() + "/" + String.format("%032x",
                number);
        return new Interruption(service, task, "ap-northeast-2" + "abc".charAt(number % 3), "FARGATE_SPOT",
                Optional.of(at.minusSeconds(7200)), at.plusSeconds(10), Optional.of(at),
                Optional.of(at.plusSeconds(120)), "SpotInterruption", "Your Spot Task was interrupted.", Learnt.POLLED,
                Optional.of(new Interruption.Replacement(task + "r", at.plusSeconds(100 + number % 90))));
    }

    private static PlacementFailure failure(ServiceKey service, int number, Instant at) {
        return new PlacementFailure(service, "event-" + number, at, PlacementFailure.Cause.CAPACITY, "(service "
                + service.service() + ") was unable to place a task. Reason: Capacity is unavailable at this time.",
                Learnt.SERVICE_EVENT);
    }
}
