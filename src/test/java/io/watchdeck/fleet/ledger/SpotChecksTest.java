package io.watchdeck.fleet.ledger;

import static io.watchdeck.fleet.ledger.Lines.spot;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.ledger.SpotChecks.StopTimeout;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.fleet.rollout.TaskDesign.Container;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpotChecksTest {

    private static ServiceState service(CapacityShare... strategy) {
        return new ServiceState("api", "arn:api", "ACTIVE", 2, 2, 0, List.of(strategy), "", "api:7", List.of(),
                List.of(), List.of());
    }

    private static SpotChecks checks(CapacityShare... strategy) {
        return SpotChecks.of(service(strategy), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void withoutABaseNothingGuaranteesAnOnDemandTask() {
        assertThat(checks(new CapacityShare("FARGATE_SPOT", 90, 0), new CapacityShare("FARGATE", 10, 0)))
                .satisfies(one -> {
                    assertThat(one.onSpot()).isTrue();
                    assertThat(one.guaranteed()).isZero();
                });
        assertThat(checks(new CapacityShare("FARGATE_SPOT", 90, 0), new CapacityShare("FARGATE", 10, 2)).guaranteed())
                .isEqualTo(2);
        assertThat(checks(new CapacityShare("FARGATE_SPOT", 90, 2), new CapacityShare("FARGATE", 10, 0)).guaranteed())
                .as("a base on Spot guarantees nothing").isZero();
        assertThat(checks(new CapacityShare("FARGATE", 1, 0)).onSpot()).isFalse();
        assertThat(checks(new CapacityShare("FARGATE_SPOT", 0, 0)).onSpot()).isFalse();
        assertThat(checks().onSpot()).isFalse();
    }

    @Test
    void zonesAreThoseOfTheTasksThatRun() {
        var tasks = List.of(spot("a", -900, -800), Lines.interrupted(spot("b", -900, -800), -100, -50));

        assertThat(SpotChecks.of(service(), Optional.of(tasks), Optional.empty(), Optional.empty()).zones())
                .contains(Set.of("eu-west-1a"));
        assertThat(checks().zones()).as("not known").isEmpty();
    }

    @Test
    void aStopTimeoutThatIsNotGivenIsThatOfEcs() {
        var design = new TaskDesign("api:7", "ACTIVE", OptionalInt.of(256), OptionalInt.of(512),
                List.of(new Container("api", "api:7", Optional.empty()),
                        new Container("proxy", "envoy", Optional.of(Duration.ofSeconds(120)))));

        assertThat(SpotChecks.of(service(), Optional.empty(), Optional.of(design), Optional.empty()).stopTimeouts())
                .get().asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(StopTimeout.class))
                .containsExactly(new StopTimeout("api", Duration.ofSeconds(30), false),
                        new StopTimeout("proxy", Duration.ofSeconds(120), true))
                .extracting(StopTimeout::isShort).containsExactly(true, false);
        assertThat(checks().stopTimeouts()).as("not known").isEmpty();
    }

    @Test
    void requestsMayHaveLongerThanSpotLeaves() {
        assertThat(drain(121).drainsTooLong()).contains(true);
        assertThat(drain(120).drainsTooLong()).contains(false);
        assertThat(checks().drainsTooLong()).isEmpty();
    }

    private static SpotChecks drain(long seconds) {
        return SpotChecks.of(service(), Optional.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(seconds)));
    }
}
