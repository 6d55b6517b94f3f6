package io.watchdeck.operations.preflight;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Baseline;
import io.watchdeck.stack.ServiceSpec.Range;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What was read of a service for an operation on it.
///
/// @param tasks       of this service alone
/// @param deployments newest first
/// @param design      of the task definition that the operation is to run: the service's own, or that to go back to
/// @param drains      deregistration delay by target group
public record ServiceFacts(ServiceKey key, Reading<ServiceState> state, Reading<List<TaskState>> tasks,
        Reading<ScalingRange> range, Reading<DeploymentSettings> settings,
        Reading<List<ServiceDeployment>> deployments, Reading<TaskDesign> design,
        Map<String, Reading<Duration>> drains) {

    public ServiceFacts {
        drains = Map.copyOf(drains);
    }

    static <T> Optional<T> known(Reading<T> reading) {
        return reading instanceof Reading.Known<T>(T value, var _) ? Optional.of(value) : Optional.empty();
    }

    /// The service, of which it is known that it could be read.
    ServiceState present() {
        return known(state).orElseThrow();
    }

    /// The range that autoscaling keeps to; empty where there is none, or it is not known.
    public Optional<Range> scaling() {
        return known(range).map(found -> new Range(found.min(), found.max()));
    }

    /// ARN of the service deployment that is under way; empty where none is, or nothing is known of them.
    public Optional<String> underWayNow() {
        return known(deployments).flatMap(all -> all.stream().filter(ServiceDeployment::isUnderWay).findFirst())
                .map(ServiceDeployment::arn);
    }

    /// Whether it is known that nothing scales the service.
    boolean isUnscaled() {
        return range instanceof Reading.Unknown<ScalingRange>(var failure, var _) && failure.kind() == Kind.ABSENT;
    }

    /// Whether some of its tasks run on Spot, or are meant to.
    boolean usesSpot() {
        return known(state).filter(found -> new SpotMix(found.strategy()).usesSpot()).isPresent();
    }

    /// That a row counts from the tasks that are wanted, while others run by ECS's count of the service; empty where as
    /// many run as are wanted.
    Optional<Phrase> fromWanted() {
        int running = present().running();
        int wanted = present().desired();
        return running == wanted ? Optional.empty()
                : Optional.of(Phrase.of("operation.counts.fromWanted", running, wanted));
    }

    /// Deployments beside the one that is wanted: old ones whose tasks still run, and that one while it is not complete.
    List<Deployment> underWay() {
        return known(state).map(found -> found.deployments().stream()
                .filter(one -> !one.isPrimary() && one.running() > 0 || one.inProgress()).toList()).orElse(List.of());
    }

    Baseline baseline() {
        return known(state)
                .map(found -> new Baseline(OptionalInt.of(found.desired()), scaling(),
                        Optional.of(found.taskDefinition()),
                        found.primary().map(Deployment::id),
                        found.strategy(), OptionalLong.empty(), Map.of(), List.of()))
                .orElseGet(Baseline::none);
    }
}
