package io.watchdeck.identity;

import io.watchdeck.model.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Profiles and their doors in memory. What was asked is remembered, what comes of it is the test's word.
public final class FakeSignIn implements SignIn, ProfileSource {

    public final List<String> asked = new ArrayList<>();
    public final Map<Door, Instant> until = new HashMap<>();
    public List<Profile> known;
    public boolean command;
    public String standard = Profile.STANDARD;
    /// What comes of a try.
    public Function<Attempt, Outcome> outcome = _ -> new Outcome.SignedIn(Optional.empty());
    private final Instant now;

    public FakeSignIn(Instant now, Profile... profiles) {
        this.now = now;
        known = List.of(profiles);
    }

    @Override
    public Reading<List<Profile>> profiles() {
        return Reading.known(known, now);
    }

    @Override
    public String standard() {
        return standard;
    }

    @Override
    public Outcome device(Door.Sso door, Attempt attempt) {
        return end("device " + door.name(), door, attempt);
    }

    private Outcome end(String what, Door door, Attempt attempt) {
        asked.add(what);
        Outcome came = outcome.apply(attempt);
        if (came instanceof Outcome.SignedIn(Optional<Instant> at) && !attempt.isGivenUp()) {
            until.put(door, at.orElse(now.plusSeconds(3600)));
        }
        return came;
    }

    @Override
    public Outcome command(String profile, Attempt attempt) {
        asked.add("command " + profile);
        return outcome.apply(attempt);
    }

    @Override
    public boolean hasCommand() {
        return command;
    }

    @Override
    public Outcome code(Door.Mfa door, String code, Attempt attempt) {
        return end("code " + door.name() + " " + code, door, attempt);
    }

    @Override
    public Optional<Instant> until(Door door) {
        return Optional.ofNullable(until.get(door));
    }

    @Override
    public void forget(Door.Mfa door) {
        until.remove(door);
    }
}
