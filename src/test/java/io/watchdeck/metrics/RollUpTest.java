package io.watchdeck.metrics;

import static io.watchdeck.metrics.Points.T0;
import static io.watchdeck.metrics.Points.at;
import static io.watchdeck.metrics.Points.every;
import static io.watchdeck.metrics.Points.from;
import static io.watchdeck.metrics.Points.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RollUpTest {

    private static final double NONE = Double.NaN;
    private static final Duration FIVE = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({"lb.requests,SUM", "service.cpu,AVERAGE", "tg.healthy,MINIMUM", "db.connections,MAXIMUM",
            "db.freeStorage,MINIMUM", "queue.visible,AVERAGE", "cache.cpu,MAXIMUM"})
    void followsTheStatisticOfTheMetric(String metric, RollUp expected) {
        assertThat(RollUp.of(MetricCatalogue.standard().get(metric))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"lb.p50", "lb.p95", "lb.p99", "lb.5xx", "cache.hitRate"})
    void percentilesAndDerivedMetricsAreNotRolledUp(String metric) {
        assertThat(RollUp.of(MetricCatalogue.standard().get(metric))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SUM,24", "AVERAGE,4.8", "MINIMUM,1", "MAXIMUM,10"})
    void fiveMinutesBecomeOne(RollUp how, double expected) {
        assertThat(how.fiveMinutes(minutes(4, 1, 10, 3, 6))).isEqualTo(every(FIVE, T0, expected));
    }

    @ParameterizedTest
    @CsvSource({"SUM,14", "AVERAGE,7", "MINIMUM,4", "MAXIMUM,10"})
    void aPeriodOfWhichAPartIsKnownHasWhatThePartGives(RollUp how, double expected) {
        assertThat(how.fiveMinutes(minutes(4, NONE, 10))).isEqualTo(every(FIVE, T0, expected));
    }

    @ParameterizedTest
    @EnumSource
    void aPeriodOfWhichNothingIsKnownHasNoSample(RollUp how) {
        Series gap = Series.of(List.of(new Sample(at(0), 1), new Sample(at(10), 1)));

        assertThat(how.fiveMinutes(gap).samples()).extracting(Sample::at).containsExactly(at(0), at(10));
        assertThat(how.fiveMinutes(Series.empty()).isEmpty()).isTrue();
        assertThat(how.hours(Series.empty(), Series.empty()).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void zerosAreSamples(RollUp how) {
        assertThat(how.fiveMinutes(minutes(0, 0))).isEqualTo(every(FIVE, T0, 0));
    }

    @Test
    void periodsBeginAtTheirMultiples() {
        assertThat(RollUp.SUM.fiveMinutes(from(3, 1, 2, 4, 8))).isEqualTo(every(FIVE, T0, 3, 12));
        assertThat(RollUp.SUM.hours(from(59, 1, 2), Series.empty())).isEqualTo(every(HOUR, T0, 1, 2));
    }

    @Test
    void anHourOfNegativeNumbersHasItsMaximum() {
        assertThat(RollUp.MAXIMUM.hours(minutes(-5, -3), Series.empty())).isEqualTo(every(HOUR, T0, -3));
    }

    @Test
    void anAverageCountsEverySampleOnce() {
        Series uneven = Series.of(List.of(new Sample(at(0), 10), new Sample(at(5), 1), new Sample(at(6), 1),
                new Sample(at(7), 1), new Sample(at(8), 1)));

        assertThat(RollUp.AVERAGE.hours(uneven, Series.empty())).isEqualTo(every(HOUR, T0, 14 / 5.0));
    }

    @ParameterizedTest
    @CsvSource({"SUM,106", "AVERAGE,63.25", "MINIMUM,1", "MAXIMUM,100"})
    void aSeriesMayChangeItsResolutionWithinAnHour(RollUp how, double expected) {
        assertThat(how.hours(from(30, 1, 2, 3), every(FIVE, T0, 100))).isEqualTo(every(HOUR, T0, expected));
    }

    @Test
    void theSampleOfFiveMinutesCountsInsteadOfTheirMinutes() {
        assertThat(RollUp.SUM.hours(minutes(1, 1, NONE, NONE, NONE, 7), every(FIVE, T0, 50)))
                .isEqualTo(every(HOUR, T0, 57));
        assertThat(RollUp.AVERAGE.hours(minutes(1, 1, NONE, NONE, NONE, 7), every(FIVE, T0, 13)))
                .isEqualTo(every(HOUR, T0, 12));
    }
}
