package io.watchdeck.logs;

import io.watchdeck.logs.LogQuery.Order;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lines in the order that was asked for.
///
/// @param following the question that gives the lines after these; empty when there are none. There may be a following
///                  one although there are fewer lines than the limit, or none: a rare word takes several readings to
///                  find
public record LogLines(List<LogLine> lines, Optional<LogQuery> following) {

    public LogLines {
        lines = List.copyOf(lines);
    }

    /// Cuts an answer out of the last lines of a time, for ports that can only read forward.
    ///
    /// @param oldestFirst all lines that were written in the range of the question from an instant on
    /// @param from        that instant
    public static LogLines newestFirst(LogQuery query, List<LogLine> oldestFirst, Instant from) {
        if (query.order() != Order.NEWEST_FIRST) {
            throw new IllegalArgumentException("asked for " + query.order());
        }
        List<LogLine> left = oldestFirst.subList(0, oldestFirst.size() - given(query, oldestFirst));
        List<LogLine> newest = left.subList(Math.max(0, left.size() - query.limit()), left.size()).reversed();
        Instant start = query.range().from();
        if (newest.size() < left.size()) {
            Instant last = newest.getLast().at();
            long again = newest.stream().filter(line -> line.at().equals(last)).count()
                    + (last.plusMillis(1).equals(query.range().to()) ? given(query, oldestFirst) : 0);
            return new LogLines(newest, Optional.of(query.from(new TimeRange(start, last.plusMillis(1)),
                    Optional.of(Long.toString(again)))));
        }
        return new LogLines(newest, start.isBefore(from)
                ? Optional.of(query.from(new TimeRange(start, from), Optional.empty())) : Optional.empty());
    }

    /// How many of the last lines an earlier answer already had: several lines may bear the same millisecond.
    private static int given(LogQuery query, List<LogLine> lines) {
        return Math.min(lines.size(), query.token().map(Integer::parseInt).orElse(0));
    }
}
