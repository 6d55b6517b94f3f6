package io.watchdeck.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegendColumnTest {

    /// From the table in the smallest window with the largest text to a wide one.
    @ParameterizedTest
    @CsvSource({"575, true, true", "575, false, true", "587, true, false", "640, true, true", "850, true, true",
            "1200, true, true"})
    void whatIsShownHasItsRoom(double room, boolean dated, boolean missing) {
        Set<LegendColumn> shown = EnumSet.allOf(LegendColumn.class);
        shown.removeAll(LegendColumn.folded(room, dated, missing));

        assertThat(shown.stream().mapToDouble(one -> one.least(dated)).sum()).isLessThanOrEqualTo(room);
        assertThat(shown).contains(LegendColumn.STACK, LegendColumn.FIGURE, LegendColumn.VALUE);
        assertThat(shown.contains(LegendColumn.MISSING)).isEqualTo(missing);
    }

    @Test
    void theAverageGoesFirst() {
        assertThat(LegendColumn.folded(640, false, false)).containsExactly(LegendColumn.MISSING);
        assertThat(LegendColumn.folded(639, false, false)).containsExactlyInAnyOrder(LegendColumn.MISSING,
                LegendColumn.AVERAGE);
        assertThat(LegendColumn.folded(0, false, true)).as("no size yet").isEmpty();
    }
}
