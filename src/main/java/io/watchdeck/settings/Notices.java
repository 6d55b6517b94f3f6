package io.watchdeck.settings;

import java.time.Duration;
import java.util.Optional;

/// How a person wants to be told of alarms; empty where nobody chose.
///
/// @param nag           how long nobody may have an alarm before it is told again; [#NEVER] for not at all
/// @param quiet         hours in which only what is critical leaves the window
/// @param notifications whether the desktop shows what is told
/// @param sound         whether a critical alarm that nobody has makes one
/// @param tray          whether an icon stands in the desktop's notification area
public record Notices(Optional<Duration> nag, Optional<QuietHours> quiet, Optional<Switch> notifications,
        Optional<Switch> sound, Optional<Switch> tray) {

    public static final Duration NEVER = Duration.ZERO;
    /// As often as most shifts look around.
    private static final Duration STANDARD_NAG = Duration.ofMinutes(15);

    public enum Switch { ON, OFF }

    public static Notices none() {
        return new Notices(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The time that holds; empty for not at all.
    public Optional<Duration> naggedAfter() {
        return Optional.of(nag.orElse(STANDARD_NAG)).filter(time -> !time.equals(NEVER));
    }

    public boolean onDesktop() {
        return notifications.orElse(Switch.ON) == Switch.ON;
    }

    /// It takes a second toolkit into memory, so that it has to be wished for.
    public boolean inTray() {
        return tray.orElse(Switch.OFF) == Switch.ON;
    }

    public boolean heard() {
        return sound.orElse(Switch.ON) == Switch.ON;
    }
}
