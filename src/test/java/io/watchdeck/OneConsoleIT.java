package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.instance.Caller;
import io.watchdeck.instance.Reply;
import io.watchdeck.instance.Request;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.store.Database;
import io.watchdeck.store.Opening;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Consoles and commands as processes, as a person starts them; the windows are drawn into memory.
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
@Timeout(300)
class OneConsoleIT {

    private static final List<String> NO_DISPLAY = List.of("--enable-native-access=ALL-UNNAMED",
            "-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true");

    @TempDir
    Path home;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void stacks() throws IOException {
        Files.createDirectory(home.resolve("stacks"));
        Files.writeString(home.resolve("stacks").resolve("glimpse-prod.yaml"), ShippedStacks.text("glimpse-prod"));
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : started) {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
    }

    @Test
    void aSecondStartEndsAndCommandsAskTheFirstUntilItIsKilled() throws IOException, InterruptedException {
        Process first = console();

        Result second = run(NO_DISPLAY, "--stacks", stackFolder());
        Result other = run(NO_DISPLAY, "--stacks", home.toString());
        Result backup = run(List.of(), "backup", home.resolve("backup.zip").toString());
        Result restore = run(List.of(), "restore", home.resolve("backup.zip").toString());
        Result third = run(List.of(), "status", "--stacks", stackFolder(), "--timeout", "1");

        assertThat(second.code()).isZero();
        assertThat(second.out().lines()).containsExactly("Watchdeck is already running; its window is in front now.");
        assertThat(other.code()).isEqualTo(ExitCode.BUSY);
        assertThat(other.out()).contains(stackFolder());
        assertThat(backup.code()).isZero();
        assertThat(home.resolve("backup.zip")).isNotEmptyFile();
        assertThat(restore.code()).isEqualTo(ExitCode.BUSY);
        assertThat(third.code()).as("what the console has not read, status reads").isEqualTo(ExitCode.UNKNOWN);

        first.toHandle().destroyForcibly();
        first.waitFor();

        assertThat(home.resolve("data").resolve("instance").resolve("socket")).exists();
        assertThat(run(List.of(), "restore", home.resolve("backup.zip").toString()).code()).isZero();
        console();
        assertThat(run(NO_DISPLAY, "--stacks", stackFolder()).code()).isZero();
    }

    @Test
    void aSandboxWithAFolderIsStartedOnce() throws IOException, InterruptedException {
        console("--sandbox");

        Result second = run(NO_DISPLAY, "--sandbox");
        Result account = run(NO_DISPLAY, "--stacks", stackFolder());

        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.out().lines()).containsExactly("Watchdeck is already running; its window is in front now.");
        assertThat(second.err()).isEmpty();
        assertThat(account.code()).isEqualTo(ExitCode.BUSY);
        assertThat(account.out()).contains("the sandbox");
    }

    @Test
    void monthsAreWrittenInAFewMegabytesAndHeadMayStopReading() throws IOException, InterruptedException {
        long samples = 0;
        Instant end = Instant.now();
        try (Database history = ((Opening.Opened) Database.open(home.resolve("data"), Clock.systemUTC(), _ -> {}))
                .database()) {
            var store = KeptHistory.stores(history, MetricCatalogue.standard()).samples();
            for (int number = 0; number < 15; number++) {
                var id = new SeriesId(new StackId("big"), "lb.requests", "balancer-" + number);
                Series minutes = every(Tier.MINUTE, end.minus(Duration.ofDays(14)), end);
                Series fives = every(Tier.FIVE_MINUTES, end.minus(Duration.ofDays(60)), end.minus(Duration.ofDays(14)));
                Series hours = every(Tier.HOUR, end.minus(Duration.ofDays(900)), end.minus(Duration.ofDays(60)));
                store.add(Tier.MINUTE, Map.of(id, minutes));
                store.add(Tier.FIVE_MINUTES, Map.of(id, fives));
                store.add(Tier.HOUR, Map.of(id, hours));
                samples += minutes.size() + fives.size() + hours.size();
            }
        }
        Path file = home.resolve("big.csv");

        Result written = run(List.of("-Xmx32m"), "export", "metrics", "--stack", "big", "--from", "-950d", "--no-gaps",
                "--out", file.toString());
        Process head = start(List.of("-Xmx32m"), "export", "metrics", "--stack", "big", "--from", "-950d");
        String line;
        try (BufferedReader reader = head.inputReader()) {
            line = reader.readLine();
        }

        assertThat(written.err()).isEmpty();
        assertThat(written.code()).isZero();
        try (var lines = Files.lines(file)) {
            // At the border of two tiers one period may be told in parts of both.
            assertThat(lines.count()).isBetween(samples - 15 * 10, samples + 1);
        }
        assertThat(line).startsWith("stack,component");
        assertThat(head.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(head.exitValue()).isZero();
        assertThat(new String(head.getErrorStream().readAllBytes())).isEmpty();
    }

    private static Series every(Tier tier, Instant from, Instant to) {
        long period = tier.period().toSeconds();
        long[] seconds = LongStream.range(from.getEpochSecond() / period + 1, to.getEpochSecond() / period)
                .map(number -> number * period).toArray();
        double[] values = LongStream.of(seconds).mapToDouble(second -> second % 977).toArray();
        return Series.of(seconds, values, seconds.length);
    }

    /// Starts one and waits until it answers.
    private Process console() throws IOException {
        return console("--stacks", stackFolder());
    }

    private Process console(String... arguments) throws IOException {
        Process process = start(NO_DISPLAY, arguments);
        var caller = new Caller(home.resolve("data"));
        while (!(caller.ask(new Request("hello", Map.of(), List.of()), _ -> {}) instanceof Reply.Declined(String why))
                || why.equals("notNow")) {
            assertThat(process.isAlive()).isTrue();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return process;
    }

    private String stackFolder() {
        return home.resolve("stacks").toString();
    }

    private record Result(int code, String out, String err) {}

    private Result run(List<String> options, String... arguments) throws IOException, InterruptedException {
        Process process = start(options, arguments);
        String out = new String(process.getInputStream().readAllBytes());
        return new Result(process.waitFor(), out, new String(process.getErrorStream().readAllBytes()));
    }

    /// In a process of its own, whose environment knows neither credentials nor another endpoint than one at which nobody
    /// listens.
    private Process start(List<String> options, String... arguments) throws IOException {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        line.addAll(options);
        line.addAll(List.of("-Duser.home=" + home, "-cp", System.getProperty("java.class.path"), "io.watchdeck.Main",
                "--lang", "en", "--data", home.resolve("data").toString()));
        line.addAll(List.of(arguments));
        var builder = new ProcessBuilder(line).directory(new File(System.getProperty("user.dir")));
        builder.environment().clear();
        builder.environment().putAll(Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:9", "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret"));
        Process process = builder.start();
        started.add(process);
        return process;
    }
}
