package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.store.Database;
import io.watchdeck.store.Opening;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `export`, `backup` and `restore` where no console runs.
class HistoryCommandsTest {

    private static final Instant BEGIN = Instant.parse("2026-09-22T00:00:00Z");
    private static final StackId SHOP = new StackId("shop-prod");

    @TempDir
    Path folder;

    @BeforeEach
    void keep() {
        try (Database history = opened()) {
            MetricArchive.Stores stores = KeptHistory.stores(history, MetricCatalogue.standard());
            stores.samples().add(Tier.MINUTE, Map.of(new SeriesId(SHOP, "service.cpu", "api"), minutes(40.5, 0, 42),
                    new SeriesId(SHOP, "lb.requests", "=1+cmd"), minutes(1234567, 3),
                    new SeriesId(new StackId("other"), "service.cpu", "api"), minutes(1)));
            stores.coverage().add(Map.of(new SeriesId(SHOP, "service.cpu", "api"),
                    Coverage.read(new TimeRange(BEGIN, BEGIN.plusSeconds(600)))));
        }
    }

    @Test
    void metricsAreWrittenAsATable() {
        Program.Result result = export("--stack", "SHOP-prod");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo("""
                stack,component,metric,unit,time,period_seconds,value,gap
                shop-prod,'=1+cmd,lb.requests,per_minute,2026-09-22T00:00:00.000Z,60,1234567,
                shop-prod,'=1+cmd,lb.requests,per_minute,2026-09-22T00:01:00.000Z,60,3,
                shop-prod,'=1+cmd,lb.requests,per_minute,2026-09-22T00:02:00.000Z,480,,notKnown
                shop-prod,api,service.cpu,percent,2026-09-22T00:00:00.000Z,60,40.5,
                shop-prod,api,service.cpu,percent,2026-09-22T00:01:00.000Z,60,0,
                shop-prod,api,service.cpu,percent,2026-09-22T00:02:00.000Z,60,42,
                shop-prod,api,service.cpu,percent,2026-09-22T00:03:00.000Z,420,,noData
                """);
    }

    @Test
    void metricsAreWrittenAsJsonInWhichWhatIsNotKnownIsNull() {
        Program.Result result = export("--stack", "shop-prod", "--metric", "service.cpu", "--format", "json");

        JsonNode rows = result.json();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1).get("value").asInt(-1)).isZero();
        assertThat(rows.get(3).get("value").isNull()).isTrue();
        assertThat(rows.get(3).get("gap").asText()).isEqualTo("noData");
        assertThat(rows.get(0).get("gap").isNull()).isTrue();
    }

    @Test
    void gapsCanBeLeftOut() {
        assertThat(export("--stack", "shop-prod", "--no-gaps", "--component", "api").out().lines()).hasSize(4)
                .noneMatch(line -> line.endsWith("noData"));
    }

    /// A pager waits for as long as somebody reads.
    @Test
    void whoReadsTheTableSlowlyKeepsNoConsoleFromTheHistory() {
        try (Database history = opened()) {
            KeptHistory.stores(history, MetricCatalogue.standard()).samples().add(Tier.MINUTE,
                    Map.of(new SeriesId(SHOP, "service.cpu", "api"), minutes(new double[600])));
        }
        var openings = new ArrayList<Opening>();
        var slow = new StringWriter() {
            @Override
            public void write(char[] text, int offset, int length) {
                super.write(text, offset, length);
                if (openings.isEmpty()) {
                    openings.add(Database.open(data(), Clock.systemUTC(), _ -> {}));
                }
            }
        };
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(slow));

        int code = command.execute("export", "metrics", "--stack", "shop-prod", "--from", "2026-09-22T00:00Z", "--to",
                "2026-09-22T10:00Z", "--data", data().toString());

        assertThat(openings).singleElement().isInstanceOfSatisfying(Opening.Opened.class,
                opened -> opened.database().close());
        assertThat(code).isZero();
        assertThat(slow.toString().lines()).hasSizeGreaterThan(600);
    }

    @Test
    void whatIsNotKeptIsToldWithWhatIs() {
        assertThat(export("--stack", "nope")).satisfies(result -> {
            assertThat(result.code()).isEqualTo(ExitCode.NO_INPUT);
            assertThat(result.err()).contains("'nope'", "other, shop-prod");
            assertThat(result.out()).isEmpty();
        });
        assertThat(export("--stack", "shop-prod", "--metric", "x").err()).contains("'x'", "lb.requests, service.cpu");
    }

    @Test
    void aCallThatMakesNoSenseIsRefused() {
        assertThat(run("export").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("export", "metrics").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("export", "metrics", "--stack", "shop-prod", "--from", "soon").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("export", "metrics", "--stack", "shop-prod", "--from", "-1h", "--to", "-2h").err())
                .contains("--from -1h is not before --to -2h");
    }

    @Test
    void whereThereIsNoHistoryNoneIsMade() {
        Path nowhere = folder.resolve("nowhere");

        assertThat(Program.run("export", "metrics", "--stack", "x", "--data", nowhere.toString()).code())
                .isEqualTo(ExitCode.NO_INPUT);
        assertThat(Program.run("backup", folder.resolve("b.zip").toString(), "--data", nowhere.toString()).code())
                .isEqualTo(ExitCode.NO_INPUT);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aBackupIntoAFolderThatIsNotThereNamesIt() {
        Path backup = folder.resolve("nowhere").resolve("b.zip");

        Program.Result result = run("backup", backup.toString());

        assertThat(result.code()).isEqualTo(ExitCode.CANNOT_WRITE);
        assertThat(result.err().strip()).isEqualTo("The backup " + backup
                + " could not be written: there is no such folder.");
    }

    @Test
    void anEmptyHistoryListsNothing() {
        Path empty = folder.resolve("empty");
        ((Opening.Opened) Database.open(empty, Clock.systemUTC(), _ -> {})).database().close();

        Program.Result result = Program.run("export", "metrics", "--stack", "x", "--data", empty.toString());

        assertThat(result.code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(result.err()).contains("The history is empty.").doesNotContain("Kept are");
    }

    @Test
    void aHistoryThatAnotherHasOpenIsNotTouched() {
        String backup = folder.resolve("b.zip").toString();
        assertThat(run("backup", backup).code()).isZero();

        try (Database _ = opened()) {
            Program.Result result = run("restore", backup);
            assertThat(result.code()).isEqualTo(ExitCode.BUSY);
            assertThat(result.err()).contains("history.mv.db", "Nothing was replaced");
        }
    }

    @Test
    void aBackupIsRestoredAndWhatWasThereIsSetAside() throws IOException {
        Path backup = folder.resolve("backup.zip");
        String before = export("--stack", "shop-prod").out();

        Program.Result written = run("backup", backup.toString());
        assertThat(written.out()).contains(backup.toString());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup))).isEqualTo("rw-------");
        try (Database history = opened()) {
            KeptHistory.stores(history, MetricCatalogue.standard()).samples().add(Tier.MINUTE,
                    Map.of(new SeriesId(SHOP, "service.cpu", "api"), minutes(99, 99, 99, 99)));
        }
        assertThat(export("--stack", "shop-prod").out()).isNotEqualTo(before);
        Program.Result restored = run("restore", backup.toString());

        assertThat(restored.code()).isZero();
        assertThat(restored.out()).contains("history-replaced-");
        assertThat(export("--stack", "shop-prod").out()).isEqualTo(before);
        assertThat(run("backup", backup.toString()).code()).as("a file that is there").isEqualTo(ExitCode.CANNOT_WRITE);
    }

    @Test
    void whatIsNoBackupReplacesNothing() throws IOException {
        Path text = Files.writeString(folder.resolve("text.zip"), "no backup");

        assertThat(run("restore", text.toString()).code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(run("restore", folder.resolve("none.zip").toString()).code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(export("--stack", "shop-prod").code()).isZero();
    }

    private Program.Result export(String... more) {
        return run(Stream.concat(Stream.of("export", "metrics", "--from", "2026-09-22T00:00Z", "--to",
                "2026-09-22T00:10Z"), Stream.of(more)).toArray(String[]::new));
    }

    private Program.Result run(String... arguments) {
        return Program.run(Stream.concat(Stream.of(arguments), Stream.of("--data", data().toString()))
                .toArray(String[]::new));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Database opened() {
        return ((Opening.Opened) Database.open(data(), Clock.systemUTC(), _ -> {})).database();
    }

    private static Series minutes(double... values) {
        return Series
                .of(IntStream.range(0, values.length).mapToObj(i -> new Sample(BEGIN.plusSeconds(60L * i), values[i]))
                        .toList());
    }
}
