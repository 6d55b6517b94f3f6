package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot.Ruled;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What rules judge beside what components show.
class RuledFiguresTest {

    private static final String RULES = """
              - {name: Slow jobs, metric: queue.oldestAge, on: jobs, above: 600, period: 1m, severity: warning}
              - {name: Very slow jobs, metric: queue.oldestAge, on: jobs, above: 3600, period: 1m, severity: critical}
              - {name: Busy targets, metric: tg.requestsPerTarget, above: 900, period: 1m, severity: warning}
              - {name: Old dead letters, metric: queue.deadLetterHoursLeft, below: 5, period: 1m, severity: warning}
            """;

    private final Rig rig = new Rig();
    private final StackFile shop = Rig.stack("shop", Rig.SHOP + RULES);

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void eachIsThereOnceUnlessAComponentHasIt() {
        rig.watch(shop);

        assertThat(Rig.only(rig.readAll()).ruled())
                .extracting(one -> one.on().name() + " " + one.figure().metric().id())
                .containsExactlyInAnyOrder("jobs queue.oldestAge", "shop-tg tg.requestsPerTarget");
        assertThat(Rig.only(rig.readAll()).conditions()).extracting(one -> one.metric().orElse(""))
                .as("judged, but shown or counted")
                .contains("service.cpu", "db.connections", "queue.deadLetterHoursLeft");
    }

    @Test
    void whatARuleJudgesAndCannotBeReadDecidesAndIsToldOnce() {
        FakeCloud cloud = waiting();
        rig.readAll();
        cloud.fail(Subject.METRICS, Failure.denied("cloudwatch:GetMetricData"));

        StackSnapshot later = Rig.only(rig.readAll(Duration.ofMinutes(20)));

        assertThat(later.gaps()).filteredOn(gap -> gap.path().endsWith("queue.oldestAge")).singleElement()
                .satisfies(gap -> {
                    assertThat(gap.path()).isEqualTo("queues[jobs].metrics.queue.oldestAge");
                    assertThat(gap.decides()).isTrue();
                    assertThat(gap.failure()).isEqualTo(Failure.denied("cloudwatch:GetMetricData"));
                    assertThat(gap.lastValue()).contains("900.0");
                    assertThat(gap.lastAsOf()).contains(Rig.NOW.minusSeconds(30));
                    assertThat(rig.say(GapWords.of(gap))).isEqualTo("jobs, Oldest message");
                });
        assertThat(later.gaps()).filteredOn(gap -> gap.path().equals("queues[jobs].dlq.oldestAgeSeconds"))
                .as("no rule judges that of the dead letters").isNotEmpty().noneMatch(StackSnapshot.Gap::decides);
        assertThat(later.gaps()).extracting(StackSnapshot.Gap::path).doesNotHaveDuplicates()
                .contains("loadBalancers[shop-alb].targets[shop-tg].metrics.tg.requestsPerTarget");
    }

    @Test
    void whatARuleJudgesAndIsNotKnownIsSaidWhereNothingElseIsWrong() {
        StackFile small = Rig.stack("jobs", """
                stack: Jobs
                environment: production
                region: eu-west-1
                cluster: jobs
                queues: [{name: jobs}]
                rules:
                  - {name: Slow jobs, metric: queue.oldestAge, on: jobs, above: 600, period: 1m, severity: warning}
                """);
        FakeCloud cloud = rig.cloud(small);
        cloud.queue("jobs", 3, Optional.empty());
        cloud.fail(Subject.METRICS, Failure.denied("cloudwatch:GetMetricData"));
        rig.watch(small);

        StackSnapshot stack = Rig.only(rig.readAll());

        assertThat(stack.verdict().severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(rig.say(stack.verdict().headline()))
                .isEqualTo("jobs, Oldest message: Not permitted: cloudwatch:GetMetricData");
        assertThat(stack.verdict().second()).isEmpty();
    }

    @Test
    void thatCloudWatchHasNothingOfItDecidesNothing() {
        rig.cloud(shop).queue("jobs", 0, Optional.empty());
        rig.watch(shop);

        assertThat(Rig.only(rig.readAll()).gaps())
                .filteredOn(gap -> gap.path().equals("queues[jobs].metrics.queue.oldestAge")).singleElement()
                .satisfies(gap -> {
                    assertThat(gap.failure().kind()).isEqualTo(Failure.Kind.ABSENT);
                    assertThat(gap.decides()).isFalse();
                });
    }

    @Test
    void whatARuleJudgesHasAnAgeAsAllThatIsReadAllTheTime() {
        FakeCloud cloud = waiting();
        rig.readAll();
        cloud.fail(Subject.METRICS, Failure.denied("cloudwatch:GetMetricData"));

        StackSnapshot later = Rig.only(rig.readAll(Duration.ofMinutes(20)));

        assertThat(FigureAges.of(later)).filteredOn(one -> one.noun().equals("metric.queue.oldestAge")
                && one.component().equals(Optional.of("jobs"))).singleElement()
                .satisfies(one -> assertThat(one.asOf()).contains(Rig.NOW.minusSeconds(30)));
    }

    private FakeCloud waiting() {
        FakeCloud cloud = rig.cloud(shop);
        cloud.queue("jobs", 3, Optional.of("jobs-dlq"));
        cloud.queue("jobs-dlq", 1, Optional.empty());
        cloud.metrics().put("AWS/SQS", "ApproximateAgeOfOldestMessage", Rig.level(900), "QueueName", "jobs");
        rig.watch(shop);
        return cloud;
    }

    @Test
    void aMetricThatCannotBeReadAgainIsOlderThanItsQueue() {
        FakeCloud cloud = rig.cloud(shop);
        cloud.queue("jobs", 3, Optional.empty());
        cloud.metrics().put("AWS/SQS", "ApproximateAgeOfOldestMessage", Rig.level(900), "QueueName", "jobs");
        rig.watch(shop);
        rig.readAll();
        cloud.fail(Subject.METRICS, Failure.denied("cloudwatch:GetMetricData"));

        StackSnapshot later = Rig.only(rig.readAll(Duration.ofMinutes(20)));

        Ruled age = later.ruled().stream().filter(one -> one.on().equals(new ComponentId(ComponentKind.QUEUE, "jobs")))
                .findFirst().orElseThrow();
        assertThat(age.figure().latest().state()).isEqualTo(new Loadable.Stale<>(900.0,
                Rig.NOW.minusSeconds(30), Failure.denied("cloudwatch:GetMetricData")));
        assertThat(age.figure().latest().freshness(later.asOf())).isEqualTo(Freshness.STALE);
        assertThat(later.queues().getFirst().state().freshness(later.asOf())).isEqualTo(Freshness.ON_TIME);
    }
}
