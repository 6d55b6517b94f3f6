package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.ServiceEvent;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RolloutTextTest {

    private static final Instant NOW = Instant.parse("2026-11-22T16:01:20Z");
    private static final Deployment GOOD = deployment("ecs-svc/1", "PRIMARY", "IN_PROGRESS", Duration.ofDays(4),
            Duration.ofSeconds(5));
    private static final Deployment STOPPED = deployment("ecs-svc/2", "ACTIVE", "IN_PROGRESS", Duration.ofMinutes(2),
            Duration.ofMinutes(1));

    @Test
    void aRollbackLastsSinceTheEventThatBeganIt() {
        RolloutText text = text(List.of(new ServiceEvent("e2", NOW.minusSeconds(20),
                "(service web) rolling back to deployment ecs-svc/1."),
                new ServiceEvent("e1", NOW.minusSeconds(90),
                        "(service web) rolling back to deployment ecs-svc/9.")),
                GOOD, STOPPED);

        assertThat(text.state(GOOD)).isEqualTo("in progress, 20 s");
        assertThat(text.started(GOOD)).isEqualTo("rollback began 16:01");
    }

    @Test
    void withoutTheEventItLastsSinceTheDeploymentWasLastChanged() {
        assertThat(text(List.of(), GOOD, STOPPED).lasting(GOOD)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void anOrdinaryRolloutLastsSinceItWasCreated() {
        var first = deployment("ecs-svc/3", "PRIMARY", "IN_PROGRESS", Duration.ofMinutes(18), Duration.ZERO);
        var old = deployment("ecs-svc/1", "ACTIVE", "COMPLETED", Duration.ofDays(4), Duration.ofDays(4));
        RolloutText text = text(List.of(), first, old);

        assertThat(text.state(first)).isEqualTo("in progress, 18 min");
        assertThat(text.started(first)).isEqualTo("started 15:43");
        assertThat(text.state(old)).isEqualTo("completed");
    }

    @Test
    void whatIsReplacedDrainsAndRollsOutNothing() {
        RolloutText text = text(List.of(), GOOD, STOPPED);

        assertThat(text.role(STOPPED)).isEqualTo("DRAINING").isEqualTo(text.badge(STOPPED));
        assertThat(text.state(STOPPED)).isEqualTo("not completed");
        assertThat(RolloutText.goesOn(STOPPED)).isFalse();
        assertThat(text.role(GOOD)).isEqualTo("PRIMARY");
        assertThat(text.badge(GOOD)).isEqualTo("IN PROGRESS");
    }

    private static RolloutText text(List<ServiceEvent> events, Deployment... deployments) {
        return new RolloutText(new ServiceState("web", "arn", "ACTIVE", 1, 1, 0, List.of(), "FARGATE", "web:210",
                List.of(), List.of(deployments), events), NOW, new Words(Locale.ENGLISH, ZoneOffset.UTC));
    }

    private static Deployment deployment(String id, String status, String state, Duration age, Duration changed) {
        return new Deployment(id, status, "arn:aws:ecs:x:1:task-definition/web:210", 1, 1, 0, 0, state, "",
                NOW.minus(age), NOW.minus(changed));
    }
}
