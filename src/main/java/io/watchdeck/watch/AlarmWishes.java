package io.watchdeck.watch;

import java.time.Duration;
import java.util.Optional;

/// What a person has chosen for alarms.
///
/// @param person as whom a word is written
/// @param nag    how long nobody may have an alarm before somebody is told again; empty never
public record AlarmWishes(String person, Optional<Duration> nag) {

    /// As often as most shifts look around.
    public static final Duration STANDARD_NAG = Duration.ofMinutes(15);

    public static AlarmWishes of(String person) {
        return new AlarmWishes(person, Optional.of(STANDARD_NAG));
    }
}
