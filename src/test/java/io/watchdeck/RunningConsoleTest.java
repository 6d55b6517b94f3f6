package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.instance.Claim;
import io.watchdeck.instance.Handler;
import io.watchdeck.instance.Instance;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Money;
import io.watchdeck.model.Region;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.Payer;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.store.H2MeterStore;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What commands take from the running console and hand to it, through its socket and over a history on the disk. The
/// console has begun and not read.
@Tag("slow")
@Timeout(60)
class RunningConsoleTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final SeriesId CPU = new SeriesId(new StackId("glimpse-prod"), "service.cpu", "api");

    @TempDir
    Path home;

    private final Meter meter = new Meter(PriceList.shipped(), CLOCK);
    private final List<String> told = new ArrayList<>();
    private StackChoice choice;
    private KeptHistory history;
    private Watching watching;
    private Instance instance;

    @BeforeEach
    void open() throws IOException {
        Path folder = Files.createDirectory(home.resolve("stacks"));
        Files.writeString(folder.resolve("glimpse-prod.yaml"), ShippedStacks.text("glimpse-prod"));
        var contents = Wiring.stackFolder().read(folder);
        choice = new StackChoice(contents.stacks(), contents.problems(), Optional.of(folder), StackChoice.Origin.FILES);
        history = KeptHistory.in(data(), CLOCK, Duration.ZERO);
        MetricCatalogue catalogue = MetricCatalogue.standard();
        var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), meter, Money.usd("2"), false,
                Optional.of(history.of(catalogue))), new SandboxConnector(choice.stacks(), 42, CLOCK), catalogue,
                CLOCK);
        history.keep(meter, Optional.empty());
        watch.stacks(choice.stacks(), choice.problems());
        watching = new Watching(watch, Optional.of(history), () -> {}, () -> {});
        instance = ((Claim.Mine) Instance.claim(data(), home)).instance();
    }

    @AfterEach
    void close() {
        instance.close();
        watching.close();
    }

    @Test
    void aSnapshotBeginsFromACopyOfWhatTheConsoleKeepsAndLeavesNothing() throws IOException {
        Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(600);
        KeptHistory.stores(history.written().orElseThrow(), MetricCatalogue.standard()).samples().add(Tier.MINUTE,
                Map.of(CPU, Series.of(List.of(new Sample(minute, 42)))));
        serve(reception(choice));
        Path folder;

        try (SnapshotHistory copied = SnapshotHistory.of(running(), choice, CLOCK, told::add)) {
            folder = copied.copy().orElseThrow().backup().getParent();
            assertThat(copied.kept().orElseThrow().of(MetricCatalogue.standard()).metrics().series()).contains(CPU);
            assertThat(copied.kept().orElseThrow().written()).as("nothing that anybody keeps").isEmpty();
            assertThat(folder).isDirectory();
        }

        assertThat(folder).doesNotExist();
        assertThat(told).isEmpty();
    }

    @Test
    void aConsoleThatWatchesSomethingElseGivesNoCopy() {
        serve(reception(new StackChoice(choice.stacks(), List.of(), Optional.empty(), StackChoice.Origin.SHIPPED)));

        try (SnapshotHistory none = SnapshotHistory.of(running(), choice, CLOCK, told::add)) {
            assertThat(none.kept()).isEmpty();
            assertThat(none.copy()).isEmpty();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aCopyThatCannotBeReadIsToldAndDeleted() throws IOException {
        var copy = CopyFolder.create(home, CLOCK);
        Files.writeString(copy.backup(), "no backup");

        assertThat(copy.restored(new Words(Locale.ENGLISH, ZoneId.of("UTC")), CLOCK, told::add)).isEmpty();
        copy.close();

        assertThat(told).singleElement().asString().contains("backup.zip");
        assertThat(copy.backup().getParent()).doesNotExist();
    }

    @Test
    void whatAKilledProcessLeftIsDeletedByTheNext() throws IOException {
        Path old = Files.createDirectory(home.resolve("watchdeck-history-old"));
        Files.writeString(old.resolve("backup.zip"), "left");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        Path young = Files.createDirectory(home.resolve("watchdeck-history-young"));

        CopyFolder.create(home, CLOCK).close();

        assertThat(old).doesNotExist();
        assertThat(young).isDirectory();
    }

    @Test
    void callsThatACommandMadeAreInTheConsolesFileBeforeItIsDone() {
        meter.count(new ApiCall("111122223333", new Region("eu-west-1"), "CloudWatch", "GetMetricData", 100));
        serve(reception(choice));

        handOver(500);

        assertThat(meter.spentToday().amount()).as("the status bar").isEqualByComparingTo("0.006");
        assertThat(new H2MeterStore(history.written().orElseThrow()).read(today(), today())).singleElement()
                .satisfies(row -> {
                    assertThat(row.calls()).isEqualTo(2);
                    assertThat(row.price()).isEqualByComparingTo("0.006");
                });
    }

    @Test
    void aCommandKnowsWhatTheConsoleHasCounted() {
        meter.count(new ApiCall("111122223333", new Region("eu-west-1"), "CloudWatch", "GetMetricData", 100));
        serve(reception(choice));
        var own = new Meter(PriceList.shipped(), CLOCK);

        own.keepIn(new HandedMeter(running(), CLOCK));

        assertThat(own.spentThisMonth().amount()).isEqualByComparingTo("0.001");
    }

    @Test
    void moreCallsThanAQuestionHoldsAreHandedOverInSeveral() {
        serve(reception(choice));
        var handed = new HandedMeter(running(), CLOCK);
        handed.add(IntStream.range(0, 450).mapToObj(number -> new MeteredCalls("111122223333", today(),
                "Service:Operation" + number, new Payer.Several(2), 1, 1, new BigDecimal("0.01"))).toList());

        handed.close();
        handed.close();

        assertThat(meter.spentToday().amount()).isEqualByComparingTo("4.5");
    }

    @Test
    void whatWasTakenBackIsNotHandedOver() {
        var taken = new ArrayList<String>();
        serve((request, _) -> {
            taken.addAll(request.names());
            return new Handler.Done(ExitCode.OK, Optional.empty());
        });
        var handed = new HandedMeter(running(), CLOCK);
        handed.add(List.of(calls("Service:Unsent", 1), calls("Service:Sent", 1)));
        handed.add(List.of(calls("Service:Unsent", -1)));

        handed.close();

        assertThat(taken).containsExactly(MeterLine.of(calls("Service:Sent", 1)));
    }

    private static MeteredCalls calls(String call, int count) {
        return new MeteredCalls("111122223333", today(), call, new Payer.Console(), count, count,
                new BigDecimal("0.01").multiply(BigDecimal.valueOf(count)));
    }

    @Test
    void whereNoConsoleRunsTheCallsAreAddedToTheHistoryItself() {
        instance.close();
        watching.close();

        handOver(500);
        handOver(500);

        assertThat(new HandedMeter(running(), CLOCK).read(today(), today())).singleElement()
                .satisfies(row -> assertThat(row.calls()).isEqualTo(2));
    }

    @Test
    void callsThatNobodyTakesAreLostWithoutAMistake() {
        handOver(500);

        assertThat(meter.spentToday().amount()).as("a console that is not there has its history open").isZero();
    }

    private void handOver(int metrics) {
        var handed = new HandedMeter(running(), CLOCK);
        var own = new Meter(PriceList.shipped(), CLOCK);
        own.keepIn(handed);
        own.count(new ApiCall("111122223333", new Region("eu-west-1"), "CloudWatch", "GetMetricData", metrics));
        handed.close();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);
    }

    private Handler reception(StackChoice watched) {
        var reception = new Reception(new Options(), Wiring.stackFolder());
        reception.open(new Reception.Desk(watching, watched, Watched.of(new Options(), watched, System.getenv()),
                () -> {}));
        return reception;
    }

    private void serve(Handler handler) {
        instance.serve(Wiring.threads("console"), handler);
    }

    private Running running() {
        var options = new Options();
        new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("options",
                CommandLine.Model.CommandSpec.forAnnotatedObject(options))).parseArgs("--data", data().toString());
        return Running.of(options);
    }

    private Path data() {
        return home.resolve("data");
    }
}
