package io.watchdeck.metrics;

import static io.watchdeck.metrics.Points.at;
import static io.watchdeck.metrics.Points.from;
import static io.watchdeck.metrics.Points.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricHistoryTest {

    private static final SeriesId CPU = new SeriesId(new StackId("shop"), "service.cpu", "api");

    private final MetricHistory history = new MetricHistory(Duration.ofMinutes(3));

    @Test
    void whatWasNeverReadIsEmpty() {
        assertThat(history.series(CPU).isEmpty()).isTrue();
    }

    @Test
    void newerAnswersCountAndOldOnesStay() {
        history.record(CPU, minutes(1, 2));
        history.record(CPU, from(1, 20, 30));

        assertThat(history.series(CPU)).isEqualTo(minutes(1, 20, 30));
    }

    @Test
    void whatIsTooOldIsForgottenAsNewerComes() {
        history.record(CPU, minutes(0, 1, 2, 3));
        assertThat(history.series(CPU).size()).isEqualTo(4);

        history.record(CPU, at(4), 4);

        assertThat(history.series(CPU)).isEqualTo(from(1, 1, 2, 3, 4));
    }

    @Test
    void aLongFirstAnswerIsTrimmedAtOnce() {
        history.record(CPU, minutes(0, 1, 2, 3, 4, 5, 6));

        assertThat(history.series(CPU)).isEqualTo(from(3, 3, 4, 5, 6));
    }

    @Test
    void anEmptyAnswerForgetsNothing() {
        history.record(CPU, minutes(1));
        history.record(CPU, Series.empty());

        assertThat(history.series(CPU)).isEqualTo(minutes(1));
    }

    @Test
    void aRangeIsCutOut() {
        history.record(CPU, minutes(0, 1, 2, 3));

        assertThat(history.series(CPU, new TimeRange(at(1), at(3)))).isEqualTo(from(1, 1, 2));
    }

    @Test
    void aSeriesHandedOutNeverChanges() {
        history.record(CPU, minutes(1));
        Series before = history.series(CPU);

        history.record(CPU, at(1), 2);

        assertThat(before).isEqualTo(minutes(1));
    }

    @Test
    void componentsAreKeptApart() {
        history.record(CPU, minutes(1));

        assertThat(history.series(new SeriesId(CPU.stack(), CPU.metric(), "web")).isEmpty()).isTrue();
    }
}
