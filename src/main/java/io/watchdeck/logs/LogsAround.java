package io.watchdeck.logs;

import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The lines around an instant.
///
/// @param lines    oldest first; those up to the instant, it included, and those after it
/// @param complete the time in which no line that matches is left out; lies in the range that was asked for
/// @param earlier  lines of the range before it may have been left out, because there are too many
/// @param later    lines of the range after it may have been left out, because there are too many
public record LogsAround(List<LogLine> lines, TimeRange complete, boolean earlier, boolean later) {

    public LogsAround {
        lines = List.copyOf(lines);
    }

    /// Joins two answers to the same question.
    ///
    /// @param split  where the first ends and the second begins
    /// @param before newest first, up to the split
    /// @param after  oldest first, from the split on
    static LogsAround of(LogQuery query, Instant split, LogLines before, LogLines after) {
        var all = new ArrayList<>(before.lines().reversed());
        all.addAll(after.lines());
        Instant from = before.following().map(rest -> before.lines().size() < query.limit() ? rest.range().to()
                : before.lines().getLast().at()).orElse(query.range().from());
        Instant to = after.following().map(_ -> after.lines().isEmpty() ? split : after.lines().getLast().at())
                .orElse(query.range().to());
        return new LogsAround(all, new TimeRange(from, to), before.following().isPresent(),
                after.following().isPresent());
    }
}
