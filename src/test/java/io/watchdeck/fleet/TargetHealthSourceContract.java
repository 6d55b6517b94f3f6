package io.watchdeck.fleet;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [TargetHealthSource] keeps.
public abstract class TargetHealthSourceContract {

    /// Target groups are `group-0001`, `group-0002` and so on.
    protected static final String GROUP = "group";

    /// So many groups, each with two healthy targets.
    protected abstract TargetHealthSource withGroups(int count);

    /// One group without a target.
    protected abstract TargetHealthSource withoutTargets();

    /// One group with a target that is healthy and one in this state: `unhealthy` with failed health checks that
    /// answered 503, `initial` or `draining`.
    protected abstract TargetHealthSource with(String state);

    /// One group with one target, which has this state, reason and description.
    protected abstract TargetHealthSource withTarget(String state, String reason, String description);

    protected abstract TargetHealthSource denied();

    protected abstract TargetHealthSource throttled();

    @Test
    void noNameGivesNoEntry() {
        assertThat(withGroups(1).targets(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 21, 41})
    void everyGroupAskedHasItsTargets(int count) {
        var found = withGroups(count).targets(names(GROUP, count));

        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names(GROUP, count));
        found.values().forEach(reading -> assertThat(value(reading)).hasSize(2).allSatisfy(target -> {
            assertThat(target.isHealthy()).isTrue();
            assertThat(target.id()).isNotEmpty();
            assertThat(target.port()).isPresent();
            assertThat(target.zone()).startsWith("ap-northeast-2");
            assertThat(target.reason()).isEmpty();
            assertThat(target.description()).isEmpty();
        }));
    }

    @Test
    void aGroupWithoutTargetsIsKnownAndEmpty() {
        assertThat(targets(withoutTargets())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unhealthy", "initial", "draining"})
    void aTargetThatIsNotHealthySaysWhy(String state) {
        List<TargetState> targets = targets(with(state));

        assertThat(targets).extracting(TargetState::state).containsExactlyInAnyOrder("healthy", state);
        TargetState other = targets.stream().filter(target -> !target.isHealthy()).findFirst().orElseThrow();
        assertThat(other.reason()).isEqualTo(switch (state) {
            case "unhealthy" -> "Target.FailedHealthChecks";
            case "initial" -> "Elb.InitialHealthChecking";
            default -> "Target.DeregistrationInProgress";
        });
        assertThat(other.description()).isEqualTo(switch (state) {
            case "unhealthy" -> "Health checks failed with these codes: [503]";
            case "initial" -> "Initial health checks in progress";
            default -> "Target deregistration is in progress";
        });
    }

    @Test
    void wordsThatNobodyKnowsYetAreShownAsTheyAre() {
        assertThat(targets(withTarget("pondering", "Target.Moody", "Ask it tomorrow"))).singleElement()
                .satisfies(target -> {
                    assertThat(target.state()).isEqualTo("pondering");
                    assertThat(target.reason()).isEqualTo("Target.Moody");
                    assertThat(target.description()).isEqualTo("Ask it tomorrow");
                    assertThat(target.isHealthy()).isFalse();
                });
    }

    @Test
    void targetsComeInTheOrderOfTheirIds() {
        assertThat(targets(withGroups(1))).isSortedAccordingTo(Comparator.comparing(TargetState::id));
    }

    @Test
    void aGroupThatDoesNotExistIsNotFound() {
        var found = withGroups(2).targets(List.of(name(GROUP, 1), "no-such-group", name(GROUP, 2)));

        assertThat(value(found.get(name(GROUP, 1)))).hasSize(2);
        assertThat(value(found.get(name(GROUP, 2)))).hasSize(2);
        assertNotFound(found.get("no-such-group"));
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        assertDenied(denied().targets(names(GROUP, 1)).get(name(GROUP, 1)),
                "elasticloadbalancing:DescribeTargetHealth", "elasticloadbalancing:DescribeTargetGroups");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        assertThrottled(throttled().targets(names(GROUP, 1)).get(name(GROUP, 1)));
    }

    private static List<TargetState> targets(TargetHealthSource source) {
        return value(source.targets(names(GROUP, 1)).get(name(GROUP, 1)));
    }
}
