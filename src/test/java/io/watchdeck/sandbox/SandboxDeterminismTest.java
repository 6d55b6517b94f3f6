package io.watchdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.sandbox.script.Scripts;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.Environment;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SandboxDeterminismTest {

    @Test
    void whoLooksHowOftenChangesNothing() {
        var watched = new Life(11);
        var left = new Life(11);

        watched.live(Duration.ofMinutes(40), Duration.ofSeconds(1), life -> life.tasks("bowwow-prod"));
        watched.live(Duration.ofMinutes(20), Duration.ofSeconds(37), life -> life.services("tiketi-prod"));
        Duration lived = Duration.between(Stage.NOW, watched.clock().instant());
        left.clock().advance(lived);

        assertThat(watched.everything()).isEqualTo(left.everything());
    }

    @Test
    void anotherSeedIsAnotherLife() {
        assertThat(new Life(11).tasks("bowwow-prod")).isNotEqualTo(new Life(12).tasks("bowwow-prod"));
    }

    @Test
    void lookingTwiceAtTheSameInstantShowsTheSame() {
        var life = new Life(11);

        assertThat(life.everything()).isEqualTo(life.everything());
    }

    @Test
    void everyShippedStackHasAProfileOfItsOwn() {
        var plain = Scripts.profile(Stage.file("somebody-elses", Environment.TEST,
                Components.none(), Optional.empty()));

        assertThat(Stage.shipped()).allSatisfy(file -> assertThat(Scripts.profile(file)).isNotEqualTo(plain));
    }
}
