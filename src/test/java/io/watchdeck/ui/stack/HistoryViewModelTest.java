package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.ChartRange;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HistoryViewModelTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final List<HistoryQuery> asked = new ArrayList<>();
    private Map<StackId, List<FleetEvent.Deployed>> happened = Map.of();
    private final List<Consumer<Past>> listeners = new ArrayList<>();
    private final HistoryViewModel model = new HistoryViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE),
            (query, answer) -> {
                asked.add(query);
                listeners.add(answer);
            });

    @Test
    void beginsWithErrorsAboveConnectionsOfTheLastThreeHoursFromMemory() {
        show(Snapshots.NOW);

        ChartData chart = model.chart().chartProperty().get();
        assertThat(chart.plots()).extracting(ChartData.Plotted::title).containsExactly("5xx", "DB connections");
        assertThat(chart.plots().getLast().top()).map(ChartData.Level::at).contains(100.0);
        assertThat(chart.lanes()).extracting(lane -> lane.spans().size() + lane.marks().size()).containsExactly(1, 1,
                2);
        assertThat(chart.range()).isEqualTo(TimeRange.last(Duration.ofHours(3), Snapshots.NOW));
        assertThat(chart.plots().getFirst().lines().getFirst().values().isEmpty()).isFalse();
        assertThat(model.noteProperty().get()).isEqualTo("last 3 h");
    }

    @Test
    void saysItselfInASentence() {
        show(Snapshots.NOW);

        assertThat(model.chart().chartProperty().get().summary()).startsWith("5xx, last 3 h: now ")
                .contains("alarm at 10/min, above since 13:", "no data 11:36 to 11:49");
    }

    @Test
    void asksForTheTierThatFitsRangeAndWidth() {
        show(Snapshots.NOW);
        model.chart().choose(ChartRange.MINUTES_KEPT);
        model.chart().choose(ChartRange.YEAR);
        model.chart().choose(ChartRange.DAY);
        model.chart().width(100);

        assertThat(asked).extracting(HistoryQuery::tier).containsExactly(Tier.MINUTE, Tier.FIVE_MINUTES, Tier.HOUR,
                Tier.MINUTE, Tier.FIVE_MINUTES);
        assertThat(asked.getLast().series()).extracting(id -> id.metric()).containsExactly("lb.5xx",
                "db.connections");
    }

    @Test
    void anAnswerToAnOlderQuestionIsDropped() {
        show(Snapshots.NOW);
        model.chart().choose(ChartRange.MINUTES_KEPT);
        model.chart().choose(ChartRange.YEAR);
        answer(1, 5, List.of());
        assertThat(model.noteProperty().get()).isEqualTo("asking");

        answer(2, 7, List.of());

        assertThat(model.noteProperty().get()).isEqualTo("last year");
        assertThat(firstLine().values().value(0)).as("5xx a minute, of 7 in an hour").isEqualTo(7 / 60.0);
        assertThat(firstLine().period()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aSecondAnswerToTheSameQuestionCounts() {
        show(Snapshots.NOW);
        model.chart().choose(ChartRange.YEAR);
        answer(1, 5, List.of());
        answer(1, 9, List.of());

        assertThat(firstLine().values().value(0)).isEqualTo(9 / 60.0);
    }

    @Test
    void asksAgainAtMostOnceAMinuteAndOfThePastNever() {
        show(Snapshots.NOW);
        model.chart().choose(ChartRange.DAY);
        show(Snapshots.NOW.plusSeconds(50));
        assertThat(asked).hasSize(2);

        show(Snapshots.NOW.plusSeconds(70));
        assertThat(asked).hasSize(3);

        Instant noon = Snapshots.NOW.minus(DAY);
        model.chart().look(Optional.of(new TimeRange(noon, noon.plusSeconds(3600))));
        show(Snapshots.NOW.plusSeconds(900));
        assertThat(asked).hasSize(4);
    }

    @Test
    void zoomingAsksForMoreOnBothSidesAndTheWayBackShowsWhatWasChosen() {
        show(Snapshots.NOW);
        model.chart().choose(ChartRange.YEAR);
        Instant from = Snapshots.NOW.minus(DAY.multipliedBy(3));
        var part = new TimeRange(from, from.plus(DAY));

        model.chart().look(Optional.of(part));

        assertThat(asked.getLast().tier()).isEqualTo(Tier.MINUTE);
        assertThat(asked.getLast().range()).isEqualTo(new TimeRange(from.minus(DAY), from.plus(DAY.multipliedBy(2))));
        assertThat(model.chart().chartProperty().get().range()).isEqualTo(part);
        assertThat(model.chart().closerProperty().get()).isTrue();
        answer(2, 5, List.of());
        assertThat(model.noteProperty().get()).isEqualTo("Sat 13:42 to Sun 13:42");

        model.chart().look(Optional.empty());
        assertThat(model.chart().chartProperty().get().range().length()).isEqualTo(ChartRange.YEAR.length());
        assertThat(model.chart().closerProperty().get()).isFalse();
    }

    @Test
    void aGapSaysWhyAndIsNeverZero() {
        show(Snapshots.NOW);
        model.chart().choose(ChartRange.MINUTES_KEPT);
        var off = new TimeRange(Snapshots.NOW.minus(DAY.multipliedBy(15)), Snapshots.NOW.minus(DAY.multipliedBy(9)));
        answer(1, 5, List.of(Coverage.missed(off, Failure.Kind.EXPIRED)));

        assertThat(firstLine().gaps().getFirst()).satisfies(gap -> {
            assertThat(gap.reason()).isEqualTo("signed out");
            assertThat(gap.range().length()).isEqualTo(DAY.multipliedBy(8));
        });
        assertThat(firstLine().values().samples()).extracting(Sample::value).doesNotContain(0.0);
    }

    @Test
    void theChoiceStaysOverARefresh() {
        show(Snapshots.NOW);
        model.plotFirst(model.choices().stream().filter(one -> one.metric().equals("service.cpu")).findFirst());
        model.plotSecond(Optional.empty());

        show(Snapshots.NOW.plusSeconds(60));

        assertThat(model.chart().chartProperty().get().plots()).extracting(ChartData.Plotted::title)
                .containsExactly("CPU");
    }

    @Test
    void exportsWhatIsInSight() {
        show(Snapshots.NOW);
        int all = model.chart().csv().rows().size();
        assertThat(all).isGreaterThan(300);
        assertThat(model.chart().csv().name()).isEqualTo("tiketi-prod-history-3h");
        assertThat(model.chart().caption()).startsWith("Tiketi: 5xx, DB connections, Tue 22 Sep 2026 10:42");

        model.chart().choose(ChartRange.HOUR);

        assertThat(model.chart().csv().rows()).hasSizeLessThan(all / 2).isNotEmpty();
    }

    @Test
    void withoutAStackThereIsNothingToChoose() {
        show(Snapshots.NOW);

        model.show(Optional.empty(), Snapshots.NOW);

        assertThat(model.choices()).isEmpty();
    }

    @Test
    void showsDeploymentsThatEcsHasForgotten() {
        Instant weekAgo = Snapshots.NOW.minus(DAY.multipliedBy(7));
        happened = Map.of(new StackId("tiketi-prod"), List.of(deployed("tiketi-backend-service", weekAgo),
                deployed("of-no-service-here", weekAgo)));
        show(Snapshots.NOW);
        model.chart().choose(ChartRange.MINUTES_KEPT);
        List<ChartData.Mark> now = deployments();

        answer(asked.size() - 1, 3, List.of());

        assertThat(deployments()).hasSize(now.size() + 1);
        assertThat(deployments().getFirst()).satisfies(mark -> {
            assertThat(mark.at()).isEqualTo(weekAgo);
            assertThat(mark.text()).startsWith("rev 80");
        });
    }

    private static FleetEvent.Deployed deployed(String service, Instant at) {
        return new FleetEvent.Deployed(new ServiceKey("tiketi-cluster-prod", service), new Deployment(
                "ecs-svc/" + service, "INACTIVE", "arn:aws:ecs:x:1:task-definition/backend:80", 2, 0, 0, 0, "COMPLETED",
                "", at, at));
    }

    private List<ChartData.Mark> deployments() {
        return model.chart().chartProperty().get().lanes().getLast().marks();
    }

    /// The newest hour of a week ago.
    private void answer(int question, double value, List<Coverage> coverage) {
        HistoryQuery query = asked.get(question);
        Series kept = Series.of(List.of(new Sample(Snapshots.NOW.minus(DAY.multipliedBy(7)), value)));
        listeners.get(question).accept(Past.of(new HistoryAnswer(query, query.series().stream().collect(
                Collectors.toMap(Function.identity(), _ -> new HistoryAnswer.Kept(kept, coverage)))), happened));
    }

    private ChartData.Line firstLine() {
        return model.chart().chartProperty().get().plots().getFirst().lines().getFirst();
    }

    private void show(Instant at) {
        Optional<StackSnapshot> tiketi = Snapshots.moment().stacks().stream()
                .filter(stack -> stack.file().id().equals(new StackId("tiketi-prod"))).findFirst();
        model.show(tiketi, at);
    }
}
