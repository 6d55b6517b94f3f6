package io.watchdeck.words;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A moment as exports write it, whatever they are of: ISO 8601 in UTC, always with three digits of a second, as
/// `2026-09-22T04:20:00.000Z`, so that texts of the same length sort as the moments do.
public final class ExactTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ExactTime() {}

    /// What is less than a millisecond is left out.
    public static String of(Instant at) {
        return FORM.format(at);
    }
}
