package io.watchdeck.logs;

import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Reads log groups and their lines.
public interface LogSource {

    /// Lines of a log group; one that does not exist is `NOT_FOUND`, one that nobody wrote into has no lines. A filter
    /// pattern that nobody understands is [LogQuery#notUnderstood].
    Reading<LogLines> lines(LogQuery query);

    /// The lines around an instant, however long ago: the newest up to it, it included, and the oldest after it. Two
    /// readings; when either fails nothing is known.
    ///
    /// @param query the range says how far to look on either side, and the limit how many lines are wanted on either side;
    ///              its order and its token do not matter
    /// @param at    counts in full milliseconds, as lines do; outside the range all lines are on one side of it
    default Reading<LogsAround> around(LogQuery query, Instant at) {
        TimeRange range = query.range();
        Instant after = at.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        Instant split = after.isBefore(range.from()) ? range.from() : after.isAfter(range.to()) ? range.to() : after;
        LogQuery whole = query.from(range, Optional.empty());
        return lines(whole.newestFirst().from(new TimeRange(range.from(), split), Optional.empty()))
                .flatMap(before -> lines(whole.oldestFirst().from(new TimeRange(split, range.to()), Optional.empty()))
                        .map(later -> LogsAround.of(query, split, before, later)));
    }

    /// What each log group holds and for how long; one that does not exist is `NOT_FOUND`.
    Map<String, Reading<LogGroup>> groups(Collection<String> names);
}
