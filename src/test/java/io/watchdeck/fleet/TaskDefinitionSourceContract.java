package io.watchdeck.fleet;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every [TaskDefinitionSource] keeps. The account is in ap-northeast-2.
public abstract class TaskDefinitionSourceContract {

    protected static final String GROUP = "/contract/app";

    /// A source with the ARN of one of its definitions.
    public record Defined(TaskDefinitionSource source, String arn) {}

    /// A definition whose one container is `app`, which logs to [#GROUP] in streams that begin with `app`.
    protected abstract Defined logging();

    /// A definition whose one container is `app`, which logs nowhere.
    protected abstract Defined silent();

    protected abstract Defined denied();

    protected abstract Defined throttled();

    @Test
    void aContainerTellsItsGroupItsRegionAndHowItsStreamsBegin() {
        assertThat(value(logging().source().logs(logging().arn()))).containsExactly(new ContainerLog("app", "awslogs",
                Optional.of(GROUP), Optional.of("ap-northeast-2"), Optional.of("app")));
    }

    @Test
    void aContainerThatLogsNowhereIsThereWithoutADriver() {
        Defined silent = silent();

        assertThat(value(silent.source().logs(silent.arn()))).containsExactly(
                new ContainerLog("app", "", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aDefinitionThatDoesNotExistIsNotFound() {
        assertNotFound(logging().source().logs("arn:aws:ecs:ap-northeast-2:123456789012:task-definition/nobody:1"));
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        Defined denied = denied();

        assertDenied(denied.source().logs(denied.arn()), "ecs:DescribeTaskDefinition");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        Defined throttled = throttled();

        assertThrottled(throttled.source().logs(throttled.arn()));
    }
}
