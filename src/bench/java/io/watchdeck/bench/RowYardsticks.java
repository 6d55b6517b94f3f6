package io.watchdeck.bench;

import static io.watchdeck.bench.HistoryBenchmark.BEGIN;
import static io.watchdeck.bench.HistoryBenchmark.DAYS;
import static io.watchdeck.bench.HistoryBenchmark.MINUTES_A_DAY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;

/// History the plain way: a table with a row for each sample.
final class RowYardsticks {

    private static final int SERIES = 30;
    private static final int WARM_UP = 1000;
    private static final int READS = 300;

    private RowYardsticks() {}

    /// @param folder where the files are made
    static void print(Path folder) throws IOException, SQLException {
        Path rows = folder.resolve("rows.mv.db");
        try (Connection h2 = DriverManager.getConnection("jdbc:h2:" + folder.resolve("rows") + ";WRITE_DELAY=0")) {
            measure("H2, a row a sample", h2, "", "shutdown compact", rows);
        }
        Path file = folder.resolve("rows.sqlite");
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            measure("SQLite, a row a sample", sqlite, " without rowid", "vacuum", file);
        }
    }

    private static void measure(String name, Connection connection, String kind, String compact, Path file)
            throws IOException, SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("create table sample(series int, at int, v real, primary key(series, at))" + kind);
        }
        double rate = fill(connection);
        connection.commit();
        double read = read(connection);
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute(compact);
        }
        System.err.printf("%s: %.0f samples/s in, %.1f bytes a sample, 24 h in %.2f ms%n", name, rate,
                Files.size(file) / ((double) SERIES * DAYS * MINUTES_A_DAY), read);
    }

    private static double fill(Connection connection) throws SQLException {
        var random = new Random(1);
        double before = Measured.cpuMillis();
        try (PreparedStatement insert = connection.prepareStatement("insert into sample values(?, ?, ?)")) {
            for (int day = 0; day < DAYS; day++) {
                for (int series = 0; series < SERIES; series++) {
                    for (int minute = 0; minute < MINUTES_A_DAY; minute++) {
                        insert.setInt(1, series);
                        insert.setLong(2, second(day, minute));
                        insert.setDouble(3, 50 + 10 * random.nextGaussian());
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
                connection.commit();
            }
        }
        return SERIES * DAYS * MINUTES_A_DAY / (Measured.cpuMillis() - before) * 1000;
    }

    private static double read(Connection connection) throws SQLException {
        var random = new Random(2);
        double[] took = new double[READS];
        var values = new double[MINUTES_A_DAY];
        try (PreparedStatement select = connection.prepareStatement(
                "select at, v from sample where series = ? and at >= ? and at < ? order by at")) {
            for (int look = -WARM_UP; look < READS; look++) {
                int day = random.nextInt(DAYS);
                double before = Measured.ownCpuMillis();
                select.setInt(1, random.nextInt(SERIES));
                select.setLong(2, second(day, 0));
                select.setLong(3, second(day + 1, 0));
                int count = 0;
                try (var found = select.executeQuery()) {
                    while (found.next()) {
                        values[count++] = found.getDouble(2);
                    }
                }
                if (count != MINUTES_A_DAY) {
                    throw new IllegalStateException(count + " samples");
                }
                if (look >= 0) {
                    took[look] = Measured.ownCpuMillis() - before;
                }
            }
        }
        return Measured.median(took);
    }

    private static long second(int day, int minute) {
        return BEGIN.getEpochSecond() + 60L * (day * MINUTES_A_DAY + minute);
    }
}
