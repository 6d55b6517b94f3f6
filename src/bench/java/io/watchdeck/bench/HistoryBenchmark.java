package io.watchdeck.bench;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.Opening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What it costs to keep 15 days of minutes of 140 series, 3 million samples of noise, and to read them again. Beside it
/// tables with a row for each sample, in H2 and in SQLite.
///
/// Samples come as a backfill brings them: a day of many series at a time. Rates are by the CPU of the whole process,
/// reads by that of the thread that reads and the median of many, because wall time tells more of the neighbours.
final class HistoryBenchmark implements Benchmark {

    static final Instant BEGIN = Instant.parse("2026-09-01T00:00:00Z");
    static final int DAYS = 15;
    static final int MINUTES_A_DAY = 1440;

    private static final int SERIES = 140;
    private static final int TOGETHER = 20;
    /// Until the compiler has done its work.
    private static final int WARM_UP = 6000;
    private static final int READS = 1000;
    private static final double SAMPLES = (double) SERIES * DAYS * MINUTES_A_DAY;

    @Override
    public List<Figure> measure() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("watchdeck-history");
        try {
            Database database = open(folder);
            var store = new H2MetricStore(database, MetricCatalogue.standard());
            double rate = fill(store);
            double day = read(store, 1);
            double all = read(store, DAYS);
            database.close();
            double closed = bytes(folder.resolve("history.mv.db"));
            double compacted = compact(folder);
            System.err.printf("history: %.2f bytes a sample when closed, %.2f when compacted%n", closed, compacted);
            RowYardsticks.print(folder);
            return List.of(Figure.atLeast("history-in", rate, "samples/s", 500_000),
                    Figure.atMost("history-on-disk", compacted, "bytes/sample", 6),
                    Figure.atMost("history-read-24h", day, "ms", 0.2),
                    Figure.atMost("history-read-15d", all, "ms", 3));
        } finally {
            delete(folder);
        }
    }

    private static Database open(Path folder) {
        Opening opening = Database.open(folder, Clock.fixed(BEGIN, ZoneOffset.UTC), _ -> {});
        if (opening instanceof Opening.Opened(var database, var _)) {
            return database;
        }
        throw new IllegalStateException(opening.toString());
    }

    /// @return samples a second of CPU, the median of the parts
    private static double fill(H2MetricStore store) {
        var random = new Random(1);
        double[] rates = new double[SERIES / TOGETHER];
        double begin = Measured.wallMillis();
        for (int part = 0; part < rates.length; part++) {
            double used = 0;
            for (int day = 0; day < DAYS; day++) {
                Map<SeriesId, Series> samples = day(part * TOGETHER, day, random);
                double before = Measured.cpuMillis();
                store.add(Tier.MINUTE, samples);
                used += Measured.cpuMillis() - before;
            }
            rates[part] = TOGETHER * DAYS * MINUTES_A_DAY / used * 1000;
        }
        System.err.printf("history: all of it in %.1f s%n", (Measured.wallMillis() - begin) / 1000);
        return Measured.median(rates);
    }

    private static Map<SeriesId, Series> day(int first, int day, Random random) {
        var samples = new HashMap<SeriesId, Series>();
        var seconds = new long[MINUTES_A_DAY];
        var values = new double[MINUTES_A_DAY];
        for (int series = first; series < first + TOGETHER; series++) {
            for (int minute = 0; minute < MINUTES_A_DAY; minute++) {
                seconds[minute] = BEGIN.getEpochSecond() + 60L * (day * MINUTES_A_DAY + minute);
                values[minute] = 50 + 10 * random.nextGaussian();
            }
            samples.put(id(series), Series.of(seconds, values, MINUTES_A_DAY));
        }
        return samples;
    }

    /// @return milliseconds, the median of many
    private static double read(H2MetricStore store, int days) {
        var random = new Random(2);
        double[] took = new double[READS];
        for (int look = -WARM_UP; look < READS; look++) {
            Instant from = BEGIN.plus(Duration.ofDays(random.nextInt(DAYS - days + 1)));
            var range = new TimeRange(from, from.plus(Duration.ofDays(days)));
            SeriesId id = id(random.nextInt(SERIES));
            double before = Measured.ownCpuMillis();
            Series series = store.read(id, Tier.MINUTE, range);
            double after = Measured.ownCpuMillis();
            if (series.size() != days * MINUTES_A_DAY) {
                throw new IllegalStateException(series.size() + " samples");
            }
            if (look >= 0) {
                took[look] = after - before;
            }
        }
        return Measured.median(took);
    }

    private static SeriesId id(int series) {
        return new SeriesId(new StackId("shop"), "service.cpu", "service-" + series);
    }

    private static double compact(Path folder) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("history"), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        }
        return bytes(folder.resolve("history.mv.db"));
    }

    private static double bytes(Path file) throws IOException {
        return Files.size(file) / SAMPLES;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
