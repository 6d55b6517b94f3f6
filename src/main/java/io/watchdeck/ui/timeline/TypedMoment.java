package io.watchdeck.ui.timeline;

import io.watchdeck.words.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads an instant that a person typed, in the local zone: a time of the day of the cursor, or a day and a time. A day is
/// written as the console writes it, with or without its weekday, or as `2026-09-21` or `09-21`. Pure.
record TypedMoment(Words words, Instant now) {

    private static final Pattern TIMED = Pattern.compile("(.*?)[ ,T]*(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");
    private static final Pattern DATED = Pattern.compile("(?:(\\d{4})-)?(\\d{1,2})-(\\d{1,2})");
    /// Events are told of that far back.
    private static final int DAYS = 400;

    /// The same as it is read again.
    String text(Instant at) {
        return words.weekday(LocalDate.ofInstant(at, words.zone())) + " " + words.clockSeconds(at);
    }

    /// Empty for what is no moment, and for one that has not come yet.
    ///
    /// @param cursor whose day is meant where none is typed
    Optional<Instant> read(String typed, Instant cursor) {
        Matcher timed = TIMED.matcher(typed.strip());
        if (!timed.matches()) {
            return Optional.empty();
        }
        try {
            LocalTime time = LocalTime.of(Integer.parseInt(timed.group(2)), Integer.parseInt(timed.group(3)),
                    timed.group(4) == null ? 0 : Integer.parseInt(timed.group(4)));
            return day(timed.group(1).strip(), LocalDate.ofInstant(cursor, words.zone()))
                    .map(day -> day.atTime(time).atZone(words.zone()).toInstant()).filter(at -> !at.isAfter(now));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> day(String said, LocalDate ofCursor) {
        if (said.isEmpty()) {
            return Optional.of(ofCursor);
        }
        LocalDate today = LocalDate.ofInstant(now, words.zone());
        Matcher dated = DATED.matcher(said);
        if (dated.matches()) {
            int year = dated.group(1) == null ? today.getYear() : Integer.parseInt(dated.group(1));
            LocalDate day =
                    LocalDate.of(year, Integer.parseInt(dated.group(2)), Integer.parseInt(dated.group(3)));
            return Optional.of(dated.group(1) == null && day.isAfter(today) ? day.minusYears(1) : day);
        }
        for (int ago = 0; ago < DAYS; ago++) {
            LocalDate day = today.minusDays(ago);
            if (said.equalsIgnoreCase(words.weekday(day)) || said.equalsIgnoreCase(words.day(day))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }
}
