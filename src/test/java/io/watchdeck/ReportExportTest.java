package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState.ServiceEvent;
import io.watchdeck.instance.Request;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.report.HandOver.Pin;
import io.watchdeck.report.KeptPins;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2AnswerStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2JournalStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2StateStore;
import io.watchdeck.store.Opening;
import io.watchdeck.watch.Topics;
import io.watchdeck.watch.past.Frame;
import io.watchdeck.watch.past.Told;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `export report` where no console runs.
class ReportExportTest {

    private static final Instant NOON = Entries.NOON;
    private static final String PLACE = "ap-northeast-2 - - -";
    private static final StackFile TIKETI = Wiring.shippedStacks().get("tiketi-prod");
    private static final StackFile GLIMPSE = Wiring.shippedStacks().get("glimpse-prod");

    @TempDir
    Path folder;

    @BeforeEach
    void keep() {
        try (Database history = opened()) {
            new H2AnswerStore(history).add(new Frame(PLACE, NOON, NOON, NOON.plus(Duration.ofMinutes(30)), true,
                    List.of(new Told<>(Topics.files(PLACE), TIKETI.id(), NOON, Reading.known(TIKETI, NOON)),
                            new Told<>(Topics.files(PLACE), GLIMPSE.id(), NOON, Reading.known(GLIMPSE, NOON))),
                    List.of()));
            var service = new ServiceKey(TIKETI.cluster(), Entries.SERVICE.service());
            new H2FleetEventStore(history).add(PLACE, List.of(new FleetEvent.Told(service,
                    new ServiceEvent("e1", NOON.plusSeconds(7), "<b>has reached a steady state.</b>"))));
            new H2JournalStore(history).put(Entries.begun(Entries.scale(9)).ended(
                    new Verdict(Result.WORKED, Phrase.of("proof.scale.worked", 9, 9), Entries.at(50))));
            new H2MetricStore(history, MetricCatalogue.standard()).add(Tier.MINUTE, Map.of(
                    new SeriesId(GLIMPSE.id(), "lb.5xx", "glimpse-alb"), Series.of(IntStream.range(0, 30)
                            .mapToObj(minute -> new Sample(NOON.plusSeconds(60L * minute), minute % 5)).toList())));
        }
    }

    @Test
    void theReportOfAStackIsMarkdown() {
        Program.Result result = export("--stack", "TIKETI-prod");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("# Hand-over: Tiketi\n").contains("## In short", "sora: Scale on "
                + Entries.SERVICE.service() + ", 5 → 9 “sale opens”. Verdict after 50 s: worked, 9 of 9 run.",
                "\\<b\\>has reached a steady state.\\</b\\>").doesNotContain("Glimpse");
    }

    @Test
    void whatWasPinnedInTheTimeStandsAtTheTop() {
        try (Database history = opened()) {
            var pins = new KeptPins(() -> new H2StateStore(history));
            pins.put(new Pin(NOON.plusSeconds(60), Optional.of(TIKETI.id()), "sora", "look here"));
            pins.put(new Pin(NOON.plusSeconds(120), Optional.of(TIKETI.id()), "jmin", ""));
            pins.put(new Pin(NOON.plusSeconds(60), Optional.of(GLIMPSE.id()), "sora", "elsewhere"));
            pins.put(new Pin(NOON.minus(Duration.ofDays(9)), Optional.of(TIKETI.id()), "sora", "long ago"));
        }

        assertThat(export("--stack", "tiketi-prod").out()).contains("sora: look here", "jmin\n")
                .doesNotContain("elsewhere", "long ago");
    }

    @Test
    void severalStacksAreOneReportInTheOrderInWhichTheyWereGiven() {
        assertThat(export("--stack", "glimpse-prod", "--stack", "Tiketi").out())
                .startsWith("# Hand-over: Glimpse, Tiketi\n");
    }

    @Test
    void asHtmlItIsOneFileThatIsNotOverwrittenUnasked() throws IOException {
        Path file = folder.resolve("report.html");

        assertThat(export("--stack", "tiketi-prod", "--format", "html", "--out", file.toString()).code()).isZero();
        assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>").contains("<svg ", "&lt;b&gt;has reached")
                .doesNotContain("<b>");
        assertThat(export("--stack", "tiketi-prod", "--out", file.toString()).code()).isEqualTo(ExitCode.CANNOT_WRITE);
    }

    @Test
    void markdownMayBeWrittenInFull() {
        assertThat(export("--stack", "tiketi-prod", "--format", "markdown").out()).startsWith("# Hand-over: Tiketi");
        assertThat(export("--stack", "tiketi-prod", "--format", "pdf").err())
                .contains("expected one of [md, html] (case-sensitive) but was 'pdf'");
    }

    @Test
    void whatARuleAddsUpIsAddedUpAndATimeThatNobodyReadIsSaid() {
        assertThat(export("--stack", "glimpse-prod").out()).contains(
                "5xx of glimpse-alb: 10 in 5 min in every sample.",
                "Above the limit of 10 in 5 min in 0 of 6 samples.", "Nobody watched");
    }

    @Test
    void aTimeOfWhichNothingIsKeptIsAReport() {
        Program.Result result = run("--stack", "tiketi-prod", "--from", "2026-08-01", "--to", "2026-08-02");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Nothing is known to have happened.", "Nobody watched in all of this time");
    }

    @Test
    void aStackOfWhichNothingIsKeptIsToldWithThoseOfWhichSomethingIs() {
        Program.Result result = export("--stack", "tiketi-prod", "--stack", "nope");

        assertThat(result.code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(result.err()).contains("'nope'", "tiketi-prod");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void otherExportsTakeOneStackAtATime() {
        assertThat(
                Program.run("export", "events", "--data", folder.resolve("data").toString(), "--stack", "a", "--stack",
                        "b").code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void itSpeaksTheLanguageThatWasAskedFor() {
        assertThat(
                Program.run("export", "report", "--lang", "ko", "--data", folder.resolve("data").toString(), "--stack",
                        "tiketi-prod", "--from", "2026-09-22T00:00Z", "--to", "2026-09-24T00:00Z").out())
                .startsWith("# 인수인계: Tiketi\n").contains("## 요약");
    }

    @Test
    void aConsoleIsAskedInTheTermsInWhichItAnswers() {
        var wish = new ReportWish(List.of("a", "b"), new TimeRange(NOON, NOON.plusSeconds(60)), ReportWish.Format.html,
                "sora", true);

        Request request = wish.request(new Words(Locale.ENGLISH, ZoneOffset.UTC));

        assertThat(Question.REPORT.isAsked(request)).isTrue();
        assertThat(ReportWish.of(request)).isEqualTo(wish);
    }

    private Program.Result export(String... more) {
        return run(Stream.concat(Stream.of("--from", "2026-09-22T12:00Z", "--to", "2026-09-22T13:00Z"),
                Stream.of(more)).toArray(String[]::new));
    }

    private Program.Result run(String... more) {
        return Program.run(Stream.concat(Stream.of("export", "report", "--lang", "en", "--data",
                folder.resolve("data").toString()), Stream.of(more)).toArray(String[]::new));
    }

    private Database opened() {
        return ((Opening.Opened) Database.open(folder.resolve("data"), Clock.systemUTC(), _ -> {})).database();
    }
}
