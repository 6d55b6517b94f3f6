package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelTextTest {

    private static final double FROM = 20;
    private static final double TO = 120;

    private final LevelText text = new LevelText("limit 90", 50, 60, 60);

    @Test
    void aBoxThatDoesNotTouchItStandsWhereItIsWanted() {
        assertThat(place(200, 55, 36)).isEqualTo(55);
        assertThat(place(50, 22, 20)).isEqualTo(22);
    }

    @Test
    void aBoxThatWouldCoverItStandsBelow() {
        double top = place(40, 42, 36);

        assertThat(top).isEqualTo(70);
        assertThat(text.isCoveredBy(40, top, 120, 36)).isFalse();
    }

    @Test
    void whereThereIsNoRoomBelowTheBoxStandsAbove() {
        var low = new LevelText("limit 10", 50, 100, 60);

        double top = low.clear(40, 80, 120, 36, FROM, TO);

        assertThat(top + 36).isEqualTo(90);
        assertThat(low.isCoveredBy(40, top, 120, 36)).isFalse();
    }

    @Test
    void inAPlotTooLowForBothTheBoxStaysWhereItIsWanted() {
        assertThat(text.clear(40, 50, 120, 36, 40, 90)).isEqualTo(50);
    }

    private double place(double left, double wanted, double tall) {
        return text.clear(left, wanted, 120, tall, FROM, TO);
    }
}
