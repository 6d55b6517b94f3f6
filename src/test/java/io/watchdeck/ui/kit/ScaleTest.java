package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void mapsThereAndBack() {
        var scale = new Scale(0, 3600, 58, 858);

        assertThat(scale.of(Instant.ofEpochSecond(1800))).isEqualTo(458);
        assertThat(scale.instant(458)).isEqualTo(Instant.ofEpochSecond(1800));
    }

    @Test
    void roundsUpToNumbersThatReadWell() {
        assertThat(Scale.round(0)).isEqualTo(1);
        assertThat(Scale.round(17)).isEqualTo(20);
        assertThat(Scale.round(23)).isEqualTo(25);
        assertThat(Scale.round(1850)).isEqualTo(2000);
    }

    @Test
    void anAxisEndsSoCloseAboveItsValueThatThePlotIsNotHalfEmpty() {
        assertThat(DoubleStream.of(2520, 0.7, 12, 26, 51, 99).map(Scale::end)).containsExactly(3000.0, 0.8, 15.0, 30.0,
                60.0,
                100.0);
    }

    @Test
    void aGridHasRoundStepsAndCountsHaveNoHalves() {
        assertThat(Scale.step(100, 4, false)).isEqualTo(25);
        assertThat(Scale.step(3000, 4, true)).isEqualTo(500);
        assertThat(Scale.step(5, 2, true)).isEqualTo(2);
        assertThat(Scale.step(5, 2, false)).isEqualTo(2.5);
        assertThat(Scale.step(112, 2, true)).isEqualTo(50);
    }
}
