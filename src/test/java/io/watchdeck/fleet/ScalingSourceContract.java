package io.watchdeck.fleet;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [ScalingSource] keeps.
public abstract class ScalingSourceContract {

    protected static final String CLUSTER = "contract-cluster";
    protected static final String SERVICE = "service";

    /// Services `service-0001` and so on, each with the range 2 to 10 and one policy: CPU at 70 %.
    protected abstract ScalingSource withRanges(int count);

    protected abstract ScalingSource denied();

    protected abstract ScalingSource throttled();

    @Test
    void noNameGivesNoEntry() {
        assertThat(withRanges(1).ranges(CLUSTER, List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 51, 100, 101})
    void everyServiceAskedHasItsRange(int count) {
        var found = withRanges(count).ranges(CLUSTER, names(SERVICE, count));

        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names(SERVICE, count));
        found.forEach((name, reading) -> {
            assertThat(value(reading).service()).isEqualTo(name);
            assertThat(value(reading).min()).isEqualTo(2);
            assertThat(value(reading).max()).isEqualTo(10);
        });
    }

    @Test
    void policiesAreToldInWords() {
        var found = withRanges(1).ranges(CLUSTER, names(SERVICE, 1));

        assertThat(value(found.get(name(SERVICE, 1))).policies()).containsExactly("CPU 70 %");
    }

    @Test
    void aServiceWithoutRangeIsAbsent() {
        var found = withRanges(1).ranges(CLUSTER, List.of("service-without-range"));

        assertThat(failure(found.get("service-without-range")).kind()).isEqualTo(Failure.Kind.ABSENT);
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        assertDenied(denied().ranges(CLUSTER, names(SERVICE, 1)).get(name(SERVICE, 1)),
                "application-autoscaling:DescribeScalableTargets");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        assertThrottled(throttled().ranges(CLUSTER, names(SERVICE, 1)).get(name(SERVICE, 1)));
    }
}
