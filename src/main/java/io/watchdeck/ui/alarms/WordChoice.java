package io.watchdeck.ui.alarms;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// How long a person's word is to hold.
public enum WordChoice {
    HALF_HOUR("30m", Duration.ofMinutes(30)),
    HOUR("1h", Duration.ofHours(1)),
    FOUR_HOURS("4h", Duration.ofHours(4)),
    EIGHT_HOURS("8h", Duration.ofHours(8)),
    DAY("24h", Duration.ofHours(24)),
    TOMORROW("tomorrow", Duration.ZERO),
    UNTIL_OK("ok", Duration.ZERO);

    static final List<WordChoice> ACKNOWLEDGE =
            List.of(HALF_HOUR, HOUR, FOUR_HOURS, EIGHT_HOURS, DAY, UNTIL_OK);
    static final List<WordChoice> SNOOZE = List.of(HALF_HOUR, HOUR, FOUR_HOURS, EIGHT_HOURS, DAY, TOMORROW);

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final String word;
    private final Duration length;

    WordChoice(String word, Duration length) {
        this.word = word;
        this.length = length;
    }

    /// The same in every language, for ids and keys.
    String word() {
        return word;
    }

    String key() {
        return "ui.alarms.choice." + word;
    }

    /// When it ends; empty until OK.
    Optional<Instant> until(Instant now, ZoneId zone) {
        return switch (this) {
            case UNTIL_OK -> Optional.empty();
            case TOMORROW -> Optional.of(LocalDate.ofInstant(now, zone).plusDays(1).atTime(MORNING).atZone(zone)
                    .toInstant());
            case HALF_HOUR, HOUR, FOUR_HOURS, EIGHT_HOURS, DAY -> Optional.of(now.plus(length));
        };
    }
}
