package io.watchdeck.ui;

import static io.watchdeck.model.ComponentKind.DATABASE;
import static io.watchdeck.model.ComponentKind.PIPELINE;
import static io.watchdeck.model.ComponentKind.SERVICE;
import static io.watchdeck.model.Severity.CRITICAL;
import static io.watchdeck.model.Severity.WARNING;

import io.watchdeck.alarms.Condition;
import io.watchdeck.data.LimitSource;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.logs.LogLine;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.watch.Inspected;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.LogPlace;
import io.watchdeck.watch.LogPlaces;
import io.watchdeck.watch.LogTail;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.TailWish;
import io.watchdeck.watch.Tailed;
import io.watchdeck.watch.Verdict;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Stacks of [Snapshots] as they were at other times: after the worst, and after a night.
public final class OtherMoments {

    private static final Instant NOW = Snapshots.NOW;
    private static final long DAY = Duration.ofDays(1).toSeconds();

    public static final LogPlace TIKETI_LOG = new LogPlace("/ecs/tiketi-backend", "tiketi-backend/");

    private OtherMoments() {}

    /// The connections have just fallen, which the rule's five minutes do not show yet; the deployment before is a day
    /// old.
    public static StackSnapshot calmedTiketi() {
        var sketch = new Sketch(Snapshots.file("tiketi-prod"), NOW, "210987654321");
        String name = "tiketi-backend-service";
        var deployments = List.of(sketch.deployment(name, 88, "PRIMARY", 5, 5, "IN_PROGRESS", 18 * 60),
                sketch.deployment(name, 87, "ACTIVE", 0, 0, "COMPLETED", DAY - 3 * 60));
        String scaledIn = "Scaling activity initiated by (deployment ecs-svc/88)";
        var stopped = List.of(
                sketch.stopped(name, "51ac90fecc", 'a', 5 * 60, "ServiceSchedulerInitiated", scaledIn,
                        OptionalInt.empty(), ""),
                sketch.stopped(name, "61ac90fecc", 'b', 6 * 60, "ServiceSchedulerInitiated", scaledIn,
                        OptionalInt.empty(), ""),
                sketch.stopped(name, "71ac90fecc", 'a', 7 * 60, "ServiceSchedulerInitiated", scaledIn,
                        OptionalInt.empty(), ""),
                sketch.stopped(name, "77b0c1d4aa", 'b', 16 * 60, "EssentialContainerExited",
                        "Essential container in task exited", OptionalInt.of(137),
                        "OutOfMemoryError: container killed due to memory usage"));
        return sketch.service(name, 5, 5, 0, deployments, stopped, List.of(), sketch.figure("service.cpu", 60),
                sketch.figure("service.memory", 60))
                .database(sketch.figure("db.connections", Waves.of(NOW, 60, 0, 4, x -> x > 0.98 ? 72 : 97)),
                        OptionalInt.of(100), LimitSource.STACK_FILE, Optional.empty())
                .alarm("RDS connections", DATABASE, "tiketi-db", "db.connections", CRITICAL, 92.0, 90.0, 13,
                        Phrase.of("condition.limit", "RDS connections", "92", "90"))
                .done();
    }

    /// The same with other conditions, of which those in alarm are what is wrong.
    public static StackSnapshot judged(StackSnapshot stack, List<Condition> conditions) {
        Verdict before = stack.verdict();
        var verdict = new Verdict(before.severity(), before.headline(), before.second(), before.since(),
                conditions.stream().filter(one -> one.state() == Condition.State.ALARM).toList(), before.held());
        return new StackSnapshot(stack.file(), stack.asOf(), stack.identity(), stack.services(), stack.loadBalancers(),
                stack.databases(), stack.caches(), stack.queues(), stack.batchQueues(), stack.pipes(),
                stack.pipelines(), stack.cost(), stack.budgets(), stack.alarms(), conditions, verdict,
                stack.gaps(), stack.occurrences());
    }

    /// The roll-out is done and there is one deployment again.
    public static StackSnapshot completedTiketi() {
        return new Sketch(Snapshots.file("tiketi-prod"), NOW, "210987654321")
                .service("tiketi-backend-service", 5, 5, 0, 60, 60).done();
    }

    /// The mockups' moment while the drawer of Tiketi's service is open.
    public static WatchSnapshot inspectedTiketi() {
        String cause = "monitor alarm TargetTracking-service/tiketi-cluster-prod/tiketi-backend-service-AlarmHigh-"
                + "5d6a1f0e-91b2-4c7b-8c41-f0e2a19e7710 in state ALARM triggered policy cpu";
        var activities = List.of(
                new ScalingActivity("a2", NOW.minusSeconds(120), Optional.of(NOW.minusSeconds(120)), "Failed",
                        "Attempting to scale due to alarm triggered", cause, "",
                        List.of(new ScalingActivity.NotScaled("AlreadyAtMaxCapacity", OptionalInt.empty(),
                                OptionalInt.empty(), OptionalInt.of(10)))),
                new ScalingActivity("a1", NOW.minusSeconds(1200), Optional.of(NOW.minusSeconds(1080)), "Successful",
                        "Setting desired count to 5.", cause,
                        "Successfully set desired count to 5. Change successfully fulfilled by ecs.", List.of()));
        return Snapshots.moment().with(new Inspected(
                new Inspection(new StackId("tiketi-prod"), "tiketi-backend-service"),
                new Panel<>(new Loadable.Ready<>(activities, NOW.minusSeconds(12)), Duration.ofSeconds(30))));
    }

    /// The same while its log is followed.
    ///
    /// @param wish  that is answered
    public static WatchSnapshot tailedTiketi(TailWish wish, Loadable<LogTail> lines) {
        return inspectedTiketi().with(inspectedTiketi().inspected().orElseThrow().with(Optional.of(new Tailed(wish,
                Optional.of(new LogPlaces(List.of(TIKETI_LOG),
                        Phrase.of("logs.origin.definition", "tiketi-backend:88"))),
                new Panel<>(lines, Duration.ofSeconds(5))))));
    }

    /// Lines `INFO line 7` of the seconds before now, the last one a second ago.
    public static Loadable<LogTail> tail(int from, int to) {
        return new Loadable.Ready<>(new LogTail(TIKETI_LOG, IntStream.rangeClosed(from, to)
                .mapToObj(number -> new LogLine(NOW.minusSeconds(1000L - number), "tiketi-backend/app/1",
                        (number % 10 == 0 ? "ERROR" : "INFO") + " line " + number))
                .toList(), NOW.minus(Duration.ofMinutes(15)), false), NOW.minusSeconds(2));
    }

    /// Push is complete again, and signal lacks a task instead.
    public static StackSnapshot bowwowRecovered() {
        var sketch = new Sketch(Snapshots.file("bowwow-prod"), NOW, "444455556666");
        for (String name : List.of("gateway", "user-service", "location-service", "push-service",
                "analytics-service")) {
            sketch.service("bowwow-" + name, 3, 3, 2, 41, 52);
        }
        return sketch.service("bowwow-signal-service", 3, 2, 1, 66, 58)
                .alarm("Running below desired", SERVICE, "bowwow-signal-service", "service.missing", WARNING, 1.0, 0.0,
                        1, Phrase.of("condition.running", "bowwow-signal-service", 2, 3))
                .done();
    }

    /// A run that failed at its build, before the deploy of the last one; the limit of the database may not be read.
    public static StackSnapshot codemateRetried() {
        var sketch = new Sketch(Snapshots.file("codemate-dev"), NOW, "222222222222");
        sketch.databases.add(new StackSnapshot.Database(sketch.file.components().databases().getFirst(),
                sketch.missing(Failure.denied("rds:DescribeDBInstances")), sketch.figure("db.connections", 9),
                sketch.figure("db.cpu", 7), sketch.figure("db.freeStorage", 12.0 * (1L << 30)),
                sketch.notKept("db.acu"), OptionalInt.empty(), LimitSource.NONE, OptionalInt.empty(),
                OptionalDouble.empty(), Optional.empty()));
        return sketch.service("codemate-frontend-service", 1, 1, 0, 12, 40)
                .service("codemate-backend-service", 1, 1, 0, 18, 51)
                .pipeline("codemate-dev", stage("Source", "Succeeded", 1500), stage("Build", "Failed", 1260),
                        stage("Deploy", "Succeeded", 17 * 3600))
                .cost("132.78", "198.43")
                .alarm("Pipeline failed", PIPELINE, "codemate-dev", "pipeline.failed", WARNING, 1.0, 0.0, 21,
                        Phrase.of("condition.pipelineFailed", "codemate-dev"))
                .done();
    }

    private static PipelineState.Stage stage(String name, String status, long secondsAgo) {
        return new PipelineState.Stage(name, status, "", "", Optional.of(NOW.minusSeconds(secondsAgo)), false);
    }
}
