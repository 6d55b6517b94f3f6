package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Phrase;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpRetryException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ecs.model.EcsException;

class AwsFailuresTest {

    private static final Instant LATER = Instant.parse("2026-09-22T04:01:00Z");
    private static final AwsFailures.Context CONTEXT = new AwsFailures.Context("ecs:DescribeServices",
            "cluster tiketi-prod", "ap-northeast-2", "tiketi", "ecs.ap-northeast-2.amazonaws.com", LATER,
            AwsSettings.Timeouts.standard());

    @ParameterizedTest
    @ValueSource(strings = {"Throttling", "ThrottlingException", "ThrottledException", "RequestLimitExceeded",
            "RequestThrottled", "RequestThrottledException", "SlowDown", "TooManyRequestsException",
            "BandwidthLimitExceeded", "ProvisionedThroughputExceededException", "EC2ThrottledException",
            "LimitExceededException"})
    void askedToSlowDown(String code) {
        assertThat(of(answer(400, code, ""))).matches(failure -> failure.kind() == Kind.THROTTLED)
                .matches(failure -> failure.retryAt().orElseThrow().equals(LATER));
        assertThat(AwsFailures.isRefusal(answer(400, code, ""))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"400,AccessDeniedException,DENIED", "403,AccessDenied,DENIED", "403,UnauthorizedOperation,DENIED",
            "403,SomethingNew,DENIED", "400,ExpiredTokenException,EXPIRED", "403,ExpiredToken,EXPIRED",
            "403,InvalidClientTokenId,EXPIRED", "403,SignatureDoesNotMatch,EXPIRED", "400,RequestExpired,EXPIRED",
            "401,AuthFailure,EXPIRED", "403,RequestTimeTooSkewed,EXPIRED", "400,ClusterNotFoundException,NOT_FOUND",
            "400,AWS.SimpleQueueService.NonExistentQueue,NOT_FOUND", "400,QueueDoesNotExist,NOT_FOUND",
            "429,Whatever,THROTTLED", "400,InvalidParameterException,UNEXPECTED", "503,ServiceUnavailable,UNEXPECTED",
            "407,,UNREACHABLE", "500,,UNREACHABLE", "404,,UNREACHABLE", "403,,DENIED"})
    void theCodeDecidesAndWithoutOneTheStatus(int status, @Nullable String code, Kind kind) {
        Failure failure = of(answer(status, code, "m"));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.action()).hasValue("ecs:DescribeServices");
        assertThat(says(failure)).isNotBlank();
    }

    @Test
    void anAnswerThatDoesNotComeInTimeSaysHowLongItWasWaitedFor() {
        assertThat(of(client(new SocketTimeoutException("Read timed out"))).sentence()).isEqualTo(
                Phrase.of("failure.aws.tooLate", "ecs.ap-northeast-2.amazonaws.com", "ecs:DescribeServices",
                        Duration.ofSeconds(10)));
        assertThat(of(client(new SocketTimeoutException("Connect timed out"))).sentence().key())
                .isEqualTo("failure.aws.noAnswer");
    }

    @Test
    void anAnswerWithoutAnyDetailsIsJudgedByItsStatus() {
        assertThat(of(EcsException.builder().statusCode(403).build()).kind())
                .isEqualTo(Kind.DENIED);
        assertThat(of(EcsException.builder().build()).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void whatIsNotThereIsNamedWithThePlace() {
        assertThat(says(of(answer(400, "ClusterNotFoundException", "Cluster not found."))))
                .isEqualTo("cluster tiketi-prod not found in ap-northeast-2");
    }

    @Test
    void aSignatureOutOfTimeIsTheClock() {
        assertThat(says(of(answer(403, "SignatureDoesNotMatch", "Signature expired: x is now earlier than y"))))
                .contains("clock");
        assertThat(says(of(answer(403, "SignatureDoesNotMatch", "does not match")))).contains("profile tiketi");
    }

    @Test
    void withoutAnAnswerTheCauseDecides() {
        assertThat(says(of(client(new UnknownHostException("ecs"))))).startsWith("No answer from ecs.ap-northeast-2");
        assertThat(says(of(client(new SocketException("Connection reset"))))).startsWith("No answer from");
        assertThat(says(of(client(new SSLHandshakeException("unable to find valid certification path")))))
                .isEqualTo("The certificate of ecs.ap-northeast-2.amazonaws.com is not trusted");
        assertThat(says(of(client(new HttpRetryException("cannot retry due to proxy authentication", 407)))))
                .startsWith("The proxy did not let");
        assertThat(says(of(client(new IOException("Unable to tunnel through proxy. Proxy returns 407")))))
                .startsWith("The proxy did not let");
        assertThat(says(of(SdkClientException.create("Unable to unmarshall response")))).endsWith("like AWS");
        assertThat(of(new IllegalStateException("something else")).kind()).isEqualTo(Kind.UNEXPECTED);
    }

    @Test
    void aBrokenConnectionIsToldFromOneThatNeverWas() {
        assertThat(AwsFailures.isBrokenConnection(client(new SocketException("Connection reset")))).isTrue();
        assertThat(AwsFailures.isBrokenConnection(client(new ConnectException("refused")))).isFalse();
        assertThat(AwsFailures.isBrokenConnection(client(new SocketTimeoutException("late")))).isFalse();
    }

    @Test
    void ofACredentialProcessThatFailedItIsToldThatItFailedAndNothingThatItSaid() {
        Failure failure = of(SdkClientException.create("Failed to refresh process-based credentials.",
                new IllegalStateException("Command returned non-zero exit value (3) with error message: denied: "
                        + "tok hvs.CAESI PIN 482913")));

        assertThat(says(failure)).isEqualTo(
                "The credential_process of profile “tiketi” failed: run it in a terminal to see why");
        assertThat(failure.noSignInHelps()).isTrue();
        assertThat(failure.detail()).isEqualTo("Failed to refresh process-based credentials. "
                + "(Command returned non-zero exit value (3))");
    }

    @Test
    void detailsAreOneBoundedLineWithoutSecrets() {
        String detail = of(answer(400, "InvalidParameterException",
                "key AKIAIOSFODNN7EXAMPLE secret wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY00\nsecond line "
                        + "x ".repeat(400)))
                .detail();

        assertThat(detail).startsWith("InvalidParameterException, HTTP 400: key … secret …").doesNotContain("second")
                .hasSizeLessThanOrEqualTo(300);
    }

    private static Failure of(RuntimeException error) {
        return AwsFailures.of(error, CONTEXT);
    }

    private static RuntimeException client(Exception cause) {
        return SdkClientException.create("Unable to execute HTTP request", cause);
    }

    private static AwsServiceException answer(int status, @Nullable String code, String message) {
        return EcsException.builder().statusCode(status)
                .awsErrorDetails(
                        AwsErrorDetails.builder().errorCode(code).errorMessage(message).serviceName("Ecs").build())
                .build();
    }

    private static String says(Failure failure) {
        return new Words(Locale.ENGLISH, ZoneOffset.UTC).say(failure.sentence());
    }
}
