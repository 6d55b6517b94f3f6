package io.watchdeck.metrics;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [MetricSource] keeps. The metric is `AWS/SQS` `ApproximateNumberOfMessagesVisible` by `QueueName`, of
/// queues named `queue-0001` and so on.
public abstract class MetricSourceContract {

    /// The clock of every situation stands here.
    protected static final Instant NOW = Instant.parse("2026-09-22T04:42:30Z");
    protected static final String NAMESPACE = "AWS/SQS";
    protected static final String METRIC = "ApproximateNumberOfMessagesVisible";
    protected static final String QUEUE = "queue";

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final TimeRange LAST_TEN = TimeRange.last(Duration.ofMinutes(10),
            Instant.parse("2026-09-22T04:40:00Z"));

    /// So many queues, each with one sample a minute over the three hours before [#NOW].
    protected abstract MetricSource withQueues(int count);

    /// Two queues; the result of the first has this status.
    protected abstract MetricSource withResult(String status);

    protected abstract MetricSource denied();

    protected abstract MetricSource throttled();

    @Test
    void noQueryGivesNoEntry() {
        assertThat(withQueues(1).read(List.of(), LAST_TEN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 499, 500, 501, 1001})
    void everyQueryAskedHasItsEntry(int count) {
        List<MetricQuery> queries = names(QUEUE, count).stream().map(queue -> query(queue, "Maximum", MINUTE)).toList();

        var found = withQueues(count).read(queries, LAST_TEN);

        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(queries);
        found.values().forEach(reading -> assertThat(value(reading).size()).isEqualTo(10));
    }

    @Test
    void samplesAreInOrderOfTimeWithinTheRange() {
        Series series = read(withQueues(1), query(name(QUEUE, 1), "Maximum", MINUTE), LAST_TEN);

        assertThat(series.samples()).extracting(Sample::at).isSorted().doesNotHaveDuplicates()
                .allMatch(LAST_TEN::contains);
        assertThat(series.at(0)).isEqualTo(LAST_TEN.from());
    }

    @Test
    void theEndOfTheRangeDoesNotBelongToIt() {
        var oneMinute = new TimeRange(LAST_TEN.from(), LAST_TEN.from().plus(MINUTE));

        assertThat(read(withQueues(1), query(name(QUEUE, 1), "Maximum", MINUTE), oneMinute).size()).isEqualTo(1);
    }

    @Test
    void aLongerPeriodGivesFewerSamplesAtItsMultiples() {
        Series series = read(withQueues(1), query(name(QUEUE, 1), "Maximum", FIVE_MINUTES), LAST_TEN);

        assertThat(series.samples()).extracting(Sample::at)
                .containsExactly(LAST_TEN.from(), LAST_TEN.from().plus(FIVE_MINUTES));
    }

    @Test
    void aQueryWithoutPointsIsKnownAndEmpty() {
        MetricSource metrics = withQueues(1);

        assertThat(read(metrics, query("no-such-queue", "Maximum", MINUTE), LAST_TEN).isEmpty()).isTrue();
        assertThat(read(metrics, new MetricQuery("AWS/SQS", METRIC, Map.of(), "Maximum", MINUTE), LAST_TEN).isEmpty())
                .as("another set of dimensions is another metric").isTrue();
    }

    @Test
    void anEmptyRangeIsKnownAndEmpty() {
        var nothing = new TimeRange(LAST_TEN.from(), LAST_TEN.from());

        assertThat(read(withQueues(1), query(name(QUEUE, 1), "Maximum", MINUTE), nothing).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500, 501})
    void everyDimensionSetIsListed(int count) {
        var sets = value(withQueues(count).dimensionSets(NAMESPACE, METRIC));

        assertThat(sets).containsExactlyInAnyOrderElementsOf(
                names(QUEUE, count).stream().map(queue -> Map.of("QueueName", queue)).toList());
    }

    @Test
    void aMetricThatDoesNotExistHasNoDimensionSets() {
        assertThat(value(withQueues(1).dimensionSets(NAMESPACE, "NoSuchMetric"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"InternalError", "Pondering"})
    void aResultThatIsNotCompleteIsNotKnownAndLeavesTheOthers(String status) {
        MetricQuery bad = query(name(QUEUE, 1), "Maximum", MINUTE);
        MetricQuery good = query(name(QUEUE, 2), "Maximum", MINUTE);

        var found = withResult(status).read(List.of(bad, good), LAST_TEN);

        assertThat(failure(found.get(bad)).kind()).isEqualTo(Failure.Kind.UNEXPECTED);
        assertThat(failure(found.get(bad)).detail()).as("also a word that nobody knows yet").contains(status);
        assertThat(value(found.get(good)).size()).isEqualTo(10);
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        MetricSource metrics = denied();
        MetricQuery query = query(name(QUEUE, 1), "Maximum", MINUTE);

        assertDenied(metrics.read(List.of(query), LAST_TEN).get(query), "cloudwatch:GetMetricData",
                "cloudwatch:GetMetricStatistics");
        assertDenied(metrics.dimensionSets(NAMESPACE, METRIC), "cloudwatch:ListMetrics");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        MetricSource metrics = throttled();
        MetricQuery query = query(name(QUEUE, 1), "Maximum", MINUTE);

        assertThrottled(metrics.read(List.of(query), LAST_TEN).get(query));
        assertThrottled(metrics.dimensionSets(NAMESPACE, METRIC));
    }

    private static Series read(MetricSource metrics, MetricQuery query, TimeRange range) {
        return value(metrics.read(List.of(query), range).get(query));
    }

    private static MetricQuery query(String queue, String statistic, Duration period) {
        return new MetricQuery(NAMESPACE, METRIC, Map.of("QueueName", queue), statistic, period);
    }
}
