package io.watchdeck.fleet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.Interruption.Replacement;
import io.watchdeck.fleet.ledger.LedgerStore.Brief;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplacementTimesTest {

    private static final Instant STOP = Instant.parse("2026-09-22T12:00:00.900Z");

    @ParameterizedTest
    @CsvSource({"-60000,PT0S", "-1,PT0S", "0,PT0S", "200,PT0S", "999,PT0S", "1000,PT1S", "34500,PT34.5S"})
    void whatRanByTheSecondOfTheStopWasNotWaitedFor(long millisAfter, Duration waited) {
        Interruption one = interruption(Optional.of(STOP), Optional.of(millisAfter));

        assertThat(one.timeToReplacement()).contains(waited);
        assertThat(Brief.of(one).waited()).contains(waited);
    }

    @Test
    void whatIsNotReplacedAndWhatNobodySawStoppingHaveNoTime() {
        assertThat(interruption(Optional.of(STOP), Optional.empty()).timeToReplacement()).isEmpty();
        assertThat(interruption(Optional.empty(), Optional.of(5000L)).timeToReplacement()).isEmpty();
    }

    @Test
    void noWaitIsCountedApartFromWhatWasMeasured() {
        ReplacementTimes times = ReplacementTimes.of(Stream.of(interruption(Optional.of(STOP), Optional.of(-20_000L)),
                interruption(Optional.of(STOP), Optional.of(300L)),
                interruption(Optional.of(STOP), Optional.of(40_000L)),
                interruption(Optional.of(STOP), Optional.empty()), interruption(Optional.empty(), Optional.of(1L)))
                .map(Brief::of).toList());

        assertThat(times.atOnce()).isEqualTo(2);
        assertThat(times.known()).hasSize(3);
        assertThat(times.open()).isEqualTo(1);
        assertThat(times.unknown()).isEqualTo(1);
        assertThat(times.median()).as("nothing to measure in the middle").contains(Duration.ZERO);
        assertThat(times.worst()).contains(Duration.ofSeconds(40));
    }

    @Test
    void aPartOfASecondThatAnEarlierVersionKeptIsNoWait() {
        assertThat(new Brief(STOP, true, true, Optional.of(Duration.ofMillis(412))).waited()).contains(Duration.ZERO);
    }

    private static Interruption interruption(Optional<Instant> stop, Optional<Long> replaced) {
        return new Interruption(new ServiceKey("c", "api"), "arn:task", "a", "FARGATE_SPOT",
                Optional.of(STOP.minusSeconds(3600)), STOP.minusSeconds(120), Optional.of(STOP.minusSeconds(120)), stop,
                "SpotInterruption", "", LedgerEntry.Learnt.POLLED,
                replaced.map(millis -> new Replacement("arn:other", STOP.plusMillis(millis))));
    }
}
