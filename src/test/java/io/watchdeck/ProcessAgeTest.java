package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessAgeTest {

    private static final String SELF =
            "4242 (watch) deck (x)) S 1 4242 4242 0 -1 4194560 9 0 0 0 12 3 0 0 20 0 41 0 2720509"
                    + " 1223 456 18446744073709551615";

    @Test
    void isWhatTheKernelCountedSinceTheBoot() {
        assertThat(ProcessAge.ofLinux(SELF, "27207.33 23490.85\n")).contains(Duration.ofMillis(2240));
    }

    @Test
    void isUnknownWhereTheKernelSaysSomethingElse() {
        assertThat(ProcessAge.ofLinux("", "27207.33 23490.85")).isEmpty();
        assertThat(ProcessAge.ofLinux(SELF, "soon")).isEmpty();
    }

    @Test
    void growsWithTheProcess() {
        Duration before = ProcessAge.now();

        assertThat(before).isPositive();
        assertThat(ProcessAge.now()).isGreaterThanOrEqualTo(before);
    }
}
