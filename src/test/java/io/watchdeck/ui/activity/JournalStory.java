package io.watchdeck.ui.activity;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Region;
import io.watchdeck.model.Sent;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.ApiRequest;
import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Place;
import io.watchdeck.operations.JournalEntry.Remark;
import io.watchdeck.operations.JournalEntry.Reminder;
import io.watchdeck.operations.JournalEntry.Sending;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.ServiceSpec.Range;
import io.watchdeck.ui.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/// A journal of some weeks, with operations of all kinds and verdicts, as seen at the moment of [Snapshots].
final class JournalStory {

    static final StackId TIKETI = new StackId("tiketi-prod");
    static final StackId SESAMI = new StackId("sesami-prod");
    static final StackId GLIMPSE = new StackId("glimpse-prod");
    static final StackId CODEMATE = new StackId("codemate-dev");
    static final StackId GONE = new StackId("shop-prod");
    static final String DEFINITION = "arn:aws:ecs:ap-northeast-2:210987654321:task-definition/tiketi-backend:";
    static final String LETTERS = "sesami-analysis-jobs-dlq";

    static final UUID ROLLING = new UUID(1, 1);
    static final UUID SCALED = new UUID(1, 2);
    static final UUID BOUNCED = new UUID(1, 3);
    static final UUID STOPPED = new UUID(1, 4);
    static final UUID REFUSED = new UUID(1, 5);
    static final UUID UNKNOWN = new UUID(1, 6);
    static final UUID WEIGHED = new UUID(1, 7);
    static final UUID HALF = new UUID(1, 8);
    static final UUID PURGED = new UUID(1, 9);
    static final UUID OLD = new UUID(1, 10);

    private JournalStory() {}

    static Instant ago(int minutes) {
        return Snapshots.NOW.minus(Duration.ofMinutes(minutes));
    }

    static List<JournalEntry> all() {
        return List.of(rolling(), scaled(), bounced(), stopped(), refused(), unknown(), weighed(), half(), purged(),
                old());
    }

    private static ServiceKey service(StackId stack, String name) {
        return new ServiceKey(Snapshots.file(stack.value()).cluster(), name);
    }

    private static JournalEntry entry(UUID id, Operation operation, String person, String note, int minutesAgo) {
        return new JournalEntry(id, operation,
                new Place(operation.stack().equals(CODEMATE) ? Environment.DEVELOPMENT : Environment.PRODUCTION,
                        Optional.of("210987654321"), new Region("ap-northeast-2"), Optional.of("sora"),
                        Optional.empty()),
                person, note, ago(minutesAgo), 0, Baseline.none(), 1, List.of(), List.of(), Optional.empty(),
                Optional.empty(), List.of());
    }

    static JournalEntry with(JournalEntry one, int warnings, Baseline before, int planned, Sending... sendings) {
        return new JournalEntry(one.id(), one.operation(), one.place(), one.person(), one.note(), one.begun(), warnings,
                before, planned, List.of(sendings), one.remarks(), one.verdict(), one.reminder(),
                one.warned());
    }

    private static JournalEntry reminding(JournalEntry one, Reminder reminder) {
        return new JournalEntry(one.id(), one.operation(), one.place(), one.person(), one.note(), one.begun(),
                one.warnings(), one.before(), one.planned(), one.sendings(), one.remarks(), one.verdict(),
                Optional.of(reminder), one.warned());
    }

    private static Baseline tasks(int desired, Range range) {
        return new Baseline(OptionalInt.of(desired), Optional.of(range), Optional.of(DEFINITION + "88"),
                Optional.of("ecs-svc/4711"), List.of(), OptionalLong.empty(), Map.of(), List.of());
    }

    static JournalEntry seen(JournalEntry entry, int secondsAfter, String key, Object... about) {
        return entry.remarked(new Remark(entry.begun().plusSeconds(secondsAfter), Phrase.of(key, about)));
    }

    static JournalEntry ended(JournalEntry entry, Result result, int secondsAfter, String key, Object... about) {
        return entry.ended(new Verdict(result, Phrase.of(key, about), entry.begun().plusSeconds(secondsAfter)));
    }

    private static ApiRequest request(String service, String action, String... fields) {
        var all = new java.util.ArrayList<ApiRequest.Field>();
        for (int i = 0; i < fields.length; i += 2) {
            all.add(new ApiRequest.Field(fields[i], fields[i + 1].isEmpty() ? List.of() : List.of(fields[i + 1])));
        }
        return new ApiRequest(service, action, all, List.of());
    }

    private static Sending taken(JournalEntry entry, ApiRequest request, String id) {
        return new Sending(request, Optional.of(Sent.taken(id, entry.begun().plusSeconds(1))));
    }

    /// Still followed.
    static JournalEntry rolling() {
        JournalEntry one = entry(ROLLING,
                new Operation.ForceDeployment(TIKETI, service(TIKETI, "tiketi-backend-service")), "sora",
                "picks up the rotated database secret", 4);
        return seen(with(one, 1, tasks(5, new Range(2, 10)), 1,
                taken(one, request("ecs", "UpdateService", "cluster", "tiketi-cluster-prod", "service",
                        "tiketi-backend-service", "forceNewDeployment", ""), "ecs-svc/4712")),
                20, "proof.rollout.going", "backend:88", 2, 5, Phrase.of("proof.rollout.noFailures"));
    }

    static JournalEntry scaled() {
        JournalEntry one = entry(SCALED,
                new Operation.Scale(TIKETI, service(TIKETI, "tiketi-backend-service"), OptionalInt.of(9),
                        Optional.of(new Range(2, 12))),
                "jmin", "ticket sale opens at 14:00, OPS-318", 95);
        JournalEntry sent = with(one, 2, tasks(5, new Range(2, 10)), 2,
                taken(one, request("application-autoscaling", "RegisterScalableTarget", "serviceNamespace", "ecs",
                        "resourceId", "service/tiketi-cluster-prod/tiketi-backend-service", "scalableDimension",
                        "ecs:service:DesiredCount", "minCapacity", "2", "maxCapacity", "12"), "arn:target/1"),
                taken(one, request("ecs", "UpdateService", "cluster", "tiketi-cluster-prod", "service",
                        "tiketi-backend-service", "desiredCount", "9"), "ecs-svc/4711"));
        return ended(seen(seen(reminding(sent, new Reminder(ago(-240), OptionalInt.of(5),
                Optional.of(new Range(2, 10)), false)), 8, "proof.waiting"), 22, "proof.scale.going", 6, 9, 3),
                Result.WORKED, 71, "proof.scale.worked", 9, 9);
    }

    static JournalEntry bounced() {
        JournalEntry one = entry(BOUNCED,
                new Operation.Redrive(SESAMI, LETTERS, OptionalInt.of(10), OptionalInt.of(3)), "hana",
                "worker:42 is out, see OPS-311", 26 * 60);
        JournalEntry sent = with(one, 1, Baseline.ofMessages(27, Map.of()), 1,
                taken(one, request("sqs", "StartMessageMoveTask", "sourceArn",
                        "arn:aws:sqs:ap-northeast-2:345678901234:" + LETTERS, "maxNumberOfMessagesPerSecond", "10"),
                        "AQEB7"),
                taken(one, request("sqs", "CancelMessageMoveTask", "taskHandle", "AQEB7"), "AQEB7"));
        return ended(seen(seen(sent, 6, "proof.redrive.going", 9, 27, 0), 41, "proof.redrive.bounces", 3, 3),
                Result.CANCELLED, 66, "proof.redrive.cancelled", 14, 27, 3, 13, 0, Phrase.of("proof.redrive.byCounts"));
    }

    static JournalEntry stopped() {
        JournalEntry one = entry(STOPPED,
                new Operation.StopTask(CODEMATE, service(CODEMATE, "codemate-api"),
                        "arn:aws:ecs:ap-northeast-2:210987654321:task/codemate/0f3c9a7de1b24f0c8a55d1e2f3a4b5c6"),
                "sora", "", 3 * 24 * 60);
        return ended(with(one, 0, Baseline.none(), 1,
                taken(one, request("ecs", "StopTask", "cluster", "codemate-dev", "task",
                        "0f3c9a7de1b24f0c8a55d1e2f3a4b5c6", "reason", "Watchdeck, sora"), "")),
                Result.WORKED, 48, "proof.task.worked", "0f3c9a7d", 1, 1);
    }

    static JournalEntry refused() {
        JournalEntry one = entry(REFUSED,
                new Operation.RollBack(TIKETI, service(TIKETI, "tiketi-backend-service"), DEFINITION + "87"), "jmin",
                "5xx since :88", 3 * 24 * 60 + 40);
        return ended(with(one, 0, tasks(5, new Range(2, 10)), 1,
                new Sending(request("ecs", "UpdateService", "cluster", "tiketi-cluster-prod", "service",
                        "tiketi-backend-service", "taskDefinition", DEFINITION + "87"),
                        Optional.of(
                                new Sent.Refused(Failure.denied("ecs:UpdateService"), one.begun().plusSeconds(1))))),
                Result.NOT_DONE, 1, "proof.refused", "denied");
    }

    static JournalEntry unknown() {
        JournalEntry one = entry(UNKNOWN,
                new Operation.StopDeployment(GLIMPSE, service(GLIMPSE, "glimpse-api"),
                        "arn:aws:ecs:ap-northeast-2:210987654321:service-deployment/glimpse/glimpse-api/dep-77"),
                "hana", "the new image hangs at start", 5 * 24 * 60);
        return ended(with(one, 0, Baseline.none(), 1,
                new Sending(request("ecs", "StopServiceDeployment", "serviceDeploymentArn", "dep-77", "stopType",
                        "ROLLBACK"),
                        Optional.of(new Sent.Lost(Failure.unreachable("ecs.ap-northeast-2.amazonaws.com")
                                .withDetail("Read timed out"), one.begun().plusSeconds(15))))),
                Result.NOT_KNOWN, 200, "proof.stop.gone");
    }

    static JournalEntry weighed() {
        JournalEntry one = entry(WEIGHED, new Operation.SpotWeight(GLIMPSE, service(GLIMPSE, "glimpse-worker"),
                List.of(new CapacityShare("FARGATE_SPOT", 90, 0), new CapacityShare("FARGATE", 10, 1)), false), "sora",
                "plan of September", 9 * 24 * 60);
        var before = new Baseline(OptionalInt.of(6), Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(new CapacityShare("FARGATE_SPOT", 70, 0), new CapacityShare("FARGATE", 30, 0)),
                OptionalLong.empty(), Map.of(), List.of());
        return ended(with(one, 1, before, 1,
                taken(one, request("ecs", "UpdateService", "cluster", "glimpse-prod", "service", "glimpse-worker",
                        "capacityProviderStrategy", "capacityProvider=FARGATE_SPOT,weight=90"), "ecs-svc/9")),
                Result.WORKED, 6, "proof.spot.worked", 6);
    }

    /// The console ended between two of its requests.
    static JournalEntry half() {
        JournalEntry one = entry(HALF,
                new Operation.Resubmit(SESAMI, "sesami-job-queue", List.of("job-1", "job-2", "job-3")), "hana",
                "bucket policy is mended", 12 * 24 * 60);
        return ended(with(one, 0, Baseline.none(), 3,
                taken(one, new ApiRequest("batch", "SubmitJob",
                        List.of(new ApiRequest.Field("jobQueue", List.of("sesami-job-queue"))), List.of("job-1")),
                        "b-1"),
                new Sending(new ApiRequest("batch", "SubmitJob",
                        List.of(new ApiRequest.Field("jobQueue", List.of("sesami-job-queue"))), List.of("job-2")),
                        Optional.empty())),
                Result.PARTLY, 300, "proof.jobs.unsure", 1, 1);
    }

    static JournalEntry purged() {
        JournalEntry one = entry(PURGED, new Operation.Purge(SESAMI, LETTERS), "jmin",
                "all of them from the load test, exported before", 20 * 24 * 60);
        return ended(with(one, 1, Baseline.ofMessages(1312, Map.of()), 1,
                taken(one, request("sqs", "PurgeQueue", "queueUrl",
                        "https://sqs.ap-northeast-2.amazonaws.com/345678901234/" + LETTERS), "")),
                Result.WORKED, 74, "proof.purge.worked", 1312);
    }

    /// Of a stack that is watched no longer.
    static JournalEntry old() {
        JournalEntry one = entry(OLD,
                new Operation.ForceDeployment(GONE, new ServiceKey("shop", "shop-api")), "sora", "new certificate",
                200 * 24 * 60);
        return ended(with(one, 0, Baseline.none(), 1,
                taken(one, request("ecs", "UpdateService", "cluster", "shop", "service", "shop-api",
                        "forceNewDeployment", ""), "ecs-svc/1")),
                Result.FAILED, 780, "proof.rollout.failed", "shop-api:12", "tasks failed to start", 3);
    }
}
