package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Judged;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.Snapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgedTimesTest {

    private static final StackSnapshot TIKETI = Snapshots.tiketi();
    private static final StackId ID = TIKETI.file().id();
    private static final Instant NOW = Snapshots.NOW;

    private final JudgedTimes times = new JudgedTimes(true);

    @Test
    void whatWasReadBeforeTheConsoleEndedIsNotJudgedAnew() {
        times.known(ID, Optional.of(new Judged(NOW.plusSeconds(1), true)));

        assertThat(times.judges(TIKETI, false, NOW.plusSeconds(2))).isFalse();
        assertThat(times.judges(TIKETI, false, NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void whatIsNotReadAnewIsWaitedForOnlyAWhile() {
        times.known(ID, Optional.of(new Judged(NOW.plusSeconds(1), true)));
        times.judges(TIKETI, false, NOW.plusSeconds(2));

        assertThat(times.judges(TIKETI, false, NOW.plus(Duration.ofMinutes(2).plusSeconds(2)))).isTrue();
    }

    @Test
    void whatWasReadSinceIsJudgedAtOnce() {
        times.known(ID, Optional.of(new Judged(NOW.minusSeconds(100), true)));

        assertThat(times.judges(TIKETI, false, NOW)).isTrue();
        assertThat(times.judges(TIKETI, false, NOW.plusSeconds(5))).as("by then judged later than read").isTrue();
    }
}
