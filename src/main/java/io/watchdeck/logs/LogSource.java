package io.watchdeck.logs;

import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.Map;

/// Reads log groups and their lines.
public interface LogSource {

    /// Lines of a log group; one that does not exist is `NOT_FOUND`, one that nobody wrote into has no lines. A filter
    /// pattern that nobody understands is [LogQuery#notUnderstood].
    Reading<LogLines> lines(LogQuery query);

    /// What each log group holds and for how long; one that does not exist is `NOT_FOUND`.
    Map<String, Reading<LogGroup>> groups(Collection<String> names);
}
