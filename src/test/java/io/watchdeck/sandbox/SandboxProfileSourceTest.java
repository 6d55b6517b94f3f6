package io.watchdeck.sandbox;

import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.identity.ProfileSource;
import io.watchdeck.identity.ProfileSourceContract;
import io.watchdeck.model.Region;
import io.watchdeck.stack.Access;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SandboxProfileSourceTest extends ProfileSourceContract {

    @Override
    protected ProfileSource withWork() {
        return new SandboxProfileSource(List.of(new Access(Optional.of("work"), Optional.empty(),
                new Region("eu-west-1"), Optional.empty())), Clock.systemUTC());
    }

    @Override
    protected ProfileSource withNone() {
        return new SandboxProfileSource(List.of(), Clock.systemUTC());
    }

    @Test
    void whatNamesNoProfileIsReachedThroughDefault() {
        Access named = Access.defaults(new Region("eu-west-1"));
        var source = new SandboxProfileSource(List.of(named, Access.defaults(new Region("us-east-1"))),
                Clock.systemUTC());

        assertThat(value(source.profiles())).singleElement().satisfies(profile -> {
            assertThat(profile.name()).isEqualTo(source.standard());
            assertThat(profile.region()).contains(named.region());
            assertThat(profile.doors()).isEmpty();
        });
    }
}
