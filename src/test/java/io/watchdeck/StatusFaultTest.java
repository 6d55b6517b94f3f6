package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.OddServer.Manner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What `status` says when AWS cannot be asked: never a zero, never "fine", and it always ends.
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class StatusFaultTest {

    private static final Map<String, String> KEYS = Map.of("AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY",
            "secret");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Manner.class)
    void whoeverIsNotAwsIsUnreachable(Manner manner) throws IOException {
        stackFile();
        try (var server = new OddServer(manner)) {
            Program.Result result = status(KEYS, server.endpoint().toString());

            assertThat(result.failure("chat", "services[chat-api]")).isEqualTo("unreachable");
            assertThat(result.stack("chat").get("services").get(0).get("running").isNull()).isTrue();
            assertThat(result.stack("chat").get("severity").asText()).isEqualTo("unknown");
            assertThat(result.code()).isEqualTo(ExitCode.UNKNOWN);
        }
    }

    @Test
    void aRefusedConnectionIsUnreachable() throws IOException {
        stackFile();
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }

        Program.Result result = status(KEYS, "http://127.0.0.1:" + port);

        assertThat(result.failure("chat", "services[chat-api]")).isEqualTo("unreachable");
        assertThat(result.code()).isEqualTo(ExitCode.UNKNOWN);
    }

    @Test
    void theProxyOfTheEnvironmentIsUsed() throws Exception {
        stackFile();
        var asked = new CompletableFuture<String>();
        try (var proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuse(proxy, asked));
            var environment = new HashMap<>(KEYS);
            environment.put("HTTPS_PROXY", "http://127.0.0.1:" + proxy.getLocalPort());

            Program.Result result = Program.start(folder, environment, "status", "--json", "--stacks",
                    folder.toString());

            assertThat(asked.get(1, TimeUnit.MINUTES)).startsWith("CONNECT ").contains(".amazonaws.com:443");
            assertThat(result.out()).contains("proxy");
            assertThat(result.failure("chat", "services[chat-api]")).isEqualTo("unreachable");
        }
    }

    private static void refuse(ServerSocket proxy, CompletableFuture<String> asked) {
        while (!proxy.isClosed()) {
            try (Socket socket = proxy.accept()) {
                var request = new BufferedReader(new InputStreamReader(socket.getInputStream(),
                        StandardCharsets.US_ASCII));
                asked.complete(request.readLine());
                socket.getOutputStream().write(
                        "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Test
    void certificatesThatCannotBeReadAreToldAtOnce() throws IOException {
        stackFile();
        var environment = new HashMap<>(KEYS);
        environment.put("AWS_CA_BUNDLE", folder.resolve("none.pem").toString());

        Program.Result result = Program.start(folder, environment, "status", "--stacks", folder.toString());

        assertThat(result.err().strip()).isEqualTo("AWS_CA_BUNDLE: " + folder.resolve("none.pem") + " cannot be read.");
        assertThat(result.code()).isEqualTo(ExitCode.BAD_DATA);
    }

    @Test
    void absentCredentialsAreToldOnceAndNothingIsAsked() throws IOException {
        stackFile();
        try (var server = new OddServer(Manner.SILENCE)) {
            Program.Result result = status(Map.of("AWS_EC2_METADATA_DISABLED", "true"),
                    server.endpoint().toString());

            assertThat(result.failure("chat", "identity")).isEqualTo("expired");
            assertThat(result.failure("chat", "services[chat-api]")).isEqualTo("expired");
            assertThat(server.mostAtATime()).isEmpty();
            assertThat(result.code()).isEqualTo(ExitCode.UNKNOWN);
            assertThat(result.err()).doesNotContain("Exception");
        }
    }

    @Test
    void aProfileThatDoesNotExistIsNamed() throws IOException {
        stackFile("profile: nobody\n");

        Program.Result result = status(Map.of("AWS_EC2_METADATA_DISABLED", "true"), "http://127.0.0.1:1");

        assertThat(result.out()).contains("nobody");
        assertThat(result.failure("chat", "services[chat-api]")).isNotEmpty();
        assertThat(result.code()).isEqualTo(ExitCode.UNKNOWN);
    }

    private Program.Result status(Map<String, String> environment, String endpoint) {
        return Program.start(folder, environment, "status", "--json", "--stacks", folder.toString(),
                "--endpoint-url", endpoint, "--timeout", "2");
    }

    private void stackFile() throws IOException {
        stackFile("");
    }

    private void stackFile(String more) throws IOException {
        Files.writeString(folder.resolve("chat.yaml"), """
                stack: 채팅 💬
                environment: production
                region: ap-northeast-2
                %scluster: chat
                services:
                  - name: chat-api
                """.formatted(more));
    }
}
