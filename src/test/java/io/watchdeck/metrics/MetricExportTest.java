package io.watchdeck.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2MetricStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricExportTest {

    private static final SeriesId REQUESTS = new SeriesId(new StackId("shop"), "lb.requests", "web");
    private static final SeriesId P95 = new SeriesId(new StackId("shop"), "lb.p95", "web");
    private static final Instant NOON = Instant.parse("2026-09-22T12:00:00Z");

    private final Database database = Database.temporary(Clock.fixed(NOON, ZoneOffset.UTC));
    private final MetricStore samples = new H2MetricStore(database, MetricCatalogue.standard());
    private final CoverageStore coverage = new H2CoverageStore(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachTimeIsToldOnceByTheFinestThatIsKept() {
        add(Tier.HOUR, P95, NOON.minus(Duration.ofHours(3)), 10, 11, 12);
        add(Tier.FIVE_MINUTES, P95, NOON.minus(Duration.ofMinutes(120)), IntStream.range(0, 23).mapToDouble(i -> 20 + i)
                .toArray());
        add(Tier.MINUTE, P95, NOON.minus(Duration.ofMinutes(10)), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        List<MetricExport.Row> rows = rows(P95, Duration.ofHours(3));

        assertThat(rows).allMatch(row -> row.gap().isEmpty());
        assertThat(rows).extracting(row -> row.period().toMinutes()).startsWith(60L, 5L, 5L).endsWith(1L, 1L);
        assertThat(rows).hasSize(1 + 22 + 10);
        assertThat(rows.getFirst().value()).hasValue(10);
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i).at()).isAfterOrEqualTo(rows.get(i - 1).at().plus(rows.get(i - 1).period()));
        }
    }

    @Test
    void whatRollsUpIsToldInItsMinutesAlone() {
        add(Tier.MINUTE, REQUESTS, NOON.minus(Duration.ofMinutes(60)),
                IntStream.range(0, 50).asDoubleStream().toArray());

        assertThat(rows(REQUESTS, Duration.ofHours(1))).hasSize(50)
                .allMatch(row -> row.period().equals(Duration.ofMinutes(1)));
    }

    @Test
    void aTimeWithoutSamplesSaysWhyAndHasNoValue() {
        Instant begin = NOON.minus(Duration.ofHours(6));
        add(Tier.MINUTE, REQUESTS, begin.plus(Duration.ofHours(1)), 1, 0, 3);
        add(Tier.MINUTE, REQUESTS, begin.plus(Duration.ofHours(3)), 4);
        coverage.add(Map.of(REQUESTS, Coverage.read(new TimeRange(begin, begin.plus(Duration.ofHours(1))))));
        coverage.add(Map.of(REQUESTS, Coverage.missed(new TimeRange(begin.plus(Duration.ofHours(1)),
                begin.plus(Duration.ofHours(3))), Failure.Kind.DENIED)));

        List<MetricExport.Row> rows = rows(REQUESTS, Duration.ofHours(6));

        assertThat(rows).extracting(row -> row.gap().map(Gap::cause).map(Enum::name).orElse("-"))
                .containsExactly("NO_DATA", "-", "-", "-", "MISSED", "-", "NOT_READ");
        assertThat(rows.get(2).value()).as("a zero is a value").hasValue(0);
        assertThat(rows.get(4).gap().orElseThrow().missed()).contains(Failure.Kind.DENIED);
        assertThat(rows.get(4).value()).isEmpty();
        assertThat(rows.get(4).at()).isEqualTo(begin.plus(Duration.ofMinutes(63)));
        assertThat(rows.get(4).period()).isEqualTo(Duration.ofMinutes(117));
        assertThat(rows.getLast().at().plus(rows.getLast().period())).isEqualTo(NOON);
    }

    @Test
    void aWholeTimeInWhichNobodyAskedWasNotRead() {
        Instant begin = NOON.minus(Duration.ofHours(1));
        add(Tier.MINUTE, REQUESTS, begin, 1, 2, 3);
        add(Tier.MINUTE, REQUESTS, begin.plus(Duration.ofMinutes(20)), 4);
        coverage.add(Map.of(REQUESTS, Coverage.read(new TimeRange(begin, begin.plus(Duration.ofMinutes(3))))));
        coverage.add(Map.of(REQUESTS, Coverage.read(new TimeRange(begin.plus(Duration.ofMinutes(20)), NOON))));

        assertThat(rows(REQUESTS, Duration.ofHours(1)).get(3).gap()).hasValueSatisfying(gap -> assertThat(gap.cause())
                .isEqualTo(Gap.Cause.NOT_READ));
    }

    @Test
    void whatIsStillOnItsWayIsNoGap() {
        add(Tier.MINUTE, REQUESTS, NOON.minus(Duration.ofMinutes(60)),
                IntStream.range(0, 55).asDoubleStream().toArray());

        assertThat(rows(REQUESTS, Duration.ofHours(1))).allMatch(row -> row.gap().isEmpty());
    }

    @Test
    void aFigureThatIsReadEveryFiveMinutesHasNoGapsBetween() {
        for (int i = 0; i < 12; i++) {
            add(Tier.MINUTE, REQUESTS, NOON.minus(Duration.ofMinutes(60 - 5L * i)), i);
        }

        assertThat(rows(REQUESTS, Duration.ofHours(1))).hasSize(12).allMatch(row -> row.gap().isEmpty());
    }

    @Test
    void nothingKeptIsOneGap() {
        assertThat(rows(REQUESTS, Duration.ofDays(400))).singleElement()
                .satisfies(row -> assertThat(row.period()).isEqualTo(Duration.ofDays(400)));
    }

    @Test
    void yearsAreReadAMonthAtATime() {
        var asked = new ArrayList<TimeRange>();
        MetricStore counting = new MetricStore() {
            @Override
            public void add(Tier tier, Map<SeriesId, Series> added) {
                samples.add(tier, added);
            }

            @Override
            public Series read(SeriesId id, Tier tier, TimeRange range) {
                asked.add(range);
                return samples.read(id, tier, range);
            }

            @Override
            public Set<SeriesId> series() {
                return samples.series();
            }

            @Override
            public void retire(SeriesId id, Instant now, Retention retention) {
                samples.retire(id, now, retention);
            }
        };
        add(Tier.HOUR, REQUESTS, NOON.minus(Duration.ofDays(1000)), IntStream.range(0, 24_000).asDoubleStream()
                .toArray());
        var rows = new ArrayList<MetricExport.Row>();

        new MetricExport(new MetricArchive.Stores(counting, coverage), MetricCatalogue.standard(), NOON).tell(REQUESTS,
                new TimeRange(Instant.EPOCH, NOON.plus(Duration.ofDays(9000))), rows::add);

        assertThat(asked).as("three tiers of ten years").hasSizeLessThan(3 * 130)
                .allMatch(range -> range.length().compareTo(Duration.ofDays(30)) <= 0);
        assertThat(rows).hasSize(24_001);
    }

    @Test
    void aMinuteThatARestSkipsIsNoGapAndNeitherIsADayOfCost() {
        var jobs = new SeriesId(new StackId("shop"), "batch.failed24h", "jobs");
        double[] skipping = IntStream.range(0, 60).mapToDouble(minute -> minute % 20 == 7 ? Double.NaN : 1).toArray();
        add(Tier.MINUTE, jobs, NOON.minus(Duration.ofHours(1)), skipping);
        var cost = new SeriesId(new StackId("shop"), "cost.forecast", "Shop");
        add(Tier.MINUTE, cost, NOON.minus(Duration.ofDays(2)), 5);
        add(Tier.MINUTE, cost, NOON.minus(Duration.ofDays(1)), 6);

        assertThat(rows(jobs, Duration.ofHours(1))).hasSize(57).allMatch(row -> row.gap().isEmpty());
        assertThat(rows(cost, Duration.ofDays(2))).hasSize(2).allMatch(row -> row.gap().isEmpty());
    }

    private void add(Tier tier, SeriesId id, Instant begin, double... values) {
        samples.add(tier, Map.of(id, Points.every(tier.period(), begin, values)));
    }

    private List<MetricExport.Row> rows(SeriesId id, Duration past) {
        var rows = new ArrayList<MetricExport.Row>();
        new MetricExport(new MetricArchive.Stores(samples, coverage), MetricCatalogue.standard(), NOON).tell(id,
                new TimeRange(NOON.minus(past), NOON), rows::add);
        return rows;
    }
}
