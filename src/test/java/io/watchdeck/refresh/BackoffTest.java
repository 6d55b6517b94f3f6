package io.watchdeck.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void eachRefusalDoublesTheWaitUpToTheLongest() {
        assertThat(delays(0)).containsExactly(500L, 1000L, 2000L, 2500L, 2500L);
    }

    @Test
    void jitterSpreadsOverTheUpperHalf() {
        assertThat(delays(0.5)).containsExactly(750L, 1500L, 3000L, 3750L, 3750L);
    }

    @Test
    void restsForTheDelay() throws InterruptedException {
        var waits = new ArrayList<Duration>();
        new Backoff(3, Duration.ofSeconds(1), Duration.ofSeconds(5), () -> 0, waits::add).rest(2);

        assertThat(waits).containsExactly(Duration.ofSeconds(1));
    }

    private static List<Long> delays(double jitter) {
        var backoff = new Backoff(5, Duration.ofSeconds(1), Duration.ofSeconds(5), () -> jitter, _ -> {});
        return IntStream.rangeClosed(1, 5).mapToObj(refusals -> backoff.delay(refusals).toMillis()).toList();
    }
}
