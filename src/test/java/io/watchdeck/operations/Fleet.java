package io.watchdeck.operations;

import static io.watchdeck.operations.Entries.DEFINITION;
import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.TaskDesign;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What ECS tells of Tiketi's service, for tests: revision 88 since long ago.
public final class Fleet {

    public static final String GROUP = "tiketi-backend-tg";
    public static final List<CapacityShare> SPOT_90 =
            List.of(new CapacityShare("FARGATE_SPOT", 90, 0), new CapacityShare("FARGATE", 10, 0));
    public static final List<CapacityShare> SPOT_70 =
            List.of(new CapacityShare("FARGATE_SPOT", 70, 0), new CapacityShare("FARGATE", 30, 0));
    public static final List<CapacityShare> ON_DEMAND = List.of(new CapacityShare("FARGATE", 1, 0));

    private Fleet() {}

    public static String definition(int revision) {
        return DEFINITION.substring(0, DEFINITION.lastIndexOf(':') + 1) + revision;
    }

    /// Quiet: so many wanted, so many run, 90 of 100 on Spot.
    public static ServiceState service(int desired, int running) {
        return new ServiceState(SERVICE.service(), "arn:service", "ACTIVE", desired, running, 0, SPOT_90, "",
                DEFINITION, List.of(GROUP), List.of(deployment(88, "PRIMARY", desired, running, "COMPLETED")),
                List.of());
    }

    public static ServiceState with(ServiceState of, Deployment... deployments) {
        return new ServiceState(of.name(), of.arn(), of.status(), of.desired(), of.running(), of.pending(),
                of.strategy(), of.launchType(), of.taskDefinition(), of.targetGroups(), List.of(deployments),
                of.events());
    }

    public static ServiceState with(ServiceState of, List<CapacityShare> strategy) {
        return new ServiceState(of.name(), of.arn(), of.status(), of.desired(), of.running(), of.pending(), strategy,
                strategy.isEmpty() ? "FARGATE" : "", of.taskDefinition(), of.targetGroups(), of.deployments(),
                of.events());
    }

    public static ServiceState pending(ServiceState of, int pending, String... events) {
        return new ServiceState(of.name(), of.arn(), of.status(), of.desired(), of.running(), pending, of.strategy(),
                of.launchType(), of.taskDefinition(), of.targetGroups(), of.deployments(),
                List.of(events).stream().map(said -> new ServiceState.ServiceEvent(said, NOON, said)).toList());
    }

    public static ServiceState runs(ServiceState of, String taskDefinition) {
        return new ServiceState(of.name(), of.arn(), of.status(), of.desired(), of.running(), of.pending(),
                of.strategy(), of.launchType(), taskDefinition, of.targetGroups(), of.deployments(), of.events());
    }

    /// `ecs-svc/REVISION`, begun a day before noon.
    public static Deployment deployment(int revision, String status, int desired, int running, String rollout) {
        return deployment(revision, status, desired, running, rollout, NOON.minus(Duration.ofDays(1)));
    }

    public static Deployment deployment(int revision, String status, int desired, int running, String rollout,
            Instant begun) {
        return new Deployment("ecs-svc/" + revision, status, definition(revision), desired, running, 0, 0, rollout,
                "", begun, begun);
    }

    /// One of five tasks that keeps revision 88, as a forced deployment does. Its id tells nothing of the revision.
    public static Deployment forced(String id, String status, int running, String rollout, Instant begun) {
        return new Deployment(id, status, definition(88), 5, running, 0, 0, rollout, "", begun, begun);
    }

    public static Deployment failing(Deployment of, int tasks, String reason) {
        return new Deployment(of.id(), of.status(), of.taskDefinition(), of.desired(), of.running(), of.pending(),
                tasks, of.rolloutState(), reason, of.createdAt(), of.updatedAt());
    }

    public static TaskState task(String id) {
        return task(id, "RUNNING", "RUNNING");
    }

    /// On demand.
    public static TaskState onDemand(String id) {
        return task(id, "RUNNING", "RUNNING", "FARGATE", NOON, Optional.empty());
    }

    /// That runs since a moment.
    public static TaskState started(String id, Instant at) {
        return task(id, "RUNNING", "RUNNING", "FARGATE_SPOT", at, Optional.empty());
    }

    public static TaskState stopped(String id, Instant started, Instant at) {
        return task(id, "STOPPED", "STOPPED", "FARGATE_SPOT", started, Optional.of(at));
    }

    public static TaskState task(String id, String last, String desired) {
        return task(id, last, desired, "FARGATE_SPOT", NOON, Optional.empty());
    }

    private static TaskState task(String id, String last, String desired, String provider, Instant started,
            Optional<Instant> stopped) {
        return new TaskState("arn:aws:ecs:ap-northeast-2:210987654321:task/tiketi-cluster-prod/" + id,
                SERVICE.service(), DEFINITION, last, desired, provider, "ap-northeast-2a", "HEALTHY",
                Optional.of(started), Optional.of(started), Optional.empty(), stopped, "", "", List.of());
    }

    public static ScalingRange range(int min, int max, String... policies) {
        return new ScalingRange(SERVICE.service(), min, max, List.of(policies));
    }

    /// 100 to 200 %, circuit breaker with rollback, without alarms.
    public static DeploymentSettings settings() {
        return settings(100, 200);
    }

    public static DeploymentSettings settings(int min, int max, String... alarms) {
        return new DeploymentSettings("ECS", OptionalInt.of(min), OptionalInt.of(max), true, true, List.of(alarms));
    }

    /// @param at when it began; where it is over it took five minutes
    public static ServiceDeployment rollout(int revision, String status, Instant at) {
        boolean over = List.of("SUCCESSFUL", "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED").contains(status);
        return new ServiceDeployment("arn:deployment:" + revision, status, over ? "told " + status : "", at,
                Optional.of(at), over ? Optional.of(at.plusSeconds(300)) : Optional.empty(),
                Optional.of(definition(revision)), Optional.empty());
    }

    public static ServiceDeployment breaking(ServiceDeployment of, int failures, int threshold) {
        return new ServiceDeployment(of.arn(), of.status(), of.reason(), of.createdAt(), of.startedAt(),
                of.finishedAt(), of.taskDefinition(),
                Optional.of(new ServiceDeployment.CircuitBreaker("MONITORING", failures, threshold)));
    }

    public static TaskDesign design(String status, TaskDesign.Container... containers) {
        return new TaskDesign("backend:88", status, OptionalInt.of(2048), OptionalInt.of(4096), List.of(containers));
    }

    public static TaskDesign.Container container(String image) {
        return new TaskDesign.Container("app", image, Optional.empty());
    }

    public static TaskDesign.Container stoppingIn(Duration time) {
        return new TaskDesign.Container("app", "backend:latest", Optional.of(time));
    }
}
