package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
}
