package io.watchdeck.sandbox;

import io.watchdeck.identity.ProfileSource;
import io.watchdeck.identity.ProfileSourceContract;
import io.watchdeck.model.Region;
import io.watchdeck.stack.Access;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

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
}
