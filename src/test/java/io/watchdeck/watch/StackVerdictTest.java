package io.watchdeck.watch;

import static io.watchdeck.metrics.Points.at;
import static io.watchdeck.watch.Rig.deciding;
import static io.watchdeck.watch.Rig.gaps;
import static io.watchdeck.watch.Rig.level;
import static io.watchdeck.watch.Rig.levelUntil;
import static io.watchdeck.watch.Rig.only;
import static io.watchdeck.watch.Rig.shop;
import static io.watchdeck.watch.Rig.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.metrics.Points;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is said of one stack.
class StackVerdictTest {

    private final Rig rig = new Rig();
    private final StackFile shop = shop();
    private final FakeCloud cloud = rig.cloud(shop);

    @BeforeEach
    void watch() {
        rig.watch(shop);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void nothingIsSaidBeforeTheFirstAnswers() {
        StackSnapshot stack = only(rig.watch.current());

        assertThat(stack.verdict().severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(headline(stack)).isEqualTo("Asking");
        assertThat(stack.gaps()).isEmpty();
        assertThat(stack.services()).extracting(service -> service.spec().name()).containsExactly("api");
    }

    @Test
    void allIsWell() {
        StackSnapshot stack = only(rig.readAll());

        assertThat(deciding(stack)).isEmpty();
        assertThat(stack.verdict().severity()).isEqualTo(Severity.FINE);
        assertThat(headline(stack)).isEqualTo("Nothing to do");
        assertThat(stack.verdict().open()).isEmpty();
        assertThat(stack.services().getFirst().cpu().latest().state())
                .isEqualTo(new Loadable.Ready<>(40.0, at(42)));
        assertThat(stack.databases().getFirst().maxConnections()).hasValue(100);
    }

    @Test
    void whatCloudWatchDoesNotHaveIsAbsentAndDecidesNothing() {
        StackSnapshot stack = only(rig.readAll());

        assertThat(gaps(stack)).containsEntry("loadBalancers[shop-alb].requests5m", "absent")
                .containsEntry("caches[redis].hitRatePercent", "absent");
        assertThat(stack.gaps()).noneMatch(StackSnapshot.Gap::decides);
    }

    @Test
    void whatThisVersionDoesNotReadIsNotKeptAndDecidesNothing() {
        cloud.withoutOptionalPorts();
        rig.watch();
        rig.watch(shop);

        StackSnapshot stack = only(rig.readAll());

        assertThat(gaps(stack)).containsEntry("services[api].scaling", "notKept")
                .containsEntry("batch[batch]", "notKept").containsEntry("pipes[jobs-pipe]", "notKept")
                .containsEntry("pipelines[deploy]", "notKept").containsEntry("databases[main].facts", "notKept")
                .containsEntry("cost", "notKept");
        assertThat(stack.verdict().severity()).isEqualTo(Severity.FINE);
    }

    @Test
    void aNoticeWakesNobody() {
        Rig.cpu(cloud, level(80));

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.verdict().severity()).isEqualTo(Severity.NOTICE);
        assertThat(headline(stack)).isEqualTo("api: ECS CPU 80%, limit 70% (document: scale out)");
    }

    @Test
    void aRuleOverWhatCannotBeReadIsNotKnownInsteadOfBreaching() {
        rig.watch(Rig.stack("shop", Rig.SHOP + "  - {name: Running, metric: service.running, below: 1, period: 1m, "
                + "severity: critical, missing: breaching}\n"));
        rig.readAll();
        cloud.fail(Subject.SERVICES, Failure.denied("ecs:DescribeServices"));

        StackSnapshot stack = only(rig.readAll(Duration.ofMinutes(10)));

        assertThat(stack.conditions()).filteredOn(condition -> condition.name().equals("Running")).singleElement()
                .extracting(Condition::state).isEqualTo(Condition.State.UNKNOWN);
        assertThat(stack.conditions()).filteredOn(condition -> condition.name().equals("running-below-half"))
                .singleElement().extracting(Condition::state).isEqualTo(Condition.State.UNKNOWN);
        assertThat(stack.verdict().severity()).isEqualTo(Severity.UNKNOWN);
    }

    @Test
    void aShareOfTheDesiredTasksFollowsTheServiceNotTheDesign() {
        rig.watch(Rig.stack("shop", Rig.SHOP + "  - {name: Half, metric: service.running, below: 50 % of desired, "
                + "period: 1m, severity: notice}\n"));
        cloud.service("api", 8, 8);

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.conditions()).filteredOn(condition -> condition.name().equals("Half")).singleElement()
                .satisfies(condition -> assertThat(condition.threshold()).hasValue(4));
    }

    @Test
    void aThresholdMayBeAShareOfALimit() {
        cloud.metrics().put("AWS/RDS", "DatabaseConnections", level(81), "DBInstanceIdentifier", "main");

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.verdict().severity()).isEqualTo(Severity.WARNING);
        assertThat(headline(stack)).isEqualTo("main: RDS connections 81, limit 80 (80% of max_connections)");
    }

    /// The overview shows the newest sample beside the verdict.
    @Test
    void whatTheWholePeriodOfARuleFoundSaysWhatItIsNow() {
        rig.watch(Rig.stack("shop", Rig.SHOP.replace("period: 1m,\n     severity: warning",
                "period: 5m,\n     severity: warning")));
        var values = new double[42];
        Arrays.fill(values, 92);
        values[41] = 72;
        cloud.metrics().put("AWS/RDS", "DatabaseConnections", Points.from(0, values), "DBInstanceIdentifier", "main");

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.databases().getFirst().connections().latest().state().latest()).contains(72.0);
        assertThat(headline(stack)).isEqualTo("main: RDS connections 92 over 5 min, now 72, limit 80");
    }

    @Test
    void theWorstIsToldAndTheSameTroubleOnce() {
        cloud.service("api", 0, 2);
        Rig.cpu(cloud, level(97));
        cloud.metrics().put("AWS/RDS", "DatabaseConnections", level(81), "DBInstanceIdentifier", "main");

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.verdict().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(stack.verdict().open()).extracting(Condition::name).containsExactlyInAnyOrder("CPU", "CPU is full",
                "Connections", "running-below-desired", "running-below-half");
        assertThat(stack.verdict().troubles()).extracting(Condition::name).containsExactly("running-below-half",
                "CPU is full", "Connections");
        assertThat(headline(stack)).isEqualTo("api runs 0 of 2 tasks");
        assertThat(stack.verdict().second().map(rig::say)).contains("api: ECS CPU 97%, limit 95%");
    }

    @Test
    void missingTasksAreAWarningAndBelowHalfCritical() {
        cloud.service("api", 1, 2);

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.verdict().severity()).isEqualTo(Severity.WARNING);
        assertThat(headline(stack)).isEqualTo("api runs 1 of 2 tasks");
        assertThat(stack.verdict().second()).isEmpty();
    }

    @Test
    void severalMinutesOfErrorsAreToldWithTheirTime() {
        StackFile errors = stack("shop", Rig.SHOP + """
                  - {name: Errors, metric: lb.5xx, above: 10, period: 5m, severity: warning}
                """);
        cloud.metrics().put("AWS/ApplicationELB", "RequestCount", level(100), "LoadBalancer", "app/shop-alb/1");
        cloud.metrics().put("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", level(3), "LoadBalancer",
                "app/shop-alb/1");
        rig.watch(errors);

        StackSnapshot stack = only(rig.readAll());

        assertThat(headline(stack)).isEqualTo("shop-alb: 5xx 15 in 5 min, limit 10");
        assertThat(stack.loadBalancers().getFirst().errors5xx().latest().state().latest()).contains(3.0);
    }

    @Test
    void whatIsBeingLostComesFirst() {
        cloud.queue("jobs", 0, Optional.of("jobs-dlq"));
        cloud.queue("jobs-dlq", 27, Optional.empty());
        cloud.metrics().put("AWS/SQS", "ApproximateAgeOfOldestMessage", level(13 * 86_400 + 7200), "QueueName",
                "jobs-dlq");
        Rig.cpu(cloud, level(97));

        StackSnapshot stack = only(rig.readAll());

        assertThat(headline(stack)).isEqualTo("jobs: Dead letter destroyed within 22 h");
        assertThat(stack.queues().getFirst().deadLetters()).hasValueSatisfying(dead -> {
            assertThat(dead.name()).isEqualTo("jobs-dlq");
            assertThat(dead.expiresIn()).contains(Duration.ofHours(22));
            assertThat(dead.upperBound()).isTrue();
        });
    }

    @Test
    void theRedrivePolicyNamesTheDeadLetterQueueWhateverTheFileSays() {
        cloud.queue("jobs", 0, Optional.of("other-dlq"));
        cloud.queue("other-dlq", 1, Optional.empty());

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.queues().getFirst().deadLetters().map(StackSnapshot.DeadLetters::name)).contains("other-dlq");
        assertThat(headline(stack)).isEqualTo("jobs: 1 dead letter");
    }

    @Test
    void aRuleOnTheAgeOfMessagesIsFollowedOnTheQueueItself() {
        StackFile aged = stack("shop", Rig.SHOP + """
                  - {name: Waiting, metric: queue.oldestAge, on: jobs, above: 300, period: 1m, severity: warning}
                """);
        cloud.metrics().put("AWS/SQS", "ApproximateAgeOfOldestMessage", level(600), "QueueName", "jobs");
        rig.watch(aged);

        assertThat(headline(only(rig.readAll()))).isEqualTo("jobs: Oldest message 600 s, limit 300 s");
    }

    @Test
    void aFailedPipelineIsAsOldAsItsFailure() {
        cloud.pipeline(new PipelineState("deploy", List.of(new PipelineState.Stage("Build", "Failed", "Build",
                "exit 1", Optional.of(at(-60).plusSeconds(17)), false))));

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.verdict().open()).extracting(Condition::name).containsExactly("pipeline-failed");
        assertThat(stack.verdict().since()).contains(at(-60));
    }

    @Test
    void anAlarmOfCloudWatchCountsAsItsStateSays() {
        cloud.alarm(alarm("shop-connections", "ALARM", "DatabaseConnections"));
        cloud.alarm(alarm("shop-cpu", "OK", "CPUUtilization"));
        cloud.alarm(alarm("shop-new", "INSUFFICIENT_DATA", "FreeStorageSpace"));

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.verdict().open()).extracting(Condition::name).containsExactly("shop-connections");
        assertThat(headline(stack)).isEqualTo("main: RDS connections above 60");
        assertThat(stack.verdict().since()).contains(at(12));
    }

    @Test
    void anAlarmWhoseStateIsOldDecidesNothing() {
        cloud.alarm(alarm("shop-connections", "ALARM", "DatabaseConnections"));
        rig.readAll();
        cloud.fail(Subject.ALARMS, Failure.throttled("cloudwatch:DescribeAlarms"));

        StackSnapshot stack = only(rig.readAll(Duration.ofHours(1)));

        assertThat(stack.verdict().severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(stack.conditions()).filteredOn(condition -> condition.name().equals("shop-connections"))
                .singleElement().extracting(Condition::state).isEqualTo(Condition.State.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(value = Subject.class, names = {"SERVICES", "METRICS", "ALARMS", "QUEUES", "BATCH", "PIPELINES"})
    void whatDecidesAndIsDeniedMakesTheStackNotKnown(Subject subject) {
        cloud.fail(subject, Failure.denied("some:Action"));

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.verdict().severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(headline(stack)).endsWith("Not permitted: some:Action").doesNotContain("[");
        assertThat(deciding(stack)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Subject.class, names = {"TASKS", "SCALING", "PIPES", "DATABASES", "COST",
            "TARGETS"})
    void whatDecidesNothingMayBeDenied(Subject subject) {
        cloud.fail(subject, Failure.denied("some:Action"));

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.verdict().severity()).isEqualTo(Severity.FINE);
        assertThat(stack.gaps()).anyMatch(gap -> gap.failure().kind() == Failure.Kind.DENIED);
    }

    @Test
    void aKnownWarningOutweighsWhatIsNotKnown() {
        cloud.service("api", 1, 2);
        cloud.fail(Subject.ALARMS, Failure.denied("cloudwatch:DescribeAlarms"));

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.verdict().severity()).isEqualTo(Severity.WARNING);
        assertThat(stack.verdict().second().map(rig::say))
                .contains("CloudWatch alarms: Not permitted: cloudwatch:DescribeAlarms");
    }

    @Test
    void whatIsNotKnownOutweighsANotice() {
        Rig.cpu(cloud, level(80));
        cloud.fail(Subject.ALARMS, Failure.denied("cloudwatch:DescribeAlarms"));

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.verdict().severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(stack.verdict().second().map(rig::say))
                .contains("api: ECS CPU 80%, limit 70% (document: scale out)");
    }

    @Test
    void oneFailedTryLeavesAFigureThatStillDecides() {
        rig.readAll();
        cloud.fail(Subject.SERVICES, Failure.throttled("ecs:DescribeServices"));

        StackSnapshot stack = only(rig.readAll(Duration.ofSeconds(30)));

        assertThat(gaps(stack)).containsEntry("services[api]", "throttled");
        assertThat(deciding(stack)).isEmpty();
        assertThat(stack.verdict().severity()).isEqualTo(Severity.FINE);
        assertThat(stack.gaps()).filteredOn(gap -> gap.path().equals("services[api]")).singleElement()
                .satisfies(gap -> {
                    assertThat(gap.lastValue()).contains("2/2");
                    assertThat(gap.lastAsOf()).contains(Rig.NOW);
                });
    }

    @Test
    void aStaleFigureDecidesNothing() {
        rig.readAll();

        StackSnapshot stack = only(rig.look(Duration.ofSeconds(101)));

        assertThat(stack.services().getFirst().state().freshness(stack.asOf())).isEqualTo(Freshness.STALE);
        assertThat(deciding(stack)).containsExactly("services[api]");
        assertThat(stack.verdict().severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(headline(stack)).isEqualTo("api, task counts: Nothing came for 1 min, though it is read every 20 s");
    }

    @Test
    void aMetricThatIsNoLongerReadTurnsStaleRatherThanAbsent() {
        rig.readAll();

        StackSnapshot stack = only(rig.look(Duration.ofHours(2)));

        assertThat(gaps(stack)).containsEntry("services[api].cpuPercent", "unreachable");
        assertThat(deciding(stack)).contains("services[api].cpuPercent", "databases[main].connections");
    }

    @Test
    void aMetricThatCannotBeReadKeepsItsReasonHoweverLong() {
        rig.readAll();
        cloud.fail(Subject.METRICS, Failure.denied("cloudwatch:GetMetricData"));

        StackSnapshot stack = only(rig.readAll(Duration.ofHours(2)));

        assertThat(stack.gaps()).filteredOn(gap -> gap.path().equals("services[api].cpuPercent")).singleElement()
                .satisfies(gap -> {
                    assertThat(gap.failure().kind()).isEqualTo(Failure.Kind.DENIED);
                    assertThat(gap.lastValue()).contains("40.0");
                    assertThat(gap.lastAsOf()).contains(at(42));
                    assertThat(gap.decides()).isTrue();
                });
        assertThat(stack.verdict().severity()).isEqualTo(Severity.UNKNOWN);
    }

    @Test
    void aMetricThatCloudWatchNoLongerHasIsStaleWithItsLastValueAndLeavesOpenHowAStackIsWhoseTasksRun() {
        Rig.cpu(cloud, levelUntil(20, 40));

        StackSnapshot stack = only(rig.readAll());

        assertThat(gaps(stack)).containsEntry("services[api].cpuPercent", "absent");
        assertThat(stack.gaps()).filteredOn(gap -> gap.path().equals("services[api].cpuPercent")).singleElement()
                .satisfies(gap -> {
                    assertThat(gap.lastValue()).contains("40.0");
                    assertThat(gap.lastAsOf()).contains(at(21));
                    assertThat(gap.decides()).isTrue();
                });
        Panel<Double> cpu = stack.services().getFirst().cpu().latest();
        assertThat(cpu.state()).isEqualTo(new Loadable.Stale<>(40.0, at(21), Failure.silent(at(21))));
        assertThat(cpu.freshness(Rig.NOW)).isEqualTo(Freshness.STALE);
        assertThat(stack.services().getFirst().cpu().recent().size()).isEqualTo(21);
        assertThat(stack.verdict().severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(headline(stack)).startsWith("api, CPU: No data since ");
    }

    @Test
    void ofAServiceWithoutTasksNoMetricIsMissing() {
        Rig.cpu(cloud, levelUntil(20, 40));
        cloud.service("api", 0, 0);

        StackSnapshot stack = only(rig.readAll());

        assertThat(gaps(stack)).containsEntry("services[api].cpuPercent", "absent");
        assertThat(deciding(stack)).isEmpty();
        assertThat(stack.verdict().severity()).isEqualTo(Severity.FINE);
    }

    /// CloudWatch was asked and has nothing newer: it is neither asked still, nor does an answer lack.
    @Test
    void aMetricOfFiveMinutesIsSilentBeforeItsAgeMakesItStale() {
        cloud.metrics().put("AWS/RDS", "FreeStorageSpace", levelUntil(9, 8e9), "DBInstanceIdentifier", "main");

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.gaps()).filteredOn(gap -> gap.path().equals("databases[main].freeStorageBytes"))
                .singleElement().satisfies(gap -> {
                    assertThat(gap.failure()).isEqualTo(Failure.silent(gap.lastAsOf().orElseThrow()));
                    assertThat(gap.decides()).isFalse();
                });
    }

    @Test
    void aPeriodThatHasNotEndedIsNotShown() {
        Rig.cpu(cloud, levelUntil(41, 40).with(Points.from(42, 99)));

        assertThat(only(rig.readAll()).services().getFirst().cpu().latest().state().latest()).contains(40.0);
    }

    @Test
    void aServiceThatIsNotThereIsAGapThatDecides() {
        cloud.fail(Subject.SERVICES, Failure.notFound("service api", "shop"));

        StackSnapshot stack = only(rig.readAll());

        assertThat(deciding(stack)).containsExactly("services[api]");
        assertThat(headline(stack)).isEqualTo("api, task counts: service api not found in shop");
    }

    @Test
    void oneDeniedPortLeavesTheOtherPanelsReady() {
        cloud.fail(Subject.QUEUES, Failure.denied("sqs:GetQueueAttributes"));

        StackSnapshot stack = only(rig.readAll());

        assertThat(stack.services().getFirst().state().state()).isInstanceOf(Loadable.Ready.class);
        assertThat(stack.services().getFirst().cpu().latest().state()).isInstanceOf(Loadable.Ready.class);
        assertThat(stack.alarms().state()).isInstanceOf(Loadable.Ready.class);
        assertThat(stack.cost().state()).isInstanceOf(Loadable.Ready.class);
        assertThat(stack.pipes().getFirst().state().state()).isInstanceOf(Loadable.Ready.class);
        assertThat(stack.queues().getFirst().state().state()).isInstanceOf(Loadable.Failed.class);
        assertThat(stack.queues().getFirst().deadLetters().orElseThrow().state().state())
                .as("named by the file, so asked for as well").isInstanceOf(Loadable.Failed.class);
    }

    private String headline(StackSnapshot stack) {
        return rig.say(stack.verdict().headline());
    }

    @Test
    void everyFigureThatMayBeMissingHasWords() {
        cloud.queue("jobs", 0, Optional.of("jobs-dlq"));
        cloud.queue("jobs-dlq", 1, Optional.empty());
        rig.readAll();
        cloud.failEverything(Failure.denied("some:Action"));
        StackFile both =
                Rig.stack("both", Rig.SHOP.replace("databases: [", "databases: [{id: au, engine: aurora-mysql}, "));
        rig.watch(both);

        StackSnapshot stack = only(rig.readAll(Duration.ofHours(1)));

        assertThat(stack.gaps()).hasSizeGreaterThan(20).extracting(gap -> rig.say(GapWords.of(gap)))
                .doesNotHaveDuplicates().noneMatch(words -> words.contains("["))
                .contains("api, task counts", "au, capacity", "au, connection limit", "CloudWatch alarms",
                        "shop-tg, healthy targets", "batch, Batch jobs",
                        "jobs, dead letters", "jobs, age of the oldest dead letter");
    }

    /// A rule that is not in alarm claims no trouble, and one that cannot be judged claims nothing.
    @Test
    void whatARuleSaysAgreesWithItsState() {
        cloud.service("api", 2, 2);

        StackSnapshot well = only(rig.readAll());
        cloud.fail(Subject.PIPELINES, Failure.denied("some:Action"));
        StackSnapshot denied = only(rig.readAll(Duration.ofHours(1)));

        assertThat(says(well)).containsEntry("deployment-failed", "No deployment of api failed");
        assertThat(says(well)).containsEntry("pipeline-failed", "Pipeline deploy has not failed");
        assertThat(says(denied)).containsEntry("pipeline-failed", "Failed pipeline of deploy is not known");
    }

    private Map<String, String> says(StackSnapshot stack) {
        return stack.conditions().stream().collect(Collectors.toMap(Condition::name,
                condition -> rig.say(condition.sentence()), (one, _) -> one));
    }

    private static CloudAlarm alarm(String name, String state, String metric) {
        return new CloudAlarm(name, "arn:" + name, false, state, "a reason", at(12), "AWS/RDS", metric,
                "Maximum", Duration.ofMinutes(5), Map.of("DBInstanceIdentifier", "main"), "GreaterThanThreshold",
                OptionalDouble.of(60), List.of());
    }
}
