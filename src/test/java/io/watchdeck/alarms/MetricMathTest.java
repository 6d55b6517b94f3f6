package io.watchdeck.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricDefinition.Formula;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an alarm over metric math computes, however it is written.
class MetricMathTest {

    private static final Formula HIT_RATE = new Formula.Share("cache.hits", "cache.misses");
    private static final Formula ERRORS = new Formula.Sum(List.of("lb.target5xx", "lb.elb5xx"));

    @ParameterizedTest
    @ValueSource(strings = {"100*h0/(h0+m0)", "h0 / (h0 + m0) * 100", "(h0/(m0+h0))*100.0", "100 - 100*m0/(h0+m0)",
            "SUM([h0]) * 100 / SUM([h0, m0])", "100*FILL(h0, 0)/(FILL(h0, 0)+FILL(m0, 0))", "rate", "-1 * (-rate)"})
    void aShareIsOneHoweverItIsWritten(String expression) {
        assertThat(of(expression, "h0", "m0").computes(HIT_RATE, Map.of("h0", "cache.hits", "m0", "cache.misses")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h0/(h0+m0)", "100*m0/(h0+m0)", "100*h0/m0", "h0+m0", "100*h0/(h0+m0)+1", "AVG([h0, m0])",
            "100*h0/(h0+m0", "100*h0/(h0+other)", "endless", "IF(h0 > 0, 100, 0)", "", "1..2"})
    void anythingElseIsNoShare(String expression) {
        assertThat(of(expression, "h0", "m0").computes(HIT_RATE, Map.of("h0", "cache.hits", "m0", "cache.misses")))
                .isFalse();
    }

    @Test
    void nodesAreAddedUp() {
        Map<String, String> metrics =
                Map.of("h0", "cache.hits", "h1", "cache.hits", "m0", "cache.misses", "m1", "cache.misses");

        assertThat(of("100*(h0+h1)/(h0+h1+m0+m1)", "h0", "h1", "m0", "m1").computes(HIT_RATE, metrics)).isTrue();
        assertThat(of("100*h0/(h0+m0)", "h0", "h1", "m0", "m1").computes(HIT_RATE, metrics))
                .as("one node of two").isFalse();
    }

    @Test
    void theSumOfAllErrorsIsNotThatOfTheTargetsAlone() {
        Map<String, String> metrics = Map.of("t", "lb.target5xx", "e", "lb.elb5xx");

        assertThat(of("FILL(t, 0) + FILL(e, 0)", "t", "e").computes(ERRORS, metrics)).isTrue();
        assertThat(of("FILL(t, REPEAT) + e", "t", "e").computes(ERRORS, metrics)).isTrue();
        assertThat(of("t", "t", "e").computes(ERRORS, metrics)).isFalse();
        assertThat(of("t", "t").computes(ERRORS, Map.of("t", "lb.target5xx"))).isFalse();
    }

    @Test
    void theOneMetricAloneIsPlain() {
        assertThat(of("t", "t").isPlain()).isTrue();
        assertThat(of("t * 2", "t").isPlain()).isFalse();
        assertThat(of("t", "t", "e").isPlain()).isFalse();
    }

    private static MetricMath of(String expression, String... inputs) {
        var all = new HashMap<String, MetricMath.Input>();
        List.of(inputs).forEach(id -> all.put(id,
                new MetricMath.Input("any", "any", "Sum", Duration.ofMinutes(1), Map.of())));
        return new MetricMath(expression, Map.of("rate", "100*h0/(h0+m0)", "endless", "endless + 1"), all);
    }
}
