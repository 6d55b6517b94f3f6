package io.watchdeck.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactTimeTest {

    @ParameterizedTest
    @CsvSource({"2026-09-22T04:20:00Z,2026-09-22T04:20:00.000Z", "2026-09-22T04:20:00.5Z,2026-09-22T04:20:00.500Z",
            "2026-09-22T04:20:00.123999999Z,2026-09-22T04:20:00.123Z",
            "1969-12-31T23:59:59.9Z,1969-12-31T23:59:59.900Z"})
    void aMomentAlwaysHasTheSameDigits(Instant at, String text) {
        assertThat(ExactTime.of(at)).isEqualTo(text);
        assertThat(Instant.parse(text)).isBetween(at.minusMillis(1), at);
    }
}
