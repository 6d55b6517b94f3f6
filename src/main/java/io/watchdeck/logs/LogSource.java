package io.watchdeck.logs;

import io.watchdeck.model.Reading;

/// Reads lines of log groups.
public interface LogSource {

    /// Lines of a log group; one that does not exist is `NOT_FOUND`, one that nobody wrote into has no lines. A filter
    /// pattern that nobody understands is [LogQuery#notUnderstood].
    Reading<LogLines> lines(LogQuery query);
}
