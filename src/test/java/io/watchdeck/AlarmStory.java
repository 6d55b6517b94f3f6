package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.AlarmedConsole.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The life of an alarm in a console with a window that is killed in the middle of it. Tiketi has two thresholds for 5xx
/// here, so that it can get worse. Close it to end the console.
public final class AlarmStory implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofHours(8);

    private final Path folder;
    private final String cloud;
    private final Duration step;
    private Process console;
    private PrintWriter commands;
    private BufferedReader says;
    private Instant now;

    /// @param cloud as [AlarmedConsole] takes it
    /// @param begin of the console
    /// @param step  by which its time passes
    public AlarmStory(Path folder, String cloud, Instant begin, Duration step) throws IOException {
        this.folder = folder;
        this.cloud = cloud;
        this.step = step;
        now = begin;
        writeStack();
        start();
    }

    @Override
    public void close() {
        console.toHandle().destroyForcibly();
    }

    /// 5xx pass the first threshold, somebody has it, the console is killed and begins again, it gets worse, it is over, and
    /// it comes back.
    public void tell() throws IOException, InterruptedException {
        Word open = passUntil(one -> one.standing().equals("Open"));
        assertThat(open.severity()).isEqualTo("warning");

        commands.println("acknowledge " + open.id());
        assertThat(of(open.id(), heard())).contains(new Word(open.id(), "Acknowledged", "warning", "sora"));
        kill();
        start();
        Word after = passUntil(one -> one.id().equals(open.id()));
        assertThat(after).isEqualTo(new Word(open.id(), "Acknowledged", "warning", "sora"));

        Word worse = passUntil(one -> one.id().equals(open.id()) && one.severity().equals("critical"));
        assertThat(worse.standing()).isEqualTo("Open");

        Word over = passUntil(one -> one.id().equals(open.id()) && one.standing().equals("Resolved"));
        assertThat(over.severity()).isEqualTo("critical");

        Word again = passUntil(one -> one.standing().equals("Open"));
        assertThat(again.id()).isNotEqualTo(open.id());
    }

    private void writeStack() throws IOException {
        String shipped;
        try (var in = AlarmStory.class.getResourceAsStream("stack/shipped/tiketi-prod.yaml")) {
            shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String rule = """
                  - name: 5xx
                    metric: lb.5xx
                    above: 10
                    period: 1m
                    severity: critical
                    says: critical
                """;
        assertThat(shipped).contains(rule);
        String two = """
                  - name: 5xx
                    metric: lb.5xx
                    above: 10
                    period: 1m
                    severity: warning
                  - name: 5xx goes on
                    metric: lb.5xx
                    above: 55
                    period: 5m
                    severity: critical
                """;
        Files.createDirectories(folder.resolve("stacks"));
        Files.writeString(folder.resolve("stacks/tiketi-prod.yaml"), shipped.replace(rule, two)
                .replace("  tiketi-critical: critical\n", "  tiketi-alb-5xx: warning\n  tiketi-critical: critical\n"));
    }

    private void start() throws IOException {
        console = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dglass.platform=Headless", "-Dprism.order=sw",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Daws.accessKeyId=key", "-Daws.secretAccessKey=secret", "-cp", System.getProperty("java.class.path"),
                AlarmedConsole.class.getName(), cloud, folder.resolve("stacks").toString(),
                folder.resolve("data").toString(), now.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        commands = new PrintWriter(console.outputWriter(), true);
        says = console.inputReader();
        heard();
    }

    private void kill() throws InterruptedException {
        assertThat(console.toHandle().destroyForcibly()).isTrue();
        assertThat(console.waitFor()).as("SIGKILL").isEqualTo(128 + 9);
    }

    /// What is said after a command, or at the begin.
    private List<Word> heard() throws IOException {
        var words = new ArrayList<Word>();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            if (line.startsWith("at ")) {
                now = Instant.parse(line.substring(3));
                return words;
            }
            words.add(Word.of(line));
        }
        throw new AssertionError("the console ended");
    }

    private static Optional<Word> of(UUID id, List<Word> words) {
        return words.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /// Lets time pass until an alarm stands so.
    private Word passUntil(Predicate<Word> wanted) throws IOException {
        Instant end = now.plus(LONGEST);
        while (now.isBefore(end)) {
            commands.println("forward " + step.toSeconds());
            Optional<Word> found = heard().stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("never within " + LONGEST);
    }
}
