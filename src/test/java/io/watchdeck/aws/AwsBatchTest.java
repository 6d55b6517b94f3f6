package io.watchdeck.aws;

import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.ApiCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many calls a reading takes, each of them counted, and what one bad metric does to the others.
@ExtendWith(TestKeys.class)
class AwsBatchTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TimeRange LAST_TEN = TimeRange.last(Duration.ofMinutes(10), AwsRig.NOW);

    private final AwsRig rig = new AwsRig();
    private final FakeMetrics cloudWatch = new FakeMetrics(rig.aws, AwsRig.NOW.minus(Duration.ofDays(71)),
            AwsRig.NOW);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void twoHundredAndFiftyServicesTakeTwentyFiveCalls() {
        var ecs = new FakeEcs(rig.aws, "c");
        names("service", 250).forEach(name -> ecs.service(name, 0, "COMPLETED"));

        var found = rig.cloud.fleet().services("c", names("service", 250));

        found.values().forEach(reading -> assertThat(value(reading).status()).isEqualTo("ACTIVE"));
        assertThat(rig.metered).hasSize(25)
                .containsOnly(new ApiCall("unknown", AwsRig.SEOUL, "ECS", "DescribeServices", 1));
        assertThat(rig.aws.requests()).hasSize(25);
    }

    @Test
    void aFleetReadingTakesTheFewestCalls() {
        new FakeEcs(rig.aws, "c").service("a", 101, "COMPLETED").service("b", 1, "COMPLETED");

        rig.cloud.fleet().tasks("c");

        assertThat(rig.metered).extracting(ApiCall::operation).containsExactly("ListTasks", "ListTasks", "ListTasks",
                "DescribeTasks", "DescribeTasks");
    }

    @Test
    void aNameAskedTwiceIsAskedOnce() {
        new FakeEcs(rig.aws, "c").service("a", 0, "COMPLETED");

        assertThat(rig.cloud.fleet().services("c", List.of("a", "a"))).hasSize(1);
        assertThat(rig.cloud.fleet().services("c", List.of())).isEmpty();
        assertThat(rig.metered).hasSize(1);
    }

    @Test
    void aQueueUrlIsAskedOnceAndAgainAfterTheQueueWasGone() {
        var sqs = new FakeSqs(rig.aws).queue("jobs", 4);
        rig.cloud.queues().queues(List.of("jobs"));
        rig.cloud.queues().queues(List.of("jobs"));
        assertThat(rig.metered).extracting(ApiCall::operation)
                .containsExactly("GetQueueUrl", "GetQueueAttributes", "GetQueueAttributes");

        sqs.without("jobs");
        assertThat(failure(rig.cloud.queues().queues(List.of("jobs")).get("jobs")).kind()).isEqualTo(Kind.NOT_FOUND);
        sqs.queue("jobs", 5);
        assertThat(value(rig.cloud.queues().queues(List.of("jobs")).get("jobs")).visible()).isEqualTo(5);
        assertThat(rig.aws.requests("GetQueueUrl")).hasSize(2);
    }

    @Test
    void anAnswerThatIsNotAQueuesIsNotReadAsAnEmptyQueue() {
        new FakeSqs(rig.aws).queue("jobs", 4, "ApproximateNumberOfMessages", "many")
                .queue("other", 1, "RedrivePolicy", "{");

        var found = rig.cloud.queues().queues(List.of("jobs", "other"));

        assertThat(failure(found.get("jobs")).kind()).isEqualTo(Kind.UNEXPECTED);
        assertThat(failure(found.get("other")).kind()).isEqualTo(Kind.UNEXPECTED);
    }

    @Test
    void fiveHundredAndOneMetricsTakeTwoCallsThatCountWhatTheyAsk() {
        Map<MetricQuery, Reading<Series>> found = read(queries(501, "Average"));

        found.values().forEach(reading -> assertThat(value(reading).size()).isEqualTo(10));
        assertThat(rig.metered).containsExactly(
                new ApiCall("unknown", AwsRig.SEOUL, "CloudWatch", "GetMetricData", 500),
                new ApiCall("unknown", AwsRig.SEOUL, "CloudWatch", "GetMetricData", 1));
        assertThat(rig.aws.requests().getFirst().metricIds()).hasSize(500).doesNotHaveDuplicates().contains("m0",
                "m499");
    }

    @Test
    void percentilesHaveACallOfTheirOwn() {
        var mixed = new ArrayList<>(queries(2, "Average"));
        mixed.addAll(queries(2, "p95"));

        read(mixed).values().forEach(reading -> assertThat(value(reading).size()).isEqualTo(10));
        assertThat(rig.metered).extracting(ApiCall::units).containsExactly(2, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500})
    void oneBadMetricIsAloneInItsFailureAndNamed(int status) {
        refuse("metric-0217", status);
        List<MetricQuery> queries = queries(500, "Average");

        var found = read(queries);

        MetricQuery bad = queries.get(216);
        assertThat(failure(found.get(bad)).kind()).isEqualTo(Kind.UNEXPECTED);
        assertThat(failure(found.get(bad)).sentence().arguments().getFirst().toString()).contains("metric-0217");
        assertThat(failure(found.get(bad)).action()).hasValue("cloudwatch:GetMetricData");
        found.forEach((query, reading) -> {
            if (!query.equals(bad)) {
                assertThat(value(reading).size()).isEqualTo(10);
            }
        });
        assertThat(rig.metered.size()).isLessThanOrEqualTo(19);
    }

    @Test
    void aBadMetricIsAskedAloneFromThenOnUntilItIsAnswered() {
        refuse("metric-0217", 400);
        read(queries(300, "Average"));
        rig.metered.clear();

        read(queries(300, "Average"));
        assertThat(rig.metered).extracting(ApiCall::units).containsExactly(299, 1);

        cloudWatch.refuse(_ -> false, LoopbackAws.html(500));
        read(queries(300, "Average"));
        rig.metered.clear();
        read(queries(300, "Average"));
        assertThat(rig.metered).extracting(ApiCall::units).containsExactly(300);
    }

    @Test
    void aServiceThatRefusesEverythingIsNotAskedWithoutEnd() {
        cloudWatch.refuse(_ -> true, LoopbackAws.html(500));

        var found = read(queries(500, "Average"));

        assertThat(found).hasSize(500);
        found.values().forEach(reading -> failure(reading));
        assertThat(rig.metered.size()).isLessThanOrEqualTo(49);
    }

    @Test
    void partialPagesAreFollowedToTheEnd() {
        cloudWatch.pointsAPage(4);

        read(queries(2, "Average")).values().forEach(reading -> assertThat(value(reading).size()).isEqualTo(10));
        assertThat(rig.metered).extracting(ApiCall::units).containsExactly(2, 2, 2);
    }

    @Test
    void aStatusPerMetricConcernsThatMetricOnly() {
        rig.aws.on("GetMetricData", LoopbackAws.xml("GetMetricData", Wire.xmlList("MetricDataResults", List.of(
                Wire.xml("Id", "m0", "StatusCode", "Complete"),
                Wire.xml("Id", "m1", "StatusCode", "Forbidden"),
                Wire.xml("Id", "m2", "StatusCode", "InternalError"),
                Wire.xml("Id", "m3", "StatusCode", "PartialData"),
                Wire.xml("Id", "m4", "StatusCode", "Dreaming")))));
        List<MetricQuery> queries = queries(6, "Average");

        var found = read(queries);

        assertThat(value(found.get(queries.get(0))).isEmpty()).isTrue();
        assertThat(failure(found.get(queries.get(1))).kind()).isEqualTo(Kind.DENIED);
        assertThat(queries.subList(2, 6)).allSatisfy(
                query -> assertThat(failure(found.get(query)).kind()).isEqualTo(Kind.UNEXPECTED));
    }

    @Test
    void morePointsThanACallTakesAreSplit() {
        List<MetricQuery> queries = queries(5, "Average");
        var fortnight = TimeRange.last(Duration.ofDays(15), AwsRig.NOW);

        rig.cloud.metrics().read(queries, fortnight).values()
                .forEach(reading -> assertThat(value(reading).size()).isEqualTo(15 * 24 * 60));
        assertThat(rig.metered).as("4 × 21,600 points fit, 5 do not").extracting(ApiCall::units)
                .containsExactly(4, 1);
    }

    @Test
    void aSingleMetricOverALongTimeIsSplitIntoWindows() {
        var seventyOneDays = TimeRange.last(Duration.ofDays(71), AwsRig.NOW);

        var found = rig.cloud.metrics().read(queries(1, "Average"), seventyOneDays);

        assertThat(value(found.values().iterator().next()).size()).isEqualTo(71 * 24 * 60);
        assertThat(rig.metered).hasSize(2);
    }

    @Test
    void differentPeriodsShareACallWithARangeThatFitsAll() {
        cloudWatch.metric("N", "metric-0001", Map.of());
        var minute = new MetricQuery("N", "metric-0001", Map.of(), "Average", MINUTE);
        var five = new MetricQuery("N", "metric-0001", Map.of(), "Average", Duration.ofMinutes(5));
        var range = new TimeRange(Instant.parse("2026-09-22T03:03:00Z"), Instant.parse("2026-09-22T03:13:00Z"));

        var found = rig.cloud.metrics().read(List.of(minute, five), range);

        assertThat(rig.metered).hasSize(1);
        assertThat(value(found.get(minute)).size()).isEqualTo(10);
        assertThat(value(found.get(five)).samples()).as("only the complete period").singleElement()
                .satisfies(sample -> assertThat(sample.at()).isEqualTo(Instant.parse("2026-09-22T03:05:00Z")));
    }

    private void refuse(String metric, int status) {
        cloudWatch.refuse(each -> each.name().equals(metric), status == 400
                ? LoopbackAws.xmlError(400, "ValidationError", "The value for parameter Stat is invalid")
                : LoopbackAws.html(500));
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
