package io.watchdeck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/// Runs the program's command line, inside this JVM or as a process of its own.
final class Program {

    record Result(int code, String out, String err) {
        JsonNode json() {
            try {
                return JsonMapper.builder().build().readTree(out);
            } catch (IOException notJson) {
                throw new UncheckedIOException(out, notJson);
            }
        }

        JsonNode stack(String id) {
            for (JsonNode stack : json().get("stacks")) {
                if (stack.get("stack").asText().equals(id)) {
                    return stack;
                }
            }
            throw new AssertionError("no stack " + id + " in " + out);
        }

        /// The kind of the failure at the path, or an empty text.
        String failure(String stack, String path) {
            for (JsonNode failure : stack(stack).get("failures")) {
                if (failure.get("path").asText().equals(path)) {
                    return failure.get("kind").asText();
                }
            }
            return "";
        }
    }

    private Program() {}

    /// In this JVM, over a history of its own unless the arguments name one.
    static Result run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        var line = new ArrayList<>(List.of(arguments));
        if (!line.contains("--data")) {
            line.addAll(0, List.of("--data", Path.of("target", "data", UUID.randomUUID().toString()).toString()));
        }
        int code = command.execute(line.toArray(String[]::new));
        return new Result(code, out.toString(), err.toString());
    }

    /// Starts the program itself, with no environment but what is given, and waits for its end.
    static Result start(Path home, Map<String, String> environment, String... arguments) {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.home=" + home, "-cp",
                System.getProperty("java.class.path"), "io.watchdeck.Main"));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            var reader = new ByteReader(process.getErrorStream());
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("did not end: " + line);
            }
            return new Result(process.exitValue(), out, reader.text());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /// Empties a stream beside the reading of another, so that neither blocks the process.
    private static final class ByteReader {

        private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        private final Thread thread;

        ByteReader(java.io.InputStream stream) {
            thread = Thread.ofVirtual().start(() -> {
                try {
                    stream.transferTo(bytes);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }

        String text() throws InterruptedException {
            thread.join();
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
