package io.watchdeck.ui.kit.logs;

import io.watchdeck.logs.LogLine;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A row of the list: a line of a log, whatever was written, or a part of one that is unfolded.
///
/// @param of     the line
/// @param part   0 for the line itself, else which of the rows below it
/// @param time   of the day, in the zone of the person; empty for a part
/// @param before the text up to the word that says how serious it is, or up to the name of a field
/// @param level  that word or name, or empty
/// @param after  the rest of the first line of the text, with the number of further ones
/// @param full   day and time here and in UTC, stream, and the text, for the tooltip
/// @param folds  whether there is more than the row shows
record TailLine(LogLine of, int part, String time, String before, String level, Tone tone, String after, String full,
        boolean folds) {

    private static final Pattern LEVEL = Pattern.compile("\\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE"
            + "|FATAL|CRITICAL)\\b|(?<=\"(?:level|severity)\": ?\")\\w++");
    /// A word far inside a line is not its level.
    private static final int BEGINNING = 120;
    /// More than a row can show, and more than anybody reads in a tooltip.
    private static final int SHOWN = 400;
    private static final int FITS = 56;
    private static final int EXPLAINED = 3000;

    static TailLine of(LogLine line, Words words) {
        String message = LogText.harmless(line.message());
        long breaks = message.chars().filter(character -> character == '\n').count();
        String first = message.lines().findFirst().orElse("").replace('\t', ' ');
        String row = first.length() > SHOWN ? first.substring(0, SHOWN) + "…" : first;
        String text = breaks == 0 ? row : words.say("ui.logs.lines", row, breaks);
        Matcher level = LEVEL.matcher(text).region(0, Math.min(text.length(), BEGINNING)).useTransparentBounds(true);
        boolean found = level.find();
        return new TailLine(line, 0, words.clockSeconds(line.at()), found ? text.substring(0, level.start()) : text,
                found ? level.group() : "", found ? tone(level.group()) : Tone.PLAIN,
                found ? text.substring(level.end()) : "",
                words.moments(line.at()) + "\n" + words.say("ui.logs.stream", line.stream()) + "\n\n"
                        + explained(message, words),
                LogText.folds(message, FITS));
    }

    /// The rows below it when it is unfolded.
    List<TailLine> parts(Words words) {
        LogText.Unfolded unfolded = LogText.unfolded(LogText.harmless(of.message()));
        var rows = new ArrayList<TailLine>();
        unfolded.parts().forEach(one -> rows.add(new TailLine(of, rows.size() + 1, "", one.before(), one.key(),
                Tone.MUTED, one.after(), full, false)));
        if (unfolded.cut()) {
            rows.add(new TailLine(of, rows.size() + 1, "", "", words.say("ui.logs.cutBelow"), Tone.MUTED, "", full,
                    false));
        }
        return rows;
    }

    Instant at() {
        return of.at();
    }

    /// Whether the other row is of the same line.
    boolean isOf(TailLine other) {
        return of.equals(other.of);
    }

    /// For the clipboard: a line with its instant in UTC, a part of one as it is shown.
    String copied() {
        return part > 0 ? before + level + after : of.at() + " " + LogText.harmless(of.message());
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
