package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.Past;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChartViewModelTest {

    private static final SeriesId CPU = new SeriesId(new StackId("shop"), "service.cpu", "api");
    private static final SeriesId MEMORY = new SeriesId(new StackId("shop"), "service.memory", "api");

    private final List<HistoryQuery> asked = new ArrayList<>();
    private final List<Consumer<Past>> listeners = new ArrayList<>();
    private final List<Optional<Past>> drawn = new ArrayList<>();
    private final ChartViewModel model = new ChartViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE),
            (query, answer) -> {
                asked.add(query);
                listeners.add(answer);
            });

    @Test
    void asksNothingWhereNothingIsShown() {
        show();

        assertThat(asked).isEmpty();
        assertThat(model.waitsProperty().get()).isFalse();
    }

    @Test
    void waitsUntilTheLastQuestionIsAnswered() {
        show(CPU);
        model.choose(ChartRange.YEAR);
        answer(0);
        assertThat(model.waitsProperty().get()).isTrue();

        answer(1);

        assertThat(model.waitsProperty().get()).isFalse();
        assertThat(drawn.getLast()).map(answer -> answer.metrics().query().tier()).contains(Tier.HOUR);
    }

    @Test
    void anotherSeriesIsAskedForWhileTheOthersStay() {
        show(CPU);
        answer(0);

        show(CPU, MEMORY);

        assertThat(asked.getLast().series()).containsExactly(CPU, MEMORY);
        assertThat(drawn.getLast()).map(answer -> answer.metrics().kept().keySet()).contains(Set.of(CPU));
    }

    @Test
    void asksAgainAfterAMinuteWithoutSayingThatItWaits() {
        show(CPU);
        answer(0);

        model.show(subject(CPU), Snapshots.NOW.plusSeconds(61));

        assertThat(asked).hasSize(2);
        assertThat(model.waitsProperty().get()).isFalse();
    }

    @Test
    void asksForTheSampleThatSpeaksForTheBegin() {
        show(new SeriesId(new StackId("shop"), "cost.monthToDate", "Shop"));
        show(CPU);

        assertThat(asked).extracting(query -> query.range().from()).containsExactly(
                Snapshots.NOW.minus(Duration.ofHours(27)), Snapshots.NOW.minus(Duration.ofMinutes(181)));
    }

    @Test
    void namesItsFilesAfterTheTime() {
        show(CPU);
        model.choose(ChartRange.MINUTES_KEPT);
        assertThat(model.fileName()).isEqualTo("shop-15d");

        model.look(Optional.of(TimeRange.last(Duration.ofHours(2), Snapshots.NOW)));

        assertThat(model.fileName()).isEqualTo("shop-part");
        assertThat(model.spanProperty().get()).isEqualTo("11:42 to 13:42");
        assertThat(model.part()).isPresent();
    }

    @Test
    void exportsTheDigitsThatAreKeptAndNoSampleThatIsNone() {
        Series values = Series.of(new long[] {60, 120, 180, 240, 300},
                new double[] {(float) 45.23, 0, 1_234_567_890, Double.NaN, (float) 1e-5}, 5);
        model.show(new ChartViewModel.Subject("Shop", "shop", List.of(), (_, _, _) -> new ChartData(
                new TimeRange(Instant.EPOCH, Instant.ofEpochSecond(600)), Snapshots.NOW,
                List.of(new ChartData.Plotted("CPU", Unit.PERCENT,
                        List.of(new ChartData.Line("CPU", values, Duration.ofMinutes(1), 1, List.of())),
                        Optional.empty(), Optional.empty(), 1)),
                List.of(), "")), Snapshots.NOW);

        assertThat(model.csv().rows()).extracting(List::getLast).containsExactly("45.23", "0", "1234567890", "0.00001");
    }

    private void show(SeriesId... series) {
        model.show(subject(series), Snapshots.NOW);
    }

    private ChartViewModel.Subject subject(SeriesId... series) {
        return new ChartViewModel.Subject("Shop", "shop", List.of(series), (range, _, answer) -> {
            drawn.add(answer);
            return ChartData.empty(range);
        });
    }

    private void answer(int question) {
        HistoryQuery query = asked.get(question);
        listeners
                .get(question).accept(new Past(
                        new HistoryAnswer(query, query.series().stream().collect(Collectors.toMap(
                                Function.identity(), _ -> new HistoryAnswer.Kept(Series.empty(), List.of())))),
                        Map.of()));
    }
}
