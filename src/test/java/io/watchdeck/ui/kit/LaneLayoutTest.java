package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Unit;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LaneLayoutTest {

    private static final TimeRange DAY =
            TimeRange.last(Duration.ofHours(24), Instant.parse("2026-09-22T00:00:00Z"));

    @Test
    void theAxisStandsBelowTheLanesHoweverLowTheWindowIs() {
        for (double height : new double[] {200, 232, 270, 400}) {
            assertThat(of(height).foot()).as("of %s", height).isLessThanOrEqualTo(height - LaneLayout.AXIS + 0.5);
        }
    }

    @Test
    void whereThereIsRoomLanesAreHigher() {
        assertThat(of(400).lanes().getLast().bottom() - of(400).lanes().getLast().top()).isEqualTo(38);
        assertThat(of(220).lanes().getLast().bottom() - of(220).lanes().getLast().top()).isEqualTo(18);
    }

    private static LaneLayout of(double height) {
        LaneData.Lane figure = new LaneData.Plot("5xx", "per min", new ChartData.Plotted("5xx", Unit.COUNT, List.of(),
                Optional.empty(), Optional.empty(), 1));
        LaneData.Lane happened = new LaneData.Happened("Deployments", "", List.of(), List.of(), List.of());
        return LaneLayout.of(new LaneData(DAY, DAY.to(), "", List.of(),
                Stream.concat(Stream.generate(() -> figure).limit(4), Stream.generate(() -> happened).limit(4))
                        .toList(),
                List.of(), ""), 800, height);
    }
}
