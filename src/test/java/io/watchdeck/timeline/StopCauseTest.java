package io.watchdeck.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.TaskState.ContainerState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// With the sentences that ECS writes.
class StopCauseTest {

    static TaskState task(String code, String reason, String provider, OptionalInt exit, String container) {
        Instant at = Instant.parse("2026-09-22T04:00:00Z");
        return new TaskState("arn:task/" + code + reason.hashCode(), "api", "api:7", "STOPPED", "STOPPED", provider,
                "eu-west-1a", "UNKNOWN", Optional.of(at), Optional.of(at), Optional.empty(), Optional.of(at), code,
                reason, List.of(new ContainerState("sidecar", "STOPPED", OptionalInt.of(0), ""),
                        new ContainerState("api", "STOPPED", exit, container)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    SpotInterruption|Your Spot Task was interrupted.|FARGATE_SPOT||SPOT
                    ''|Your Spot Task was interrupted.|FARGATE_SPOT||SPOT
                    TerminationNotice|''|FARGATE_SPOT||SPOT
                    TerminationNotice|''|FARGATE||UNKNOWN
                    EssentialContainerExited|Essential container in task exited|FARGATE|OutOfMemoryError: Container killed due to memory usage|OUT_OF_MEMORY
                    TaskFailedToStart|CannotPullContainerError: pull image manifest has been retried 5 time(s)|FARGATE||IMAGE_PULL
                    ServiceSchedulerInitiated|Task failed ELB health checks in (target-group arn:x)|FARGATE||HEALTH_CHECK
                    ServiceSchedulerInitiated|Task failed container health checks|FARGATE||HEALTH_CHECK
                    ServiceSchedulerInitiated|Scaling activity initiated by (deployment ecs-svc/2)|FARGATE||SCALE_IN
                    TaskFailedToStart|ResourceInitializationError: unable to pull secrets|FARGATE||FAILED_TO_START
                    UserInitiated|Task stopped by user|FARGATE||BY_HAND
                    EssentialContainerExited|Essential container in task exited|FARGATE||EXIT_CODE
                    InfrastructureHealth|Something new|FARGATE||UNKNOWN
                    """)
    void aCauseFollowsFromTheCodeAndTheSentences(String code, String reason, String provider, String container,
            StopCause cause) {
        TaskState task = task(code, reason, provider, OptionalInt.of(1), container == null ? "" : container);

        assertThat(StopCause.of(task, Optional.empty())).isEqualTo(cause);
    }

    @Test
    void whatIsOlderThanTheNewestDeploymentGaveWayToIt() {
        TaskState task = task("ServiceSchedulerInitiated", "Scaling activity initiated by (deployment ecs-svc/2)",
                "FARGATE", OptionalInt.of(0), "");
        Instant created = task.createdAt().orElseThrow();

        assertThat(StopCause.of(task, Optional.of(created.plusSeconds(1)))).isEqualTo(StopCause.DEPLOYMENT);
        assertThat(StopCause.of(task, Optional.of(created.minusSeconds(1)))).isEqualTo(StopCause.SCALE_IN);
    }

    @Test
    void theExitCodeIsTheFirstThatIsNoSuccess() {
        assertThat(StopCause.exitCode(task("EssentialContainerExited", "", "FARGATE", OptionalInt.of(3), "")))
                .hasValue(3);
        assertThat(StopCause.exitCode(task("EssentialContainerExited", "", "FARGATE", OptionalInt.empty(), "")))
                .hasValue(0);
    }
}
