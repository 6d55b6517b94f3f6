package io.watchdeck.logs;

import io.watchdeck.model.TimeRange;
import java.util.Optional;

/// Which lines of a log group are wanted.
///
/// @param range   when they were written
/// @param pattern a filter pattern as CloudWatch Logs defines them, such as `ERROR` or `?502 ?503`; empty for all lines
/// @param limit   so many lines at most
/// @param token   where an earlier reading ended, in the words of the port that gave it; see [LogLines#following()]
public record LogQuery(String group, TimeRange range, String pattern, Order order, int limit, Optional<String> token) {

    /// Which lines come first, and so which ones the limit keeps.
    public enum Order {
        OLDEST_FIRST, NEWEST_FIRST
    }

    public LogQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of " + limit + " lines");
        }
    }

    /// The newest lines, newest first.
    public static LogQuery tail(String group, TimeRange range, int limit) {
        return new LogQuery(group, range, "", Order.NEWEST_FIRST, limit, Optional.empty());
    }

    public LogQuery withPattern(String words) {
        return new LogQuery(group, range, words, order, limit, token);
    }

    public LogQuery oldestFirst() {
        return new LogQuery(group, range, pattern, Order.OLDEST_FIRST, limit, token);
    }

    /// The same question from where an answer ended.
    public LogQuery from(TimeRange rest, Optional<String> mark) {
        return new LogQuery(group, rest, pattern, order, limit, mark);
    }
}
