package io.watchdeck.watch;

import io.watchdeck.alarms.Lifecycle;
import io.watchdeck.settings.Notices;
import io.watchdeck.settings.QuietHours;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// What a person has chosen for alarms.
///
/// @param person as whom a word is written
/// @param nag    how long nobody may have an alarm before somebody is told again; empty never
/// @param quiet  hours in which nobody is told again of what is not critical
/// @param zone   in which those hours are
public record AlarmWishes(String person, Optional<Duration> nag, Optional<QuietHours> quiet, ZoneId zone) {

    /// With no quiet hours.
    public AlarmWishes(String person, Optional<Duration> nag) {
        this(person, nag, Optional.empty(), ZoneOffset.UTC);
    }

    public static AlarmWishes of(String person) {
        return new AlarmWishes(person, Notices.none().naggedAfter());
    }

    /// What becomes of occurrences with that.
    Lifecycle lifecycle() {
        return new Lifecycle(nag, at -> quiet.filter(hours -> hours.contains(LocalTime.ofInstant(at, zone)))
                .isPresent());
    }
}
