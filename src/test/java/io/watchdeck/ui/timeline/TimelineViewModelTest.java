package io.watchdeck.ui.timeline;

import static io.watchdeck.ui.timeline.TimelineStory.GLIMPSE;
import static io.watchdeck.ui.timeline.TimelineStory.LOSS;
import static io.watchdeck.ui.timeline.TimelineStory.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.LaneData;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineViewModelTest {

    private static final Instant LATEST = NOW.truncatedTo(ChronoUnit.SECONDS);

    private final TimelineViewModel model = new TimelineViewModel(StoryArchive.WORDS, new StoryArchive(),
            HandingOver.nothing(), Runnable::run);

    @BeforeEach
    void show() {
        model.open(Optional.of(GLIMPSE), Optional.empty());
        model.show(Snapshots.moment(), NOW);
    }

    private List<String> names() {
        return model.lanesProperty().get().lanes().stream().map(LaneData.Lane::name).toList();
    }

    private LaneData.Happened lane(String name) {
        return (LaneData.Happened) model.lanesProperty().get().lanes().stream().filter(one -> one.name().equals(name))
                .findFirst().orElseThrow();
    }

    @Test
    void aLaneIsThereForWhatTheStackHasOnly() {
        assertThat(names()).containsExactly("Requests", "5xx", "Running tasks", "DB connections", "Deployments",
                "Spot interruptions", "Alarms", "Operator actions");

        model.show(Snapshots.of(List.of(withoutDatabase(Snapshots.glimpse()))), NOW);

        assertThat(names()).doesNotContain("DB connections").contains("Running tasks");
    }

    private static StackSnapshot withoutDatabase(StackSnapshot one) {
        StackFile file = one.file();
        Components all = file.components();
        var none = new Components(all.services(), all.loadBalancers(), List.of(), all.caches(), all.queues(),
                all.batchQueues(), all.pipes(), all.pipelines(), all.logGroups(), all.eventLog());
        return new StackSnapshot(new StackFile(file.id(), file.name(), file.environment(), file.access(),
                file.account(), file.cluster(), none, file.plan(), file.costFilter(), file.rules(),
                file.alarmSeverities(), file.contradictions(), file.readOnly()), one.asOf(), one.identity(),
                one.services(), one.loadBalancers(), List.of(), one.caches(), one.queues(), one.batchQueues(),
                one.pipes(), one.pipelines(), one.cost(), one.budgets(), one.alarms(), one.conditions(),
                one.verdict(), one.gaps(), one.occurrences());
    }

    @Test
    void theCursorGoesOnWithNowUntilSomebodyMovesIt() {
        assertThat(model.liveProperty().get()).isTrue();
        model.tick(NOW.plusSeconds(10));
        assertThat(model.cursorProperty().get()).isEqualTo(LATEST.plusSeconds(10));

        model.cursorAt(LOSS);
        model.tick(NOW.plusSeconds(20));

        assertThat(model.liveProperty().get()).isFalse();
        assertThat(model.cursorProperty().get()).isEqualTo(LOSS);
    }

    @Test
    void aMomentBeforeTheTimeShownMakesThatLonger() {
        model.open(Optional.empty(), Optional.of(NOW.minus(Duration.ofDays(2))));

        assertThat(model.spanProperty().get()).isEqualTo(Span.DAYS);
        assertThat(model.range().contains(model.cursorProperty().get())).isTrue();
    }

    @Test
    void aMomentLongerAgoThanTheLongestTimeStandsInTheMiddle() {
        Instant long0 = NOW.minus(Duration.ofDays(100));
        model.open(Optional.empty(), Optional.of(long0));

        assertThat(model.spanProperty().get()).isEqualTo(Span.MONTH);
        assertThat(Duration.between(model.range().from(), model.cursorProperty().get()))
                .isBetween(Duration.ofDays(14), Duration.ofDays(16));

        model.goLive();
        assertThat(model.range().to()).isEqualTo(NOW);
        assertThat(model.cursorProperty().get()).isEqualTo(LATEST);
    }

    @Test
    void stepsGoFromEventToEvent() {
        model.cursorAt(LOSS.minusSeconds(1));

        model.event(1);
        assertThat(model.cursorProperty().get()).isEqualTo(LOSS);
        model.event(1);
        assertThat(model.cursorProperty().get()).as("its alarm").isEqualTo(LOSS.plusSeconds(20));
        model.event(-1);
        assertThat(model.cursorProperty().get()).isEqualTo(LOSS);
    }

    @Test
    void playingStopsAtNow() {
        model.cursorAt(NOW.minus(Duration.ofMinutes(3)));
        model.togglePlay();

        model.pass(Duration.ofSeconds(1));
        assertThat(model.cursorProperty().get()).isEqualTo(LATEST.minusSeconds(120));
        model.pass(Duration.ofSeconds(5));

        assertThat(model.playingProperty().get()).isFalse();
        assertThat(model.liveProperty().get()).isTrue();
        model.togglePlay();
        assertThat(model.playingProperty().get()).as("from now there is nothing to play").isFalse();
    }

    @Test
    void aMomentCanBeTyped() {
        assertThat(model.type("Mon 21 Sep 22:17:40")).isTrue();
        assertThat(model.cursorProperty().get()).isEqualTo(LOSS);
        assertThat(model.typed()).isEqualTo("Mon 21 Sep 22:17:40");
        assertThat(model.type("21:05")).as("of the same day").isTrue();
        assertThat(model.typed()).isEqualTo("Mon 21 Sep 21:05:00");
        assertThat(model.type("2026-09-20 08:00")).isTrue();
        assertThat(model.typed()).isEqualTo("Sun 20 Sep 08:00:00");
    }

    @Test
    void whatIsNoMomentOrNotYetMovesNothing() {
        model.cursorAt(LOSS);

        for (String typed : List.of("", "soon", "25:00", "2026-09-23 10:00", "22 Sep 23:00")) {
            assertThat(model.type(typed)).as(typed).isFalse();
        }
        assertThat(model.cursorProperty().get()).isEqualTo(LOSS);
    }

    @Test
    void whenNobodyWatchedIsAGapOfTheInterruptions() {
        model.choose(Span.WEEK);

        LaneData.Happened spot = lane("Spot interruptions");
        assertThat(spot.flags()).hasSize(6);
        assertThat(spot.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.range()).isEqualTo(TimelineStory.UNWATCHED);
            assertThat(gap.reason()).isEqualTo("Spot not known 8 h 55 min");
        });
    }

    @Test
    void aFailedRevisionSaysAfterHowLong() {
        model.choose(Span.WEEK);

        assertThat(lane("Deployments").flags()).extracting(LaneData.Flag::text)
                .contains("rev 30, failed after 9 min", "rev 31");
    }

    @Test
    void alarmsSayWhoHadThem() {
        model.choose(Span.WEEK);

        assertThat(lane("Alarms").bars()).hasSize(7);
        assertThat(lane("Alarms").bars()).filteredOn(bar -> bar.had().isPresent()).extracting(LaneData.Bar::text)
                .containsExactlyInAnyOrder("glimpse-api: 5xx, jmin after 4 min",
                        "glimpse-api: Running tasks, jmin after 1 min");
    }

    @Test
    void anotherStackHasNothingOfTheOneBefore() {
        model.choose(new StackId("bowwow-prod"));

        assertThat(lane("Deployments").flags()).isEmpty();
        assertThat(lane("Alarms").bars()).isEmpty();
        assertThat(model.around().rows()).isEmpty();
    }

    @Test
    void withoutAStackItSaysSo() {
        model.show(Snapshots.of(List.of()), NOW);

        assertThat(model.emptyTextProperty().get()).isNotEmpty();
        assertThat(model.stackProperty().get()).isEmpty();
    }

    @Test
    void anotherLanguageGoesOnWhereItWas() {
        model.choose(Span.WEEK);
        model.cursorAt(LOSS);
        var next = new TimelineViewModel(StoryArchive.WORDS, new StoryArchive(),
                HandingOver.nothing(), Runnable::run);

        next.goOn(model);
        next.show(Snapshots.moment(), NOW);

        assertThat(next.cursorProperty().get()).isEqualTo(LOSS);
        assertThat(next.spanProperty().get()).isEqualTo(Span.WEEK);
        assertThat(next.stackProperty().get().orElseThrow().file().id()).isEqualTo(GLIMPSE);
    }
}
