package io.watchdeck.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/// The credentials that somebody's codes have opened, by profile: here and nowhere else, until they end. Any thread.
final class HeldSessions {

    /// Before they end they sign nothing that could arrive too late.
    private static final Duration EARLY = Duration.ofMinutes(1);

    private final ConcurrentMap<String, Held> held = new ConcurrentHashMap<>();
    private final Clock clock;

    /// Says nothing of the keys, whoever prints it.
    private record Held(AwsCredentials credentials, Instant until) {
        @Override
        public String toString() {
            return "held until " + until;
        }
    }

    HeldSessions(Clock clock) {
        this.clock = clock;
    }

    void hold(String profile, AwsCredentials credentials, Instant until) {
        held.put(profile, new Held(credentials, until));
    }

    void forget(String profile) {
        held.remove(profile);
    }

    Optional<AwsCredentials> find(String profile) {
        return valid(profile).map(Held::credentials);
    }

    Optional<Instant> until(String profile) {
        return valid(profile).map(Held::until);
    }

    private Optional<Held> valid(String profile) {
        return Optional.ofNullable(held.computeIfPresent(profile,
                (_, one) -> clock.instant().isBefore(one.until().minus(EARLY)) ? one : null));
    }
}
