package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.TimeRange;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class LaneTextsTest {

    private static final Instant START = Instant.parse("2026-09-22T00:00:00Z");
    private static final int MINUTES = 600;
    private static final int GAP = 300;

    @Test
    void theHighestValueStandsAtTheEndOfItsLane() {
        var shown = new Shown(_ -> 10, 0);

        assertThat(shown.texts.highest().orElseThrow().box().getMaxX()).isEqualTo(shown.layout.right());
        assertThat(shown.texts.highest().orElseThrow().text()).isEqualTo("max 10");
    }

    @Test
    void theHighestValueDoesNotHideTheLineThatRises() {
        var shown = new Shown(minute -> minute < 570 ? 10 : 99, 0);

        Rectangle2D box = shown.texts.highest().orElseThrow().box();

        assertThat(shown.isCovered(box)).isFalse();
        assertThat(box.getMaxX()).isLessThan(shown.x(570));
    }

    @Test
    void theHighestValueOfAFlatLineStandsBelowIt() {
        var shown = new Shown(_ -> 99, 0);

        Rectangle2D box = shown.texts.highest().orElseThrow().box();

        assertThat(shown.isCovered(box)).isFalse();
        assertThat(box.getMaxX()).isEqualTo(shown.layout.right());
    }

    @Test
    void theNameOfTheLimitStandsBesideTheLineAndTheReasonOfAGap() {
        var shown = new Shown(minute -> 90 - minute % 2 * 40, GAP);

        Rectangle2D limit = shown.texts.limit().orElseThrow().box();

        assertThat(shown.isCovered(limit)).isFalse();
        assertThat(limit.getMaxX()).isLessThan(shown.x(GAP) + 4);
        assertThat(shown.texts.reason()).hasValueSatisfying(
                reason -> assertThat(reason.box().intersects(limit)).isFalse());
        assertThat(shown.texts.highest()).hasValueSatisfying(
                highest -> assertThat(highest.box().intersects(limit)).isFalse());
    }

    private static final class Shown {

        private final LaneLayout layout;
        private final ChartFrame frame;
        private final LaneTexts texts;

        /// @param gap of how many minutes at the beginning nothing is known
        Shown(LongToDoubleFunction value, int gap) {
            var range = new TimeRange(START, START.plus(Duration.ofMinutes(MINUTES)));
            long[] seconds = new long[MINUTES];
            double[] values = new double[MINUTES];
            for (int minute = gap; minute < MINUTES; minute++) {
                seconds[minute - gap] = START.plus(Duration.ofMinutes(minute)).getEpochSecond();
                values[minute - gap] = value.applyAsDouble(minute);
            }
            List<ChartData.Gap> gaps = gap == 0 ? List.of()
                    : List.of(new ChartData.Gap(new TimeRange(START, START.plus(Duration.ofMinutes(gap))), "paused"));
            var line = new ChartData.Line("CPU", Series.of(seconds, values, MINUTES - gap), Duration.ofMinutes(1), 1,
                    gaps);
            var plot = new ChartData.Plotted("CPU", Unit.PERCENT, List.of(line),
                    Optional.of(new ChartData.Level(70, "alarm at 70%")), Optional.empty(), 1);
            layout = LaneLayout.of(new LaneData(range, range.to(), "", List.of(),
                    List.of(new LaneData.Plot("CPU", "", plot)), List.of(), ""), 132 + MINUTES + LaneLayout.RIGHT, 152);
            frame = layout.lanes().getFirst().frame().orElseThrow();
            texts = LaneTexts.of(frame, layout, new Words(Locale.ENGLISH, ZoneOffset.UTC));
        }

        double x(int minute) {
            return layout.time().of(START.plus(Duration.ofMinutes(minute)));
        }

        boolean isCovered(Rectangle2D box) {
            return Traces.of(frame, layout.data().range()).cross(box.getMinX(), box.getMinY() + 1, box.getWidth(),
                    box.getHeight() - 2);
        }
    }
}
