package io.watchdeck.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelTest {

    private static final Instant READ = Instant.parse("2026-09-22T04:42:00Z");
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final Failure FAILURE = Failure.unreachable("host");

    @ParameterizedTest
    @CsvSource({
            "-5000,  ON_TIME, true",
            "0,      ON_TIME, true",
            "40000,  ON_TIME, true",
            "40001,  LATE,    true",
            "100000, LATE,    true",
            "100001, STALE,   false"})
    void ageIsMeasuredInIntervals(long millis, Freshness freshness, boolean decides) {
        Instant now = READ.plusMillis(millis);
        var ready = new Panel<>(new Loadable.Ready<>(7, READ), EVERY);
        var stale = new Panel<>(new Loadable.Stale<>(7, READ, FAILURE), EVERY);

        assertThat(ready.freshness(now)).isEqualTo(freshness);
        assertThat(stale.freshness(now)).as("a failed try does not make a value older").isEqualTo(freshness);
        assertThat(ready.deciding(now).isPresent()).isEqualTo(decides);
        assertThat(stale.deciding(now).isPresent()).isEqualTo(decides);
    }

    @Test
    void aFigureOfSomeoneWhoIsNoLongerSignedInIsStaleAtOnce() {
        var signedOut = new Panel<>(new Loadable.Stale<>(7, READ, Failure.expired("glimpse")), EVERY);

        assertThat(signedOut.freshness(READ)).isEqualTo(Freshness.STALE);
        assertThat(signedOut.deciding(READ)).isEmpty();
    }

    @Test
    void whatWasNeverKnownDecidesNothing() {
        var asking = new Panel<>(Loadable.<Integer>loading(), EVERY);
        var missing = new Panel<>(new Loadable.Failed<Integer>(FAILURE, READ), EVERY);

        assertThat(asking.freshness(READ)).isEqualTo(Freshness.ASKING);
        assertThat(missing.freshness(READ)).isEqualTo(Freshness.MISSING);
        assertThat(asking.deciding(READ)).isEmpty();
        assertThat(missing.deciding(READ)).isEmpty();
    }

    @Test
    void mapKeepsTheRhythm() {
        assertThat(new Panel<>(new Loadable.Ready<>(7, READ), EVERY).map(value -> value + 1))
                .isEqualTo(new Panel<>(new Loadable.Ready<>(8, READ), EVERY));
    }
}
