package io.watchdeck.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnWidthsTest {

    private final ColumnWidths widths = new ColumnWidths(300, 180, 60);

    @Test
    void whatIsOverGoesToNamesAndBars() {
        assertThat(widths.nameOf(684)).isEqualTo(215);
        assertThat(widths.barOf(684)).isEqualTo(169);
    }

    @Test
    void aBarHasWhatCanBeReadBeforeANameHasMoreThanItNeeds() {
        assertThat(widths.nameOf(584)).isEqualTo(180);
        assertThat(widths.barOf(584)).isEqualTo(104);
        assertThat(widths.hasRoom(584)).isTrue();
        assertThat(widths.hasRoom(583)).isFalse();
    }

    @Test
    void whatJustFitsIsCutNowhere() {
        assertThat(widths.nameOf(540)).isEqualTo(180);
        assertThat(widths.barOf(540)).isEqualTo(60);
    }

    @Test
    void whereThereIsTooLittleNamesGiveWayAndNeverFiguresOrBars() {
        assertThat(widths.hasRoom(539)).isFalse();
        assertThat(widths.nameOf(500)).isEqualTo(140);
        assertThat(widths.barOf(500)).isEqualTo(60);
        assertThat(widths.nameOf(300)).isEqualTo(90);
    }
}
