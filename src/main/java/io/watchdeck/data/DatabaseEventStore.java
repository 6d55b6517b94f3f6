package io.watchdeck.data;

import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Keeps for years what RDS told of databases. Safe for use by several threads.
public interface DatabaseEventStore {

    /// Kept when this returns; one that is there already stays once.
    ///
    /// @param place the account and Region
    void add(String place, Collection<DatabaseEvent> events);

    /// What happened in `from <= at < to`, in order of time. An event that this version of the program does not
    /// understand is left out.
    ///
    /// @param databases as stack files name them
    List<DatabaseEvent> read(String place, Set<String> databases, TimeRange range);

    /// Forgets what happened before.
    void forget(Instant before);

    /// One that keeps nothing.
    static DatabaseEventStore none() {
        return new DatabaseEventStore() {
            @Override
            public void add(String place, Collection<DatabaseEvent> events) {
                // Nobody asks for it.
            }

            @Override
            public List<DatabaseEvent> read(String place, Set<String> databases, TimeRange range) {
                return List.of();
            }

            @Override
            public void forget(Instant before) {
                // There is nothing.
            }
        };
    }
}
