package io.watchdeck.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Gap.Cause;
import io.watchdeck.model.Failure;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LATE = Duration.ofMinutes(5);

    @Test
    void aGapGoesFromTheEndOfAPeriodToTheBeginOfTheNext() {
        assertThat(ranges(series(0, 1, 2, 7, 8), 0, 9)).containsExactly(minutes(3, 7));
    }

    @Test
    void whatIsMissingAtTheBeginIsAGap() {
        assertThat(ranges(series(4, 5), 0, 6)).containsExactly(minutes(0, 4));
        assertThat(ranges(series(-1, 0, 1), 0, 2)).isEmpty();
    }

    @Test
    void whatIsMissingAtTheEndIsAGapOnceItIsLate() {
        assertThat(ranges(series(0, 1), 0, 7)).isEmpty();
        assertThat(ranges(series(0, 1), 0, 8)).containsExactly(minutes(2, 8));
    }

    @Test
    void withoutAnySampleAllOfItIsOneGap() {
        assertThat(ranges(Series.empty(), 0, 60)).containsExactly(minutes(0, 60));
    }

    @Test
    void whatIsNotANumberLeavesAGap() {
        var broken = Series.of(new long[] {86_400, 86_460, 86_520}, new double[] {1, Double.NaN, 1}, 3);

        assertThat(ranges(broken, 0, 3)).containsExactly(minutes(1, 2));
    }

    @Test
    void theReasonIsTheOneThatExplainsMost() {
        List<Coverage> coverage = List.of(Coverage.read(minutes(0, 10)),
                Coverage.missed(minutes(10, 40), Failure.Kind.EXPIRED),
                Coverage.missed(minutes(40, 50), Failure.Kind.UNREACHABLE), Coverage.read(minutes(90, 100)));

        assertThat(Gap.explained(minutes(10, 55), coverage)).satisfies(gap -> {
            assertThat(gap.cause()).isEqualTo(Cause.MISSED);
            assertThat(gap.missed()).contains(Failure.Kind.EXPIRED);
        });
        assertThat(Gap.explained(minutes(45, 85), coverage).cause()).isEqualTo(Cause.NOT_READ);
        assertThat(Gap.explained(minutes(2, 8), coverage).cause()).isEqualTo(Cause.NO_DATA);
    }

    @Test
    void manyGapsLookAtEachPartOfTheCoverageAFewTimesOnly() {
        var coverage = new CountedList<>(IntStream.range(0, 2000)
                .mapToObj(at -> Coverage.read(minutes(4 * at, 4 * at + 2))).toList());
        Series sparse = series(IntStream.range(0, 2000).mapToLong(at -> 4L * at).toArray());

        List<Gap> gaps = Gap.of(sparse, MINUTE, minutes(0, 8000), coverage, LATE);

        assertThat(gaps).hasSize(1999).allMatch(gap -> gap.cause() == Cause.NOT_READ);
        assertThat(coverage.taken()).isLessThan(50_000);
    }

    @Test
    void whereNothingIsKeptOfReadingTheReasonIsNotKnown() {
        assertThat(Gap.explained(minutes(0, 10), List.of()).cause()).isEqualTo(Cause.NOT_KNOWN);
    }

    private static List<TimeRange> ranges(Series series, long from, long to) {
        return Gap.of(series, MINUTE, minutes(from, to), List.of(), LATE).stream().map(Gap::range).toList();
    }

    private static TimeRange minutes(long from, long to) {
        return new TimeRange(at(from), at(to));
    }

    private static Instant at(long minute) {
        return Instant.ofEpochSecond(86_400 + minute * 60);
    }

    private static Series series(long... minutes) {
        return Series.of(Arrays.stream(minutes).mapToObj(minute -> new Sample(at(minute), 1)).toList());
    }
}
