package io.watchdeck.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecimationTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void nothingIsDrawnOfNothing() {
        assertThat(Decimation.of(Series.empty(), MINUTE, minutes(0, 60), 100)).isEmpty();
    }

    @Test
    void aSingleSampleIsARunOfItsOwn() {
        assertThat(runs(series(5))).containsExactly(List.of(300L));
    }

    @Test
    void aMissingPeriodEndsARun() {
        assertThat(runs(series(0, 1, 2, 4, 5, 9))).containsExactly(List.of(0L, 60L, 120L), List.of(240L, 300L),
                List.of(540L));
    }

    @Test
    void aSampleThatComesALittleLateIsNoGap() {
        var late = Series.of(new long[] {0, 60, 145, 200}, new double[4], 4);

        assertThat(Decimation.of(late, MINUTE, minutes(0, 60), 100)).hasSize(1);
    }

    @Test
    void whatIsNotANumberIsAGapAndNeverZero() {
        var broken = Series.of(new long[] {0, 60, 120, 180}, new double[] {5, Double.NaN, 7, Double.NaN}, 4);

        List<Decimation.Run> runs = Decimation.of(broken, MINUTE, minutes(0, 60), 100);

        assertThat(runs).extracting(run -> run.values()[0]).containsExactly(5.0, 7.0);
        assertThat(runs).allSatisfy(run -> assertThat(run.size()).isOne());
    }

    @Test
    void aWeekOfMinutesCostsFourSamplesAColumnAndKeepsASingleSpikeAndASingleHole() {
        var samples = new ArrayList<Sample>();
        for (int minute = 0; minute < 10_080; minute++) {
            double value = minute == 5_000 ? 900 : minute == 7_000 ? -3 : 10 + minute % 7;
            samples.add(new Sample(Instant.ofEpochSecond(minute * 60L), value));
        }

        Decimation.Run run = Decimation.of(Series.of(samples), MINUTE, minutes(0, 10_080), 500).getFirst();

        assertThat(run.size()).isLessThanOrEqualTo(4 * 502);
        assertThat(Arrays.stream(run.values()).max()).hasValue(900);
        assertThat(Arrays.stream(run.values()).min()).hasValue(-3);
        assertThat(run.seconds()).isSorted().doesNotHaveDuplicates().startsWith(0).endsWith(10_079 * 60L);
    }

    @Test
    void aGapOfOneMinuteInAWeekStaysAGap() {
        var samples = new ArrayList<Sample>();
        for (int minute = 0; minute < 10_080; minute++) {
            if (minute != 4_000) {
                samples.add(new Sample(Instant.ofEpochSecond(minute * 60L), 1));
            }
        }

        assertThat(Decimation.of(Series.of(samples), MINUTE, minutes(0, 10_080), 500)).hasSize(2);
    }

    @Test
    void outsideTheRangeOnlyTheNeighboursAreLeft() {
        List<Decimation.Run> runs = Decimation.of(series(0, 1, 2, 3, 4, 5, 6), MINUTE, minutes(2, 5), 100);

        assertThat(runs).singleElement().satisfies(run -> assertThat(run.seconds()).containsExactly(60, 120, 180, 240,
                300));
    }

    @Test
    void fewerColumnsThanOneStillDraw() {
        assertThat(runs(series(0, 1), 0)).containsExactly(List.of(0L, 60L));
    }

    @Test
    void thePeriodIsTheShortestStep() {
        assertThat(Decimation.period(series(0, 5, 6, 60))).isEqualTo(MINUTE);
        assertThat(Decimation.period(series(3))).isEqualTo(MINUTE);
    }

    @Test
    void theHighestPassesOverWhatIsNotANumber() {
        assertThat(Decimation.highest(Series.of(new long[] {0, 60}, new double[] {4, Double.NaN}, 2))).isEqualTo(4);
    }

    private static List<List<Long>> runs(Series series) {
        return runs(series, 100);
    }

    private static List<List<Long>> runs(Series series, int columns) {
        return Decimation.of(series, MINUTE, minutes(0, 60), columns).stream()
                .map(run -> Arrays.stream(run.seconds()).boxed().toList()).toList();
    }

    private static TimeRange minutes(long from, long to) {
        return new TimeRange(Instant.ofEpochSecond(from * 60), Instant.ofEpochSecond(to * 60));
    }

    private static Series series(long... minutes) {
        return Series.of(Arrays.stream(minutes).mapToObj(minute -> new Sample(Instant.ofEpochSecond(minute * 60), 1))
                .toList());
    }
}
