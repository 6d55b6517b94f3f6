package io.watchdeck.ui.stack;

import io.watchdeck.logs.LogLine;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of a log as the list shows it: in one row, whatever was written.
///
/// @param time   of the day, in the zone of the person
/// @param before the text up to the word that says how serious it is
/// @param level  that word, or empty
/// @param after  the rest of the first line of the text, with the number of further ones
/// @param full   day and time here and in UTC, stream, and the text, for the tooltip
/// @param copied what a copy of the line is
record TailLine(Instant at, String time, String before, String level, Tone tone, String after, String full,
        String copied) {

    private static final Pattern LEVEL = Pattern.compile("\\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE"
            + "|FATAL|CRITICAL)\\b|(?<=\"level\": ?\")\\w++");
    /// A word far inside a line is not its level.
    private static final int BEGINNING = 120;
    /// More than a row can show, and more than anybody reads in a tooltip.
    private static final int SHOWN = 400;
    private static final int EXPLAINED = 3000;

    static TailLine of(LogLine line, Words words) {
        String message = line.message();
        long breaks = message.chars().filter(character -> character == '\n').count();
        String first = message.lines().findFirst().orElse("").replace('\t', ' ');
        String row = first.length() > SHOWN ? first.substring(0, SHOWN) + "…" : first;
        String text = breaks == 0 ? row : words.say("ui.logs.lines", row, breaks);
        Matcher level = LEVEL.matcher(text).region(0, Math.min(text.length(), BEGINNING)).useTransparentBounds(true);
        boolean found = level.find();
        return new TailLine(line.at(), words.clockSeconds(line.at()), found ? text.substring(0, level.start()) : text,
                found ? level.group() : "", found ? tone(level.group()) : Tone.PLAIN,
                found ? text.substring(level.end()) : "",
                words.moments(line.at()) + "\n" + words.say("ui.logs.stream", line.stream()) + "\n\n"
                        + explained(message, words),
                line.at() + " " + message);
    }

    private static String explained(String message, Words words) {
        return message.length() <= EXPLAINED ? message : message.substring(0, EXPLAINED) + "\n"
                + words.say("ui.logs.cut", message.length() - EXPLAINED);
    }

    private static Tone tone(String level) {
        return switch (level.toUpperCase(Locale.ROOT)) {
            case "ERROR", "SEVERE", "FATAL", "CRITICAL" -> Tone.CRITICAL;
            case "WARN", "WARNING" -> Tone.WARNING;
            default -> Tone.MUTED;
        };
    }
}
