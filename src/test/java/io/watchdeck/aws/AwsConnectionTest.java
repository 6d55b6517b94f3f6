package io.watchdeck.aws;

import static io.watchdeck.aws.RecordingServer.answers;
import static io.watchdeck.aws.RecordingServer.closes;
import static io.watchdeck.aws.RecordingServer.cutsOff;
import static io.watchdeck.aws.RecordingServer.hangs;
import static io.watchdeck.aws.RecordingServer.resets;
import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.watchdeck.aws.RecordingServer.Arrived;
import io.watchdeck.aws.RecordingServer.Reaction;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Sent;
import io.watchdeck.refresh.Backoff;
import io.watchdeck.refresh.Limiter;
import io.watchdeck.stack.Access;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// What arrives of a change when the connection is treated badly, seen by a server of bare sockets: one request, never
/// two, although the JDK's HTTP connection repeats requests by itself.
@ExtendWith(TestKeys.class)
@Timeout(20)
class AwsConnectionTest {

    private static final ServiceKey SERVICE = new ServiceKey("shop", "api");
    private static final String JSON = "application/x-amz-json-1.1";
    private static final String UPDATED = "{\"service\":{\"serviceName\":\"api\",\"deployments\":["
            + "{\"id\":\"ecs-svc/2\",\"status\":\"PRIMARY\"}]}}";

    private final AwsConnector connector = new AwsConnector(_ -> {}, Clock.systemUTC(),
            AwsSettings.standard().withTimeouts(new AwsSettings.Timeouts(Duration.ofMillis(700),
                    Duration.ofMillis(900), Duration.ofMillis(1500))),
            new Limiter(() -> 0, _ -> {}), Backoff.polite());

    @AfterEach
    void close() {
        connector.close();
    }

    static Stream<Arguments> troubles() {
        return Stream.of(Arguments.of("closes", closes()), Arguments.of("resets", resets()),
                Arguments.of("hangs", hangs()), Arguments.of("is cut off in the head", cutsOff("HTTP/1.1 200 ")),
                Arguments.of("is cut off after the head",
                        cutsOff("HTTP/1.1 200 OK\r\nContent-Type: " + JSON + "\r\nContent-Length: 500\r\n\r\n")),
                Arguments.of("is cut off in the body", cutsOff("HTTP/1.1 200 OK\r\nContent-Type: " + JSON
                        + "\r\nContent-Length: 500\r\n\r\n{\"service\":{\"serv")),
                Arguments.of("is not HTTP", cutsOff("220 mail.example.com ESMTP\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void aChangeArrivesOnceOnANewConnection(String name, Reaction trouble) {
        try (var server = new RecordingServer(trouble)) {
            assertLost(update(server));

            assertThat(server.arrived()).singleElement().extracting(Arrived::target).isEqualTo("UpdateService");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void aChangeArrivesOnceOnAConnectionThatWasKeptOpen(String name, Reaction trouble) {
        try (var server = new RecordingServer(answers(200, JSON, UPDATED), trouble)) {
            assertThat(update(server)).isInstanceOf(Sent.Taken.class);

            assertLost(update(server));

            assertThat(server.arrived()).hasSize(2);
            assertThat(server.arrived()).extracting(Arrived::connection).as("kept open").containsExactly(1, 1);
            assertThat(server.connections()).as("nothing was tried anew").isEqualTo(1);
        }
    }

    /// A reading may be repeated, and is, so that a server which would be sent something twice does see it twice.
    @Test
    void aReadingIsRepeatedOnce() {
        try (var server = new RecordingServer(closes(), answers(200, JSON,
                "{\"services\":[{\"serviceName\":\"api\"}]}"))) {
            var fleet = connector.connect(access(server)).fleet();

            assertThat(value(fleet.services("shop", List.of("api")).get("api")).name()).isEqualTo("api");
            assertThat(server.arrived()).hasSize(2);
        }
    }

    /// The SDK would read it as an answer in which everything is missing.
    @Test
    void aReadingThatIsCutOffBeforeItsBodyIsNoAnswer() {
        try (var server = new RecordingServer(cutsOff("HTTP/1.1 200 "))) {
            assertThat(failure(connector.connect(access(server)).fleet().tasks("shop")).kind())
                    .isEqualTo(Failure.Kind.UNREACHABLE);
        }
    }

    /// What the changes are protected from.
    @Test
    void theConnectionOfTheJdkSendsABodyOfUnknownLengthTwice() throws IOException {
        try (var server = new RecordingServer(answers(200, JSON, "{}"), closes())) {
            assertThat(post(server)).isEqualTo(200);

            assertThatExceptionOfType(IOException.class).isThrownBy(() -> post(server));

            assertThat(server.arrived()).hasSizeGreaterThan(2);
        }
    }

    private static int post(RecordingServer server) throws IOException {
        var connection = (HttpURLConnection) server.endpoint().toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
        int status = connection.getResponseCode();
        connection.getInputStream().readAllBytes();
        connection.getInputStream().close();
        return status;
    }

    @Test
    void aChangeOfUnknownLengthIsNotSent() throws IOException {
        try (var server = new RecordingServer(answers(200, JSON, "{}"));
                var http = Departure.noting(UrlConnectionHttpClient.create())) {
            HttpExecuteRequest request = request(server, false);
            var departure = new Departure();

            assertThatExceptionOfType(SdkClientException.class)
                    .isThrownBy(() -> departure.of(() -> http.prepareRequest(request)))
                    .withMessageContaining("twice");
            assertThat(departure.hasBegun()).isFalse();
            assertThat(http.prepareRequest(request).call().httpResponse().statusCode()).as("a reading").isEqualTo(200);
        }
    }

    @Test
    void aDepartureBeginsWhenTheBodyIsSent() throws IOException {
        try (var server = new RecordingServer(answers(200, JSON, "{}"));
                var http = Departure.noting(UrlConnectionHttpClient.create())) {
            var departure = new Departure();

            var prepared = departure.of(() -> http.prepareRequest(request(server, true)));
            assertThat(departure.hasBegun()).isFalse();
            prepared.call();

            assertThat(departure.hasBegun()).isTrue();
        }
    }

    private static HttpExecuteRequest request(RecordingServer server, boolean withLength) {
        var request = SdkHttpFullRequest.builder().method(SdkHttpMethod.POST).uri(server.endpoint());
        if (withLength) {
            request.putHeader("Content-Length", "2");
        }
        return HttpExecuteRequest.builder().request(request.build())
                .contentStreamProvider(ContentStreamProvider.fromUtf8String("{}")).build();
    }

    private Sent update(RecordingServer server) {
        return connector.controls(access(server)).services().update(SERVICE, ServiceChange.newDeployment());
    }

    private static Access access(RecordingServer server) {
        return Access.defaults(AwsRig.SEOUL).withEndpoint(server.endpoint());
    }

    private static void assertLost(Sent sent) {
        assertThat(sent).isInstanceOfSatisfying(Sent.Lost.class,
                lost -> assertThat(lost.failure().kind()).as("%s", lost).isEqualTo(Failure.Kind.UNREACHABLE));
    }
}
