package io.watchdeck.aws;

import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.Payer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Metrics at the lowest price: how they are read as long as free calls are left, what becomes of failures then, and when
/// calls that cost take over.
@ExtendWith(TestKeys.class)
class AwsStatisticsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TimeRange LAST_TEN = TimeRange.last(Duration.ofMinutes(10), AwsRig.NOW);
    private static final ApiCall STATISTICS =
            new ApiCall("unknown", AwsRig.SEOUL, "CloudWatch", "GetMetricStatistics", 1);

    private final AwsRig rig = new AwsRig(AwsSettings.Sparing.MONEY);
    private final FakeMetrics cloudWatch = new FakeMetrics(rig.aws, AwsRig.NOW.minus(Duration.ofDays(71)),
            AwsRig.NOW);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void eachMetricTakesACallThatCostsNothing() {
        read(queries(100, "Average")).values().forEach(reading -> assertThat(value(reading).size()).isEqualTo(10));

        assertThat(rig.metered).hasSize(100).containsOnly(STATISTICS);
        assertThat(rig.aws.requests()).hasSize(100);
        assertThat(rig.meter.spentThisMonth().amount()).isZero();
    }

    @Test
    void statisticsOfOneMetricShareACall() {
        cloudWatch.value("metric-0001", "Average", "1.5").value("metric-0001", "Maximum", "4.0")
                .value("metric-0001", "SampleCount", "7.0").value("metric-0001", "Sum", "8.0")
                .value("metric-0001", "Minimum", "0.5");
        List<MetricQuery> queries = new ArrayList<>();
        List.of("Average", "Maximum", "SampleCount", "Sum", "Minimum")
                .forEach(statistic -> queries.addAll(queries(1, statistic)));

        Map<MetricQuery, Reading<Series>> found = read(queries);

        assertThat(rig.metered).hasSize(1);
        assertThat(queries).extracting(query -> value(found.get(query)).value(0)).containsExactly(1.5, 4.0, 7.0, 8.0,
                0.5);
    }

    @Test
    void percentilesOfOneMetricShareACallAndNoneWithPlainStatistics() {
        cloudWatch.value("metric-0001", "p50", "0.05").value("metric-0001", "p99.9", "0.99");
        List<MetricQuery> queries = new ArrayList<>();
        List.of("p50", "Average", "p99.9").forEach(statistic -> queries.addAll(queries(1, statistic)));

        Map<MetricQuery, Reading<Series>> found = read(queries);

        assertThat(rig.metered).hasSize(2);
        assertThat(queries).extracting(query -> value(found.get(query)).value(0)).containsExactly(0.05, 1.0, 0.99);
    }

    @Test
    void aPointWithoutTheStatisticIsNoSample() {
        rig.aws.on("GetMetricStatistics", LoopbackAws.xml("GetMetricStatistics", Wire.xmlList("Datapoints", List.of(
                Wire.xml("Timestamp", "2026-09-22T03:55:00Z", "Maximum", "4"),
                Wire.xml("Timestamp", "2026-09-22T03:54:00Z", "Average", "3")))));

        assertThat(value(read(queries(1, "Average")).values().iterator().next()).samples())
                .containsExactly(new Sample(AwsRig.NOW.minus(Duration.ofMinutes(6)), 3));
    }

    @Test
    void aLongTimeIsReadInCallsOf1440Points() {
        var fortnight = TimeRange.last(Duration.ofDays(15), AwsRig.NOW);

        rig.cloud.metrics().read(queries(2, "Average"), fortnight).values()
                .forEach(reading -> assertThat(value(reading).size()).isEqualTo(15 * 24 * 60));

        assertThat(rig.metered).hasSize(2 * 15).containsOnly(STATISTICS);
    }

    @Test
    void aLongTimeIsNotReadWithCallsThatWillBeNeeded() {
        used("GetMetricStatistics", 800_000);

        rig.cloud.metrics().read(queries(2, "Average"), TimeRange.last(Duration.ofDays(15), AwsRig.NOW));
        assertThat(rig.metered).as("the month would end at 1.1 million").extracting(ApiCall::operation, ApiCall::units)
                .containsExactly(tuple("GetMetricData", 2));

        rig.metered.clear();
        read(queries(2, "Average"));
        assertThat(rig.metered).hasSize(2).containsOnly(STATISTICS);
    }

    @Test
    void beyondTheShareMetricsAreReadInTheFewestCalls() {
        rig.meter.allowance().share(FreeShare.ofRequests("50"));

        read(queries(30, "Average"));
        read(queries(30, "Average"));
        read(queries(20, "Average"));
        read(queries(1, "Average"));

        assertThat(rig.metered.stream().collect(Collectors.groupingBy(ApiCall::operation, Collectors.summingInt(
                ApiCall::units)))).containsExactlyInAnyOrderEntriesOf(Map.of("GetMetricStatistics", 50,
                        "GetMetricData", 31));
        assertThat(rig.aws.requests("GetMetricData")).hasSize(2);
        assertThat(rig.meter.spentThisMonth()).isEqualByComparingTo(Money.usd("0.00031"));
    }

    @Test
    void whatAlarmsAndListsWillTakeUntilTheMonthEndsIsLeftToThem() {
        rig.meter.allowance().share(FreeShare.ofRequests("1000"));
        used("DescribeAlarms", 700);

        read(queries(20, "Average"));

        assertThat(rig.metered).as("992 at the end of the month").extracting(ApiCall::operation)
                .containsExactly("GetMetricData");
    }

    @Test
    void withoutAShareEverythingIsAskedTogether() {
        rig.meter.allowance().share(FreeShare.ofPercent("0"));

        read(queries(3, "Average"));
        rig.cloud.metrics().dimensionSets("N", "metric-0001");

        assertThat(rig.metered).extracting(ApiCall::operation).containsExactly("GetMetricData", "ListMetrics");
        assertThat(rig.meter.spentThisMonth()).isEqualByComparingTo(Money.usd("0.00004"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void oneBadMetricIsAloneInItsFailureAndNamed(int status) {
        refuse("metric-0017", status);
        List<MetricQuery> queries = queries(100, "Average");

        Map<MetricQuery, Reading<Series>> found = read(queries);

        MetricQuery bad = queries.get(16);
        assertThat(failure(found.get(bad)).kind()).isEqualTo(Kind.UNEXPECTED);
        assertThat(failure(found.get(bad)).sentence().arguments().getFirst().toString()).contains("metric-0017");
        assertThat(failure(found.get(bad)).action()).hasValue("cloudwatch:GetMetricStatistics");
        assertThat(queries.stream().filter(query -> !query.equals(bad)))
                .allSatisfy(query -> assertThat(value(found.get(query)).size()).isEqualTo(10));
        assertThat(rig.metered).hasSize(100);
    }

    @Test
    void aBadMetricIsAskedOnceOfALongTime() {
        refuse("metric-0002", 400);

        Map<MetricQuery, Reading<Series>> found = rig.cloud.metrics().read(queries(2, "Average"),
                TimeRange.last(Duration.ofDays(15), AwsRig.NOW));

        assertThat(found.values().stream().filter(Reading.Unknown.class::isInstance)).hasSize(1);
        assertThat(rig.metered.size()).as("15 for the good one, and what was under way for the bad one")
                .isBetween(16, 15 + 8);
    }

    @Test
    void theFirstFailureOfAllEndsTheReading() {
        rig.aws.on("GetMetricStatistics", LoopbackAws.xmlError(403, "AccessDenied", "User: ops is not authorized"));

        Map<MetricQuery, Reading<Series>> found = read(queries(100, "Average"));

        assertThat(found).hasSize(100).allSatisfy((_, reading) -> {
            Failure failure = failure(reading);
            assertThat(failure.kind()).isEqualTo(Kind.DENIED);
            assertThat(failure.action()).hasValue("cloudwatch:GetMetricStatistics");
        });
        assertThat(rig.metered).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"400, 25", "500, 5"})
    void aServiceThatRefusesEverythingIsNotAskedForAll(int status, int asked) {
        cloudWatch.refuse(_ -> true, status == 400 ? LoopbackAws.xmlError(400, "ValidationError", "no") : broken());

        Map<MetricQuery, Reading<Series>> found = read(queries(500, "Average"));

        assertThat(found).hasSize(500).allSatisfy((_, reading) -> failure(reading));
        assertThat(rig.metered).hasSize(asked);
    }

    @Test
    void aServiceThatBreaksInTheMidstIsNotAskedForTheRest() {
        List<MetricQuery> queries = queries(200, "Average");
        var answered = new AtomicInteger();
        rig.aws.trouble(_ -> answered.incrementAndGet() <= 20 ? Optional.empty()
                : Optional.of(LoopbackAws.xmlError(403, "AccessDenied", "no longer")));

        Map<MetricQuery, Reading<Series>> found = read(queries);

        assertThat(found.values().stream().filter(Reading.Known.class::isInstance)).hasSize(20);
        assertThat(rig.metered.size()).as("and those under way").isBetween(21, 20 + 8);
    }

    private void used(String operation, long calls) {
        rig.meter.found(List.of(new MeteredCalls("unknown", LocalDate.parse("2026-09-10"), "CloudWatch:" + operation,
                new Payer.Console(), calls, calls, BigDecimal.ZERO)));
    }

    private void refuse(String metric, int status) {
        cloudWatch.refuse(each -> each.name().equals(metric), status == 400
                ? LoopbackAws.xmlError(400, "ValidationError", "The value for parameter Stat is invalid") : broken());
    }

    private static LoopbackAws.Answer broken() {
        return LoopbackAws.html(500);
    }

    private Map<MetricQuery, Reading<Series>> read(List<MetricQuery> queries) {
        return rig.cloud.metrics().read(queries, LAST_TEN);
    }

    private List<MetricQuery> queries(int count, String statistic) {
        return names("metric", count).stream().map(name -> {
            cloudWatch.metric("N", name, Map.of());
            return new MetricQuery("N", name, Map.of(), statistic, MINUTE);
        }).toList();
    }
}
