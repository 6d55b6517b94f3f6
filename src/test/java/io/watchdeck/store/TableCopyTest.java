package io.watchdeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What comes of a database of which one table can be read only in part: samples and what was asked belong to series,
/// and a part of them must not say what the whole did not.
class TableCopyTest {

    private static final TimeRange HOUR = new TimeRange(StoreChild.at(0), StoreChild.at(60));
    private static final List<SeriesId> KEPT = IntStream.range(0, 3).mapToObj(StoreChild::series).toList();

    private final Database damaged = Database.temporary(Databases.CLOCK);
    private final Database fresh = Database.temporary(Databases.CLOCK);

    @BeforeEach
    void keep() {
        MetricArchive.Stores stores = stores(damaged);
        for (SeriesId id : KEPT) {
            stores.samples().add(Tier.MINUTE, Map.of(id, Series.of(List.of(new Sample(HOUR.from(), 7)))));
            stores.coverage().add(Map.of(id, Coverage.read(HOUR)));
        }
    }

    @AfterEach
    void close() {
        damaged.close();
        fresh.close();
    }

    @Test
    void aWholeDatabaseComesWhole() {
        copy();

        assertThat(stores(fresh).samples().series()).containsExactlyInAnyOrderElementsOf(KEPT);
        assertThat(KEPT).allSatisfy(id -> {
            assertThat(samples(id).size()).isEqualTo(1);
            assertThat(coverage(id)).containsExactly(Coverage.read(HOUR));
        });
    }

    @Test
    void aNewSeriesHasNothingOfOneWhoseNameWasLost() {
        breakOff("series", "id", 2);

        copy();

        assertThat(stores(fresh).samples().series()).containsExactly(KEPT.getFirst());
        for (int number = 1; number <= 4; number++) {
            var another = new SeriesId(new StackId("shop"), "service.memory", "api-" + number);
            stores(fresh).samples().add(Tier.MINUTE,
                    Map.of(another, Series.of(List.of(new Sample(HOUR.from().plusSeconds(60), number)))));

            assertThat(samples(another).samples()).containsExactly(new Sample(HOUR.from().plusSeconds(60), number));
            assertThat(coverage(another)).isEmpty();
        }
        assertThat(coverage(KEPT.getFirst())).containsExactly(Coverage.read(HOUR));
    }

    @Test
    void whereSamplesAreLostNothingIsToldToHaveBeenAskedForInVain() {
        breakOff("metric_block", "series", 3);

        copy();

        assertThat(samples(KEPT.getFirst()).size()).as("what came before").isEqualTo(1);
        assertThat(KEPT).allSatisfy(id -> assertThat(coverage(id)).isEmpty());
        var archive = new MetricArchive(() -> stores(fresh), MetricCatalogue.standard());
        assertThat(archive.unread(KEPT.getLast(), HOUR)).as("what is asked for again").containsExactly(HOUR);
    }

    /// Reading the table ends at the row that has this number in a column, as at a page that is no longer there.
    private void breakOff(String table, String column, int at) {
        damaged.write(handle -> {
            String others = Stream.of(columns(handle.getConnection(), table)).filter(name -> !name.equals(column))
                    .reduce("", (all, one) -> all + ", " + one);
            handle.execute("alter table " + table + " rename to whole_" + table);
            return handle
                    .execute("create view " + table + " as select " + column + " / (case when " + column + " = " + at
                            + " then 0 else 1 end) as " + column + others + " from whole_" + table);
        });
    }

    private static String[] columns(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table)) {
            var columns = new String[rows.getMetaData().getColumnCount()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = rows.getMetaData().getColumnName(i + 1).toLowerCase(Locale.ROOT);
            }
            return columns;
        }
    }

    private void copy() {
        damaged.write(from -> {
            from.execute("set lazy_query_execution true");
            return fresh.write(to -> {
                TableCopy.all(from.getConnection(), to.getConnection());
                to.getConnection().setAutoCommit(false);
                return null;
            });
        });
    }

    private Series samples(SeriesId id) {
        return stores(fresh).samples().read(id, Tier.MINUTE, HOUR);
    }

    private List<Coverage> coverage(SeriesId id) {
        return stores(fresh).coverage().read(id, HOUR);
    }

    private static MetricArchive.Stores stores(Database database) {
        return new MetricArchive.Stores(new H2MetricStore(database, MetricCatalogue.standard()),
                new H2CoverageStore(database));
    }
}
