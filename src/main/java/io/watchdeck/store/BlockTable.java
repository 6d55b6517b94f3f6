package io.watchdeck.store;

import io.watchdeck.metrics.Series;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/// The rows of one series in the blocks of one kind, on one connection.
record BlockTable(Connection connection, int series, Block kind) {

    /// Blocks from one to another, both included.
    Series read(int first, int last) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select number, cells from metric_block
                where series = ? and kind = ? and number between ? and ? order by number""")) {
            range(select, first, last);
            var samples = new Samples(kind);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    samples.add(found.getInt(1), found.getBytes(2));
                }
            }
            return samples.series();
        }
    }

    /// Adds samples to what the rows have; where both have a period, the added one counts.
    void add(Series added) throws SQLException {
        if (added.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select cells from metric_block where series = ? and kind = ? and number = ?");
                PreparedStatement merge = connection.prepareStatement(
                        "merge into metric_block key (series, kind, number) values(?, ?, ?, ?)")) {
            int end;
            for (int begin = 0; begin < added.size(); begin = end) {
                int number = kind.number(added.second(begin));
                var cells = new double[kind.cells()];
                Arrays.fill(cells, Double.NaN);
                present(select, number, cells);
                for (end = begin; end < added.size() && kind.number(added.second(end)) == number; end++) {
                    cells[kind.cell(added.second(end))] = added.value(end);
                }
                key(merge, number);
                merge.setBytes(4, Block.encode(cells));
                merge.addBatch();
            }
            merge.executeBatch();
        }
    }

    /// Deletes the blocks before this one.
    void deleteBefore(int number) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from metric_block where series = ? and kind = ? and number < ?")) {
            key(delete, number);
            delete.executeUpdate();
        }
    }

    private void present(PreparedStatement select, int number, double[] cells) throws SQLException {
        key(select, number);
        try (ResultSet found = select.executeQuery()) {
            if (found.next()) {
                Block.decode(found.getBytes(1), cells);
            }
        }
    }

    private void range(PreparedStatement statement, int first, int last) throws SQLException {
        key(statement, first);
        statement.setInt(4, last);
    }

    private void key(PreparedStatement statement, int number) throws SQLException {
        statement.setInt(1, series);
        statement.setInt(2, kind.code());
        statement.setInt(3, number);
    }

    /// Samples of blocks in order.
    private static final class Samples {

        private final Block kind;
        private final double[] cells;
        private long[] seconds = new long[0];
        private double[] values = new double[0];
        private int count;

        Samples(Block kind) {
            this.kind = kind;
            cells = new double[kind.cells()];
        }

        void add(int number, byte[] value) {
            Arrays.fill(cells, Double.NaN);
            Block.decode(value, cells);
            if (seconds.length < count + cells.length) {
                int room = Math.max(2 * seconds.length, 24 * cells.length);
                seconds = Arrays.copyOf(seconds, room);
                values = Arrays.copyOf(values, room);
            }
            long at = kind.begin(number);
            for (double cell : cells) {
                if (!Double.isNaN(cell)) {
                    seconds[count] = at;
                    values[count++] = cell;
                }
                at += kind.periodSeconds();
            }
        }

        Series series() {
            return Series.of(seconds, values, count);
        }
    }
}
