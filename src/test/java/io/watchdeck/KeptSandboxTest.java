package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.watchdeck.instance.Claim;
import io.watchdeck.instance.Instance;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// A sandbox whose history has a folder is the one console of that folder, like any other: commands that mean it ask it.
@Timeout(120)
class KeptSandboxTest {

    @TempDir
    Path home;

    private Watching watching;
    private Instance instance;
    private Reception reception;

    @BeforeEach
    void open() throws InterruptedException {
        Options options = options("--sandbox", "--data", home.toString());
        StackChoice choice = Wiring.choice(options);
        watching = Wiring.console(options, choice, Clock.systemUTC(), Optional.empty());
        var read = new CountDownLatch(1);
        watching.watch().subscribe(_ -> {
            if (watching.watch().known(choice.stacks()).isPresent()) {
                read.countDown();
            }
        });
        watching.watch().start();
        read.await();
        instance = ((Claim.Mine) Wiring.claim(options).orElseThrow()).instance();
        reception = new Reception(options, Wiring.stackFolder());
        reception.open(new Reception.Desk(watching, choice, Watched.of(options, choice, System.getenv()), () -> {}));
        instance.serve(Wiring.threads("instance"), reception);
    }

    @AfterEach
    void close() {
        instance.close();
        watching.close();
    }

    @Test
    void itsStatusIsWhatItHasReadAndNotThatOfAnotherSandbox() throws IOException {
        Instant before = Instant.now();
        var json = JsonMapper.builder().build()
                .readTree(run("status", "--json", "--sandbox", "--data", home.toString()).out());

        assertThat(json.get("sandbox").asBoolean()).isTrue();
        assertThat(Instant.parse(json.get("stacks").get(0).get("services").get(0).get("asOf").asText()))
                .as("read before anybody asked").isBefore(before);
    }

    @Test
    void itsHistoryIsExportedWhileItRuns() {
        Result written = run("export", "metrics", "--stack", "tiketi-prod", "--no-gaps", "--sandbox", "--data",
                home.toString());

        assertThat(written.code()).as(written.err()).isZero();
        assertThat(written.out().lines()).hasSizeGreaterThan(100);
    }

    @Test
    void whatHappenedIsExportedWhileItRuns() {
        Result written = run("export", "events", "--stack", "tiketi-prod", "--from", "-3h", "--sandbox", "--data",
                home.toString());

        assertThat(written.code()).as(written.err()).isZero();
        assertThat(written.out().lines()).first().isEqualTo("at,stack,component,kind,severity,source,what,details,id");
        assertThat(written.out()).contains(",cloudAlarm,");
    }

    @Test
    void itsCostsAreExportedWhileItRuns() {
        Result written = run("export", "costs", "--stack", "tiketi-prod", "--sandbox", "--data", home.toString());

        assertThat(written.code()).as(written.err()).isZero();
        assertThat(written.out().lines()).first()
                .isEqualTo("first,last,stack,line,service,usage,amount,currency,estimated,read");
    }

    @Test
    void aReportIsMadeOfItWhileItRuns() {
        Result written = run("export", "report", "--stack", "tiketi-prod", "--stack", "glimpse-prod", "--from", "-3h",
                "--lang", "en", "--sandbox", "--data", home.toString());

        assertThat(written.code()).as(written.err()).isZero();
        assertThat(written.out()).startsWith("# Hand-over: Tiketi, Glimpse\n").contains("**Simulated: ", "| Tiketi |",
                "ALB requests of tiketi-alb-prod: from ");
    }

    @Test
    void itsHistoryIsSavedWhileItRuns() {
        Path file = home.resolve("backup.zip");

        Result saved = run("backup", file.toString(), "--sandbox", "--data", home.toString());

        assertThat(saved.code()).as(saved.err()).isZero();
        assertThat(Files.exists(file)).isTrue();
    }

    @Test
    void aSecondStartBringsItToTheFront() {
        Options options = options("--sandbox", "--data", home.toString());

        var told = Running.of(options).front(() -> Wiring.choice(options), false).orElseThrow();

        assertThat(told.code()).isZero();
        assertThat(told.says()).contains("Watchdeck is already running; its window is in front now.");
    }

    @Test
    void aSecondStartInAnotherLanguageOrThemeIsToldThatItIsNotTaken() {
        for (List<String> other : List.of(List.of("--lang", "ko"), List.of("--theme", "dark"))) {
            Options options = options("--sandbox", "--data", home.toString(), other.getFirst(), other.getLast());

            assertThat(Running.of(options).front(() -> Wiring.choice(options), false).orElseThrow().code())
                    .isEqualTo(ExitCode.BUSY);
        }
    }

    @Test
    void whereNoConsoleRunsTheStackFilesAreNotReadToAskForOne() {
        Options options = options("--sandbox", "--data", home.resolve("nobody").toString());

        assertThat(Running.of(options).front(() -> {
            throw new AssertionError("the stack files were read");
        }, false)).isEmpty();
    }

    @Test
    void aSandboxThatKeepsNothingIsItsOwn() {
        assertThat(options("--sandbox").keepsNothing()).isTrue();
        assertThat(Wiring.claim(options("--sandbox"))).isEmpty();
        assertThat(options("--sandbox", "--data", home.toString()).keepsNothing()).isFalse();
        assertThat(options("--data", home.toString()).keepsNothing()).isFalse();
        assertThat(options().keepsNothing()).isFalse();
    }

    @Test
    void whoeverMeansAnAccountIsNotToldOfASimulation() {
        Options options = options("--data", home.toString(), "--endpoint-url", "http://127.0.0.1:9");

        var told = Running.of(options).front(() -> Wiring.choice(options), false).orElseThrow();

        assertThat(told.code()).isEqualTo(ExitCode.BUSY);
        assertThat(told.says().orElseThrow()).contains("the sandbox");
        assertThat(Watched.of(options, Wiring.choice(options), Map.of()).origin())
                .isEqualTo(StackChoice.Origin.SHIPPED);
    }

    private record Result(int code, String out, String err) {}

    private static Result run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = new CommandLine(new ConsoleCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .execute(arguments);
        return new Result(code, out.toString(), err.toString());
    }

    private static Options options(String... arguments) {
        var command = new ConsoleCommand();
        new CommandLine(command).parseArgs(arguments);
        return command.options();
    }
}
