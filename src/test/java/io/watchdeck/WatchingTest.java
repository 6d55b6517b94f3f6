package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.Region;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFolder;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2MeterStore;
import io.watchdeck.store.Opening;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How a running console follows its folder of stack files, and ends.
class WatchingTest {

    private static final Clock CLOCK = Clock.systemUTC();

    private final StackFolder files = Wiring.stackFolder();

    @TempDir
    Path folder;

    @Test
    void aFolderThatVanishesTakesNoStackWithIt() throws IOException {
        Path file = Files.writeString(folder.resolve("glimpse-prod.yaml"), ShippedStacks.text("glimpse-prod"));
        try (Watching watching = watching()) {
            Files.delete(file);
            Files.delete(folder);

            watching.watchIfChanged(files.read(folder));

            assertThat(watching.watch().stacks()).hasSize(1);
            assertThat(watching.watch().current().problems()).hasSize(1);
        }
    }

    @Test
    void aFileThatIsTakenOutIsNoLongerWatched() throws IOException {
        Path file = Files.writeString(folder.resolve("glimpse-prod.yaml"), ShippedStacks.text("glimpse-prod"));
        try (Watching watching = watching()) {
            Files.delete(file);

            watching.watchIfChanged(files.read(folder));

            assertThat(watching.watch().stacks()).isEmpty();
            assertThat(watching.watch().current().problems()).isEmpty();
        }
    }

    @Test
    void aFileThatBecomesWrongTakesNoStackWithIt() throws IOException {
        Path file = Files.writeString(folder.resolve("glimpse-prod.yaml"), ShippedStacks.text("glimpse-prod"));
        try (Watching watching = watching()) {
            List<StackFile> before = watching.watch().stacks();
            Files.writeString(file, ShippedStacks.text("glimpse-prod").replaceFirst("cluster:", "clutser:"));

            watching.watchIfChanged(files.read(folder));

            assertThat(watching.watch().stacks()).isNotEmpty().isEqualTo(before);
            assertThat(watching.watch().current().problems()).isNotEmpty().allMatch(FileProblem::covered);
        }
    }

    @Test
    void aSecondFileOfAStackDoesNotTakeItOver() throws IOException {
        Files.writeString(folder.resolve("glimpse-prod.yaml"), ShippedStacks.text("glimpse-prod"));
        try (Watching watching = watching()) {
            List<StackFile> before = watching.watch().stacks();
            Path second = Files.writeString(folder.resolve("copy.yaml"), ShippedStacks.text("glimpse-prod"));

            watching.watchIfChanged(files.read(folder));

            assertThat(watching.watch().stacks()).isEqualTo(before);
            assertThat(watching.watch().current().problems()).singleElement().satisfies(problem -> {
                assertThat(problem.file()).isEqualTo(second.toString());
                assertThat(problem.problem()).contains("glimpse-prod.yaml");
            });
        }
    }

    @Test
    void aCallThatIsUnderWayAtTheEndIsCounted() {
        var meter = new Meter(PriceList.shipped(), CLOCK);
        KeptHistory history = KeptHistory.in(data(), CLOCK, Duration.ZERO);
        LiveWatch watch = watch(meter, history);

        new Watching(watch, Optional.of(history), () -> meter.count(new ApiCall("111122223333",
                new Region("eu-west-1"), "CloudWatch", "GetMetricData", 100)), () -> {}).close();

        try (Database kept = ((Opening.Opened) Database.open(data(), CLOCK, _ -> {})).database()) {
            LocalDate today = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
            assertThat(new H2MeterStore(kept).read(today, today)).singleElement()
                    .satisfies(row -> assertThat(row.price()).isEqualByComparingTo("0.001"));
        }
    }

    @Test
    @Timeout(20)
    void theEndDoesNotWaitForAHistoryThatAnotherProcessHas() {
        try (Database _ = ((Opening.Opened) Database.open(data(), CLOCK, _ -> {})).database()) {
            KeptHistory history = KeptHistory.in(data(), CLOCK, Duration.ofSeconds(30));
            LiveWatch watch = watch(new Meter(PriceList.shipped(), CLOCK), history);
            watch.start();

            new Watching(watch, Optional.of(history), () -> {}, () -> {}).close();

            assertThat(history.written()).as("what is the other's").isEmpty();
        }
    }

    private static LiveWatch watch(Meter meter, KeptHistory history) {
        MetricCatalogue catalogue = MetricCatalogue.standard();
        var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), meter, Money.usd("2"), false,
                Optional.of(history.of(catalogue))), new SandboxConnector(List.of(), 42, CLOCK), catalogue, CLOCK);
        history.keep(meter, Optional.empty());
        return watch;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Watching watching() {
        StackFolder.Contents contents = files.read(folder);
        var choice = new StackChoice(contents.stacks(), contents.problems(), Optional.of(folder),
                StackChoice.Origin.SANDBOX);
        return Wiring.watching(new Options(), choice, CLOCK);
    }
}
