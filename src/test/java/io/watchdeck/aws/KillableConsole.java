package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.OperatingConsole;
import io.watchdeck.OperatingConsole.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// An [OperatingConsole] as a process of its own, to be killed and begun anew in the same data folder.
final class KillableConsole implements AutoCloseable {

    private final LoopbackAws aws;
    private final Path folder;
    private Process console;
    private PrintWriter commands;
    private BufferedReader says;
    private Instant now = AwsRig.NOW;
    private String figures = "";

    /// @param stack its only stack file
    KillableConsole(LoopbackAws aws, Path folder, String stack) throws IOException {
        this.aws = aws;
        this.folder = folder;
        Files.createDirectories(folder.resolve("stacks"));
        Files.writeString(folder.resolve("stacks/shop.yaml"), stack);
    }

    /// What the journal holds when it has begun.
    List<Line> start() throws IOException {
        console = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Daws.accessKeyId=key",
                "-Daws.secretAccessKey=secret", "-cp", System.getProperty("java.class.path"),
                OperatingConsole.class.getName(), aws.endpoint().toString(), folder.resolve("stacks").toString(),
                folder.resolve("data").toString(), now.toString()).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        commands = new PrintWriter(console.outputWriter(), true);
        says = console.inputReader();
        return heard();
    }

    void kill() throws InterruptedException {
        assertThat(console.toHandle().destroyForcibly()).isTrue();
        assertThat(console.waitFor()).as("SIGKILL").isEqualTo(128 + 9);
    }

    /// What the journal holds after it.
    List<Line> tell(String command) throws IOException {
        send(command);
        return heard();
    }

    /// Without waiting for what comes of it.
    void send(String command) {
        commands.println(command);
    }

    private List<Line> heard() throws IOException {
        var lines = new ArrayList<Line>();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            if (line.startsWith("at ")) {
                now = Instant.parse(line.substring(3));
                return lines;
            }
            if (line.startsWith("figures ")) {
                figures = line.substring(8);
            }
            if (line.startsWith("entry ")) {
                lines.add(Line.of(line));
            }
        }
        throw new AssertionError("the console ended");
    }

    /// The figures of the newest verdict that it said, in the order of its sentence.
    String figures() {
        return figures;
    }

    @Override
    public void close() {
        console.toHandle().destroyForcibly();
    }
}
