package io.watchdeck.ui.spot;

import static io.watchdeck.ui.spot.SpotMoments.GLIMPSE;
import static io.watchdeck.ui.spot.SpotMoments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ledger.SpotChecks;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Failure;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.CountBars;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.TextFilter;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.spot.SpotDetail.Check;
import io.watchdeck.ui.spot.SpotDetail.Code;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The lines of the ledger, and what is said of one that is selected.
class SpotLinesTest extends SpotRig {

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
