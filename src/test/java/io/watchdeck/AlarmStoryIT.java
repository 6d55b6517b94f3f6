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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The life of an alarm in a console with a window that is killed in the middle of it. Tiketi has two thresholds for 5xx
/// here, so that it can get worse.
@Tag("slow")
class AlarmStoryIT {

    private static final Instant WORLD = Instant.parse("2026-09-22T04:00:00Z");
    private static final Duration LONGEST = Duration.ofHours(8);

    @TempDir
    private Path folder;

    private Process console;
    private PrintWriter commands;
    private BufferedReader says;
    private Instant now = WORLD.plus(Duration.ofMinutes(20));

    @AfterEach
    void end() {
        console.toHandle().destroyForcibly();
    }

    @Test
    void anAlarmIsAcknowledgedOutlivesAKillGetsWorseEndsAndComesBackAsAnother() throws Exception {
        writeStack();
        start();
        Word open = passUntil(one -> one.standing().equals("Open"));
        assertThat(open.severity()).isEqualTo("warning");

        commands.println("acknowledge " + open.id());
        assertThat(of(open.id(), heard())).contains(new Word(open.id(), "Acknowledged", "warning", "sora"));
        kill();
        start();
        Word after = passUntil(one -> one.id().equals(open.id()));
        assertThat(after).isEqualTo(new Word(open.id(), "Acknowledged", "warning", "sora"));

        Word worse = passUntil(one -> one.severity().equals("critical"));
        assertThat(worse.id()).isEqualTo(open.id());
        assertThat(worse.standing()).isEqualTo("Open");

        Word over = passUntil(one -> one.id().equals(open.id()) && one.standing().equals("Resolved"));
        assertThat(over.severity()).isEqualTo("critical");

        Word again = passUntil(one -> one.standing().equals("Open"));
        assertThat(again.id()).isNotEqualTo(open.id());
    }

    private void writeStack() throws IOException {
        String shipped;
        try (var in = AlarmStoryIT.class.getResourceAsStream("stack/shipped/tiketi-prod.yaml")) {
            shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String rule = """
                  - name: ALB 5xx
                    metric: lb.5xx
                    above: 10
                    period: 1m
                    severity: critical
                    says: critical
                """;
        assertThat(shipped).contains(rule);
        String two = """
                  - name: ALB 5xx
                    metric: lb.5xx
                    above: 10
                    period: 1m
                    severity: warning
                  - name: ALB 5xx goes on
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
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                AlarmedConsole.class.getName(), "sandbox " + WORLD, folder.resolve("stacks").toString(),
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

    /// Lets half minutes pass until an alarm stands so.
    private Word passUntil(Predicate<Word> wanted) throws IOException {
        Instant end = now.plus(LONGEST);
        while (now.isBefore(end)) {
            commands.println("forward 30");
            Optional<Word> found = heard().stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("never within " + LONGEST);
    }
}
