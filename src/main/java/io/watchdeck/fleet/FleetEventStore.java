package io.watchdeck.fleet;

import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Keeps for years what happened to services and tasks. Safe for use by several threads.
public interface FleetEventStore {

    /// Kept when this returns; one that is there already is replaced.
    ///
    /// @param place the account and Region
    void add(String place, Collection<FleetEvent> events);

    /// What happened in `from <= at < to`, in order of time. An event that this version of the program does not
    /// understand is left out.
    default List<FleetEvent> read(String place, Set<ServiceKey> services, TimeRange range) {
        return read(place, services, range, FleetEvent.class);
    }

    /// The same of one kind of event: of deployments there are few, of sentences many.
    <E extends FleetEvent> List<E> read(String place, Set<ServiceKey> services, TimeRange range, Class<E> kind);

    /// Forgets what happened before.
    void forget(Instant before);
}
