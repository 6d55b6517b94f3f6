package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @ParameterizedTest
    @CsvSource({"2026-11-01T09:00:00Z, 2026-11-01T09:00:00Z", "2026-11-01T18:00+09:00, 2026-11-01T09:00:00Z",
            "2026-11-01T18:00+09:00[Asia/Seoul], 2026-11-01T09:00:00Z", "2026-11-01, 2026-10-31T15:00:00Z",
            "-24h, 2026-11-20T12:00:00Z", "-90m, 2026-11-21T10:30:00Z", "-7d, 2026-11-14T12:00:00Z",
            "-2w, 2026-11-07T12:00:00Z", "now, 2026-11-21T12:00:00Z"})
    void aMomentIsUnderstood(String text, Instant moment) {
        assertThat(ExportTime.parse(text, NOW, SEOUL)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21T12:00:00Z, 2026-11-21T12:00:00Z", "2026-11-21T12:00:00.000000001Z, 2026-11-21T12:00:01Z",
            "2026-11-21T12:00:00.999999999Z, 2026-11-21T12:00:01Z"})
    void whatHappenedInTheSecondThatRunsIsNotLeftOut(Instant clock, Instant now) {
        assertThat(ExportTime.now(Clock.fixed(clock, SEOUL))).isEqualTo(now);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-11-01T09:00", "2026-13-01", "24h", "-h", "-1y", "1763726400"})
    void whatCouldBeTwoMomentsOrNoneIsRefused(String text) {
        assertThatThrownBy(() -> ExportTime.parse(text, NOW, SEOUL)).isInstanceOf(Refusal.class)
                .hasMessageContaining("-24h");
    }
}
