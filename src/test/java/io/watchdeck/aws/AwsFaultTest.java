package io.watchdeck.aws;

import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.stack.Access;
import io.watchdeck.words.Words;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of everything that can go wrong between us and AWS, and how often we ask.
@ExtendWith(TestKeys.class)
class AwsFaultTest {

    private static final Words ENGLISH = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    private final AwsRig rig = new AwsRig(new AwsSettings.Timeouts(Duration.ofMillis(700), Duration.ofMillis(900),
            Duration.ofMillis(1500)));

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    @Timeout(10)
    void anEndpointThatNeverAnswersIsUnreachableAfterTheTimeout() {
        Failure failure = service(rig.aws.hanging());

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(says(failure)).startsWith("No answer from " + rig.aws.host() + " to ");
        assertThat(rig.aws.requests()).as("nothing is repeated").hasSize(1);
    }

    @Test
    @Timeout(10)
    void anAnswerThatTricklesIsUnreachableAfterTheTimeout() {
        assertThat(service(rig.aws.trickling(100)).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    @Timeout(10)
    void oneHangingCallEndsTheReadingOfAllBatches() {
        rig.aws.on("DescribeServices", rig.aws.hanging());

        var found = rig.cloud.fleet().services("c", names("service", 250));

        assertThat(found).hasSize(250);
        found.values().forEach(reading -> assertThat(failure(reading).kind()).isEqualTo(Kind.UNREACHABLE));
        assertThat(rig.metered).hasSize(1);
    }

    @Test
    void aRefusedConnectionIsUnreachableAndNotRepeated() {
        rig.aws.close();

        Failure failure = failure(rig.cloud.identity().identity());

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(says(failure)).startsWith("No answer from " + rig.aws.host() + " to ");
        assertThat(rig.metered).hasSize(1);
    }

    @Test
    void aHostThatDoesNotExistIsUnreachable() {
        var access = rig.access.withEndpoint(URI.create("http://no-such-host.invalid:9"));

        Failure failure = failure(rig.connector.connect(access).alarms().alarms());

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(says(failure)).isEqualTo("No answer from no-such-host.invalid:9 to cloudwatch:DescribeAlarms");
    }

    @Test
    void aBrokenConnectionIsTriedOnceMore() {
        Failure failure = service(LoopbackAws.broken());

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(rig.aws.requests()).hasSize(2);
        assertThat(rig.metered).hasSize(2);
    }

    @Test
    void aConnectionThatBrokeOnceIsNoFailure() {
        rig.aws.on("DescribeServices", LoopbackAws.broken(),
                LoopbackAws.json("{\"services\":[{\"serviceName\":\"s\"}]}"));

        assertThat(value(rig.cloud.fleet().services("c", List.of("s")).get("s")).name()).isEqualTo("s");
    }

    @Test
    void aTruncatedAnswerIsNotAws() {
        Failure failure = service(LoopbackAws.truncated("application/x-amz-json-1.1", "{\"services\":[{\"servi"));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        Failure alarms = alarms(LoopbackAws.truncated("text/xml", "<DescribeAlarmsResponse><Descr"));
        assertThat(alarms.kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({"200", "302", "404", "500", "502", "503"})
    void aWebPageIsNotAws(int status) {
        for (Failure failure : List.of(service(LoopbackAws.html(status)), alarms(LoopbackAws.html(status)))) {
            assertThat(failure.kind()).as("%s", failure).isEqualTo(Kind.UNREACHABLE);
            assertThat(says(failure)).startsWith(rig.aws.host() + " did not answer ").contains(" like AWS")
                    .contains(status == 200 ? "" : ": HTTP " + status);
        }
    }

    @Test
    void jsonThatIsCalledAWebPageIsAnAnswer() {
        rig.aws.on("DescribeServices", LoopbackAws.status(200, "text/html; charset=utf-8",
                " \n{\"services\":[{\"serviceName\":\"s\",\"status\":\"" + "A".repeat(200) + "\"}]}"));

        assertThat(value(rig.cloud.fleet().services("c", List.of("s")).get("s")).status()).isEqualTo("A".repeat(200));
    }

    @Test
    void anEmptyAnswerIsNotAws() {
        assertThat(service(LoopbackAws.json("")).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(alarms(LoopbackAws.status(200, "text/xml", "")).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({"ExpiredTokenException", "UnrecognizedClientException", "InvalidSignatureException"})
    void expiredOrWrongKeysAskForASignIn(String code) {
        Failure failure = service(LoopbackAws.jsonError(400, code, "The security token included is invalid"));

        assertThat(failure.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(says(failure)).contains("profile default");
        assertThat(rig.metered).as("no retry until signed in").hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"ExpiredToken,403", "InvalidClientTokenId,403", "SignatureDoesNotMatch,403"})
    void expiredOrWrongKeysInTheQueryProtocolToo(String code, int status) {
        assertThat(alarms(LoopbackAws.xmlError(status, code, "x")).kind()).isEqualTo(Kind.EXPIRED);
    }

    @Test
    void aClockThatIsWrongIsToldFromWrongKeys() {
        Failure failure = service(LoopbackAws.jsonError(400, "InvalidSignatureException",
                "Signature expired: 20260922T040000Z is now earlier than 20260922T043000Z"));

        assertThat(failure.kind()).isEqualTo(Kind.EXPIRED);
        assertThat(says(failure)).isEqualTo("This computer's clock differs from that of AWS: set it right");
    }

    @Test
    void aRefusalNamesTheActionThatAwsNames() {
        Failure failure = service(LoopbackAws.jsonError(400, "AccessDeniedException",
                "User: arn:aws:iam::1:user/x is not authorized to perform: kms:Decrypt on resource: y"));

        assertThat(failure.kind()).isEqualTo(Kind.DENIED);
        assertThat(failure.action()).hasValue("kms:Decrypt");
    }

    @Test
    void a403WithoutAReadableCodeIsARefusalToo() {
        Failure failure = service(LoopbackAws.status(403, "text/xml",
                "<Error><Code>AccessDenied</Code><Message>no</Message></Error>"));

        assertThat(failure.kind()).isEqualTo(Kind.DENIED);
        assertThat(failure.action()).hasValue("ecs:DescribeServices");
        assertThat(says(failure)).isEqualTo("Not permitted: ecs:DescribeServices");
    }

    @Test
    void throttlingIsTriedThreeTimesWithGrowingWaits() {
        Failure failure = service(LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"));

        assertThat(failure.kind()).isEqualTo(Kind.THROTTLED);
        assertThat(failure.retryAt()).hasValue(AwsRig.NOW.plusSeconds(20));
        assertThat(rig.waits).containsExactly(Duration.ofMillis(750), Duration.ofMillis(1500));
        assertThat(rig.metered).hasSize(3);
    }

    @Test
    void throttledOnceThenAnsweredIsNoFailure() {
        rig.aws.on("DescribeServices", LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"),
                LoopbackAws.json("{\"services\":[{\"serviceName\":\"s\"}]}"));

        assertThat(value(rig.cloud.fleet().services("c", List.of("s")).get("s")).name()).isEqualTo("s");
        assertThat(rig.waits).hasSize(1);
    }

    @Test
    void anErrorOfAwsItselfIsUnexpected() {
        Failure failure = service(LoopbackAws.jsonError(500, "ServerException", "Service Unavailable"));

        assertThat(failure.kind()).isEqualTo(Kind.UNEXPECTED);
        assertThat(failure.detail()).contains("ServerException").contains("500");
    }

    @Test
    void aReadingThatIsInterruptedEndsAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        Failure failure = service(rig.aws.hanging());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.kind()).isEqualTo(Kind.UNEXPECTED);
    }

    @Test
    void closedPortsFailInsteadOfThrowing() {
        rig.connector.close();

        assertThat(failure(rig.cloud.alarms().alarms()).kind()).isEqualTo(Kind.UNEXPECTED);
    }

    @Test
    void callsAreMeteredWithTheAccountOnceItIsKnown() {
        rig.aws.on("GetCallerIdentity", LoopbackAws.xml("GetCallerIdentity", Wire.xml("UserId", "u",
                "Account", "123456789012", "Arn", "arn:aws:iam::123456789012:user/ops")));
        new FakeAlarms(rig.aws);

        rig.cloud.alarms().alarms();
        rig.cloud.identity().identity();
        rig.cloud.alarms().alarms();

        assertThat(rig.metered).containsExactly(
                new ApiCall("unknown", AwsRig.SEOUL, "CloudWatch", "DescribeAlarms", 1),
                new ApiCall("unknown", AwsRig.SEOUL, "STS", "GetCallerIdentity", 1),
                new ApiCall("123456789012", AwsRig.SEOUL, "CloudWatch", "DescribeAlarms", 1));
    }

    @Test
    void theSameAccessGivesTheSamePorts() {
        assertThat(rig.connector.connect(rig.access)).isSameAs(rig.cloud);
        assertThat(rig.connector.connect(Access.defaults(AwsRig.SEOUL))).isNotSameAs(rig.cloud);
    }

    private Failure service(Answer answer) {
        rig.aws.on("DescribeServices", answer);
        return failure(rig.cloud.fleet().services("c", List.of("s")).get("s"));
    }

    private Failure alarms(Answer answer) {
        rig.aws.on("DescribeAlarms", answer);
        return failure(rig.cloud.alarms().alarms());
    }

    private static String says(Failure failure) {
        return ENGLISH.say(failure.sentence());
    }
}
