package io.watchdeck.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.EcsSentence.Routine;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcsSentenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "(service api) has reached a steady state. | has reached a steady state.",
            "(service api, taskSet ecs-svc/12) has begun draining connections on 1 tasks. | has begun draining connections on 1 tasks.",
            "(service api) (port 3000) is unhealthy in (target-group x) | (port 3000) is unhealthy in (target-group x)",
            "ECS deployment ecs-svc/1 completed. | ECS deployment ecs-svc/1 completed.",
            "waits for (service api) to end | waits for (service api) to end"})
    void theServiceAtItsBeginIsLeftOut(String message, String bare) {
        assertThat(new EcsSentence(message).bare()).isEqualTo(bare);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "(service a) has started 12 tasks: (task x). | STARTED | 12",
            "(service a) has stopped 1 running tasks: (task x). | STOPPED | 1",
            "(service a) has begun draining connections on 2 tasks. | DRAINING | 2",
            "(service a) registered 3 targets in (target-group x) | REGISTERED | 3",
            "(service a) deregistered 4 targets in (target-group x) | DEREGISTERED | 4",
            "(service a, taskSet b) has reached a steady state. | STEADY | 1"})
    void everydaySentencesAreKnownWithWhatTheyCount(String message, Routine routine, int count) {
        assertThat(new EcsSentence(message).routine()).contains(routine);
        assertThat(new EcsSentence(message).count()).isEqualTo(count);
    }

    @Test
    void aSentenceThatOnlyMentionsTheEverydayIsNone() {
        assertThat(new EcsSentence("(service a) failed to say that it has reached a steady state").routine())
                .isEqualTo(Optional.empty());
    }

    @Test
    void anAbsurdNumberIsCountedOnce() {
        assertThat(new EcsSentence("(service a) has started 99999999999 tasks").count()).isEqualTo(1);
    }
}
