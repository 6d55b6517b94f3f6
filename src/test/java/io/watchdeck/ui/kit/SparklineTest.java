package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.kit.Painting.Ink;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void aLimitOfZeroUnderWhatIsFineDoesNotLookLikeTrouble() {
        assertThat(Sparkline.inkOf(0, Tone.PLAIN)).isEqualTo(Ink.MUTED);
    }

    @Test
    void aLimitIsRedAndOneThatIsCrossedHasTheColourOfItsAlarm() {
        assertThat(Sparkline.inkOf(90, Tone.PLAIN)).isEqualTo(Ink.CRITICAL);
        assertThat(Sparkline.inkOf(0, Tone.WARNING)).isEqualTo(Ink.WARNING);
    }
}
