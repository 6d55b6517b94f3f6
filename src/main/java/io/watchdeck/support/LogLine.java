package io.watchdeck.support;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// How the program logs, in its files and on the standard error (`logging.properties`): one line of UTC, level, class and
/// message, the cause of an error below; without what lets somebody sign in. Any thread.
public final class LogLine extends Formatter {

    @Override
    public String format(LogRecord line) {
        var text = new StringWriter().append(Instant.ofEpochMilli(line.getMillis()).truncatedTo(ChronoUnit.SECONDS)
                .toString()).append(' ').append(line.getLevel().getName()).append(' ').append(line.getLoggerName())
                .append(": ").append(formatMessage(line)).append(System.lineSeparator());
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return Redaction.of(text.toString());
    }
}
