package io.watchdeck.alarms;

import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Keeps occurrences and what happened to them. What is put is durable before the call returns. Blocking.
public interface OccurrenceStore {

    /// Keeps the newest state of each occurrence, and each change beside the others.
    void put(Collection<Change> changes);

    /// Those that are not over, and those that were over later than a moment.
    List<Occurrence> liveOrEndedAfter(Instant moment);

    /// Those of a stack that were not over before the range and raised before its end, oldest first.
    List<Occurrence> of(StackId stack, TimeRange range);

    /// Those of one trouble that were raised since a moment, newest first.
    List<Occurrence> of(AlarmKey key, Instant since);

    /// What happened to the occurrences of a stack in a range, oldest first.
    List<Change> changes(StackId stack, TimeRange range);

    /// Until when a stack has been judged; empty for one that never was.
    Optional<Instant> judgedUntil(StackId stack);

    /// Says until when a stack has been judged.
    void judged(StackId stack, Instant until);

    /// Forgets what was over before a moment.
    void forget(Instant before);
}
