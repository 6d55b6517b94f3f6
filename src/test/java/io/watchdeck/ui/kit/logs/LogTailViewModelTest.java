package io.watchdeck.ui.kit.logs;

import static io.watchdeck.ui.OtherMoments.tail;
import static io.watchdeck.ui.OtherMoments.tailedTiketi;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.OtherMoments;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.Inspected;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.LogPlace;
import io.watchdeck.watch.LogPlaces;
import io.watchdeck.watch.LogTail;
import io.watchdeck.watch.TailWish;
import io.watchdeck.watch.Tailed;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTailViewModelTest {

    private static final Inspection TIKETI = new Inspection(new StackId("tiketi-prod"), "tiketi-backend-service");
    private static final LogPlace ROUTER = new LogPlace("/ecs/router", "");

    private final Words words = new Words(Locale.ENGLISH, Snapshots.ZONE);
    private final LogTailViewModel model = new LogTailViewModel(words);

    @Test
    void beforeTheAnswerItIsAskingNotEmpty() {
        show(Optional.empty());

        assertThat(model.lines()).isEmpty();
        assertThat(facts().absence()).map(Absence::kind).contains(Absence.Kind.ASKING);
        assertThat(model.wanted()).contains(TailWish.everything());
    }

    @Test
    void theLogOfAnotherServiceIsShownWhole() {
        show(tail(1, 30));
        model.filter("ERROR");

        model.show(Optional.of(new Inspection(new StackId("tiketi-prod"), "another")), Optional.empty(), Snapshots.NOW);

        assertThat(model.wishProperty().get()).isEqualTo(TailWish.everything());
    }

    @Test
    void foldedAwayNothingIsWanted() {
        model.open(false);

        assertThat(model.wanted()).isEmpty();
    }

    @Test
    void theLinesAreShownWithHowManySinceWhenAndFromWhere() {
        show(tail(1, 30));

        assertThat(model.lines()).hasSize(30).last().extracting(TailLine::after).isEqualTo(" line 30");
        assertThat(facts().note()).isEqualTo("30 lines since 13:27");
        assertThat(facts().origin()).isEqualTo("from the task definition tiketi-backend:88");
        assertThat(facts().group()).isEqualTo("/ecs/tiketi-backend");
        assertThat(facts().groupFull()).isEqualTo("/ecs/tiketi-backend, streams tiketi-backend/…");
        assertThat(facts().age().text()).isEqualTo("following");
        assertThat(facts().absence()).isEmpty();
    }

    @Test
    void aRefreshChangesOnlyWhatDiffers() {
        show(tail(1, 30));
        TailLine kept = model.lines().get(20);
        var changes = new ArrayList<Integer>();
        model.lines().addListener((ListChangeListener<TailLine>) change -> {
            while (change.next()) {
                changes.add(change.getAddedSize() - change.getRemovedSize());
            }
        });

        show(tail(11, 35));

        assertThat(model.lines()).hasSize(25);
        assertThat(model.lines().get(10)).isSameAs(kept);
        assertThat(changes).containsExactly(-10, 5);
    }

    @Test
    void aLineThatComesLateStandsWhereItBelongs() {
        show(linesOf(1, 2, 4));

        show(linesOf(1, 2, 3, 4));

        assertThat(model.lines()).extracting(TailLine::after).containsExactly(" 1", " 2", " 3", " 4");
    }

    @Test
    void heldTheLinesStayAndNewOnesAreCounted() {
        show(tail(1, 30));
        model.hold();

        show(tail(6, 37));

        assertThat(model.lines()).hasSize(30).first().extracting(TailLine::after).isEqualTo(" line 1");
        assertThat(model.waitingProperty().get()).isEqualTo(7);
        assertThat(facts().age().text()).isEqualTo("held");

        model.follow();
        assertThat(model.lines()).hasSize(32).last().extracting(TailLine::after).isEqualTo(" line 37");
        assertThat(model.waitingProperty().get()).isZero();
    }

    @Test
    void howeverManyLinesComeTheListHoldsTheNewestAndChangesOnceAReading() {
        var changes = new ArrayList<Integer>();
        model.lines().addListener((ListChangeListener<TailLine>) change -> changes.add(1));

        for (int reading = 1; reading <= 60; reading++) {
            show(tail(reading * 10_000, reading * 10_000 + LogTail.MOST - 1));
        }

        assertThat(model.lines()).hasSize(LogTail.MOST);
        assertThat(changes).hasSize(60);
    }

    @Test
    void anUnfoldedLineIsShownWholeBelowItAndNothingMovesMeanwhile() {
        show(messages("first", "{\"job\":7,\"ok\":true}", "last"));
        model.unfold(model.lines().get(1));

        assertThat(shown()).containsExactly("first", "{\"job\":7,\"ok\":true}", "{", "  \"job\": 7,", "  \"ok\": true",
                "}", "last");
        assertThat(model.followingProperty().get()).isFalse();
        show(messages("first", "{\"job\":7,\"ok\":true}", "last", "new"));
        assertThat(model.lines()).hasSize(7);
        assertThat(model.waitingProperty().get()).isEqualTo(1);

        model.fold(model.lines().get(3));
        assertThat(shown()).containsExactly("first", "{\"job\":7,\"ok\":true}", "last");
        model.follow();
        assertThat(shown()).containsExactly("first", "{\"job\":7,\"ok\":true}", "last", "new");
    }

    @Test
    void whatIsUnfoldedStaysSoWhileItIsThere() {
        show(messages("one\ntwo", "last"));
        model.unfold(model.lines().getFirst());
        model.follow();
        assertThat(shown()).containsExactly("one  (+1 line)", "one", "two", "last");

        show(messages("last", "other"));
        show(messages("one\ntwo", "last"));
        assertThat(shown()).containsExactly("one  (+1 line)", "last");
    }

    @Test
    void aShortLineHasNothingToUnfold() {
        show(messages("short"));

        model.unfold(model.lines().getFirst());

        assertThat(shown()).containsExactly("short");
        assertThat(model.followingProperty().get()).isTrue();
    }

    @Test
    void aLineIsCopiedOnceAndAPartByItselfAsItIsShown() {
        show(messages("one\ntwo"));
        model.unfold(model.lines().getFirst());

        assertThat(LogTailViewModel.text(model.lines())).isEqualTo(model.lines().getFirst().at() + " one\ntwo");
        assertThat(LogTailViewModel.text(model.lines().subList(2, 3))).isEqualTo("two");
    }

    @Test
    void whatAProgramWroteCannotChangeHowTheWindowLooks() {
        show(messages("\u001b[31mERROR\u001b[0m \u202edrawkcab\u0000"));

        TailLine line = model.lines().getFirst();
        assertThat(line.level()).isEqualTo("ERROR");
        assertThat(line.after()).isEqualTo(" \\u{202e}drawkcab\\x00");
        assertThat(line.full() + line.copied()).doesNotContain("\u001b", "\u202e", "\u0000");
    }

    @Test
    void heldLinesStayWhileNothingIsKnownAndGoWithTheirGroup() {
        show(tail(1, 30));
        model.hold();

        show(Optional.empty());
        assertThat(model.lines()).hasSize(30);
        assertThat(facts().absence()).as("would stand over the lines").isEmpty();

        show(new Loadable.Failed<>(Failure.notFound("log group /x", "eu-west-1"), Snapshots.NOW));
        assertThat(model.lines()).isEmpty();
        assertThat(facts().absence()).map(Absence::kind).contains(Absence.Kind.NOT_FOUND);
    }

    @Test
    void aFilterAsksAnewAndAnAnswerToTheOldQuestionIsNotShown() {
        show(tail(1, 30));
        model.hold();

        model.filter("  ERROR ");

        assertThat(model.wanted()).contains(new TailWish(Optional.empty(), "ERROR"));
        assertThat(model.lines()).isEmpty();
        assertThat(model.followingProperty().get()).isTrue();
        show(tail(1, 31));
        assertThat(model.lines()).as("the answer to all lines").isEmpty();
        assertThat(facts().absence()).map(Absence::kind).contains(Absence.Kind.ASKING);
    }

    @Test
    void aPatternThatNobodyUnderstandsIsToldAtTheField() {
        model.filter("{ $.level =");

        show(new Loadable.Failed<>(LogQuery.tail("/ecs/a", TimeRange.last(Duration.ofMinutes(1), Snapshots.NOW), 1)
                .notUnderstood("Invalid filter pattern"), Snapshots.NOW));

        assertThat(facts().pattern()).isEqualTo("Not understood: Invalid filter pattern");
        assertThat(facts().absence()).as("said once").isEmpty();
    }

    @Test
    void aFaultOfTheServiceIsNotPutDownToThePattern() {
        model.filter("ERROR");

        show(new Loadable.Failed<>(Failure.unexpected("InternalFailure, HTTP 500"), Snapshots.NOW));

        assertThat(facts().pattern()).isEmpty();
        assertThat(facts().absence()).map(Absence::kind).isPresent();
    }

    @Test
    void noLineIsAnAnswerThatNamesTheTimeAndTheGroup() {
        show(linesOf());

        assertThat(facts().absence()).get().satisfies(absence -> {
            assertThat(absence.kind()).isEqualTo(Absence.Kind.ABSENT);
            assertThat(absence.word()).isEqualTo("No lines in the last 15 min");
            assertThat(absence.detail()).isEqualTo("in /ecs/tiketi-backend");
        });
        model.filter("needle");
        show(linesOf());
        assertThat(facts().absence()).map(Absence::word).contains("No line in the last 15 min matches");
    }

    @Test
    void aSearchThatDidNotGetFarIsNotCalledEmpty() {
        show(new Loadable.Ready<>(new LogTail(OtherMoments.TIKETI_LOG, List.of(),
                Snapshots.NOW.minusSeconds(120), false), Snapshots.NOW));

        assertThat(facts().absence()).map(Absence::word)
                .contains("Searched back to 13:40 only: there are too many lines");
    }

    @Test
    void aRefusalNamesTheActionAndAGroupThatIsNotThereIsNotFound() {
        show(new Loadable.Failed<>(Failure.denied("logs:FilterLogEvents"), Snapshots.NOW));
        assertThat(facts().absence()).map(Absence::detail).contains("logs:FilterLogEvents");
        assertThat(facts().absence()).map(Absence::kind).contains(Absence.Kind.DENIED);
        assertThat(facts().pattern()).isEmpty();

        show(new Loadable.Failed<>(Failure.notFound("log group /x", "eu-west-1"), Snapshots.NOW));
        assertThat(facts().absence()).map(Absence::kind).contains(Absence.Kind.NOT_FOUND);
    }

    @Test
    void aFailureLaterKeepsTheLinesAndIsSaid() {
        var known = tail(1, 3).latest().orElseThrow();

        show(new Loadable.Stale<>(known, Snapshots.NOW.minusSeconds(60), Failure.throttled("logs:FilterLogEvents")));

        assertThat(model.lines()).hasSize(3);
        assertThat(facts().age().freshness()).isEqualTo(Freshness.STALE);
        assertThat(facts().note()).contains("logs:FilterLogEvents").endsWith("3 lines since 13:27");
    }

    @Test
    void withoutAnyGroupItIsSaidWhy() {
        show(Optional.of(new Tailed(TailWish.everything(), Optional.of(new LogPlaces(List.of(),
                Phrase.of("logs.origin.none", Phrase.of("logs.why.noDriver", "api:7")))),
                new Panel<>(Loadable.loading(), Duration.ofSeconds(5)))));

        assertThat(facts().absence()).get().satisfies(absence -> {
            assertThat(absence.word()).isEqualTo("No log group");
            assertThat(absence.detail()).contains("api:7");
        });
    }

    @Test
    void ofSeveralGroupsAnotherCanBeChosenAndAnotherServiceForgetsIt() {
        show(Optional.of(new Tailed(TailWish.everything(), Optional.of(new LogPlaces(
                List.of(OtherMoments.TIKETI_LOG, ROUTER), Phrase.of("logs.origin.definition", "x:1"))),
                new Panel<>(tail(1, 2), Duration.ofSeconds(5)))));
        assertThat(model.placeProperty().get()).contains(OtherMoments.TIKETI_LOG);
        model.filter("WARN");

        model.choose(ROUTER);

        assertThat(model.wanted()).contains(new TailWish(Optional.of(ROUTER), "WARN"));
        assertThat(model.lines()).isEmpty();

        model.show(Optional.of(new Inspection(new StackId("tiketi-prod"), "another")), Optional.empty(),
                Snapshots.NOW);
        assertThat(model.wanted()).contains(TailWish.everything());
        assertThat(model.places()).isEmpty();
    }

    @Test
    void theLinesOfAnotherServiceAreNotShown() {
        model.show(Optional.of(new Inspection(new StackId("tiketi-prod"), "another")),
                tailedTiketi(TailWish.everything(), tail(1, 3)).inspected(), Snapshots.NOW);

        assertThat(model.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ERROR request failed         | ERROR | CRITICAL
            2026-09-22 WARN pool is low  | WARN  | WARNING
            [INFO] ready                 | INFO  | MUTED
            {"level":"error","msg":"x"}  | error | CRITICAL
            {"level": "warn"}            | warn  | WARNING
            GET /errors 200 INFORMED     |       | PLAIN
            """)
    void theWordForTheLevelIsFound(String message, String level, Tone tone) {
        TailLine line = line(message);

        assertThat(line.level()).isEqualTo(level == null ? "" : level);
        assertThat(line.tone()).isEqualTo(tone);
        assertThat(line.before() + line.level() + line.after()).isEqualTo(message);
    }

    @Test
    void aLongOrManyLinedTextIsOneRowWithAllOfItInTheTooltipAndInTheCopy() {
        TailLine trace = line("FATAL out of memory\n  at a\n  at b");
        assertThat(trace.after()).isEqualTo(" out of memory  (+2 lines)");
        assertThat(trace.full()).contains("22 Sep 2026 13:42:12 KST", "04:42:12 UTC", "Stream s/1", "  at b");
        assertThat(LogTailViewModel.text(List.of(trace, trace)))
                .isEqualTo("2026-09-22T04:42:12Z FATAL out of memory\n  at a\n  at b\n"
                        + "2026-09-22T04:42:12Z FATAL out of memory\n  at a\n  at b");

        TailLine endless = line("x".repeat(250_000));
        assertThat(endless.before()).hasSizeLessThan(500);
        assertThat(endless.full()).hasSizeLessThan(4000).contains("247,000 more characters");
        assertThat(endless.copied()).hasSizeGreaterThan(250_000);
    }

    private TailLine line(String message) {
        return TailLine.of(new LogLine(Snapshots.NOW, "s/1", message), words);
    }

    private static final Instant THEN = Snapshots.NOW.minus(Duration.ofDays(3));

    private static Loadable<LogTail> around(List<LogLine> lines, boolean more) {
        return new Loadable.Ready<>(new LogTail(OtherMoments.TIKETI_LOG, lines, THEN.minusSeconds(3600), more,
                Optional.of(new LogTail.End(THEN.plusSeconds(3600), false))), Snapshots.NOW);
    }

    private static List<LogLine> linesAroundThen() {
        return List.of(new LogLine(THEN.minusSeconds(5), "s", "INFO before"), new LogLine(THEN, "s", "INFO at it"),
                new LogLine(THEN.plusSeconds(2), "s", "ERROR after"), new LogLine(THEN.plusSeconds(9), "s", "later"));
    }

    @Test
    void linesAroundAMomentSayOfWhenTheyAreAndWhenTheyWereRead() {
        model.around(Optional.of(THEN));
        assertThat(model.wanted()).contains(TailWish.everything().around(THEN));

        show(around(linesAroundThen(), false));

        assertThat(facts().title()).isEqualTo("Log around Sat 13:42:12");

        assertThat(model.lines()).hasSize(4);
        assertThat(model.firstAfter()).map(TailLine::level).contains("ERROR");
        assertThat(facts().age().text()).isEqualTo("read at 13:42");
        assertThat(facts().note()).isEqualTo("4 lines, Sat 12:42 to Sat 14:42");
        show(around(linesAroundThen(), true));
        assertThat(facts().note()).isEqualTo("The nearest 4 lines, Sat 12:42 to Sat 14:42");
    }

    @Test
    void whatIsLookedForStaysWhenTheMomentMovesAndTheLinesGo() {
        show(tail(1, 30));
        model.filter("ERROR");

        model.around(Optional.of(THEN));

        assertThat(model.lines()).isEmpty();
        assertThat(model.wanted()).contains(new TailWish(Optional.empty(), "ERROR", Optional.of(THEN)));
        model.around(Optional.empty());
        assertThat(model.wanted()).contains(new TailWish(Optional.empty(), "ERROR"));
    }

    @Test
    void theLogOfAnotherServiceIsThatOfTheSameMoment() {
        show(tail(1, 30));
        model.around(Optional.of(THEN));

        model.show(Optional.of(new Inspection(new StackId("tiketi-prod"), "another")), Optional.empty(), Snapshots.NOW);

        assertThat(model.wanted()).contains(TailWish.everything().around(THEN));
    }

    @Test
    void linesThatTheLogGroupHasLetGoOfAreToldToBeGone() {
        var asked = new ArrayList<StackId>();
        model.groups((stack, answer) -> {
            asked.add(stack);
            answer.accept(Map.of("/ecs/tiketi-backend", Reading.known(new LogGroup("/ecs/tiketi-backend", 7,
                    OptionalInt.of(1)), Snapshots.NOW)));
        });
        model.around(Optional.of(THEN));

        show(around(linesAroundThen(), false));
        assertThat(asked).as("while there are lines").isEmpty();
        model.around(Optional.of(THEN.minusSeconds(1)));
        show(around(List.of(), false));
        show(around(List.of(), false));

        assertThat(asked).as("once").hasSize(1);
        assertThat(facts().absence()).get().satisfies(absence -> {
            assertThat(absence.word()).isEqualTo("No lines from Sat 12:42 to Sat 14:42");
            assertThat(absence.detail())
                    .isEqualTo("/ecs/tiketi-backend keeps a line for 1 day: those of then are gone");
        });
    }

    @Test
    void whereTheGroupStillKeepsThemThereWereNone() {
        model.groups((_, answer) -> answer.accept(Map.of("/ecs/tiketi-backend", Reading.known(
                new LogGroup("/ecs/tiketi-backend", 7, OptionalInt.of(30)), Snapshots.NOW))));
        model.around(Optional.of(THEN));

        show(around(List.of(), false));

        assertThat(facts().absence()).map(Absence::detail).contains("in /ecs/tiketi-backend");
    }

    private static Loadable<LogTail> linesOf(int... numbers) {
        return new Loadable.Ready<>(new LogTail(OtherMoments.TIKETI_LOG, Arrays.stream(numbers)
                .mapToObj(number -> new LogLine(Snapshots.NOW.minusSeconds(100L - number), "s", "INFO " + number))
                .toList(), Snapshots.NOW.minus(Duration.ofMinutes(15)), false), Snapshots.NOW);
    }

    private void show(Loadable<LogTail> lines) {
        TailWish answered = lines.latest().filter(tail -> tail.lines().size() > 10).isPresent()
                ? TailWish.everything() : model.wishProperty().get();
        model.show(Optional.of(TIKETI), tailedTiketi(answered, lines).inspected(), Snapshots.NOW);
    }

    private void show(Optional<Tailed> tailed) {
        Inspected inspected = OtherMoments.inspectedTiketi().inspected().orElseThrow();
        model.show(Optional.of(TIKETI), Optional.of(inspected.with(tailed)), Snapshots.NOW);
    }

    private TailFacts facts() {
        return model.factsProperty().get();
    }

    private List<String> shown() {
        return model.lines().stream().map(line -> line.before() + line.level() + line.after()).toList();
    }

    private static Loadable<LogTail> messages(String... messages) {
        var lines = new ArrayList<LogLine>();
        for (String message : messages) {
            lines.add(new LogLine(Snapshots.NOW.minusSeconds(60), "api/1", message));
        }
        return new Loadable.Ready<>(new LogTail(OtherMoments.TIKETI_LOG, lines, Snapshots.NOW.minusSeconds(900), false),
                Snapshots.NOW);
    }
}
