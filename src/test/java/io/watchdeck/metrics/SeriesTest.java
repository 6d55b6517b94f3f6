package io.watchdeck.metrics;

import static io.watchdeck.metrics.Points.T0;
import static io.watchdeck.metrics.Points.at;
import static io.watchdeck.metrics.Points.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesTest {

    @Test
    void samplesAreInOrderOfTime() {
        var series = Series.of(List.of(new Sample(at(2), 3), new Sample(at(0), 1), new Sample(at(1), 2)));

        assertThat(series).isEqualTo(minutes(1, 2, 3));
        assertThat(series.size()).isEqualTo(3);
        assertThat(series.at(2)).isEqualTo(at(2));
        assertThat(series.value(2)).isEqualTo(3);
    }

    @Test
    void ofSeveralSamplesOfOnePeriodTheLastStays() {
        assertThat(Series.of(List.of(new Sample(T0, 1), new Sample(T0, 2)))).isEqualTo(minutes(2));
    }

    @Test
    void theLastSampleIsTheNewest() {
        assertThat(minutes(1, 2, 3).last()).contains(new Sample(at(2), 3));
        assertThat(Series.empty().last()).isEmpty();
    }

    @Test
    void betweenHasTheBeginAndNotTheEnd() {
        Series series = minutes(0, 1, 2, 3, 4);

        assertThat(series.between(at(1), at(3)).samples()).containsExactly(new Sample(at(1), 1), new Sample(at(2), 2));
        assertThat(series.between(at(-5), at(99))).isSameAs(series);
        assertThat(series.between(at(3), at(3)).isEmpty()).isTrue();
        assertThat(series.between(at(3), at(1)).isEmpty()).isTrue();
        assertThat(series.between(at(5), at(9)).isEmpty()).isTrue();
        assertThat(Series.empty().between(at(0), at(9)).isEmpty()).isTrue();
    }

    @Test
    void betweenCountsPartsOfASecond() {
        Series series = minutes(0, 1);

        assertThat(series.between(T0.plusNanos(1), at(9)).samples()).containsExactly(new Sample(at(1), 1));
        assertThat(series.between(at(-1), at(1).plusNanos(1)).size()).isEqualTo(2);
    }

    @Test
    void aPeriodIsCompleteOnceItHasEnded() {
        Series series = minutes(0, 1, 2);

        assertThat(series.complete(Points.MINUTE, at(3)).size()).isEqualTo(3);
        assertThat(series.complete(Points.MINUTE, at(3).minusNanos(1)).size()).isEqualTo(2);
        assertThat(series.complete(Points.MINUTE, at(0)).isEmpty()).isTrue();
    }

    @Test
    void withTheNewerAnswerCounts() {
        var newer = Series.of(List.of(new Sample(at(1), 10), new Sample(at(3), 30)));

        assertThat(minutes(0, 1, 2).with(newer)).isEqualTo(minutes(0, 10, 2, 30));
        assertThat(minutes(0, 1).with(Series.empty())).isEqualTo(minutes(0, 1));
        assertThat(Series.empty().with(newer)).isEqualTo(newer);
    }

    @Test
    void arraysAreCopiedAsFarAsTheyCount() {
        long[] seconds = {T0.getEpochSecond(), at(1).getEpochSecond(), 0};
        double[] values = {1, 2, 3};

        Series series = Series.of(seconds, values, 2);
        values[0] = 9;

        assertThat(series).isEqualTo(minutes(1, 2));
        assertThat(Series.of(seconds, values, 0)).isSameAs(Series.empty());
        assertThatIllegalArgumentException().isThrownBy(() -> Series.of(seconds, values, 3));
    }

    @Test
    void whereHasTheInstantsOfTheOther() {
        assertThat(minutes(1, 2, 3, 4).where(Points.from(1, 0, Double.NaN, 0, 0))).isEqualTo(
                Series.of(List.of(new Sample(at(1), 2), new Sample(at(3), 4))));
        assertThat(minutes(1).where(Series.empty()).isEmpty()).isTrue();
    }

    @Test
    void equalSamplesAreEqualSeries() {
        assertThat(minutes(1, 2)).isEqualTo(minutes(1, 2)).hasSameHashCodeAs(minutes(1, 2));
        assertThat(minutes(1, 2)).isNotEqualTo(minutes(1, 3)).isNotEqualTo(minutes(1));
    }
}
