package io.watchdeck.logs;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.TimeRange;
import java.util.Optional;

/// Which lines of a log group are wanted.
///
/// @param streams how the names of the wanted streams begin, such as `api/`; empty for all streams of the group
/// @param range   when they were written
/// @param pattern a filter pattern as CloudWatch Logs defines them, such as `ERROR` or `?502 ?503`; empty for all lines
/// @param limit   so many lines at most
/// @param token   where an earlier reading ended, in the words of the port that gave it; see [LogLines#following()]
public record LogQuery(String group, String streams, TimeRange range, String pattern, Order order, int limit,
        Optional<String> token) {

    private static final String NOT_UNDERSTOOD = "failure.logs.pattern";

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
        return new LogQuery(group, "", range, "", Order.NEWEST_FIRST, limit, Optional.empty());
    }

    public LogQuery withPattern(String words) {
        return new LogQuery(group, streams, range, words, order, limit, token);
    }

    /// @param beginning of the names of streams
    public LogQuery ofStreams(String beginning) {
        return new LogQuery(group, beginning, range, pattern, order, limit, token);
    }

    public LogQuery oldestFirst() {
        return new LogQuery(group, streams, range, pattern, Order.OLDEST_FIRST, limit, token);
    }

    public LogQuery newestFirst() {
        return new LogQuery(group, streams, range, pattern, Order.NEWEST_FIRST, limit, token);
    }

    /// The same question from where an answer ended.
    public LogQuery from(TimeRange rest, Optional<String> mark) {
        return new LogQuery(group, streams, rest, pattern, order, limit, mark);
    }

    /// Why there are no lines when the pattern is none.
    ///
    /// @param detail in the words of whoever does not understand it
    public Failure notUnderstood(String detail) {
        return new Failure(Failure.Kind.UNEXPECTED, Phrase.of(NOT_UNDERSTOOD, pattern), Optional.empty(),
                Optional.empty(), detail);
    }

    /// Whether another pattern would help.
    public static boolean isOfPattern(Failure failure) {
        return failure.sentence().key().equals(NOT_UNDERSTOOD);
    }
}
