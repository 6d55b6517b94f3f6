package io.watchdeck.operations.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttemptTest {

    private final Attempt attempt = new Attempt();

    @Test
    void whatIsTakenBackNeverLeaves() {
        assertThat(attempt.takeBack()).isTrue();
        assertThat(attempt.leave()).isFalse();
        assertThat(attempt.takeBack()).as("once more").isTrue();
    }

    @Test
    void whatHasLeftCannotBeTakenBack() {
        assertThat(attempt.leave()).isTrue();
        assertThat(attempt.takeBack()).isFalse();
        assertThat(attempt.leave()).as("the next request of it").isTrue();
        assertThat(attempt.isTakenBack()).isFalse();
    }
}
