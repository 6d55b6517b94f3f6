package io.watchdeck.alarms;

import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Keeps occurrences and what happened to them. What is put is durable before the call returns. Blocking.
public interface OccurrenceStore {

    /// Keeps the newest state of each occurrence, each change beside the others, and how far stacks have been judged:
    /// all of it or nothing.
    void put(Collection<Change> changes, Map<StackId, Judged> judged);

    /// The same where nothing is to be said of stacks.
    default void put(Collection<Change> changes) {
        put(changes, Map.of());
    }

    /// Puts occurrences in the place of all that they are made of. What happened to these has happened to them.
    void unite(Collection<Reunion.United> united);

    /// Whether what is put was to be kept, and is lost with the program: there is no room on the disk, or another process
    /// has the file.
    boolean isStopgap();

    /// Those that are not over, and those that were over later than a moment.
    List<Occurrence> liveOrEndedAfter(Instant moment);

    /// Those of a stack that were not over before the range and raised before its end, oldest first.
    List<Occurrence> of(StackId stack, TimeRange range);

    /// Those of one trouble that were raised since a moment, newest first.
    List<Occurrence> of(AlarmKey key, Instant since);

    /// What happened to an occurrence, oldest first.
    List<Change> changes(UUID occurrence);

    /// How far a stack has been judged; empty for one that never was.
    Optional<Judged> judged(StackId stack);

    /// Forgets what was over before a moment.
    void forget(Instant before);
}
