package io.watchdeck.ui.spot;

import static io.watchdeck.ui.spot.SpotMoments.GLIMPSE;
import static io.watchdeck.ui.spot.SpotMoments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.cost.SpotSaving;
import io.watchdeck.fleet.ledger.SpotChecks;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.CountBars;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.TextFilter;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.spot.SpotDetail.Check;
import io.watchdeck.ui.spot.SpotDetail.Code;
import io.watchdeck.ui.spot.SpotDetail.Fact;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerQuestion;
import io.watchdeck.watch.Past;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SpotViewModelTest {

    private final List<LedgerQuestion> asked = new ArrayList<>();
    private final List<HistoryQuery> histories = new ArrayList<>();
    private final List<Consumer<LedgerAnswer>> waiting = new ArrayList<>();
    private Function<HistoryQuery, HistoryAnswer> history = SpotMoments::history;
    private SpotMoments moments = day();
    private boolean late;
    private final SpotViewModel model = new SpotViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE),
            (question, answer) -> {
                asked.add(question);
                if (late) {
                    waiting.add(answer);
                } else {
                    answer.accept(moments.answer(question));
                }
            }, (query, answer) -> {
                histories.add(query);
                answer.accept(Past.of(history.apply(query), Map.of()));
            });

    /// Three interruptions of 73 tasks, and four hours closed of which AWS remembered one.
    private static SpotMoments day() {
        return new SpotMoments().interrupted(GLIMPSE, "glimpse-api", 160, 4)
                .interrupted(GLIMPSE, "glimpse-api", 677, 41).interrupted(GLIMPSE, "glimpse-api", 1194, 18)
                .failed(GLIMPSE, "glimpse-api", 676).gap(Duration.ofMinutes(600), Duration.ofMinutes(370));
    }

    private SpotViewModel shown() {
        model.begin(NOW);
        model.show(Snapshots.moment(), NOW);
        return model;
    }

    private SpotPage page() {
        return model.pageProperty().get();
    }

    private SpotCard card(String id) {
        return page().cards().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private SpotDetail detail() {
        return model.detailProperty().get().orElseThrow();
    }

    private List<Check> checks(String part) {
        return detail().parts().stream().filter(one -> one.title().equals(part)).flatMap(one -> one.items().stream())
                .filter(Check.class::isInstance).map(Check.class::cast).toList();
    }

    private String fact(String name) {
        return detail().parts().stream().flatMap(one -> one.items().stream()).filter(Fact.class::isInstance)
                .map(Fact.class::cast).filter(one -> one.name().equals(name)).findFirst().orElseThrow().value();
    }

    private List<String> times() {
        return model.lines().stream().map(row -> row.facts().time()).toList();
    }

    private String idOf(int row) {
        return model.lines().get(row).key();
    }

    @Test
    void theVerdictSaysHowManyOfHowManyAgainstThePlanAndHowMuchIsKnown() {
        shown();

        assertThat(page().headline()).get().satisfies(said -> {
            assertThat(said.severity()).isEqualTo(Severity.FINE);
            assertThat(said.headline()).isEqualTo("3 interruptions in 24 hours at Glimpse PROD");
            assertThat(said.second()).isEqualTo("4.1% of 73 tasks, plan 3–5%; 1 placement failure at Glimpse PROD; "
                    + "20 h 10 min of 24 h watched; nobody watched 3 h 50 min from 03:42 to 07:32");
        });
    }

    @Test
    void stacksWithOtherPlansHaveRatesOfTheirOwn() {
        moments = day().interrupted(SpotMoments.BOWWOW, "bowwow-gateway", 200, 11);
        shown();

        assertThat(page().headline().orElseThrow().headline())
                .isEqualTo("4 interruptions in 24 hours at Glimpse PROD, BowWow PROD");
        assertThat(page().headline().orElseThrow().second()).startsWith("Glimpse PROD 4.1% of 73 tasks, plan 3–5%; "
                + "BowWow PROD 2.8% of 36 tasks, no rate planned; ");
    }

    @Test
    void anInterruptionOfATaskThatIsNotKnownToHaveRunDoesNotSayThatNoneRan() {
        moments = new SpotMoments().ran(0).interruptedBeforeItRan(GLIMPSE, "glimpse-api", 20);
        shown();

        assertThat(page().headline()).get().satisfies(said -> {
            assertThat(said.severity()).isEqualTo(Severity.WARNING);
            assertThat(said.headline()).isEqualTo("1 interruption in 24 hours at Glimpse PROD");
            assertThat(said.second()).isEqualTo("no rate, since what was interrupted is not known to have run; "
                    + "1 not replaced yet at Glimpse PROD; all 24 h watched");
        });
        assertThat(card("rate").value()).isEqualTo("no rate");
        model.choose("glimpse-prod/glimpse-api");
        assertThat(fact("Rate")).startsWith("What was interrupted is not known to have run");
    }

    @Test
    void whereNothingRanTheVerdictIsOneSentence() {
        moments = new SpotMoments().ran(0);
        shown();

        assertThat(page().headline().orElseThrow().second()).contains("no task ran on Spot while somebody watched; ");
        assertThat(card("rate").value()).isEqualTo("none ran");
    }

    /// The share of Spot has a plan of its own beside it.
    @Test
    void whatHasNoPlanIsNamed() {
        moments = day().interrupted(SpotMoments.BOWWOW, "bowwow-gateway", 200, 11);
        shown();
        model.choose("bowwow-prod/bowwow-gateway");

        assertThat(card("rate").beside()).isEqualTo("no rate planned");
        assertThat(card("replacement").beside()).isEqualTo("no plan");
    }

    @Test
    void ofManyGapsTheLongestIsTold() {
        moments = SpotMoments.quarter();
        shown().span(SpotSpan.MONTH);

        assertThat(card("watched").detail()).isEqualTo("7 gaps, the longest 8 h from 25 Aug 04:42 to 12:42");
    }

    @Test
    void aboveThePlanIsAWarningOfTheService() {
        moments = day().ran(30);
        shown();

        assertThat(page().headline()).get().satisfies(said -> {
            assertThat(said.severity()).isEqualTo(Severity.WARNING);
            assertThat(said.headline()).isEqualTo("Above the plan at Glimpse PROD: 3 interruptions in 24 hours");
        });
        model.choose("glimpse-prod/glimpse-api");
        assertThat(card("rate").tone()).isEqualTo(Tone.WARNING);
        assertThat(card("rate").value()).isEqualTo("10%");
        assertThat(detail().badge()).isEqualTo("above the plan");
        assertThat(model.services().get(1).facts().rate().tone()).isEqualTo(Tone.WARNING);
    }

    @Test
    void theCardsTellTheChosenServiceAgainstItsPlan() {
        shown().choose("glimpse-prod/glimpse-api");

        assertThat(card("rate").beside()).isEqualTo("plan 3–5%");
        assertThat(card("rate").value()).isEqualTo("4.1%");
        assertThat(card("rate").detail()).isEqualTo("3 of 73 Spot tasks that ran");
        assertThat(card("watched").value()).isEqualTo("20 h 10 min");
        assertThat(card("watched").detail()).isEqualTo("gap: 3 h 50 min from 03:42 to 07:32");
        assertThat(card("replacement").value()).isEqualTo("18 s");
        assertThat(card("replacement").beside()).isEqualTo("plan 30 s");
        assertThat(card("replacement").detail()).isEqualTo("2 of 3 in time, p90 41 s, worst 41 s");
        assertThat(card("saving").value()).isEqualTo("$31.48");
        assertThat(card("saving").detail()).contains("2 tasks on Spot × $24.60 on demand × 70% at most");
    }

    @Test
    void aSavingOfSomeServicesLooksUnlikeOneOfAllAndUnlikeNone() {
        moments = day().savings(ofGlimpse -> ofGlimpse ? SpotMoments.saved("0.00")
                : new SpotSaving.NotKnown(Phrase.of("spot.saving.noTasks")));
        shown();
        assertThat(card("saving")).satisfies(part -> {
            assertThat(part.value()).isEqualTo("$0.00 for 1 of 7 services");
            assertThat(part.known()).isFalse();
            assertThat(part.tone()).isEqualTo(Tone.MUTED);
            assertThat(part.detail()).isEqualTo("6 not known and left out, each tells why");
        });

        moments = day().savings(_ -> SpotMoments.saved("0.00"));
        model.tick(NOW.plusSeconds(60));
        assertThat(card("saving")).satisfies(none -> {
            assertThat(none.value()).isEqualTo("$0.00");
            assertThat(none.known()).isTrue();
            assertThat(none.tone()).isEqualTo(Tone.PLAIN);
        });

        moments = day().savings(_ -> new SpotSaving.NotKnown(Phrase.of("spot.saving.noTasks")));
        model.tick(NOW.plusSeconds(120));
        assertThat(card("saving")).satisfies(unknown -> {
            assertThat(unknown.value()).isEqualTo("Not known");
            assertThat(unknown.known()).isFalse();
        });
    }

    @Test
    void whatIsNotReplacedYetIsCountedAndLoud() {
        moments = day().interrupted(GLIMPSE, "glimpse-api", 20, -1);
        shown().choose("glimpse-prod/glimpse-api");

        assertThat(card("replacement").detail()).endsWith("1 not replaced");
        assertThat(model.lines().getFirst().facts().waited()).isEqualTo("not replaced yet");
        assertThat(model.lines().getFirst().facts().tone()).isEqualTo(Tone.WARNING);
    }

    @Test
    void aReplacementThatTookLongerThanThePlanSaysIsMarked() {
        shown();

        assertThat(model.lines()).filteredOn(row -> row.facts().waited().equals("41 s")).singleElement()
                .extracting(row -> row.facts().tone()).isEqualTo(Tone.WARNING);
        assertThat(model.lines()).filteredOn(row -> row.facts().waited().equals("4 s")).singleElement()
                .extracting(row -> row.facts().tone()).isEqualTo(Tone.PLAIN);
    }

    @Test
    void anHourThatNobodyWatchedIsNeverZero() {
        shown();
        CountBars bars = page().bars().orElseThrow();

        assertThat(bars.gaps()).singleElement()
                .satisfies(gap -> assertThat(gap.range().length()).isEqualTo(Duration.ofMinutes(230)));
        assertThat(bars.slots()).hasSize(25);
        assertThat(slot(bars, "22 Sep 05:00–06:00").said())
                .containsExactly("Interruptions not known", "Not placed not known", "nobody watched");
        assertThat(slot(bars, "22 Sep 03:00–04:00").said().getFirst()).isEqualTo("Interruptions 0 at least");
        assertThat(slot(bars, "22 Sep 11:00–12:00").counts()).containsExactly(1, 0);
        assertThat(slot(bars, "22 Sep 02:00–03:00").said()).containsExactly("Interruptions 1", "Not placed 1");
        assertThat(bars.sentence()).contains("3 interruptions and 1 placement failures", "not watched: 3 h 50 min");
    }

    private static CountBars.Slot slot(CountBars bars, String title) {
        return bars.slots().stream().filter(one -> one.title().equals(title)).findFirst().orElseThrow();
    }

    @Test
    void aPlacementFailureIsToldWithoutTheServiceThatItsLineNamesAlready() {
        shown();

        assertThat(model.lines()).extracting(row -> row.facts().full())
                .anyMatch(said -> said.startsWith("was unable to place a task"))
                .noneMatch(said -> said.startsWith("(service"));
    }

    @Test
    void daysAreThoseOfTheLocalZone() {
        moments = SpotMoments.quarter();
        shown().span(SpotSpan.WEEK);
        CountBars bars = page().bars().orElseThrow();

        assertThat(model.drawnProperty().get()).isEqualTo(Drawn.DAYS);
        assertThat(bars.slots()).hasSize(8);
        assertThat(bars.slots().getFirst().title()).isEqualTo("Tue 15 Sep");
        assertThat(bars.slots().getFirst().range().from()).isEqualTo("2026-09-14T15:00:00Z");
        model.draw(Drawn.HOURS);
        assertThat(page().bars().orElseThrow().slots()).hasSize(169);
        model.span(SpotSpan.QUARTER);
        assertThat(page().bars().orElseThrow().slots()).hasSize(91);
        model.draw(Drawn.HOURS);
        assertThat(model.drawnProperty().get()).as("hours of months cannot be told apart").isEqualTo(Drawn.DAYS);
    }

    @Test
    void whatWasBeforeTheFirstLookIsAGapToo() {
        moments = day().since(Duration.ofHours(14));
        shown();

        assertThat(page().bars().orElseThrow().gaps().getFirst().range().length()).isEqualTo(Duration.ofHours(10));
        assertThat(card("watched").value()).isEqualTo("10 h 10 min");
    }

    @Test
    void beforeTheFirstLookThereIsAnEndAndNoBegin() {
        moments.since(Duration.ofHours(14));
        shown();

        assertThat(card("watched").detail()).isEqualTo("before Mon 23:42, 3 h 50 min from 03:42 to 07:32");
        assertThat(page().headline().orElseThrow().second())
                .endsWith("nobody watched before Mon 23:42, 3 h 50 min from 03:42 to 07:32");
    }

    @Test
    void whatRanBeforeTheStopOrAtTheSameSecondLeftNoWait() {
        moments = new SpotMoments().replacedBefore(GLIMPSE, "glimpse-api", 30, 0)
                .replacedBefore(GLIMPSE, "glimpse-api", 60, 12);
        shown().choose("glimpse-prod/glimpse-api");

        assertThat(card("replacement").value()).isEqualTo("no wait");
        assertThat(card("replacement").detail()).isEqualTo("2 of 2 in time, none had to wait");
        assertThat(model.lines()).extracting(row -> row.facts().waited()).containsExactly("no wait", "ran before");
        assertThat(model.services()).extracting(row -> row.facts().replaced().above() + "/"
                + row.facts().replaced().below()).contains("no wait/").noneMatch(text -> text.contains("0 s"));
        assertThat(model.detailProperty().get().orElseThrow().copied()).contains("Replacement: no wait")
                .doesNotContain("0 s in");
        model.select(model.lines().getFirst().key());
        assertThat(model.detailProperty().get().orElseThrow().badge()).isEqualTo("no wait");
    }

    @Test
    void whereOneHadToWaitTheFigureSaysSo() {
        moments = new SpotMoments().replacedBefore(GLIMPSE, "glimpse-api", 30, 0)
                .replacedBefore(GLIMPSE, "glimpse-api", 60, 12).replacedBefore(GLIMPSE, "glimpse-api", 90, -734);
        shown().choose("glimpse-prod/glimpse-api");

        assertThat(card("replacement").value()).isEqualTo("no wait, once 12 min");
        assertThat(card("replacement").tone()).isEqualTo(Tone.WARNING);
    }

    @Test
    void aLineNamesWhatItsTimeIsTheTimeOf() {
        moments = new SpotMoments().interrupted(GLIMPSE, "glimpse-api", 30, 4);
        shown();

        SpotLine line = model.lines().getFirst().facts();
        assertThat(line.time()).isEqualTo("13:12:12");
        assertThat(line.ago()).isEqualTo("notice 30 min ago");
        assertThat(line.moments()).startsWith("notice 13:12:12, stopped 13:14:10\n");
    }

    @Test
    void whileNobodyHasLookedYetItIsAskedAgainSoon() {
        moments = new SpotMoments().since(Duration.ZERO);
        shown();
        int before = asked.size();

        model.tick(NOW.plusSeconds(3));
        assertThat(asked).hasSize(before + 1);

        moments.since(Duration.ofDays(2));
        model.tick(NOW.plusSeconds(6));
        assertThat(page().headline().orElseThrow().headline()).isEqualTo("No interruption seen in 24 hours");
        int known = asked.size();
        model.tick(NOW.plusSeconds(9));
        assertThat(asked).as("it is known now").hasSize(known);
    }

    @Test
    void wholeTimeIsSaidWhereThereIsNoGap() {
        moments = new SpotMoments().interrupted(GLIMPSE, "glimpse-api", 160, 4);
        shown();

        assertThat(card("watched").value()).isEqualTo("24 h");
        assertThat(card("watched").detail()).isEqualTo("no gap");
        assertThat(page().headline().orElseThrow().second()).endsWith("all 24 h watched");
    }

    @Test
    void whereNobodyEverLookedNothingIsKnown() {
        moments = new SpotMoments().since(Duration.ZERO);
        shown();

        assertThat(page().headline()).get().satisfies(said -> {
            assertThat(said.severity()).isEqualTo(Severity.UNKNOWN);
            assertThat(said.headline()).isEqualTo("Not known: nobody watched in 24 hours");
        });
        assertThat(card("rate").value()).isEqualTo("Not known");
        assertThat(card("replacement").value()).isEqualTo("Not known");
        assertThat(model.services().get(1).facts().counted().above()).isEqualTo("unknown");
        assertThat(model.emptyTextProperty().get()).isEqualTo("Nobody watched in 24 hours, so nothing is known.");
    }

    @Test
    void noInterruptionIsSaidAsFarAsSomebodyWatched() {
        moments = new SpotMoments();
        shown();

        assertThat(page().headline().orElseThrow().headline()).isEqualTo("No interruption seen in 24 hours");
        assertThat(model.emptyTextProperty().get())
                .isEqualTo("Spot took nothing in 24 hours, as far as somebody watched.");
    }

    @Test
    void withoutALedgerItSaysWhatToDo() {
        moments = new SpotMoments().notKept();
        shown();

        assertThat(page().headline()).isEmpty();
        assertThat(page().nothing()).isEqualTo("Nothing is kept here, so there is no ledger");
        assertThat(page().why()).contains("with a data folder");
        assertThat(model.detailProperty().get()).isEmpty();
    }

    @Test
    void servicesWithoutSpotAreOneLine() {
        shown();

        assertThat(page().without()).startsWith("Not on Spot, 3 services: tiketi-backend-service (Tiketi PROD), ");
        assertThat(model.services()).extracting(row -> row.facts().name()).contains("glimpse-api", "bowwow-gateway")
                .doesNotContain("tiketi-backend-service").first().isEqualTo("All 7 services on Spot");
    }

    @Test
    void anEnvironmentThatIsNotListedIsNotCounted() {
        shown().limitTo(environment -> environment.word().equals("development"));

        assertThat(page().nothing()).isEqualTo("No stack is listed");
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void linesAreListedTheNewestFirstWithAllThatARowSays() {
        shown();

        assertThat(times()).containsExactly("11:02:12", "02:26:12", "02:25:12", "Mon 17:48:12");
        SpotLine first = model.lines().getFirst().facts();
        assertThat(first.title()).isEqualTo("Interrupted by Spot");
        assertThat(first.zone()).isEqualTo("ap-northeast-2a");
        assertThat(first.task()).hasSize(8);
        assertThat(first.age()).isEqualTo("4 h 15 min");
        assertThat(model.lines().get(1).facts().title()).isEqualTo("Task not placed");
        assertThat(model.lines().get(1).facts().task()).isEqualTo("no capacity");
    }

    @Test
    void theFilterKnowsColumnsAndSorts() {
        shown();
        model.filter(TextFilter.of("zone:2c", model.columns()));
        assertThat(times()).containsExactly("02:25:12");

        model.filter(TextFilter.of("!zone:2c kind:interruption", model.columns()));
        assertThat(times()).containsExactly("11:02:12", "Mon 17:48:12");

        model.filter(TextFilter.of("", model.columns()));
        model.only(Sort.FAILURES);
        assertThat(times()).containsExactly("02:26:12");

        model.filter(TextFilter.of("nowhere", model.columns()));
        assertThat(model.emptyTextProperty().get()).startsWith("None of the 4 lines that were read is listed");
        assertThat(model.clearFilters()).isTrue();
        model.filter(TextFilter.of("", model.columns()));
        assertThat(times()).hasSize(4);
    }

    @Test
    void aChosenServiceFiltersLinesAndBars() {
        moments = SpotMoments.quarter();
        shown().span(SpotSpan.WEEK);
        int all = model.lines().size();
        model.choose("bowwow-prod/bowwow-push-service");

        assertThat(model.lines()).hasSizeLessThan(all).allSatisfy(
                row -> assertThat(row.facts().service()).isEqualTo("bowwow-push-service"));
        assertThat(page().about()).isEqualTo("bowwow-push-service");
        assertThat(page().bars().orElseThrow().slots().stream().mapToInt(CountBars.Slot::sum).sum())
                .isEqualTo(model.lines().size());
    }

    @Test
    void olderLinesComePageByPageAndStayWhenTheNewestAreReadAgain() {
        moments = SpotMoments.quarter();
        shown().span(SpotSpan.QUARTER);
        assertThat(model.lines()).hasSize(100);
        assertThat(model.toldProperty().get())
                .isEqualTo("The newest 100 of 399 lines are read; the filter looks at these.");

        model.more();
        assertThat(model.lines()).hasSize(200).doesNotHaveDuplicates();
        assertThat(asked.getLast().after()).isPresent();

        model.tick(NOW.plusSeconds(120));
        assertThat(asked.getLast().after()).as("read again").isEmpty();
        assertThat(model.lines()).hasSize(200);
        model.more();
        model.more();
        assertThat(model.moreProperty().get()).isFalse();
        assertThat(model.lines()).hasSize(399);
        assertThat(model.toldProperty().get()).isEmpty();
    }

    @Test
    void whatIsSelectedStaysSoOverRefreshAndFilter() {
        shown().select(idOf(2));
        Row<String, SpotLine> row = model.lines().get(2);
        moments = day().interrupted(GLIMPSE, "glimpse-api", 1, -1);
        model.tick(NOW.plusSeconds(30));

        assertThat(model.lines()).hasSize(5);
        assertThat(model.selectedLine()).contains(row.key());
        assertThat(model.line(row.key())).contains(row);
        model.filter(TextFilter.of("nowhere", model.columns()));
        assertThat(detail().key()).isEqualTo(row.key());
    }

    @Test
    void theLedgerIsNotAskedWithEverySnapshot() {
        shown();
        model.show(Snapshots.moment(), NOW.plusSeconds(5));
        assertThat(asked).hasSize(1);

        model.show(Snapshots.moment(), NOW.plusSeconds(20));
        assertThat(asked).hasSize(2);
    }

    @Test
    void anAnswerAboutAnotherTimeIsDropped() {
        shown();
        late = true;
        model.span(SpotSpan.WEEK);
        model.span(SpotSpan.MONTH);
        late = false;
        waiting.get(1).accept(SpotMoments.quarter().answer(asked.get(2)));
        int month = model.lines().size();
        waiting.getFirst().accept(day().answer(asked.get(1)));

        assertThat(page().headline().orElseThrow().headline()).contains("30 days");
        assertThat(model.lines()).hasSize(month);
    }

    @Test
    void theDetailsOfAnInterruptionTellTheReasonInFullAndWhatReplacedIt() {
        shown().select(idOf(2));

        assertThat(checks("What AWS says")).extracting(Check::sentence)
                .containsExactly("SpotInterruption: Your Spot Task was interrupted.");
        assertThat(fact("Notice")).isEqualTo("02:25:12");
        assertThat(fact("Stopped")).isEqualTo("02:27:10");
        assertThat(fact("Replacement")).startsWith("41 s; ").contains("runs since 02:27:51");
        assertThat(fact("Task")).startsWith("arn:aws:ecs:");
        assertThat(fact("Learnt from")).isEqualTo("the list of tasks");
        assertThat(detail().reference()).get().satisfies(reference -> {
            assertThat(reference.arn().orElseThrow()).startsWith("arn:aws:ecs:");
            assertThat(reference.uri().toString()).contains("/clusters/glimpse-prod/tasks/");
        });
        assertThat(detail().copied()).contains("Your Spot Task was interrupted.", "Glimpse");
    }

    @Test
    void whatCoincidedIsToldBesideWhatWasBefore() {
        shown().select(idOf(0));

        assertThat(checks("What coincided")).first().satisfies(check -> {
            assertThat(check.tone()).isEqualTo(Tone.WARNING);
            assertThat(check.sentence()).isEqualTo("glimpse-alb: 5xx 9 in the 5 min after, 6 before.");
        });
        assertThat(histories.getLast().series()).contains(new SeriesId(GLIMPSE.id(), "lb.5xx", "glimpse-alb"));
        int questions = histories.size();
        model.tick(NOW.plusSeconds(30));
        assertThat(histories).as("what is over does not change").hasSize(questions);
    }

    @Test
    void nothingUnusualIsSaidAndWhatNobodyReadIsNotKnown() {
        shown().select(idOf(2));
        assertThat(checks("What coincided")).extracting(Check::sentence).startsWith("Nothing unusual.");

        history = query -> new HistoryAnswer(query, Map.of());
        model.select(idOf(3));
        assertThat(checks("What coincided")).allSatisfy(check -> {
            assertThat(check.tone()).isEqualTo(Tone.MUTED);
            assertThat(check.sentence()).contains("not known");
        });
    }

    @Test
    void minutesThatAreKeptNoMoreAreNotAskedFor() {
        moments = new SpotMoments().interrupted(GLIMPSE, "glimpse-api", 40 * 1440, 4);
        shown().span(SpotSpan.QUARTER);
        model.select(idOf(0));

        assertThat(checks("What coincided")).extracting(Check::sentence)
                .containsExactly("Not known: minutes are kept for 15 d.");
        assertThat(histories).isEmpty();
    }

    @Test
    void theChecksSayWhatIsWrongAndWhatToChange() {
        shown().choose("glimpse-prod/glimpse-api");

        assertThat(checks("Checks")).extracting(Check::tone).containsExactly(Tone.WARNING, Tone.NOTICE, Tone.FINE,
                Tone.NOTICE, Tone.WARNING);
        assertThat(checks("Checks")).extracting(Check::sentence).satisfies(said -> {
            assertThat(said.get(0)).startsWith("Base 0: nothing guarantees a task on demand.");
            assertThat(said.get(1)).startsWith("Fargate never falls back to on demand");
            assertThat(said.get(2)).isEqualTo("Its tasks run in 2 zones: ap-northeast-2a, ap-northeast-2c.");
            assertThat(said.get(3)).startsWith("api has ECS's own 30 s to stop: killed before the 120 s");
            assertThat(said.get(4)).contains("300 s", "120 s");
        });
        assertThat(checks("Checks").getFirst().change()).contains("base of 1 or more");
        assertThat(checks("Checks").getLast().change()).contains("to 120 or less");
    }

    @Test
    void aSettingThatMayNotBeReadSaysWhy() {
        moments = day().checks(new SpotChecks(true, 1, Optional.empty(), Optional.empty(), Optional.empty()),
                Failure.denied("ecs:DescribeTaskDefinition"));
        shown().choose("glimpse-prod/glimpse-api");

        assertThat(checks("Checks").getFirst().tone()).isEqualTo(Tone.FINE);
        assertThat(checks("Checks").get(3).tone()).isEqualTo(Tone.MUTED);
        assertThat(checks("Checks").get(3).sentence()).startsWith("The stop timeout: not known.")
                .contains("ecs:DescribeTaskDefinition");
    }

    @Test
    void withoutAnEventLogItSaysHowToSetOneUp() {
        shown().choose("glimpse-prod/glimpse-api");

        assertThat(checks("Event log").getFirst().change()).contains("packaging/aws/ecs-events.yaml");
        assertThat(detail().parts().getLast().items()).last()
                .isEqualTo(new Code("eventLog: /watchdeck/ecs-events"));
    }

    @Test
    void theShareIsThatOfTheChosenServiceOverTheChosenTime() {
        shown().choose("glimpse-prod/glimpse-api");
        model.draw(Drawn.SHARE);

        assertThat(histories.getLast().series()).containsExactly(
                new SeriesId(GLIMPSE.id(), "service.spotRunning", "glimpse-api"),
                new SeriesId(GLIMPSE.id(), "service.onDemandRunning", "glimpse-api"));
        assertThat(model.share().chartProperty().get().range().length()).isEqualTo(Duration.ofDays(1));
        assertThat(model.share().chartProperty().get().plots().getFirst().lines()).hasSize(2);
        assertThat(model.services().get(1).facts().share().above()).isEqualTo("2 of 2");
        assertThat(model.services().get(1).facts().share().below()).isEqualTo("plan 90%");
    }

    @Test
    void theTableHasEveryLineThatIsListed() {
        shown().only(Sort.INTERRUPTIONS);

        assertThat(model.csv().rows()).hasSize(3)
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(model.csv().header()));
        assertThat(model.csv().rows().getFirst()).contains("2026-09-22T02:02:12Z", "glimpse-prod", "interruption", "4",
                "SpotInterruption");
    }

    @Test
    void aPlaceSelectsAServiceOrALine() {
        shown().look(model.stack(GLIMPSE.id()).orElseThrow(), Optional.of("glimpse-api"));
        assertThat(model.chosenService()).isEqualTo("glimpse-prod/glimpse-api");

        model.look(model.stack(GLIMPSE.id()).orElseThrow(), Optional.of(idOf(1)));
        assertThat(detail().about()).isEqualTo(SpotDetail.About.PLACEMENT_FAILURE);
    }

    @Test
    void aLineHasItsMomentOnTheTimelineAndAServiceHasNone() {
        shown().look(model.stack(GLIMPSE.id()).orElseThrow(), Optional.of(idOf(1)));
        assertThat(detail().moment().orElseThrow().stack()).contains(GLIMPSE.id());
        assertThat(detail().moment().orElseThrow().screen()).isEqualTo(Screen.TIMELINE);

        model.look(model.stack(GLIMPSE.id()).orElseThrow(), Optional.of("glimpse-api"));
        assertThat(detail().moment()).isEmpty();
    }

    @Test
    void anotherLanguageGoesOnWhereThisOneWas() {
        shown().select(idOf(1));
        model.only(Sort.FAILURES);
        var korean = new SpotViewModel(new Words(Locale.KOREAN, Snapshots.ZONE), (_, _) -> {}, (_, _) -> {});
        korean.goOn(model);

        assertThat(korean.lines()).hasSize(1);
        assertThat(korean.detailProperty().get().orElseThrow().title()).isEqualTo("태스크 배치 실패");
        assertThat(korean.pageProperty().get().headline().orElseThrow().headline())
                .isEqualTo("24시간 동안 Glimpse PROD 중단 3건");
    }
}
