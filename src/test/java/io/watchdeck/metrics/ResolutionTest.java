package io.watchdeck.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolutionTest {

    private static final Instant NOW = Instant.parse("2026-09-22T04:42:12Z");

    @Test
    void minutesUpToThreeDaysFiveMinutesUpToAMonthHoursBeyond() {
        assertThat(of(Duration.ofHours(1))).isEqualTo(Tier.MINUTE);
        assertThat(of(Duration.ofDays(3))).isEqualTo(Tier.MINUTE);
        assertThat(of(Duration.ofDays(4))).isEqualTo(Tier.FIVE_MINUTES);
        assertThat(of(Duration.ofDays(31))).isEqualTo(Tier.FIVE_MINUTES);
        assertThat(of(Duration.ofDays(32))).isEqualTo(Tier.HOUR);
        assertThat(of(Duration.ofDays(1095))).isEqualTo(Tier.HOUR);
    }

    @Test
    void aNarrowPictureIsCoarser() {
        assertThat(Resolution.of(TimeRange.last(Duration.ofDays(1), NOW), NOW, 900)).isEqualTo(Tier.MINUTE);
        assertThat(Resolution.of(TimeRange.last(Duration.ofDays(1), NOW), NOW, 200)).isEqualTo(Tier.FIVE_MINUTES);
    }

    @Test
    void aShortTimeLongAgoHasOnlyWhatIsStillKept() {
        assertThat(anHour(Duration.ofDays(14))).isEqualTo(Tier.MINUTE);
        assertThat(anHour(Duration.ofDays(16))).isEqualTo(Tier.FIVE_MINUTES);
        assertThat(anHour(Duration.ofDays(64))).isEqualTo(Tier.HOUR);
    }

    @Test
    void whatIsKeptLongerIsShownAsFineAsItIs() {
        TimeRange hour = TimeRange.last(Duration.ofHours(1), NOW.minus(Duration.ofDays(80)));
        assertThat(Resolution.of(hour, NOW, 900)).isEqualTo(Tier.HOUR);
        assertThat(Resolution.of(hour, NOW, 900, Retention.of(Map.of(Tier.MINUTE, Duration.ofDays(90)))))
                .isEqualTo(Tier.MINUTE);
    }

    private static Tier anHour(Duration ago) {
        return Resolution.of(TimeRange.last(Duration.ofHours(1), NOW.minus(ago)), NOW, 900);
    }

    private static Tier of(Duration length) {
        return Resolution.of(TimeRange.last(length, NOW), NOW, 900);
    }
}
