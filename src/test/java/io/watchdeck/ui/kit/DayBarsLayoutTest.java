package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Thirty days in 664 by 258 pixels: each has 20 pixels, and 200 pixels are high as the axis.
class DayBarsLayoutTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

    @Test
    void partsStandUponEachOtherFromTheGround() {
        DayBarsLayout layout = layout(30, 21, Optional.empty(), 30, 10);

        assertThat(layout.end()).isEqualTo(40);
        assertThat(layout.segments(0)).containsExactly(new DayBarsLayout.Segment(0, layout.y(30), 150),
                new DayBarsLayout.Segment(1, layout.y(40), 50));
        assertThat(layout.y(0)).isEqualTo(layout.bottom()).isEqualTo(236);
        assertThat(layout.y(40)).isEqualTo(DayBarsLayout.TOP);
    }

    @Test
    void whatCostsNothingOrBroughtSomethingBackHasNoHeight() {
        DayBarsLayout layout = layout(30, 21, Optional.empty(), 0, -5, 20);

        assertThat(layout.segments(3)).extracting(DayBarsLayout.Segment::part).containsExactly(2);
        assertThat(layout.segments(3).getFirst().top() + layout.segments(3).getFirst().tall())
                .isCloseTo(layout.bottom(), within(0.001));
    }

    @Test
    void daysShareTheWidthAndAreFoundByIt() {
        DayBarsLayout layout = layout(30, 21, Optional.empty(), 10);

        assertThat(layout.slot()).isEqualTo(20);
        assertThat(layout.barWidth()).isEqualTo(13);
        assertThat(layout.barStart(1)).isBetween(DayBarsLayout.LEFT + 20, DayBarsLayout.LEFT + 27);
        assertThat(layout.dayAt(DayBarsLayout.LEFT + 41)).isEqualTo(OptionalInt.of(2));
        assertThat(layout.dayAt(DayBarsLayout.LEFT - 1)).isEmpty();
        assertThat(layout.dayAt(layout.right())).isEmpty();
    }

    @Test
    void theDaysAheadBeginBehindTheLastCountedOne() {
        assertThat(layout(30, 21, Optional.empty(), 10).ahead()).hasValue(DayBarsLayout.LEFT + 21 * 20);
        assertThat(layout(30, 30, Optional.empty(), 10).ahead()).isEmpty();
        assertThat(layout(30, 21, Optional.empty(), 10).segments(25)).isEmpty();
    }

    @Test
    void aPlanAboveAllBarsIsStillInThePicture() {
        DayBarsLayout layout = layout(30, 21, Optional.of(new DayBars.Guide(90, "plan")), 10);

        assertThat(layout.end()).isEqualTo(100);
        assertThat(layout.y(90)).isGreaterThan(DayBarsLayout.TOP);
        assertThat(layout.grid()).startsWith(0.0).last().isEqualTo(100.0);
    }

    @Test
    void namesOfDaysNeverTouch() {
        assertThat(layout(30, 21, Optional.empty(), 10).named()).containsExactly(0, 4, 9, 14, 19, 24, 29);
        assertThat(new DayBarsLayout(layout(30, 21, Optional.empty(), 10).bars(), 264, 200, 10, 5).named())
                .containsExactly(0, 9, 19, 29);
    }

    @Test
    void aMonthThatCostNothingHasAnAxis() {
        DayBarsLayout layout = layout(30, 21, Optional.empty(), 0);

        assertThat(layout.end()).isEqualTo(1);
        assertThat(layout.segments(0)).isEmpty();
    }

    private static DayBarsLayout layout(int all, int counted, Optional<DayBars.Guide> guide, double... amounts) {
        var parts = new ArrayList<DayBars.Part>();
        var daily = new ArrayList<Double>();
        for (double amount : amounts) {
            parts.add(new DayBars.Part("part " + parts.size(), parts.size() + 1));
            daily.add(amount);
        }
        var days = new ArrayList<DayBars.Day>();
        for (int day = 0; day < all; day++) {
            boolean known = day < counted;
            days.add(new DayBars.Day(FIRST.plusDays(day), known ? DayBars.State.COUNTED : DayBars.State.AHEAD,
                    "day " + day, known ? daily : List.of(), OptionalDouble.empty(), List.of(), false));
        }
        return DayBarsLayout.of(new DayBars(parts, days, Currency.getInstance("USD"), guide, List.of(), ""), 664, 258);
    }
}
