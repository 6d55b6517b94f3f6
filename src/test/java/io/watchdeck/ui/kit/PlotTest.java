package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {

    private static final Plot.Scale SAME = new Plot.Scale(0, 1, 0, 1);

    @Test
    void aGapEndsARun() {
        List<Plot.Run> runs = Plot.runs(minutes(0, 1, 2, 10, 11), SAME, SAME);

        assertThat(runs).extracting(run -> run.x().length).containsExactly(3, 2);
    }

    @Test
    void aWeekOfMinutesBecomesAtMostFourPointsAPixelAndKeepsItsExtremes() {
        var samples = new ArrayList<Sample>();
        for (int minute = 0; minute < 10_080; minute++) {
            samples.add(new Sample(Instant.ofEpochSecond(minute * 60L), minute == 5_000 ? 900 : minute % 7));
        }
        var x = new Plot.Scale(0, 10_080 * 60, 0, 500);

        Plot.Run run = Plot.runs(Series.of(samples), x, SAME).getFirst();

        assertThat(run.x().length).isLessThanOrEqualTo(4 * 501);
        assertThat(Arrays.stream(run.y()).max()).hasValue(900);
        assertThat(run.x()).isSorted();
    }

    @Test
    void theRhythmIsTheUsualStep() {
        assertThat(Plot.rhythm(minutes(0, 1, 2, 3, 60))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void roundsUpToNumbersThatReadWell() {
        assertThat(Plot.round(0)).isEqualTo(1);
        assertThat(Plot.round(17)).isEqualTo(20);
        assertThat(Plot.round(23)).isEqualTo(25);
        assertThat(Plot.round(1850)).isEqualTo(2000);
    }

    private static Series minutes(int... minutes) {
        return Series.of(Arrays.stream(minutes).mapToObj(minute -> new Sample(Instant.ofEpochSecond(minute * 60L), 1))
                .toList());
    }
}
