package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.watchdeck.instance.Handler;
import io.watchdeck.instance.Handler.Declined;
import io.watchdeck.instance.Handler.Done;
import io.watchdeck.instance.Request;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.stack.ShippedStacks;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a running console answers to commands. It reads a simulated account that it takes for a real one.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceptionTest {

    private static final Words ENGLISH = new Words(Locale.ENGLISH, ZoneId.of("UTC"));

    @TempDir
    static Path home;

    private final Options options = new Options();
    private final AtomicInteger brought = new AtomicInteger();
    private final Reception reception = new Reception(options, Wiring.stackFolder());
    private StackChoice choice;
    private Watching watching;
    private Map<String, String> terms;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(home.resolve("stacks"));
        for (String name : List.of("glimpse-prod", "sesami-prod")) {
            Files.writeString(folder.resolve(name + ".yaml"), ShippedStacks.text(name));
        }
        choice = choice();
        Clock clock = Clock.systemUTC();
        KeptHistory history = KeptHistory.in(home.resolve("data"), clock, Duration.ZERO);
        MetricCatalogue catalogue = MetricCatalogue.standard();
        var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
                Money.usd("2"), false, Optional.of(history.of(catalogue))),
                new SandboxConnector(choice.stacks(), 42, clock), catalogue, clock);
        watch.stacks(choice.stacks(), choice.problems());
        watching = new Watching(watch, Optional.of(history), () -> {}, () -> {});
        var read = new CountDownLatch(1);
        watch.subscribe(_ -> {
            if (watch.known(choice.stacks()).isPresent()) {
                read.countDown();
            }
        });
        watch.start();
        read.await();
        Watched watched = Watched.of(options, choice, Map.of());
        terms = watched.terms();
        reception.open(new Reception.Desk(watching, choice, watched, brought::incrementAndGet));
    }

    @AfterAll
    void close() {
        watching.close();
    }

    @Test
    void statusIsWhatTheConsoleHasRead() throws IOException {
        var text = new StringWriter();

        Handler.Outcome outcome = reception.answer(status(terms, Map.of("json", "true"), "sesami-prod"), text);

        var json = JsonMapper.builder().build().readTree(text.toString());
        assertThat(outcome).isEqualTo(new Done(ExitCode.CRITICAL, Optional.empty()));
        assertThat(json.get("severity").asText()).isEqualTo("critical");
        assertThat(json.get("sandbox").asBoolean()).isFalse();
        assertThat(json.get("stacks")).hasSize(1);
        assertThat(json.get("stacks").get(0).get("databases").get(0).get("freeStorageBytes").asDouble())
                .as("what no rule needs is read for those who ask").isPositive();
        assertThat(Instant.parse(json.get("stacks").get(0).get("services").get(0).get("asOf").asText()))
                .isBeforeOrEqualTo(Instant.parse(json.get("asOf").asText()));
    }

    @Test
    void theWorstOfOtherStacksIsNoVerdictOfThese() throws IOException {
        var text = new StringWriter();

        Handler.Outcome outcome = reception.answer(status(terms, Map.of(), "glimpse-prod"), text);

        assertThat(outcome).isEqualTo(new Done(ExitCode.OK, Optional.empty()));
        assertThat(text.toString()).contains("glimpse-prod").doesNotContain("sesami");
    }

    @Test
    void whoeverAsksForAllIsToldOfWhatItCannotReadItself() throws IOException {
        var text = new StringWriter();

        Handler.Outcome outcome = reception.answer(status(terms, Map.of(Reception.ALL, "true"), "glimpse-prod"), text);

        assertThat(outcome).isEqualTo(new Done(ExitCode.CRITICAL, Optional.empty()));
        assertThat(text.toString()).contains("glimpse-prod", "sesami-prod");
    }

    @Test
    void whoeverMeansSomethingElseIsDeclined() throws IOException {
        for (String term : terms.keySet()) {
            Map<String, String> other = new HashMap<>(terms);
            other.put(term, "other");
            assertThat(reception.answer(status(other, Map.of(), "glimpse-prod"), new StringWriter())).as(term)
                    .isEqualTo(new Declined("other"));
        }
        assertThat(reception.answer(status(Map.of(), Map.of(), "glimpse-prod"), new StringWriter()))
                .isEqualTo(new Declined("other"));
        assertThat(reception.answer(status(terms, Map.of(), "nope"), new StringWriter()))
                .isEqualTo(new Declined("notRead"));
        assertThat(reception.answer(new Request("dance", terms, List.of()), new StringWriter()))
                .isEqualTo(new Declined("question"));
    }

    @Test
    void whatRestsIsNotToldAsIfItWereRead() throws IOException {
        watching.watch().pause(true);
        try {
            assertThat(reception.answer(status(terms, Map.of(), "glimpse-prod"), new StringWriter()))
                    .isEqualTo(new Declined("notRead"));
        } finally {
            watching.watch().pause(false);
        }
    }

    @Test
    void filesThatSaySomethingElseByNowAreDeclined() throws IOException {
        Path file = home.resolve("stacks").resolve("glimpse-prod.yaml");
        String before = Files.readString(file);
        Files.writeString(file, before.replace("stack: Glimpse", "stack: Glance"));
        try {
            assertThat(reception.answer(status(terms, Map.of(), "glimpse-prod"), new StringWriter()))
                    .isEqualTo(new Declined("changed"));
        } finally {
            Files.writeString(file, before);
        }
    }

    /// Whoever asks cannot read the file, of which only the console still has what it said.
    @Test
    void aStackWhoseFileHasBecomeWrongIsToldByItsName() throws IOException {
        Path folder = home.resolve("stacks");
        Path file = folder.resolve("glimpse-prod.yaml");
        Path bad = folder.resolve("bad.yaml");
        String before = Files.readString(file);
        var files = Wiring.stackFolder();
        files.read(folder);
        Files.writeString(file, "stack: Glimpse\n");
        Files.writeString(bad, "stack: Bad\n");
        var there = new Reception(options, files);
        there.open(new Reception.Desk(watching, choice, Watched.of(options, choice, Map.of()), () -> {}));
        watching.watchIfChanged(files.read(folder));
        var text = new StringWriter();
        try {
            assertThat(there.answer(status(terms, Map.of(), "glimpse-prod"), new StringWriter()))
                    .isInstanceOf(Done.class);
            assertThat(there.answer(status(terms, Map.of(), "glimpse-prod", "bad"), text))
                    .isEqualTo(new Done(ExitCode.UNKNOWN, Optional.empty()));
            assertThat(text.toString()).contains("glimpse-prod", "bad.yaml cannot be used").doesNotContain("sesami");
        } finally {
            Files.writeString(file, before);
            Files.delete(bad);
            watching.watchIfChanged(files.read(folder));
        }
    }

    @Test
    void aSecondStartBringsTheWindowToTheFrontAndIsToldWhereItMeansOtherStacks() throws IOException {
        int before = brought.get();
        String stacks = home.toRealPath().resolve("stacks").toString();

        Handler.Outcome same = reception.answer(Question.FRONT.named(ENGLISH, terms, List.of()), new StringWriter());
        Handler.Outcome other = reception.answer(Question.FRONT.named(ENGLISH, Map.of("folder", "/elsewhere"),
                List.of()), new StringWriter());

        assertThat(same).isEqualTo(new Done(ExitCode.OK, Optional.of(ENGLISH.say("instance.front"))));
        assertThat(other).isInstanceOfSatisfying(Done.class, done -> {
            assertThat(done.code()).isEqualTo(ExitCode.BUSY);
            assertThat(done.says().orElseThrow()).contains(stacks, "--data");
        });
        assertThat(brought.get() - before).isEqualTo(2);
    }

    /// The console of this test was given neither a language nor a theme.
    @Test
    void whoWantsAnotherLanguageOrThemeIsToldThatTheWindowHasNotTakenIt() throws IOException {
        for (String option : List.of("lang", "theme")) {
            Map<String, String> asked = new HashMap<>(terms);
            asked.put(option, option.equals("lang") ? "ko" : "dark");
            Handler.Outcome other = reception.answer(Question.FRONT.named(ENGLISH, asked, List.of()),
                    new StringWriter());
            assertThat(other).as(option).isInstanceOfSatisfying(Done.class,
                    done -> assertThat(done.code()).isEqualTo(ExitCode.BUSY));
        }
    }

    @Test
    void exportHasWhatWasReadAMomentAgo() throws IOException {
        var now = Instant.now();
        var wish = new MetricWish(List.of("glimpse-prod"), Optional.of("service.cpu"), Optional.empty(),
                new TimeRange(now.minus(Duration.ofHours(1)), now), MetricTable.Format.CSV, false);
        var text = new StringWriter();

        Handler.Outcome outcome = reception.answer(wish.request(ENGLISH), text);

        assertThat(outcome).isEqualTo(new Done(ExitCode.OK, Optional.empty()));
        assertThat(text.toString().lines()).hasSizeGreaterThan(30).anyMatch(line -> line.contains(",60,"));
    }

    @Test
    void exportOfWhatIsNotKeptSaysWhatIs() throws IOException {
        var wish = new MetricWish(List.of("nope"), Optional.empty(), Optional.empty(),
                new TimeRange(Instant.EPOCH, Instant.now()), MetricTable.Format.CSV, false);
        var text = new StringWriter();

        assertThat(reception.answer(wish.request(ENGLISH), text)).isInstanceOfSatisfying(Done.class, done -> {
            assertThat(done.code()).isEqualTo(ExitCode.NO_INPUT);
            assertThat(done.says().orElseThrow()).contains("glimpse-prod, sesami-prod");
        });
        assertThat(text.toString()).isEmpty();
        assertThat(reception.answer(new Request("export", Map.of("from", "soon"), List.of("x")), text))
                .isEqualTo(new Declined("version"));
    }

    @Test
    void theJournalIsWrittenForACommandThatAsks() throws IOException {
        JournalEntry entry = Entries.begun(Entries.scale(9));
        watching.history().orElseThrow().journal().get().put(entry);
        var wish = new JournalWish(List.of("tiketi-prod"), new TimeRange(Entries.NOON, Entries.at(60)),
                JournalWish.Format.csv);
        var text = new StringWriter();

        assertThat(reception.answer(wish.request(ENGLISH), text)).isEqualTo(new Done(ExitCode.OK, Optional.empty()));
        assertThat(text.toString().lines()).hasSize(2).last().asString().endsWith(entry.id().toString());
        assertThat(reception.answer(new Request("journal", Map.of("from", "soon"), List.of("x")), text))
                .isEqualTo(new Declined("version"));
    }

    @Test
    void aBackupIsWrittenWhileTheConsoleGoesOn() throws IOException {
        Path file = home.resolve("backup.zip");
        Request request = Question.BACKUP.named(ENGLISH, Map.of(Reception.FILE, file.toString()), List.of());

        assertThat(reception.answer(request, new StringWriter())).isEqualTo(new Done(ExitCode.OK, Optional.empty()));
        assertThat(file).isNotEmptyFile();
        assertThat(reception.answer(request, new StringWriter())).isInstanceOfSatisfying(Done.class,
                done -> assertThat(done.code()).isEqualTo(ExitCode.CANNOT_WRITE));
    }

    @Test
    void aSandboxAnswersForNobody() throws IOException {
        var simulated = new Reception(options, Wiring.stackFolder());
        StackChoice sandbox = new StackChoice(choice.stacks(), List.of(), Optional.empty(), StackChoice.Origin.NONE);
        try (Watching watched = Wiring.watching(options, sandbox.orSandbox(Wiring.shippedStacks()),
                Clock.systemUTC())) {
            Watched none = Watched.of(options, sandbox, Map.of());
            simulated.open(new Reception.Desk(watched, sandbox, none, () -> {}));

            assertThat(simulated.answer(status(none.terms(), Map.of(), "glimpse-prod"), new StringWriter()))
                    .isEqualTo(new Declined("other"));
            assertThat(simulated.answer(Question.BACKUP.named(ENGLISH, Map.of(Reception.FILE, "/x"), List.of()),
                    new StringWriter())).isEqualTo(new Declined("history"));
        }
    }

    @Test
    void aConsoleThatBeginsOrEndsAsksToBeAskedAgain() throws IOException {
        assertThat(new Reception(options, Wiring.stackFolder()).answer(status(terms, Map.of(), "glimpse-prod"),
                new StringWriter())).isEqualTo(new Declined("notNow"));
    }

    private StackChoice choice() {
        Path folder = home.resolve("stacks");
        var contents = Wiring.stackFolder().read(folder);
        return new StackChoice(contents.stacks(), contents.problems(), Optional.of(folder), StackChoice.Origin.FILES);
    }

    private Request status(Map<String, String> about, Map<String, String> more, String... stacks) {
        Map<String, String> all = new HashMap<>(about);
        all.putAll(more);
        return Question.STATUS.named(ENGLISH, all, List.of(stacks));
    }
}
