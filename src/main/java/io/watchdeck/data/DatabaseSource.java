package io.watchdeck.data;

import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Reads what databases are and allow.
public interface DatabaseSource {

    /// RDS forgets its events after so long.
    Duration EVENTS_KEPT = Duration.ofDays(14);

    /// Each named instance or cluster; one that does not exist is `NOT_FOUND`.
    Map<String, Reading<DatabaseFacts>> databases(Collection<String> ids);

    /// What RDS tells of these instances and clusters, and of the instances of these clusters, oldest first; of one that
    /// does not exist nothing. Of a time for longer than [#EVENTS_KEPT] ago nothing is known.
    Reading<List<DatabaseEvent>> events(Collection<String> ids, TimeRange range);
}
