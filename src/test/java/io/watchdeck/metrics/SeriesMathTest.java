package io.watchdeck.metrics;

import static io.watchdeck.metrics.Points.minutes;
import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricDefinition.Combine;
import io.watchdeck.metrics.MetricDefinition.Formula;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeriesMathTest {

    private static final Formula SUM = new Formula.Sum(List.of("a", "b"));
    private static final Formula SHARE = new Formula.Share("hits", "misses");

    @Test
    void partsBecomeOneMinuteByMinute() {
        List<Series> nodes = List.of(minutes(1, 2, NaN), minutes(3, NaN, NaN), minutes(5, 8, 9));

        assertThat(SeriesMath.combine(Combine.SUM, nodes)).isEqualTo(minutes(9, 10, 9));
        assertThat(SeriesMath.combine(Combine.AVERAGE, nodes)).isEqualTo(minutes(3, 5, 9));
        assertThat(SeriesMath.combine(Combine.MAXIMUM, nodes)).isEqualTo(minutes(5, 8, 9));
    }

    @Test
    void theMaximumOfNegativeValuesIsNotZero() {
        assertThat(SeriesMath.combine(Combine.MAXIMUM, List.of(minutes(-3), minutes(-5)))).isEqualTo(minutes(-3));
    }

    @Test
    void oneOrNoPartIsTakenAsItIs() {
        assertThat(SeriesMath.combine(Combine.AVERAGE, List.of(minutes(1, 2)))).isEqualTo(minutes(1, 2));
        assertThat(SeriesMath.combine(Combine.SUM, List.of()).isEmpty()).isTrue();
    }

    @Test
    void silenceIsZeroOnlyWhereThereWasTraffic() {
        assertThat(SeriesMath.zeroWhere(minutes(NaN, 3, NaN, NaN), minutes(10, 10, 10, NaN)))
                .isEqualTo(minutes(0, 3, 0));
    }

    @Test
    void whatIsThereStaysThoughNoTrafficIsSeen() {
        assertThat(SeriesMath.zeroWhere(minutes(NaN, 3), minutes(10))).isEqualTo(minutes(0, 3));
    }

    @Test
    void aSumIsOfWhatCountsInTheMinute() {
        assertThat(SeriesMath.apply(SUM, List.of(minutes(1, 2, NaN, NaN, 4), minutes(10, NaN, 30, NaN, 40))))
                .isEqualTo(minutes(11, 2, 30, NaN, 44));
        assertThat(SeriesMath.apply(SUM, List.of(Series.empty(), Series.empty())).isEmpty()).isTrue();
    }

    @Test
    void aShareNeedsBoth() {
        assertThat(SeriesMath.apply(SHARE, List.of(minutes(1, NaN, 3), minutes(1, 1, NaN)))).isEqualTo(minutes(50));
    }

    @Test
    void aShareIsOfBothTogether() {
        assertThat(SeriesMath.apply(SHARE, List.of(minutes(76, 0, 5), minutes(24, 5, 0))))
                .isEqualTo(minutes(76, 0, 100));
    }

    @Test
    void noRequestsMeanNoRate() {
        assertThat(SeriesMath.apply(SHARE, List.of(minutes(0, 1), minutes(0, 1)))).isEqualTo(minutes(NaN, 50));
    }
}
