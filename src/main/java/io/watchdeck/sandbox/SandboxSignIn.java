package io.watchdeck.sandbox;

import io.watchdeck.identity.Attempt;
import io.watchdeck.identity.Door;
import io.watchdeck.identity.Outcome;
import io.watchdeck.identity.SignIn;
import java.time.Instant;
import java.util.Optional;

/// Nobody signs in to a simulation: the profiles of [SandboxProfileSource] have keys that never end, and no door.
public final class SandboxSignIn implements SignIn {

    @Override
    public Outcome device(Door.Sso door, Attempt attempt) {
        return new Outcome.GivenUp();
    }

    @Override
    public Outcome command(String profile, Attempt attempt) {
        return new Outcome.GivenUp();
    }

    @Override
    public boolean hasCommand() {
        return false;
    }

    @Override
    public Outcome code(Door.Mfa door, String code, Attempt attempt) {
        return new Outcome.GivenUp();
    }

    @Override
    public Optional<Instant> until(Door door) {
        return Optional.empty();
    }

    @Override
    public void forget(Door.Mfa door) {}
}
