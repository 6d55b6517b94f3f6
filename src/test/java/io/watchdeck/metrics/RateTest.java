package io.watchdeck.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTest {

    private static final Instant NOON = Instant.parse("2026-09-22T12:00:00Z");

    @Test
    void anHourOfTheSameTrafficIsAsHighAsItsMinutes() {
        Series hours = Series.of(List.of(at(0, 600), at(60, 1200), at(300, 60)));

        assertThat(Rate.perMinute(hours, Duration.ofHours(1)).samples()).extracting(Sample::value)
                .containsExactly(10.0, 20.0, 1.0);
    }

    @Test
    void fiveMinutesCountAsFive() {
        assertThat(Rate.perMinute(Series.of(List.of(at(0, 50), at(5, 100))), Duration.ofMinutes(5)).samples())
                .extracting(Sample::value).containsExactly(10.0, 20.0);
    }

    /// Percentiles and what is derived from counts go on in minutes where their hours have not been fetched yet.
    @Test
    void minutesAtTheEndOfHoursStayAsTheyAre() {
        Series mixed = Series.of(List.of(at(0, 600), at(60, 10), at(61, 12), at(62, 14)));

        assertThat(Rate.perMinute(mixed, Duration.ofHours(1)).samples()).extracting(Sample::value)
                .containsExactly(10.0, 10.0, 12.0, 14.0);
    }

    private static Sample at(int minutes, double value) {
        return new Sample(NOON.plus(Duration.ofMinutes(minutes)), value);
    }
}
