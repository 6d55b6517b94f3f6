package io.watchdeck.aws;

import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.refresh.Backoff;
import io.watchdeck.refresh.Limiter;
import io.watchdeck.stack.Access;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A computer whose clock is wrong reads all the same: AWS refuses the first signature and tells the time with it.
@ExtendWith(TestKeys.class)
class AwsClockTest {

    private static final Duration AHEAD = Duration.ofHours(3);
    private static final DateTimeFormatter SIGNED = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    @Test
    void theSecondRequestIsSignedWithTheTimeOfAws() throws IOException {
        try (var aws = new AwsAhead();
                var connector = new AwsConnector(_ -> {}, Clock.systemUTC(), AwsSettings.standard(),
                        new Limiter(() -> 0, _ -> {}), Backoff.polite())) {
            var cloud = connector.connect(Access.defaults(AwsRig.SEOUL).withEndpoint(aws.endpoint()));

            assertThat(value(cloud.fleet().services("shop", List.of("api")).get("api")).running()).isEqualTo(2);

            assertThat(aws.signedAt).hasSize(2);
            Duration moved = Duration.between(aws.signedAt.getFirst(), aws.signedAt.getLast());
            assertThat(moved).isBetween(AHEAD.minusMinutes(2), AHEAD.plusMinutes(2));
        }
    }

    /// ECS three hours ahead. A server of its own because the JDK's sets the `Date` of its answers itself.
    private static final class AwsAhead implements AutoCloseable {

        final List<Instant> signedAt = new CopyOnWriteArrayList<>();
        private final ServerSocket listening = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());

        AwsAhead() throws IOException {
            Thread.ofVirtual().start(this::serve);
        }

        URI endpoint() {
            return URI.create("http://127.0.0.1:" + listening.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }

        private void serve() {
            while (!listening.isClosed()) {
                try (Socket socket = listening.accept()) {
                    String request = read(socket.getInputStream());
                    Instant signed = Instant.from(SIGNED.parse(find(request, "(?i)x-amz-date: *(\\S+)")));
                    signedAt.add(signed);
                    socket.getOutputStream().write(answer(signed).getBytes(StandardCharsets.UTF_8));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private static String answer(Instant signed) {
            Instant now = Instant.now().plus(AHEAD);
            boolean old = signed.isBefore(now.minus(Duration.ofMinutes(5)));
            String body = old
                    ? "{\"__type\":\"InvalidSignatureException\",\"message\":\"Signature expired: %s is now earlier than %s\"}"
                            .formatted(SIGNED.format(signed), SIGNED.format(now.minus(Duration.ofMinutes(5))))
                    : "{\"services\":[{\"serviceName\":\"api\",\"status\":\"ACTIVE\",\"desiredCount\":2,\"runningCount\":2}]}";
            return String.join("\r\n", "HTTP/1.1 " + (old ? "400 Bad Request" : "200 OK"),
                    "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)),
                    "Content-Type: application/x-amz-json-1.1", "Content-Length: " + body.length(),
                    "Connection: close", "", body);
        }

        private static String read(InputStream in) throws IOException {
            var bytes = new ArrayList<Byte>();
            String text = "";
            while (!text.contains("\r\n\r\n")) {
                bytes.add((byte) in.read());
                text = text(bytes);
            }
            in.readNBytes(Integer.parseInt(find(text, "(?i)content-length: *(\\d+)")));
            return text;
        }

        private static String text(List<Byte> bytes) {
            var text = new StringBuilder();
            bytes.forEach(each -> text.append((char) each.byteValue()));
            return text.toString();
        }

        private static String find(String text, String pattern) {
            Matcher matcher = Pattern.compile(pattern).matcher(text);
            assertThat(matcher.find()).as(text).isTrue();
            return matcher.group(1);
        }
    }
}
