package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LapseTest {

    private static final Instant NOON = Instant.parse("2026-09-22T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aTimeIsOverAtItsEndAndNotBefore() {
        assertThat(Lapse.isOver(NOON, HOUR, NOON.plus(HOUR).minusSeconds(1))).isFalse();
        assertThat(Lapse.isOver(NOON, HOUR, NOON.plus(HOUR))).isTrue();
        assertThat(Lapse.isOver(NOON, HOUR, NOON)).isFalse();
    }

    @Test
    void whatIsStillToComeWasToldByAClockThatHasBeenPutBack() {
        assertThat(Lapse.isOver(NOON, HOUR, NOON.minusSeconds(1))).isTrue();
    }
}
