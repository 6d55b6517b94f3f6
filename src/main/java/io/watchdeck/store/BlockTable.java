package io.watchdeck.store;

import io.watchdeck.metrics.Series;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.function.BiConsumer;

/// The rows of one series in the blocks of one kind, on one connection.
record BlockTable(Connection connection, int series, Block kind) {

    /// Blocks from one to another, both included.
    Series read(int first, int last) throws SQLException {
        var samples = new Samples(kind, 1L + last - first);
        each(first, last, samples::add);
        return samples.series();
    }

    /// Adds samples to what the rows have; where both have a period, the added one counts.
    void add(Series added) throws SQLException {
        if (added.isEmpty()) {
            return;
        }
        var present = new HashMap<Integer, byte[]>();
        each(kind.number(added.second(0)), kind.number(added.second(added.size() - 1)), present::put);
        try (PreparedStatement insert = connection.prepareStatement("insert into metric_block values(?, ?, ?, ?)");
                PreparedStatement update = connection.prepareStatement(
                        "update metric_block set cells = ? where series = ? and kind = ? and number = ?")) {
            int end;
            for (int begin = 0; begin < added.size(); begin = end) {
                int number = kind.number(added.second(begin));
                var cells = new double[kind.cells()];
                Arrays.fill(cells, Double.NaN);
                byte[] old = present.get(number);
                if (old != null) {
                    Block.decode(old, cells);
                }
                for (end = begin; end < added.size() && kind.number(added.second(end)) == number; end++) {
                    cells[kind.cell(added.second(end))] = added.value(end);
                }
                put(old == null ? insert : update, old == null, number, Block.encode(cells));
            }
            insert.executeBatch();
            update.executeBatch();
        }
    }

    private void put(PreparedStatement statement, boolean insert, int number, byte[] cells) throws SQLException {
        key(statement, insert ? 1 : 2, number);
        statement.setBytes(insert ? 4 : 1, cells);
        statement.addBatch();
    }

    /// Deletes the blocks before this one.
    void deleteBefore(int number) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from metric_block where series = ? and kind = ? and number < ?")) {
            key(delete, 1, number);
            delete.executeUpdate();
        }
    }

    private void each(int first, int last, BiConsumer<Integer, byte[]> taker) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select number, cells from metric_block
                where series = ? and kind = ? and number between ? and ? order by number""")) {
            key(select, 1, first);
            select.setInt(4, last);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    taker.accept(found.getInt(1), found.getBytes(2));
                }
            }
        }
    }

    private void key(PreparedStatement statement, int first, int number) throws SQLException {
        statement.setInt(first, series);
        statement.setInt(first + 1, kind.code());
        statement.setInt(first + 2, number);
    }

    /// Samples of blocks in order.
    private static final class Samples {

        private final Block kind;
        private final double[] cells;
        private long[] seconds;
        private double[] values;
        private int count;

        /// @param blocks so many at most
        Samples(Block kind, long blocks) {
            this.kind = kind;
            cells = new double[kind.cells()];
            int room = Math.clamp(blocks, 0, 500) * cells.length;
            seconds = new long[room];
            values = new double[room];
        }

        void add(int number, byte[] value) {
            Arrays.fill(cells, Double.NaN);
            Block.decode(value, cells);
            if (seconds.length < count + cells.length) {
                int room = 2 * (seconds.length + cells.length);
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
