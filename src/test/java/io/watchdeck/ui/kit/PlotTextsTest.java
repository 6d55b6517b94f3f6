package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/// 600 minutes on as many pixels, of which nothing is known for 30; values up to 100 on 100 pixels.
class PlotTextsTest {

    private static final Instant START = Instant.parse("2026-09-22T00:00:00Z");
    private static final int MINUTES = 600;
    private static final int GAP = 300;
    private static final int GAP_END = 330;
    private static final double WIDE = 160;
    private static final double TALL = 36;
    private static final double LOW = 20;

    @Test
    void aBoxStandsOnItsGapBesideTheLineThatIsWiderThanIt() {
        var shown = new Shown(minute -> 70);

        Rectangle2D box = shown.box(WIDE, TALL).orElseThrow();

        assertThat(shown.isCovered(box)).isFalse();
        assertThat(box.getMinX()).isLessThan(shown.x(GAP));
        assertThat(box.getMaxX()).isGreaterThan(shown.x(GAP_END));
    }

    @Test
    void aBoxGoesToTheSideOfItsGapThatIsFree() {
        var shown = new Shown(minute -> minute < GAP ? 0 : minute % 2 * 95.0);

        Rectangle2D box = shown.box(WIDE, TALL).orElseThrow();

        assertThat(shown.isCovered(box)).isFalse();
        assertThat(box.getMaxX()).isBetween(shown.x(GAP), shown.x(GAP_END));
    }

    @Test
    void aBoxThatWouldLieOnWhatIsMeasuredIsLeftOut() {
        var shown = new Shown(minute -> minute % 2 * 95.0);

        assertThat(shown.box(WIDE, TALL)).isEmpty();
        assertThat(shown.box(20, LOW)).as("as wide as the gap").isPresent();
    }

    @Test
    void aBoxLiesOnNoOtherText() {
        var shown = new Shown(minute -> 0);
        Rectangle2D first = shown.box(WIDE, LOW).orElseThrow();
        shown.texts.put(first);

        assertThat(shown.box(WIDE, LOW)).hasValueSatisfying(box -> assertThat(box.intersects(first)).isFalse());
        assertThat(shown.texts.level()).hasValueSatisfying(text -> assertThat(text.isCoveredBy(first.getMinX(),
                first.getMinY(), first.getWidth(), first.getHeight())).isFalse());
    }

    @Test
    void theNameOfALimitStandsWhereNoLineGoesThroughIt() {
        var busyAtFirst = new Shown(minute -> minute < 200 ? 85 + minute % 2 * 15 : 10);

        LevelText text = busyAtFirst.texts.level().orElseThrow();

        assertThat(text.left()).isGreaterThan(busyAtFirst.x(200));
        assertThat(new Shown(minute -> 10).texts.level().orElseThrow().left()).isEqualTo(ChartLayout.LEFT + 6);
        assertThat(new Shown(minute -> 85 + minute % 2 * 15).texts.level().orElseThrow().left())
                .as("nowhere").isEqualTo(ChartLayout.LEFT + 6);
    }

    private static final class Shown {

        private final ChartLayout layout;
        private final ChartFrame frame;
        private final PlotTexts texts;

        Shown(LongToDoubleFunction value) {
            var range = new TimeRange(START, START.plus(Duration.ofMinutes(MINUTES)));
            long[] seconds = new long[MINUTES];
            double[] values = new double[MINUTES];
            int count = 0;
            for (int minute = 0; minute < MINUTES; minute++) {
                if (minute < GAP || minute >= GAP_END) {
                    seconds[count] = START.plus(Duration.ofMinutes(minute)).getEpochSecond();
                    values[count++] = value.applyAsDouble(minute);
                }
            }
            var gap = new ChartData.Gap(new TimeRange(START.plus(Duration.ofMinutes(GAP)),
                    START.plus(Duration.ofMinutes(GAP_END))), "signed out");
            var line = new ChartData.Line("CPU", Series.of(seconds, values, count), Duration.ofMinutes(1), 1,
                    List.of(gap));
            layout = ChartLayout.of(new ChartData(range, range.to(), List.of(new ChartData.Plotted("CPU", Unit.PERCENT,
                    List.of(line), Optional.of(new ChartData.Level(80, "alarm at 80%")), Optional.empty(), 1)),
                    List.of(), ""), ChartLayout.LEFT + MINUTES + ChartLayout.RIGHT, 146);
            frame = layout.frames().getFirst();
            texts = PlotTexts.of(frame, layout);
        }

        double x(int minute) {
            return layout.time().of(START.plus(Duration.ofMinutes(minute)));
        }

        Optional<Rectangle2D> box(double wide, double tall) {
            return texts.clear(frame, x(GAP), x(GAP_END), wide, tall);
        }

        boolean isCovered(Rectangle2D box) {
            return texts.traces().cross(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
        }
    }
}
