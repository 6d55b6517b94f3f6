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

/// The profiles through which the simulated accounts are reached, each with keys that never end: nobody signs in to a
/// simulation.
final class SandboxProfileSource implements ProfileSource {

    private final Map<String, Profile> profiles = new TreeMap<>();
    private final Clock clock;

    SandboxProfileSource(Collection<Access> accesses, Clock clock) {
        this.clock = clock;
        accesses.forEach(access -> access.profile().ifPresent(name -> profiles.putIfAbsent(name, new Profile(name,
                Profile.Kind.STATIC, Optional.of(access.region()), Optional.empty(), Optional.empty()))));
    }

    @Override
    public Reading<List<Profile>> profiles() {
        return Reading.known(List.copyOf(profiles.values()), clock.instant());
    }
}
