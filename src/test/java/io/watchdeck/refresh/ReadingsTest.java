package io.watchdeck.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private static final Instant T1 = Instant.parse("2026-09-22T04:41:00Z");
    private static final Instant T2 = Instant.parse("2026-09-22T04:42:00Z");
    private static final Failure NO_ANSWER = Failure.unreachable("host");

    private final MutableClock clock = new MutableClock(T2);
    private final Readings<String, Integer> readings = new Readings<>(clock);

    @Test
    void whatWasNeverReadIsLoading() {
        assertThat(readings.get("api")).isEqualTo(Loadable.loading());
    }

    @Test
    void theNewestAnswerWins() {
        readings.accept("api", Reading.known(1, T1));
        readings.accept("api", Reading.known(2, T2));

        assertThat(readings.get("api")).isEqualTo(new Loadable.Ready<>(2, T2));
    }

    @Test
    void aLateAnswerIsDropped() {
        readings.accept("api", Reading.known(2, T2));
        readings.accept("api", Reading.known(1, T1));
        readings.accept("api", Reading.unknown(NO_ANSWER, T1));

        assertThat(readings.get("api")).isEqualTo(new Loadable.Ready<>(2, T2));
    }

    @Test
    void aLateAnswerIsDroppedAfterAFailureToo() {
        readings.accept("api", Reading.unknown(NO_ANSWER, T2));
        readings.accept("api", Reading.known(1, T1));

        assertThat(readings.get("api")).isEqualTo(new Loadable.Failed<>(NO_ANSWER, T2));
    }

    @Test
    void anAnswerFromAFutureThatTheClockTookBackGivesWay() {
        readings.accept("api", Reading.known(2, T2));
        clock.set(T1);

        readings.accept("api", Reading.known(1, T1));

        assertThat(readings.get("api")).isEqualTo(new Loadable.Ready<>(1, T1));
    }

    @Test
    void ofTwoAnswersOfOneInstantTheSecondStays() {
        readings.accept("api", Reading.known(1, T1));
        readings.accept("api", Reading.known(2, T1));

        assertThat(readings.get("api").latest()).contains(2);
    }

    @Test
    void aFailureKeepsTheLastValueWithItsOwnTime() {
        readings.accept("api", Reading.known(1, T1));
        readings.accept("api", Reading.unknown(NO_ANSWER, T2));

        assertThat(readings.get("api")).isEqualTo(new Loadable.Stale<>(1, T1, NO_ANSWER));
    }

    @Test
    void eachThingIsKnownByItself() {
        readings.acceptAll(Map.of("api", Reading.known(1, T1), "web", Reading.unknown(NO_ANSWER, T1)));

        assertThat(readings.get("api").latest()).contains(1);
        assertThat(readings.get("web").problem()).contains(NO_ANSWER);
    }
}
