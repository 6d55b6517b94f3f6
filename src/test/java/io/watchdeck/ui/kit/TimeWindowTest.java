package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeWindowTest {

    private static final Instant NOW = Instant.parse("2026-09-22T12:00:00Z");
    private static final TimeWindow THREE_HOURS = new TimeWindow(TimeRange.last(Duration.ofHours(3), NOW),
            NOW.minus(Duration.ofDays(1)), NOW);

    @Test
    void whatIsDraggedBackwardsIsTheSameTime() {
        Instant one = NOW.minusSeconds(3600);
        Instant other = NOW.minusSeconds(7200);

        assertThat(THREE_HOURS.between(one, other)).isEqualTo(THREE_HOURS.between(other, one))
                .isEqualTo(new TimeRange(other, one));
    }

    @Test
    void aVeryShortDragShowsTheShortestTimeAroundIt() {
        TimeRange range = THREE_HOURS.between(NOW.minusSeconds(3600), NOW.minusSeconds(3590));

        assertThat(range.length()).isEqualTo(TimeWindow.SHORTEST);
        assertThat(range.contains(NOW.minusSeconds(3595))).isTrue();
    }

    @Test
    void zoomingKeepsTheInstantInItsPlace() {
        Instant about = NOW.minus(Duration.ofHours(2));

        TimeRange closer = THREE_HOURS.zoomed(about, 0.5);

        assertThat(closer).isEqualTo(new TimeRange(NOW.minus(Duration.ofMinutes(150)), NOW.minusSeconds(3600)));
    }

    @Test
    void zoomingOutEndsAtWhatIsKeptAndInAtTheShortest() {
        assertThat(THREE_HOURS.zoomed(NOW, 1000)).isEqualTo(TimeRange.last(Duration.ofDays(1), NOW));
        assertThat(THREE_HOURS.zoomed(NOW, 1e-9).length()).isEqualTo(TimeWindow.SHORTEST);
    }

    @Test
    void theFutureAndTheForgottenCannotBeMovedTo() {
        assertThat(THREE_HOURS.moved(Duration.ofHours(1))).isEqualTo(THREE_HOURS.range());
        assertThat(THREE_HOURS.moved(Duration.ofHours(-1)))
                .isEqualTo(TimeRange.last(Duration.ofHours(3), NOW.minusSeconds(3600)));
        assertThat(THREE_HOURS.moved(Duration.ofDays(-9)).from()).isEqualTo(NOW.minus(Duration.ofDays(1)));
    }
}
