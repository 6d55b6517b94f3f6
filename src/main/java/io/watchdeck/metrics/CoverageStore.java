package io.watchdeck.metrics;

import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Keeps when which figure was read, and why it was not: what tells a gap from a time in which nobody asked. Safe for
/// use by several threads.
public interface CoverageStore {

    /// As [Coverage#together] says, kept when this returns. To the second: what begins or ends within one
    /// counts from its begin.
    void add(Map<SeriesId, Coverage> coverage);

    /// What touches the range, cut to it, in order of time.
    List<Coverage> read(SeriesId id, TimeRange range);

    /// The same of several series, each of which is in the answer.
    default Map<SeriesId, List<Coverage>> read(Collection<SeriesId> ids, TimeRange range) {
        return ids.stream().collect(Collectors.toMap(Function.identity(), id -> read(id, range), (one, _) -> one));
    }

    /// Forgets what ended before.
    void forget(Instant before);
}
