package io.watchdeck.watch;

import io.watchdeck.settings.Notices;
import java.time.Duration;
import java.util.Optional;

/// What a person has chosen for alarms.
///
/// @param person as whom a word is written
/// @param nag    how long nobody may have an alarm before somebody is told again; empty never
public record AlarmWishes(String person, Optional<Duration> nag) {

    public static AlarmWishes of(String person) {
        return new AlarmWishes(person, Notices.none().naggedAfter());
    }
}
