package io.watchdeck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeRangeTest {

    private static final Instant TO = Instant.parse("2026-09-22T04:42:00Z");
    private static final TimeRange HOUR = TimeRange.last(Duration.ofHours(1), TO);

    @Test
    void theBeginBelongsToItAndTheEndDoesNot() {
        assertThat(HOUR.contains(HOUR.from())).isTrue();
        assertThat(HOUR.contains(TO.minusNanos(1))).isTrue();
        assertThat(HOUR.contains(TO)).isFalse();
        assertThat(HOUR.contains(HOUR.from().minusNanos(1))).isFalse();
    }

    @Test
    void isAsLongAsAsked() {
        assertThat(HOUR.length()).isEqualTo(Duration.ofHours(1));
        assertThat(HOUR.from()).isEqualTo(TO.minusSeconds(3600));
    }

    @Test
    void mayBeEmptyButNotTurnedAround() {
        assertThat(new TimeRange(TO, TO).contains(TO)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeRange(TO, TO.minusNanos(1)));
    }
}
