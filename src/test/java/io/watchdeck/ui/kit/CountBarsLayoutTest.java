package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountBarsLayoutTest {

    private static final Instant BEGIN = Instant.parse("2026-09-22T00:00:00Z");

    private static CountBars bars(int... counts) {
        return new CountBars(new TimeRange(BEGIN, BEGIN.plus(Duration.ofHours(counts.length))),
                List.of(new CountBars.Part("a", 1)), IntStream.range(0, counts.length).mapToObj(hour -> {
                    Instant at = BEGIN.plus(Duration.ofHours(hour));
                    return new CountBars.Slot(new TimeRange(at, at.plus(Duration.ofHours(1))), "",
                            List.of(counts[hour]),
                            List.of());
                }).toList(), List.of(), List.of(), "");
    }

    private static CountBarsLayout of(int... counts) {
        return CountBarsLayout.of(bars(counts), 444, 134);
    }

    @Test
    void countsHaveNoHalvesOnTheAxis() {
        for (int most : new int[] {0, 1, 2, 3, 5, 8, 13, 40, 999}) {
            assertThat(of(most).grid()).as("%d", most).allSatisfy(line -> assertThat(line).isEqualTo(Math.rint(line)))
                    .hasSizeBetween(3, 6);
            assertThat(of(most).end()).isGreaterThanOrEqualTo(most);
        }
    }

    @Test
    void stretchesFollowTheTime() {
        CountBarsLayout at = of(0, 1, 2, 3);

        assertThat(at.slotStart(0)).isEqualTo(CountBarsLayout.LEFT);
        assertThat(at.slotWidth(2)).isCloseTo(100, within(1e-6));
        assertThat(at.slotAt(CountBarsLayout.LEFT + 150)).hasValue(1);
        assertThat(at.slotAt(CountBarsLayout.LEFT - 1)).isEmpty();
        assertThat(at.slotAt(444)).isEmpty();
        assertThat(at.x(BEGIN.minusSeconds(60))).as("before it").isEqualTo(CountBarsLayout.LEFT);
    }

    @Test
    void aBarIsAsHighAsItsCount() {
        CountBarsLayout at = of(0, 3);

        assertThat(at.y(0)).isEqualTo(at.bottom());
        assertThat(at.y(3)).isEqualTo(CountBarsLayout.TOP);
        assertThat(at.barStart(1) + at.barWidth(1) / 2).isCloseTo(at.slotStart(1) + at.slotWidth(1) / 2, within(1.0));
    }

    @Test
    void textsOfTheAxisDoNotTouchAndADayGoesBeforeAnHour() {
        CountBars eight = bars(0, 1, 2, 3, 4, 5, 6, 7);
        var texts = List.of("21:00", "22:00", "23:00", "22 Sep", "01:00", "02:00", "03:00", "04:00");
        var named = new CountBars(eight.range(), eight.parts(), eight.slots(), eight.gaps(), IntStream.range(0, 8)
                .mapToObj(hour -> new CountBars.Tick(BEGIN.plus(Duration.ofHours(hour)), texts.get(hour))).toList(),
                eight.sentence());

        List<CountBarsLayout.PlacedTick> wide = CountBarsLayout.of(named, 844, 134).ticks(text -> text.length() * 8);
        List<CountBarsLayout.PlacedTick> narrow = CountBarsLayout.of(named, 364, 134).ticks(text -> text.length() * 8);

        assertThat(wide).extracting(CountBarsLayout.PlacedTick::text).containsExactlyInAnyOrderElementsOf(texts);
        assertThat(narrow).extracting(CountBarsLayout.PlacedTick::text).contains("22 Sep", "21:00")
                .doesNotContain("23:00", "01:00");
        assertThat(narrow).allSatisfy(one -> assertThat(narrow).filteredOn(other -> other != one).allSatisfy(
                other -> assertThat(Math.abs(one.centre() - other.centre()))
                        .isGreaterThan((one.width() + other.width()) / 2)));
    }
}
