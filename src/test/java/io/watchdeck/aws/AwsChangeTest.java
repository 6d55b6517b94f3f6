package io.watchdeck.aws;

import static io.watchdeck.model.Readings.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.Controls;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.Backoff;
import io.watchdeck.refresh.CallMeter;
import io.watchdeck.refresh.Limiter;
import io.watchdeck.stack.Access;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A change is sent once, whatever becomes of it, and says what is known of it. What happens on the connection itself is
/// in [AwsConnectionTest].
@ExtendWith(TestKeys.class)
@Timeout(20)
class AwsChangeTest {

    private static final String UPDATED = "{\"service\":{\"serviceName\":\"api\",\"deployments\":["
            + "{\"id\":\"ecs-svc/2\",\"status\":\"PRIMARY\"},{\"id\":\"ecs-svc/1\",\"status\":\"ACTIVE\"}]}}";
    private static final String ROLE = "arn:aws:iam::222222222222:role/WatchdeckOperator";

    private final AwsRig rig = new AwsRig(new AwsSettings.Timeouts(Duration.ofMillis(700), Duration.ofMillis(900),
            Duration.ofMillis(1500)));

    @AfterEach
    void close() {
        rig.close();
    }

    /// Readings that some changes need first are answered.
    private void serveReadings() {
        new FakeScaling(rig.aws).target("shop", "api");
        new FakeSqs(rig.aws).queue("dead", 3);
        rig.aws.on("DescribeJobs", LoopbackAws.status(200, "application/json", "{\"jobs\":[{\"jobId\":\"job-1\","
                + "\"jobName\":\"report\",\"status\":\"FAILED\",\"jobDefinition\":\"report:1\",\"container\":{}}]}"));
    }

    @ParameterizedTest
    @EnumSource
    void noChangeIsRepeatedWhenTheAnswerDoesNotCome(Change change) {
        serveReadings();
        rig.aws.on(change.operation, LoopbackAws.broken());

        assertLost(change.send.apply(controls()), Kind.UNREACHABLE);
        assertThat(rig.aws.requests(change.operation)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void noChangeIsRepeatedWhenAwsIsAskedTooOften(Change change) {
        serveReadings();
        rig.aws.on(change.operation, change == Change.RESUBMIT
                ? LoopbackAws.restError(429, "TooManyRequestsException", "Too Many Requests")
                : LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"));

        assertRefused(change.send.apply(controls()), Kind.THROTTLED);
        assertThat(rig.aws.requests(change.operation)).hasSize(1);
        assertThat(rig.waits).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noChangeIsRepeatedWhenAwsFails(Change change) {
        serveReadings();
        rig.aws.on(change.operation, LoopbackAws.jsonError(500, "InternalError", "sorry"));

        assertLost(change.send.apply(controls()), Kind.UNEXPECTED);
        assertThat(rig.aws.requests(change.operation)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalNamesTheMissingAction(Change change) {
        serveReadings();
        rig.aws.on(change.operation, LoopbackAws.jsonError(400, "AccessDeniedException", "no"));

        Failure failure = assertRefused(change.send.apply(controls()), Kind.DENIED);

        assertThat(failure.action()).hasValueSatisfying(action -> assertThat(action).endsWith(change.operation));
    }

    /// AWS's support finds a request by it; each is sent once, so that no other try has another.
    @Test
    void aRefusalTellsByWhichIdAwsKnowsTheRequest() {
        serveReadings();
        rig.aws.on(Change.UPDATE.operation, LoopbackAws.jsonError(400, "AccessDeniedException", "no"));

        assertThat(assertRefused(Change.UPDATE.send.apply(controls()), Kind.DENIED).detail())
                .isEqualTo("AccessDeniedException, HTTP 400: no (request id "
                        + "11111111-2222-3333-4444-555555555555)");
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeUnderstoodMayHaveBeenDone(Change change) {
        serveReadings();
        rig.aws.on(change.operation, LoopbackAws.html(200));

        assertLost(change.send.apply(controls()), Kind.UNREACHABLE);
        assertThat(rig.aws.requests(change.operation)).hasSize(1);
    }

    @Test
    void aReceiveIsNotRepeatedEither() {
        serveReadings();
        for (Answer answer : List.of(LoopbackAws.broken(), LoopbackAws.html(503),
                LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"))) {
            rig.aws.on("ReceiveMessage", answer);
            int before = rig.aws.requests("ReceiveMessage").size();

            failure(controls().queues().receive("dead", Duration.ofSeconds(5)));

            assertThat(rig.aws.requests("ReceiveMessage")).hasSize(before + 1);
        }
        assertThat(rig.waits).isEmpty();
    }

    @Test
    void whatAwsTookNamesTheDeploymentThatBegan() {
        assertThat(update(LoopbackAws.json(UPDATED))).isEqualTo(Sent.taken("ecs-svc/2", AwsRig.NOW));
    }

    @Test
    void aServiceThatEcsDoesNotRollOutItselfNamesNone() {
        assertThat(update(LoopbackAws.json("{\"service\":{\"serviceName\":\"api\"}}")))
                .isEqualTo(Sent.taken(AwsRig.NOW));
    }

    @Test
    void anAnswerWithoutWhatEveryAnswerHasMayBeAnybodys() {
        assertLost(update(LoopbackAws.json("{}")), Kind.UNEXPECTED);
        serveReadings();
        rig.aws.on("StartMessageMoveTask", LoopbackAws.json("{}"));
        assertLost(Change.REDRIVE.send.apply(controls()), Kind.UNEXPECTED);
    }

    /// "The service sends back an HTTP 200 response with an empty HTTP body" (API reference of PurgeQueue).
    @Test
    void aPurgeIsAnsweredWithNothing() {
        serveReadings();
        rig.aws.on("PurgeQueue", LoopbackAws.status(200, "application/x-amz-json-1.0", ""));

        assertThat(Change.PURGE.send.apply(controls())).isEqualTo(Sent.taken(AwsRig.NOW));
    }

    @Test
    void nothingIsNoAnswerToAnythingElse() {
        assertLost(update(LoopbackAws.json("")), Kind.UNREACHABLE);
    }

    @Test
    void nothingFromSomeoneElseIsNoAnswerToAPurge() {
        serveReadings();
        rig.aws.on("PurgeQueue", exchange -> exchange.sendResponseHeaders(200, -1));

        assertLost(Change.PURGE.send.apply(controls()), Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({"PurgeQueueInProgress", "AWS.SimpleQueueService.PurgeQueueInProgress"})
    void aSecondPurgeIsNotAMatterOfRights(String code) {
        serveReadings();
        rig.aws.on("PurgeQueue", LoopbackAws.jsonError(403, code, "Only one PurgeQueue operation is allowed"));

        Failure failure = assertRefused(Change.PURGE.send.apply(controls()), Kind.UNEXPECTED);

        assertThat(failure.sentence().key()).isEqualTo("failure.aws.refused");
        assertThat(failure.detail()).contains("Only one PurgeQueue");
    }

    @ParameterizedTest
    @CsvSource({"302", "401", "403", "404", "408", "413", "500", "502", "503", "504"})
    void aPageOfAnybodyIsNobodysWord(int status) {
        assertLost(update(LoopbackAws.html(status)));
        assertThat(rig.aws.requests()).hasSize(1);
    }

    @Test
    void aProxyThatAsksForAPasswordPassedNothingOn() {
        assertRefused(update(LoopbackAws.html(407)), Kind.UNREACHABLE);
    }

    @Test
    void aClockThatIsWrongIsNotTriedAgainWithAwsTime() {
        assertRefused(update(LoopbackAws.jsonError(400, "InvalidSignatureException",
                "Signature expired: 20260922T040000Z is now earlier than 20260922T043000Z")), Kind.EXPIRED);
        assertThat(rig.aws.requests()).hasSize(1);
    }

    @Test
    void aServiceThatIsNotThereIsNotFound() {
        Failure failure = assertRefused(update(LoopbackAws.jsonError(400, "ServiceNotFoundException", "no")),
                Kind.NOT_FOUND);

        assertThat(failure.sentence().toString()).contains("service api");
    }

    @Test
    void nothingLeavesWithoutAConnection() {
        rig.aws.close();

        assertRefused(update(), Kind.UNREACHABLE);
    }

    @Test
    void nothingLeavesToAHostThatDoesNotExist() {
        Access nowhere = rig.access.withEndpoint(URI.create("http://no-such-host.invalid:9"));

        assertRefused(Change.UPDATE.send.apply(rig.connector.controls(nowhere)), Kind.UNREACHABLE);
    }

    @Test
    void nothingLeavesWithoutCredentials() {
        Access unknown = new Access(Optional.of("no-such-profile"), Optional.empty(), AwsRig.SEOUL,
                Optional.of(rig.aws.endpoint()));

        assertRefused(Change.UPDATE.send.apply(rig.connector.controls(unknown)), Kind.EXPIRED);
        assertThat(rig.aws.requests()).isEmpty();
    }

    @Test
    void nothingLeavesWithoutTheRole() {
        rig.aws.on("AssumeRole", LoopbackAws.xmlError(403, "AccessDenied", "no"), rig.aws.hanging());

        assertRefused(Change.UPDATE.send.apply(inRole()), Kind.DENIED);
        assertRefused(Change.UPDATE.send.apply(inRole()), Kind.UNREACHABLE);

        assertThat(rig.aws.requests("UpdateService")).isEmpty();
        assertThat(rig.aws.requests("AssumeRole")).hasSize(2);
    }

    @Test
    void whatTheRoleSentBeforeIsNotTheChange() {
        rig.aws.on("AssumeRole", LoopbackAws.xml("AssumeRole", "<Credentials><AccessKeyId>ASIA1</AccessKeyId>"
                + "<SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials>"));
        var access = new Access(Optional.empty(), Optional.of(ROLE), AwsRig.SEOUL, Optional.empty());
        System.setProperty("aws.endpointUrlSts", rig.aws.endpoint().toString());
        System.setProperty("aws.endpointUrlEcs", "http://no-such-host.invalid:9");
        try (var connector = new AwsConnector(rig.metered::add, rig.clock, AwsSettings.standard())) {
            assertRefused(Change.UPDATE.send.apply(connector.controls(access)), Kind.UNREACHABLE);
        } finally {
            System.clearProperty("aws.endpointUrlSts");
            System.clearProperty("aws.endpointUrlEcs");
        }
        assertThat(rig.aws.requests("AssumeRole")).hasSize(1);
    }

    @Test
    void nothingLeavesBeyondTheCap() {
        CallMeter miser = new CallMeter() {
            @Override
            public void count(ApiCall call) {}

            @Override
            public Optional<Runnable> reserve(ApiCall call) {
                return Optional.empty();
            }
        };
        try (var connector = connector(miser)) {
            assertRefused(Change.UPDATE.send.apply(connector.controls(rig.access)), Kind.CAPPED);
        }
        assertThat(rig.aws.requests()).isEmpty();
    }

    @Test
    void whoIsInterruptedBeforeSendsNothing() {
        rig.aws.on("UpdateService", LoopbackAws.json(UPDATED));
        Thread.currentThread().interrupt();

        Sent sent = update();

        assertThat(Thread.interrupted()).as("stays interrupted").isTrue();
        assertRefused(sent, Kind.UNEXPECTED);
        assertThat(rig.aws.requests()).isEmpty();
    }

    @Test
    void whoIsInterruptedAfterwardsDoesNotKnow() throws InterruptedException {
        var arrived = new CountDownLatch(1);
        rig.aws.serve("UpdateService", _ -> {
            arrived.countDown();
            return rig.aws.hanging();
        });
        var sent = new AtomicReference<Sent>();
        var stayed = new AtomicBoolean();
        Thread thread = Thread.ofVirtual().start(() -> {
            sent.set(update());
            stayed.set(Thread.currentThread().isInterrupted());
        });
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

        thread.interrupt();
        thread.join();

        assertLost(sent.get());
        assertThat(stayed).as("stays interrupted").isTrue();
        assertThat(rig.aws.requests()).hasSize(1);
    }

    @Test
    void whatIsReadFirstAndFailsIsNotFollowedByAChange() {
        rig.aws.on("GetQueueUrl", LoopbackAws.jsonError(400, "AccessDeniedException", "no"))
                .on("DescribeScalableTargets", LoopbackAws.html(503)).on("DescribeJobs", LoopbackAws.broken());

        assertRefused(Change.PURGE.send.apply(controls()), Kind.DENIED);
        assertRefused(Change.REDRIVE.send.apply(controls()), Kind.DENIED);
        assertRefused(Change.RANGE.send.apply(controls()), Kind.UNREACHABLE);
        assertRefused(Change.RESUBMIT.send.apply(controls()), Kind.UNREACHABLE);
        assertThat(rig.aws.requests()).noneMatch(request -> List.of(Change.values()).stream()
                .anyMatch(change -> change.operation.equals(request.operation())));
    }

    @Test
    void closedPortsRefuse() {
        Controls controls = controls();
        rig.connector.close();

        assertRefused(Change.UPDATE.send.apply(controls), Kind.UNEXPECTED);
    }

    @Test
    void changesAreMetered() {
        update(LoopbackAws.json(UPDATED));

        assertThat(rig.metered).containsExactly(new ApiCall("unknown", AwsRig.SEOUL, "ECS", "UpdateService", 1));
    }

    @Test
    void changesWaitForTheirAllowance() {
        var slept = new CopyOnWriteArrayList<Duration>();
        rig.aws.on("UpdateService", LoopbackAws.json(UPDATED));
        try (var connector = new AwsConnector(_ -> {}, Clock.systemUTC(), AwsSettings.standard(),
                new Limiter(() -> 0, slept::add), Backoff.polite())) {
            for (int i = 0; i < 51; i++) {
                Change.UPDATE.send.apply(connector.controls(rig.access));
            }
        }
        assertThat(slept).isNotEmpty().allMatch(rest -> rest.toMillis() == 200, "five a second after a burst of 50");
    }

    private AwsConnector connector(CallMeter meter) {
        return new AwsConnector(meter, rig.clock, AwsSettings.standard().withEndpoint(rig.aws.endpoint()),
                new Limiter(() -> 0, _ -> {}),
                Backoff.polite());
    }

    private Controls controls() {
        return rig.connector.controls(rig.access);
    }

    private Controls inRole() {
        return rig.connector.controls(new Access(Optional.empty(), Optional.of(ROLE), AwsRig.SEOUL,
                Optional.of(rig.aws.endpoint())));
    }

    private Sent update(Answer answer) {
        rig.aws.on("UpdateService", answer);
        return update();
    }

    private Sent update() {
        return Change.UPDATE.send.apply(controls());
    }

    private static Failure assertRefused(Sent sent, Kind kind) {
        assertThat(sent).isInstanceOfSatisfying(Sent.Refused.class,
                refused -> assertThat(refused.failure().kind()).as("%s", refused).isEqualTo(kind));
        return ((Sent.Refused) sent).failure();
    }

    private static void assertLost(Sent sent, Kind kind) {
        assertThat(sent).isInstanceOfSatisfying(Sent.Lost.class,
                lost -> assertThat(lost.failure().kind()).as("%s", lost).isEqualTo(kind));
    }

    private static void assertLost(Sent sent) {
        assertThat(sent).isInstanceOf(Sent.Lost.class);
    }
}
