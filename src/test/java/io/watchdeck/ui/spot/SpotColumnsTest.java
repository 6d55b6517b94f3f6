package io.watchdeck.ui.spot;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.kit.Fonts;
import io.watchdeck.ui.kit.ListColumn;
import io.watchdeck.ui.kit.TextWidth;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// In a window of the usual size the names of services have room beside the figures.
class SpotColumnsTest {

    /// Of the rows, inside their padding, in a window 1440 wide beside the details, and beside the chart.
    private static final double LEDGER = 776;
    private static final double SERVICES = 597;
    private static final double AROUND = 8;
    private static final double BETWEEN = 6;
    private static final double BADGE = 46;

    @BeforeAll
    static void load() {
        Fonts.load();
    }

    @Test
    void theLedgerNamesAServiceWhole() {
        double needed = TextWidth.of("BowWow", false, 12) + BADGE + TextWidth.of("bowwow-analytics-service", false, 12)
                + 2 * BETWEEN + AROUND;

        assertThat(left(LEDGER, SpotColumns.LINES)).isGreaterThanOrEqualTo(needed);
        assertThat(usual(SpotColumns.LINES, "ui.spot.column.when"))
                .isGreaterThanOrEqualTo(TextWidth.of("notice 12 h 32 min ago", false, 12) + AROUND);
        assertThat(usual(SpotColumns.LINES, "ui.spot.column.waited"))
                .isGreaterThanOrEqualTo(TextWidth.of("not replaced yet", false, 13) + AROUND);
    }

    @Test
    void theServicesAreNamedWholeAndTheirFiguresToo() {
        assertThat(left(SERVICES, SpotColumns.SERVICES))
                .isGreaterThanOrEqualTo(TextWidth.of("bowwow-analytics-service", true, 13) + AROUND);
        assertThat(usual(SpotColumns.SERVICES, "ui.spot.column.share"))
                .isGreaterThanOrEqualTo(TextWidth.of("19개 중 13", false, 13) + AROUND);
        assertThat(usual(SpotColumns.SERVICES, "ui.spot.column.replaced"))
                .isGreaterThanOrEqualTo(TextWidth.of("1 not replaced", false, 12) + AROUND);
    }

    private static double left(double width, List<ListColumn> columns) {
        return width - columns.stream().mapToDouble(ListColumn::usual).sum();
    }

    private static double usual(List<ListColumn> columns, String key) {
        return columns.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow().usual();
    }
}
