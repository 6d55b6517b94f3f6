package io.watchdeck.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final Instant T1 = Instant.parse("2026-09-22T04:41:00Z");
    private static final Instant T2 = Instant.parse("2026-09-22T04:42:00Z");
    private static final Reading<Integer> KNOWN = Reading.known(7, T1);
    private static final Reading<Integer> UNKNOWN = Reading.unknown(Failure.absent(), T1);

    @Test
    void saysWhenItCameWhateverItIs() {
        assertThat(KNOWN.at()).isEqualTo(T1);
        assertThat(UNKNOWN.at()).isEqualTo(T1);
    }

    @Test
    void mapChangesOnlyWhatIsKnown() {
        assertThat(KNOWN.map(value -> value + 1)).isEqualTo(Reading.known(8, T1));
        assertThat(UNKNOWN.map(value -> value + 1)).isEqualTo(UNKNOWN);
    }

    @Test
    void flatMapMayFindNothingInWhatIsKnown() {
        Reading<String> nothing = Reading.unknown(Failure.notKept(), T2);

        assertThat(KNOWN.flatMap(_ -> nothing)).isEqualTo(nothing);
        assertThat(KNOWN.flatMap(value -> Reading.known("" + value, T2))).isEqualTo(Reading.known("7", T2));
        assertThat(UNKNOWN.flatMap(_ -> nothing)).isEqualTo(Reading.unknown(Failure.absent(), T1));
    }
}
