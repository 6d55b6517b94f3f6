package io.watchdeck.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.Past;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AdviceViewModelTest {

    private final List<HistoryQuery> asked = new ArrayList<>();
    private Function<SeriesId, Series> kept = _ -> Series.empty();
    private boolean answering = true;
    private final AdviceViewModel model = new AdviceViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE), this::answer,
            this::hold);
    private final List<Set<StackId>> logsAsked = new ArrayList<>();
    private Map<StackId, Map<String, Reading<LogGroup>>> held = Map.of();

    private void hold(Set<StackId> stacks, Consumer<Map<StackId, Map<String, Reading<LogGroup>>>> to) {
        logsAsked.add(stacks);
        to.accept(held);
    }

    private void answer(HistoryQuery query, Consumer<Past> to) {
        asked.add(query);
        if (answering) {
            to.accept(Past.of(new HistoryAnswer(query, query.series().stream().collect(Collectors.toMap(
                    Function.identity(), id -> new HistoryAnswer.Kept(kept.apply(id), List.of())))), Map.of()));
        }
    }

    @Test
    void asLongAsTheHistoryIsNotThereItSaysThatItLooks() {
        answering = false;
        model.show(Snapshots.moment(), Snapshots.NOW);

        assertThat(model.stateProperty().get()).isEqualTo("Looking at the history...");
        assertThat(model.missingProperty().get()).isEmpty();
    }

    @Test
    void withoutHistoryItTellsWhatIsMissing() {
        model.show(Snapshots.of(List.of(Snapshots.glimpse())), Snapshots.NOW);

        assertThat(model.linesProperty().get()).isEmpty();
        assertThat(model.stateProperty().get()).startsWith("Nothing is advised");
        assertThat(model.missingProperty().get()).contains("Not told of Glimpse PROD: fewer than 303 hours of "
                + "CPU, memory and tasks of a service are known of the last 14 days.");
    }

    @Test
    void aServiceThatIsTooLargeIsToldWithItsArithmetic() {
        kept = id -> id.metric().equals("service.running") ? flat(2) : flat(20);
        model.show(Snapshots.of(List.of(Snapshots.glimpse())), Snapshots.NOW);

        assertThat(model.linesProperty().get()).first().satisfies(line -> {
            assertThat(line.what()).isEqualTo("Glimpse PROD: Halve CPU and memory of glimpse-api");
            assertThat(line.saving()).isEqualTo("$11.50 a month");
            assertThat(line.arithmetic()).isEqualTo("Saves: $11.50 a task × 2 tasks × 1/2 (Fargate charges by size); "
                    + "a task: $23.00 of ECS Fargate / 2 tasks of the plan, at the plan's 90% Spot.");
        });
    }

    @Test
    void theHistoryIsAskedForOnceAnHour() {
        model.show(Snapshots.moment(), Snapshots.NOW);
        model.show(Snapshots.moment(), Snapshots.NOW.plusSeconds(60));
        assertThat(asked).hasSize(1);

        model.show(Snapshots.moment(), Snapshots.NOW.plus(Duration.ofHours(1)));
        assertThat(asked).hasSize(2);
    }

    @Test
    void logGroupsThatNeverExpireAreAskedForOnceAnHourWhereTheyArePaidFor() {
        held = Map.of(new StackId("tiketi-prod"), Map.of("/ecs/tiketi-backend", Reading.known(
                new LogGroup("/ecs/tiketi-backend", 100L << 30, OptionalInt.empty()), Snapshots.NOW)));
        var both = Snapshots.of(List.of(Snapshots.glimpse(), Snapshots.tiketi()));

        model.show(both, Snapshots.NOW);
        model.show(both, Snapshots.NOW.plusSeconds(60));

        assertThat(logsAsked).as("Glimpse has no plan line for CloudWatch")
                .containsExactly(Set.of(new StackId("tiketi-prod")));
        assertThat(model.linesProperty().get()).singleElement().satisfies(line -> {
            assertThat(line.what()).isEqualTo("Tiketi PROD: Let the lines of one log group expire, such as after "
                    + "30 days");
            assertThat(line.saving()).isEqualTo("at most $3.14 a month");
            assertThat(line.why()).isEqualTo("Their lines never expire: /ecs/tiketi-backend (100.0 GB).");
            assertThat(line.arithmetic()).startsWith("Saves: 100 GB stored × $0.0314 a GB and month (");
        });

        model.show(both, Snapshots.NOW.plus(Duration.ofHours(1)));
        assertThat(logsAsked).hasSize(2);
    }

    private static Series flat(double value) {
        var samples = new ArrayList<Sample>();
        Instant end = Snapshots.NOW;
        for (int hour = 14 * 24; hour > 0; hour--) {
            samples.add(new Sample(end.minusSeconds(3600L * hour), value));
        }
        return Series.of(samples);
    }
}
