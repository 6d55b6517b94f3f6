package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.only;
import static io.watchdeck.watch.Rig.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.StackFile;
import io.watchdeck.yaml.FileProblem;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is said of all stacks together. Each stack is in an account of its own.
class WatchComposerTest {

    private final Rig rig = new Rig();
    private final StackFile sesami = small("Sesami", "production", "sesami");
    private final StackFile tiketi = small("Tiketi", "production", "tiketi");
    private final StackFile codemate = small("CodeMate", "development", "codemate");

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void withoutStacksNothingIsKnown() {
        rig.watch();

        WatchSnapshot all = rig.readAll();

        assertThat(all.severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(says(all)).containsExactly("No stacks", "", "Nothing was asked.");
    }

    @Test
    void beforeTheFirstAnswersItAsks() {
        rig.watch(sesami, tiketi);

        assertThat(says(rig.watch.current())).containsExactly("Asking", "", "0 of 2 stacks answered in full so far.");
    }

    @Test
    void allIsFine() {
        rig.watch(sesami, tiketi, codemate);

        WatchSnapshot all = rig.readAll();

        assertThat(all.severity()).isEqualTo(Severity.FINE);
        assertThat(says(all)).containsExactly("Everything is fine", "",
                "All 3 stacks answered. Oldest figure 0 s: " + name(all, 0) + " (sesami-api, task counts).");
        assertThat(all.counts()).isEqualTo(Map.of(Severity.FINE, 3));
        assertThat(all.asOf()).isEqualTo(Rig.NOW);
    }

    /// Of a database that is an instance nobody asks the capacity of a cluster, nor of a cluster the free storage.
    @Test
    void aStackWithEveryKindOfComponentHasAnsweredInFull() {
        rig.watch(Rig.shop());

        assertThat(says(rig.readAll()).get(2)).startsWith("The stack answered.");
    }

    @Test
    void oneStackIsSaidInTheSingular() {
        rig.watch(sesami);

        assertThat(says(rig.readAll()).get(2)).startsWith("The stack answered.");
    }

    @Test
    void aStackWithoutServicesHasNotAnsweredWhileItsQueueWaits() {
        StackFile jobs = Rig.stack("jobs", """
                stack: Jobs
                environment: production
                region: eu-west-1
                cluster: jobs
                queues: [{name: jobs}]
                """);
        rig.watch(jobs, sesami);
        rig.cloud(jobs).fail(Subject.QUEUES, Failure.throttled("sqs:GetQueueAttributes"));

        assertThat(says(rig.readAll()).get(2)).startsWith("1 of 2 stacks answered in full. Jobs prod: jobs, messages: "
                + "AWS asked to slow down (sqs:GetQueueAttributes). Oldest figure");
    }

    @Test
    void aThrottledStackSaysWhenItIsTriedAgain() {
        rig.cloud(tiketi).fail(Subject.SERVICES, Failure.throttled("ecs:DescribeServices"));
        rig.watch(tiketi);

        Verdict verdict = only(rig.readAll()).verdict();

        assertThat(rig.say(verdict.headline()))
                .matches(
                        "tiketi-api, task counts: AWS asked to slow down \\(ecs:DescribeServices\\), next try \\d\\d:\\d\\d");
    }

    @Test
    void whatTheReasonTellsIsNotSaidAgainBelowIt() {
        rig.watch(sesami, tiketi);
        rig.cloud(tiketi).fail(Subject.SERVICES, Failure.throttled("ecs:DescribeServices"));

        WatchSnapshot all = rig.readAll();

        assertThat(says(all).get(1)).contains("Tiketi prod: tiketi-api, task counts: AWS asked to slow down");
        assertThat(rig.say(Completeness.below(all.second(), all.stacks(), List.of(), all.asOf())))
                .startsWith("1 of 2 stacks answered in full.").doesNotContain("AWS asked to slow down");
    }

    @Test
    void theOldestFigureIsNamedWithItsAge() {
        rig.watch(sesami, tiketi);
        rig.readAll();
        rig.cloud(tiketi).fail(Subject.SERVICES, Failure.throttled("ecs:DescribeServices"));

        WatchSnapshot all = rig.readAll(Duration.ofSeconds(90));

        assertThat(says(all)).containsExactly("Everything is fine", "",
                "1 of 2 stacks answered in full. Tiketi prod: tiketi-api, task counts: AWS asked to slow down "
                        + "(ecs:DescribeServices). Oldest figure 1 min: Tiketi prod (tiketi-api, task counts).");
    }

    /// Within five intervals what was known last still decides: then it is said whose word that is.
    @Test
    void whereNoStackAnswersWhatWasKnownLastSaysSo() {
        rig.cloud(sesami).service("sesami-api", 0, 2);
        rig.watch(sesami, tiketi);
        rig.readAll();
        rig.cloud(sesami).failEverything(Failure.unreachable("ecs.eu-west-1.amazonaws.com"));
        assertThat(says(rig.readAll(Duration.ofSeconds(30))).get(1))
                .isEqualTo("Sesami prod: sesami-api runs 0 of 2 tasks");

        rig.cloud(tiketi).failEverything(Failure.unreachable("ecs.eu-west-1.amazonaws.com"));

        assertThat(says(rig.readAll(Duration.ofSeconds(30))).get(1)).isEqualTo("No stack answers now: this is what "
                + "was known last. Sesami prod: sesami-api runs 0 of 2 tasks");
    }

    @Test
    void theOldestFigureMayBeAMetricOrAnAlarmAndIsNotAlwaysAService() {
        rig.watch(Rig.shop(), sesami);

        // The newest period of the metrics ended half a minute before everything was read.
        assertThat(says(rig.readAll()).get(2)).endsWith("Oldest figure 30 s: Shop prod (api, ECS CPU).");

        rig.cloud(sesami).fail(Subject.ALARMS, Failure.throttled("cloudwatch:DescribeAlarms"));
        assertThat(says(rig.readAll(Duration.ofSeconds(150))).get(2))
                .endsWith("Oldest figure 3 min: Shop prod (api, ECS CPU).");
        rig.cloud(Rig.shop()).metrics().put("AWS/ECS", "CPUUtilization", Rig.levelUntil(46, 40), "ClusterName", "shop",
                "ServiceName", "api");
        rig.cloud(Rig.shop()).metrics().put("AWS/RDS", "DatabaseConnections", Rig.levelUntil(46, 14),
                "DBInstanceIdentifier", "main");
        rig.cloud(Rig.shop()).metrics().put("AWS/ApplicationELB", "UnHealthyHostCount", Rig.levelUntil(46, 0),
                "TargetGroup", "targetgroup/shop-tg/1", "LoadBalancer", "app/shop-alb/1");
        assertThat(says(rig.readAll(Duration.ofSeconds(120))).get(2))
                .endsWith("Oldest figure 4 min: Sesami prod (CloudWatch alarms).");
    }

    @Test
    void slowFactsHaveTheirOwnDates() {
        rig.watch(Rig.shop());
        rig.readAll();
        for (Subject slow : List.of(Subject.DATABASES, Subject.COST, Subject.SCALING)) {
            rig.cloud(Rig.shop()).fail(slow, Failure.throttled("some:Action"));
        }
        Rig.cpu(rig.cloud(Rig.shop()), Rig.levelUntil(101, 40));
        rig.cloud(Rig.shop()).metrics().put("AWS/RDS", "DatabaseConnections", Rig.levelUntil(101, 14),
                "DBInstanceIdentifier", "main");
        rig.cloud(Rig.shop()).metrics().put("AWS/ApplicationELB", "UnHealthyHostCount", Rig.levelUntil(101, 0),
                "TargetGroup", "targetgroup/shop-tg/1", "LoadBalancer", "app/shop-alb/1");

        assertThat(says(rig.readAll(Duration.ofHours(1))).get(2))
                .endsWith("Oldest figure 30 s: Shop prod (api, ECS CPU).");
    }

    @Test
    void aFileThatCannotBeUsedMakesFineNotKnown() {
        rig.watch.stacks(List.of(sesami), List.of(new FileProblem("/etc/broken.yaml", 2, 1, "Unknown key 'servces'.",
                "Did you mean 'services'?"), new FileProblem("/etc/broken.yaml", 3, 1, "Another.", "")));

        WatchSnapshot all = rig.readAll();

        assertThat(all.severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(says(all)).containsExactly("Not known: broken.yaml cannot be used",
                "broken.yaml: Unknown key 'servces'. Did you mean 'services'?",
                "The stack answered. Oldest figure 0 s: Sesami prod (sesami-api, task counts). Not used: broken.yaml.");
    }

    @Test
    void aStackWhoseFileCannotBeUsedIsCountedAmongThoseThatAreNotKnown() {
        rig.cloud(sesami).service("sesami-api", 0, 2);
        rig.watch.stacks(List.of(sesami), List.of(
                new FileProblem("/etc/shop-prod.yaml", 2, 1, "Unknown key 'nmae'.", ""),
                new FileProblem("/etc/shop-prod.yaml", 3, 1, "Another.", ""),
                new FileProblem("/etc/SHOP-DEV.YML", 0, 0, "The file is empty.", ""),
                new FileProblem("/etc/sesami-production.yml", 0, 0, "A second one of what is watched.", ""),
                new FileProblem("/etc", 0, 0, "The folder cannot be read.", "")));

        WatchSnapshot all = rig.readAll();

        assertThat(all.counts()).isEqualTo(Map.of(Severity.CRITICAL, 1, Severity.UNKNOWN, 2));
        assertThat(all.unread()).extracting(stack -> stack.id().value()).containsExactly("shop-prod", "SHOP-DEV");
        assertThat(all.unread().getFirst().first().problem()).isEqualTo("Unknown key 'nmae'.");
    }

    @Test
    void aWrongFileWhoseLastGoodVersionIsInUseHidesNothing() {
        rig.watch.stacks(List.of(sesami), List.of(new FileProblem("/etc/sesami-production.yaml", 2, 1,
                "Unknown key 'servces'.", "").whileCovered()));

        WatchSnapshot all = rig.readAll();

        assertThat(all.severity()).isEqualTo(Severity.FINE);
        assertThat(says(all).getLast()).doesNotContain("Not used");
        assertThat(all.problems()).hasSize(1);
    }

    @Test
    void aTroubleOutweighsAFileThatCannotBeUsed() {
        rig.cloud(sesami).service("sesami-api", 1, 2);
        rig.watch.stacks(List.of(sesami), List.of(new FileProblem("a.yaml", 0, 0, "The file is empty.", ""),
                new FileProblem("b.yaml", 0, 0, "The file is empty.", "")));

        WatchSnapshot all = rig.readAll();

        assertThat(all.severity()).isEqualTo(Severity.WARNING);
        assertThat(says(all)).first().isEqualTo("Look at Sesami prod");
        assertThat(says(all).get(2)).endsWith("Not used: a.yaml and 1 more file.");
    }

    @Test
    void aCriticalStackNeedsSomeone() {
        rig.cloud(sesami).service("sesami-api", 0, 2);
        rig.watch(tiketi, sesami, codemate);

        WatchSnapshot all = rig.readAll();

        assertThat(all.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(says(all).subList(0, 2)).containsExactly("Not fine: Sesami prod needs someone now",
                "Sesami prod: sesami-api runs 0 of 2 tasks");
        assertThat(all.counts()).isEqualTo(Map.of(Severity.CRITICAL, 1, Severity.FINE, 2));
        assertThat(ids(all)).containsExactly("sesami-production", "tiketi-production", "codemate-development");
    }

    @Test
    void whoElseIsAsBadIsSaidToo() {
        rig.cloud(sesami).service("sesami-api", 0, 2);
        rig.cloud(tiketi).service("tiketi-api", 0, 3);
        rig.watch(sesami, tiketi, codemate);

        assertThat(says(rig.readAll()).get(1))
                .isEqualTo("Sesami prod: sesami-api runs 0 of 2 tasks. Tiketi prod is critical too.");
    }

    @Test
    void severalOthersAreCounted() {
        StackFile bowwow = small("BowWow", "production", "bowwow");
        for (StackFile stack : List.of(bowwow, sesami, tiketi)) {
            rig.cloud(stack).service(stack.cluster() + "-api", 0, 2);
        }
        rig.watch(sesami, tiketi, bowwow);

        assertThat(says(rig.readAll()).get(1))
                .isEqualTo("BowWow prod: bowwow-api runs 0 of 2 tasks. Sesami prod and 1 more are critical too.");
    }

    @Test
    void severalStacksMayNotBeKnown() {
        rig.cloud(sesami).fail(Subject.ALARMS, Failure.denied("cloudwatch:DescribeAlarms"));
        rig.cloud(tiketi).fail(Subject.ALARMS, Failure.denied("cloudwatch:DescribeAlarms"));
        rig.watch(sesami, tiketi);

        assertThat(says(rig.readAll()).get(1)).isEqualTo(
                "Sesami prod: CloudWatch alarms: Not permitted: cloudwatch:DescribeAlarms. Tiketi prod is not known either.");
    }

    @Test
    void aWarningIsLookedAt() {
        rig.cloud(sesami).service("sesami-api", 1, 2);
        rig.watch(sesami, tiketi);

        assertThat(says(rig.readAll()).subList(0, 2)).containsExactly("Look at Sesami prod",
                "Sesami prod: sesami-api runs 1 of 2 tasks");
    }

    @Test
    void aWarningDoesNotCountBesideSomethingCritical() {
        rig.cloud(sesami).service("sesami-api", 1, 2);
        rig.cloud(tiketi).service("tiketi-api", 0, 2);
        rig.watch(sesami, tiketi);

        assertThat(says(rig.readAll()).subList(0, 2)).containsExactly("Not fine: Tiketi prod needs someone now",
                "Tiketi prod: tiketi-api runs 0 of 2 tasks");
    }

    @Test
    void aRefusedStackIsNotKnownAndTheMissingRightIsNamed() {
        rig.cloud(tiketi).fail(Subject.SERVICES, Failure.denied("ecs:DescribeServices"));
        rig.watch(sesami, tiketi);

        WatchSnapshot all = rig.readAll();

        assertThat(all.severity()).isEqualTo(Severity.UNKNOWN);
        assertThat(says(all)).containsExactly("Not known: Tiketi prod",
                "Tiketi prod: tiketi-api, task counts: Not permitted: ecs:DescribeServices",
                "All 2 stacks answered. Oldest figure 0 s: Tiketi prod (tiketi-api, list of tasks). Not permitted: Tiketi prod "
                        + "ecs:DescribeServices.");
    }

    @Test
    void aStackThatCannotBeReachedHasNotAnswered() {
        rig.cloud(tiketi).failEverything(Failure.unreachable("ecs.eu-west-1.amazonaws.com"));
        rig.watch(sesami, tiketi);

        WatchSnapshot all = rig.readAll();

        assertThat(says(all).get(0)).isEqualTo("Not known: Tiketi prod");
        assertThat(says(all).get(2)).startsWith("1 of 2 stacks answered in full. Tiketi prod: ")
                .contains("No answer from ecs.eu-west-1.amazonaws.com");
    }

    @Test
    void aStackOfWhichOnlyEcsAnsweredHasNotAnsweredInFull() {
        rig.watch(sesami, tiketi);
        rig.cloud(tiketi).fail(Subject.ALARMS, Failure.unreachable("monitoring.eu-west-1.amazonaws.com"));

        assertThat(says(rig.readAll()).get(2)).startsWith("1 of 2 stacks answered in full. Tiketi prod: CloudWatch "
                + "alarms: No answer from monitoring.eu-west-1.amazonaws.com.");
    }

    @Test
    void aStackWhoseClusterIsNotFoundHasNotAnsweredInFull() {
        rig.watch(sesami);
        rig.cloud(sesami).fail(Subject.SERVICES, Failure.notFound("cluster sesami", "eu-west-1"));

        assertThat(says(rig.readAll()).get(2)).startsWith("The stack did not answer in full. Sesami prod: sesami-api, "
                + "task counts: cluster sesami not found in eu-west-1.");
    }

    @Test
    void aStackStillAskedDoesNotHideOneThatIsKnownToBeBad() throws InterruptedException {
        rig.cloud(sesami).hang(Subject.SERVICES);
        rig.cloud(tiketi).service("tiketi-api", 0, 2);
        rig.watch(sesami, tiketi);
        Thread reading = Thread.ofVirtual().start(rig::readAll);
        rig.cloud(sesami).awaitCall(Subject.SERVICES);
        rig.cloud(tiketi).awaitCall(Subject.METRICS);

        WatchSnapshot all = rig.look(Duration.ZERO);

        assertThat(says(all).get(0)).isEqualTo("Not fine: Tiketi prod needs someone now");
        assertThat(says(all).get(2)).startsWith("1 of 2 stacks answered in full so far.");
        rig.cloud(sesami).releaseAll();
        reading.join();
    }

    @Test
    void withinASeverityProductionComesFirstThenTheNewestThenTheName() {
        StackFile bowwow = small("BowWow", "production", "bowwow");
        StackFile glimpse = small("Glimpse", "production", "glimpse");
        rig.watch(codemate, tiketi, sesami, glimpse, bowwow);
        rig.cloud(codemate).service("codemate-api", 0, 2);
        rig.cloud(sesami).service("sesami-api", 0, 2);
        rig.readAll();
        rig.cloud(tiketi).service("tiketi-api", 0, 2);

        for (int minute = 0; minute < 6; minute++) {
            rig.readAll(Duration.ofMinutes(1));
        }

        assertThat(ids(rig.watch.current())).containsExactly("tiketi-production", "sesami-production",
                "codemate-development", "bowwow-production", "glimpse-production");
    }

    @Test
    void whatNobodyLooksAtAnyMoreIsNotAskedAndLeavesTheAnswerComplete() {
        rig.watch(sesami);
        rig.cloud(sesami).metrics().put("AWS/ECS", "MemoryUtilization", Rig.level(40), "ClusterName", "sesami",
                "ServiceName", "sesami-api");
        rig.readAll();
        rig.clock.forward(Duration.ofMinutes(41));

        WatchSnapshot later = rig.watch.readOnce(EnumSet.complementOf(EnumSet.of(Subject.METRICS)));

        assertThat(only(later).gaps()).filteredOn(gap -> gap.path().endsWith(".memoryPercent")).singleElement()
                .satisfies(gap -> assertThat(gap.failure()).isEqualTo(Failure.unattended()));
        assertThat(rig.say(later.completeness())).startsWith("The stack answered.");
    }

    @Test
    void whatItCostIsSaidWithTheCap() {
        rig.watch(sesami);

        MeterReading meter = rig.readAll().meter();

        assertThat(meter.cap().amount()).isEqualByComparingTo("2");
        assertThat(meter.today().amount()).isZero();
        assertThat(meter.calls()).isEmpty();
    }

    private List<String> says(WatchSnapshot all) {
        return List.of(rig.say(all.headline()), all.second().map(rig::say).orElse(""), rig.say(all.completeness()));
    }

    private static List<String> ids(WatchSnapshot all) {
        return all.stacks().stream().map(stack -> stack.file().id().value()).toList();
    }

    private static String name(WatchSnapshot all, int index) {
        return WatchComposer.name(all.stacks().get(index).file());
    }
}
