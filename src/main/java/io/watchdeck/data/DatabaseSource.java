package io.watchdeck.data;

import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.Map;

/// Reads what databases are and allow.
public interface DatabaseSource {

    /// Each named instance or cluster; one that does not exist is `NOT_FOUND`.
    Map<String, Reading<DatabaseFacts>> databases(Collection<String> ids);
}
