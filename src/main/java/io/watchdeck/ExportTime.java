package io.watchdeck;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A moment as a person writes it for `export`: `2026-11-01T09:00:00Z`, `2026-11-01T18:00+09:00`, the begin of a day in
/// the local zone as `2026-11-01`, so long ago as `-24h`, or `now`.
final class ExportTime {

    private static final Pattern AGO = Pattern.compile("-(\\d{1,6})([mhdw])");

    private ExportTime() {}

    /// The end of the second that runs: what happened in it is not left out.
    static Instant now(Clock clock) {
        return clock.instant().plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
    }

    /// @throws Refusal when it is none of these
    static Instant parse(String text, Instant now, ZoneId zone) {
        if (text.equals("now")) {
            return now;
        }
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return now.minus(unit(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1))));
        }
        try {
            return text.indexOf('T') < 0 ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : DateTimeFormatter.ISO_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException other) {
            throw new Refusal(ExitCode.USAGE, "'" + text + "' is not a time such as 2026-11-01T09:00Z, "
                    + "2026-11-01T18:00+09:00, 2026-11-01, -24h, -7d or now.");
        }
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }
}
