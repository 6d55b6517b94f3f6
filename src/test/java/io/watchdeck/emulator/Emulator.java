package io.watchdeck.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A moto server of its own on a free port, and the Python scripts beside it. Tests get the one of their JVM as a
/// parameter, see [EmulatorExtension]. Safe for one test at a time.
public final class Emulator implements AutoCloseable {

    /// The account that the emulator's own keys belong to.
    public static final String ACCOUNT = "123456789012";
    /// Another account, reached by assuming any of its roles.
    public static final String OTHER_ACCOUNT = "222222222222";

    private static final Path SCRIPTS = Path.of("src", "test", "emulator");
    private static final Path LOG = Path.of("target", "emulator.log");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process server;
    private final URI endpoint;
    private final Set<String> provisioned = new HashSet<>();

    private Emulator(Process server, URI endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    /// Why it cannot run here, if it cannot.
    public static Optional<String> missing() {
        return Stream.of("moto_server", "python3").filter(program -> !onPath(program)).findFirst()
                .map(program -> program + " is not on the PATH: the tests against the emulator need "
                        + "`pip install \"moto[server]==5.2.1\" boto3`");
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// Starts a server and waits until it answers.
    public static Emulator start() {
        try {
            URI endpoint = URI.create("http://127.0.0.1:" + freePort());
            var builder = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p",
                    Integer.toString(endpoint.getPort()));
            // Every deployment reads COMPLETED with two running tasks, as the stacks are designed.
            builder.environment().put("MOTO_ECS_SERVICE_RUNNING", "2");
            Files.createDirectories(LOG.getParent());
            builder.redirectErrorStream(true).redirectOutput(LOG.toFile());
            Process server = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
            var emulator = new Emulator(server, endpoint);
            emulator.awaitAnswer();
            return emulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() {
        try {
            for (int i = 0; i < 600; i++) {
                if (server.waitFor(200, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("moto_server ended, see " + LOG);
                }
                if (answers()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.destroy();
        throw new IllegalStateException("moto_server does not answer, see " + LOG);
    }

    private boolean answers() {
        try {
            var connection = (HttpURLConnection) endpoint.resolve("/moto-api/").toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    public URI endpoint() {
        return endpoint;
    }

    /// Creates stacks in an account, each once however often it is asked for. Half an hour of minutes and half an hour
    /// of 5 minutes before that: moto reads metrics slowly.
    ///
    /// @param stacks names of `stacks.py`, or `all`
    public void provision(String account, String... stacks) {
        provision(30, account, stacks);
    }

    /// @param minutes for which there is a point a minute; moto reads each point of a metric once for each minute that is
    ///                asked for
    public void provision(int minutes, String account, String... stacks) {
        if (!provisioned.add(account + List.of(stacks))) {
            return;
        }
        var arguments = new ArrayList<>(List.of("--account-id", account, "--hours", "1", "--dense-minutes",
                Integer.toString(minutes)));
        arguments.addAll(List.of(stacks));
        run("provision.py", arguments);
    }

    /// Runs a script of `src/test/emulator` against this emulator.
    ///
    /// @return what it prints, read as JSON
    public JsonNode python(String script, List<String> arguments) {
        String printed = run(script, arguments);
        try {
            return JSON.readTree(printed);
        } catch (IOException e) {
            throw new UncheckedIOException(script + " printed no JSON: " + printed, e);
        }
    }

    public JsonNode python(String script, String... arguments) {
        return python(script, List.of(arguments));
    }

    private String run(String script, List<String> arguments) {
        var command = new ArrayList<>(List.of("python3", "-B", SCRIPTS.resolve(script).toString(),
                "--endpoint-url", endpoint.toString()));
        command.addAll(arguments);
        try {
            Path errors = Files.createTempFile("watchdeck-emulator", ".txt");
            Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            String complaints = Files.readString(errors);
            Files.delete(errors);
            if (exit != 0) {
                throw new IllegalStateException(script + " " + arguments + " ended with " + exit + ":\n" + complaints);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(script + " was interrupted", e);
        }
    }

    @Override
    public void close() {
        server.destroy();
    }
}
