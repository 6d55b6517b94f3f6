package io.watchdeck.fleet;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ScalingActivity.NotScaled;
import io.watchdeck.model.Failure;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [ScalingSource] keeps.
public abstract class ScalingSourceContract {

    protected static final String CLUSTER = "contract-cluster";
    protected static final String SERVICE = "service";

    /// Services `service-0001` and so on, each with the range 2 to 10 and one policy: CPU at 70 %.
    protected abstract ScalingSource withRanges(int count);

    /// `service-0001` with the range 2 to 10, scaled so many times, once a minute, each time done: the newest sets 4
    /// tasks and began a minute ago or more.
    protected abstract ScalingSource withActivities(int count);

    /// `service-0001`, which is at its 10 tasks and was to have more.
    protected abstract ScalingSource atItsMaximum();

    /// `service-0001` with the range 2 to 10 and one policy: this predefined metric of AWS's at this target.
    protected abstract ScalingSource withPolicy(String metric, int target);

    /// `service-0001` with one activity, in this status.
    protected abstract ScalingSource withActivity(String status);

    /// Neither ranges nor activities may be read.
    protected abstract ScalingSource denied();

    protected abstract ScalingSource throttled();

    @Test
    void noNameGivesNoEntry() {
        assertThat(Ranges.of(withRanges(1), CLUSTER, List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 51, 100, 101})
    void everyServiceAskedHasItsRange(int count) {
        var found = Ranges.of(withRanges(count), CLUSTER, names(SERVICE, count));

        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names(SERVICE, count));
        found.forEach((name, reading) -> {
            assertThat(value(reading).service()).isEqualTo(name);
            assertThat(value(reading).min()).isEqualTo(2);
            assertThat(value(reading).max()).isEqualTo(10);
        });
    }

    @Test
    void policiesAreToldInWords() {
        var found = Ranges.of(withRanges(1), CLUSTER, names(SERVICE, 1));

        assertThat(value(found.get(name(SERVICE, 1))).policies()).containsExactly("CPU 70 %");
    }

    @Test
    void aPolicyOnAMetricThatNobodyKnowsYetIsToldAsItIs() {
        var found = Ranges.of(withPolicy("ECSServiceMoodIndex", 3), CLUSTER, names(SERVICE, 1));

        assertThat(value(found.get(name(SERVICE, 1))).policies()).contains("ECSServiceMoodIndex 3");
    }

    @Test
    void aStatusThatNobodyKnowsYetIsShownAsItIs() {
        assertThat(value(withActivity("Daydreaming").activities(CLUSTER, name(SERVICE, 1))))
                .extracting(ScalingActivity::status).containsExactly("Daydreaming");
    }

    @Test
    void aServiceWithoutRangeIsAbsent() {
        var found = Ranges.of(withRanges(1), CLUSTER, List.of("service-without-range"));

        assertThat(failure(found.get("service-without-range")).kind()).isEqualTo(Failure.Kind.ABSENT);
    }

    @Test
    void aServiceOfTheSameNameInAnotherClusterIsAnotherService() {
        var here = new ServiceKey(CLUSTER, name(SERVICE, 1));
        var elsewhere = new ServiceKey("another-cluster", name(SERVICE, 1));

        var found = withRanges(1).ranges(List.of(here, elsewhere));

        assertThat(value(found.get(here)).max()).isEqualTo(10);
        assertThat(failure(found.get(elsewhere)).kind()).isEqualTo(Failure.Kind.ABSENT);
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        assertDenied(Ranges.of(denied(), CLUSTER, names(SERVICE, 1)).get(name(SERVICE, 1)),
                "application-autoscaling:DescribeScalableTargets");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        assertThrottled(Ranges.of(throttled(), CLUSTER, names(SERVICE, 1)).get(name(SERVICE, 1)));
    }

    @Test
    void whatNothingScalesHasNoActivities() {
        assertThat(value(withRanges(1).activities(CLUSTER, "service-without-range"))).isEmpty();
        assertThat(value(withActivities(0).activities(CLUSTER, name(SERVICE, 1)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 51})
    void theNewestActivitiesComeFirst(int count) {
        List<ScalingActivity> found = value(withActivities(count).activities(CLUSTER, name(SERVICE, 1)));

        assertThat(found).hasSize(Math.min(count, 50))
                .isSortedAccordingTo(Comparator.comparing(ScalingActivity::startedAt).reversed());
        assertThat(found).extracting(ScalingActivity::id).doesNotHaveDuplicates();
        assertThat(found.getFirst()).satisfies(activity -> {
            assertThat(activity.description()).isEqualTo("Setting desired count to 4.");
            assertThat(activity.cause()).startsWith("monitor alarm TargetTracking-service/" + CLUSTER)
                    .contains("in state ALARM triggered policy");
            assertThat(activity.status()).isEqualTo("Successful");
            assertThat(activity.message()).contains("successfully fulfilled by ecs");
            assertThat(activity.endedAt()).hasValueSatisfying(
                    end -> assertThat(end).isAfterOrEqualTo(activity.startedAt()));
            assertThat(activity.notScaled()).isEmpty();
        });
    }

    @Test
    void anActivityThatChangedNothingTellsWhy() {
        List<ScalingActivity> found = value(atItsMaximum().activities(CLUSTER, name(SERVICE, 1)));

        assertThat(found.getFirst().status()).isEqualTo("Failed");
        assertThat(found.getFirst().notScaled()).containsExactly(new NotScaled("AlreadyAtMaxCapacity",
                OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(10)));
    }

    @Test
    void activitiesFailOnTheirOwn() {
        assertDenied(denied().activities(CLUSTER, name(SERVICE, 1)),
                "application-autoscaling:DescribeScalingActivities");
        assertThrottled(throttled().activities(CLUSTER, name(SERVICE, 1)));
    }
}
