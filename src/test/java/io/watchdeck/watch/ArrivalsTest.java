package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrivalsTest {

    private static final String HOUR = "2026-09-22T04:%s:00Z";

    private static boolean mayBe(String metric, String before, String now) {
        return Arrivals.mayBe(MetricCatalogue.standard().get(metric), Instant.parse(HOUR.formatted(before)),
                Instant.parse(HOUR.formatted(now)));
    }

    @ParameterizedTest
    @CsvSource({"40, 41, true", "41, 42, false", "42, 43, true", "43, 44, false", "44, 45, false", "43, 45, false",
            "45, 46, true", "42, 45, true", "40, 44, true", "41, 55, true", "43, 43, false"})
    void aPeriodOfFiveMinutesComesAMinuteAfterItsEndOrThree(String before, String now, boolean may) {
        assertThat(mayBe("db.freeStorage", before, now)).isEqualTo(may);
    }

    @Test
    void everyMinuteOfAMetricOfMinutesMayBringOne() {
        assertThat(mayBe("db.cpu", "43", "44")).isTrue();
        assertThat(mayBe("lb.5xx", "43", "44")).as("made of others").isTrue();
    }

    @Test
    void nobodyKnowsWhatHasComeSinceATimeThatIsStillToCome() {
        assertThat(mayBe("db.freeStorage", "50", "44")).isTrue();
    }
}
