package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Unit;
import io.watchdeck.words.Words;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTest {

    @ParameterizedTest
    @CsvSource({"76.2, PERCENT, 76%", "1850, PER_MINUTE, '1,850/min'", "0.412, SECONDS, 412 ms", "1.25, SECONDS, 1.3 s",
            "7500, SECONDS, 2 h 5 min", "2.5, ACU, 2.5 ACU", "22, HOURS, 22 h", "21.5, HOURS, 21 h 30 min",
            "12348030976, BYTES, 12 GiB", "5368709120, BYTES, 5 GiB", "3145728, BYTES, 3 MiB", "2048, BYTES, 2 KiB",
            "183.4, MONEY, $183.40", "92, COUNT, 92"})
    void writesValuesWithTheirUnit(double value, Unit unit, String expected) {
        assertThat(new FigureText(new Words(Locale.ENGLISH, ZoneOffset.UTC)).of(value, unit)).isEqualTo(expected);
    }

    @Test
    void writesKoreanInItsOwnOrder() {
        assertThat(new FigureText(new Words(Locale.KOREAN, ZoneOffset.UTC)).of(1850, Unit.PER_MINUTE))
                .isEqualTo("분당 1,850");
    }
}
