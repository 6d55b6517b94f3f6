package io.watchdeck.sandbox.logbook;

import io.watchdeck.logs.LogLine;
import io.watchdeck.model.TimeRange;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/// The lines of one log group: the newest few thousand. What it has stored of older ones is a number only.
public final class SimulatedLog {

    private static final int KEPT = 5000;

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private long storedBytes;
    private OptionalInt retentionDays = OptionalInt.empty();

    /// What it holds, from now on.
    ///
    /// @param days after which lines are deleted; empty for never
    public void hold(long bytes, OptionalInt days) {
        storedBytes = bytes;
        retentionDays = days;
    }

    public long storedBytes() {
        return storedBytes;
    }

    public OptionalInt retentionDays() {
        return retentionDays;
    }

    public void write(LogLine line) {
        lines.addLast(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }

    /// Those that a pattern matches, oldest first.
    public List<LogLine> lines(TimeRange range, FilterPattern pattern) {
        return lines.stream().filter(line -> range.contains(line.at()) && pattern.matches(line.message()))
                .sorted(Comparator.comparing(LogLine::at)).toList();
    }
}
