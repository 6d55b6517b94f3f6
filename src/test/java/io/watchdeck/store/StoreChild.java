package io.watchdeck.store;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Episodes;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.ServiceEvent;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.LedgerEntry;
import io.watchdeck.fleet.ledger.SpotRun;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Money;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.Payer;
import io.watchdeck.refresh.StateStore.Topic;
import io.watchdeck.watch.past.Frame;
import io.watchdeck.watch.past.Told;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A process that uses the history, to be killed, starved of disk or kept from writing. Says on standard output what
/// was done, only after it was.
final class StoreChild {

    static final LocalDate DAY = LocalDate.of(2026, 9, 22);
    static final int SERIES = 12;

    static final Topic<String, Integer> RUNNING = new Topic<>("place", "running", String.class, Integer.class);

    private static final Instant BEGIN = Instant.parse("2026-09-22T00:00:00Z");

    private StoreChild() {}

    /// Starts one.
    ///
    /// @param before what runs the JVM, such as a shell that sets limits; empty for nothing
    static Process start(List<String> before, Object... arguments) throws IOException {
        var line = new ArrayList<>(before);
        line.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-XX:-UsePerfData",
                "-cp", System.getProperty("java.class.path"), StoreChild.class.getName()));
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    static FleetEvent event() {
        return new FleetEvent.Told(new ServiceKey("shop", "api"),
                new ServiceEvent("e1", at(50), "(service api) has reached a steady state."));
    }

    static DatabaseEvent databaseEvent() {
        return new DatabaseEvent("shop-db", "shop-db", "db-instance", at(51), List.of("failover"),
                "Multi-AZ instance failover started.");
    }

    static Interruption interruption() {
        return new Interruption(new ServiceKey("shop", "api"), "arn:task/1", "eu-west-1a", "FARGATE_SPOT",
                Optional.of(at(10)), at(21), Optional.of(at(20)), Optional.of(at(22)), "SpotInterruption",
                "Your Spot Task was interrupted.", LedgerEntry.Learnt.POLLED,
                Optional.of(new Interruption.Replacement("arn:task/2", at(23))));
    }

    static SpotRun run() {
        return new SpotRun(new ServiceKey("shop", "api"), "arn:task/2", at(23), Optional.empty());
    }

    static TimeRange look() {
        return new TimeRange(at(1), at(61));
    }

    static Change change() {
        return new Change(at(7), Change.What.RAISED, true, Episodes.open(Severity.WARNING, at(7)));
    }

    static JournalEntry entry() {
        return Entries.withId(Entries.begun(Entries.scale(9)).sending(Entries.request(9))
                .answered(0, Sent.taken("ecs-svc/2", at(8))), new UUID(7, 7));
    }

    /// The same as files of a schema hold it: what was warned of is kept since the ninth.
    static JournalEntry entry(int version) {
        JournalEntry entry = entry();
        return version >= 9 ? entry : new JournalEntry(entry.id(), entry.operation(), entry.place(), entry.person(),
                entry.note(), entry.begun(), entry.warnings(), entry.before(), entry.planned(), entry.sendings(),
                entry.remarks(), entry.verdict(), entry.reminder(), List.of());
    }

    /// Two running of the service from the 9th minute on.
    static Frame frame() {
        return new Frame("place", at(9), at(9), at(9), true, List.of(new Told<>(RUNNING, "api", at(9),
                new Reading.Known<>(2, at(9)))), List.of());
    }

    static BilledDays costDay() {
        LocalDate day = LocalDate.parse("2026-09-21");
        return new BilledDays(day, day.plusDays(1), Map.of("AWS Cost Explorer", Money.usd("0.01")), false,
                Map.of("APN2-NatGateway-Hours", Money.usd("1.416")));
    }

    static SeriesId series(int number) {
        return new SeriesId(new StackId("shop"), "lb.requests", "balancer-" + number);
    }

    static Instant at(int minute) {
        return BEGIN.plusSeconds(60L * minute);
    }

    static double value(int series, int minute) {
        return series * 1000.0 + minute % 1000;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "hold" -> hold(folder);
            case "fill" -> fill(folder, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            case "write" -> write(folder, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /// Opens and waits for the end of standard input.
    private static void hold(Path folder) throws IOException {
        Opening opening = open(folder, 0);
        say(opening.getClass().getSimpleName());
        while (System.in.read() >= 0) {
            continue;
        }
        if (opening instanceof Opening.Opened opened) {
            opened.database().close();
        }
    }

    /// Adds so many minutes and counts what can be read then.
    private static void fill(Path folder, int from, int minutes) {
        Opening opening = open(folder, 0);
        opening.told().ifPresent(told -> say("told " + told.key()));
        Database database = switch (opening) {
            case Opening.Opened opened -> opened.database();
            case Opening.InMemory memory -> memory.database();
            case Opening.Newer _ -> throw new AssertionError(opening);
            case Opening.InUse _ -> throw new AssertionError(opening);
        };
        for (int minute = from; minute < from + minutes; minute++) {
            addMinute(database, minute);
        }
        var all = new TimeRange(BEGIN, at(1_000_000));
        var store = new H2MetricStore(database, MetricCatalogue.standard());
        say("samples " + store.read(series(0), Tier.MINUTE, all).size());
        say("calls " + new H2MeterStore(database).read(DAY, DAY).stream().mapToLong(MeteredCalls::calls).sum());
        say("memory " + database.inMemory().isPresent());
        database.close();
        say("end");
    }

    /// Adds minutes until it is killed.
    private static void write(Path folder, int from, int writeDelay) {
        Database database = ((Opening.Opened) open(folder, writeDelay)).database();
        for (int minute = from;; minute++) {
            addMinute(database, minute);
            say("kept " + minute);
        }
    }

    static void addMinute(Database database, int minute) {
        Map<SeriesId, Series> samples = new HashMap<>();
        for (int series = 0; series < SERIES; series++) {
            samples.put(series(series), Series.of(List.of(new Sample(at(minute), value(series, minute)))));
        }
        new H2MetricStore(database, MetricCatalogue.standard()).add(Tier.MINUTE, samples);
        new H2MeterStore(database).add(List.of(new MeteredCalls("1", DAY, "CloudWatch:GetMetricData",
                new Payer.Console(), 1, 1, new BigDecimal("0.00001"))));
    }

    private static Opening open(Path folder, int writeDelay) {
        return Database.open(new Storage(new HistoryFiles(folder), new Engine(writeDelay),
                Clock.fixed(BEGIN, ZoneOffset.UTC)), told -> say("told " + told.key()));
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
