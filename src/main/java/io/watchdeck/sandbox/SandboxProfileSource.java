package io.watchdeck.sandbox;

import io.watchdeck.identity.Profile;
import io.watchdeck.identity.ProfileSource;
import io.watchdeck.model.Reading;
import io.watchdeck.stack.Access;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The profiles through which the simulated accounts are reached, `default` where a stack names none, each with keys that
/// never end: nobody signs in to a simulation.
public final class SandboxProfileSource implements ProfileSource {

    private final Map<String, Profile> profiles = new TreeMap<>();
    private final Clock clock;

    /// @param accesses of the stacks that are simulated
    public SandboxProfileSource(Collection<Access> accesses, Clock clock) {
        this.clock = clock;
        accesses.forEach(access -> profiles.computeIfAbsent(access.profile().orElseGet(this::standard),
                name -> new Profile(name, Profile.Kind.STATIC, Optional.of(access.region()), Optional.empty(),
                        Optional.empty())));
    }

    @Override
    public Reading<List<Profile>> profiles() {
        return Reading.known(List.copyOf(profiles.values()), clock.instant());
    }
}
