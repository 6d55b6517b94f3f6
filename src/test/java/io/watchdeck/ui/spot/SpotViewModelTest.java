package io.watchdeck.ui.spot;

import static io.watchdeck.ui.spot.SpotMoments.GLIMPSE;
import static io.watchdeck.ui.spot.SpotMoments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.cost.SpotSaving;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.CountBars;
import io.watchdeck.ui.kit.Tone;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What is said of all services, and of each.
class SpotViewModelTest extends SpotRig {

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
}
