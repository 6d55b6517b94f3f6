package io.watchdeck.ui.queues;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// When the messages of a dead-letter queue were last begun to be moved or destroyed.
///
/// @param moved   what was looked at before is not, for sure, what is there now
/// @param destroyed by a purge that has worked: what was looked at before is not there any more
/// @param nothing by a redrive that is over and has moved no message: what was looked at before is still there
record QueueChanges(Optional<Instant> moved, Optional<Instant> destroyed, Optional<Instant> nothing) {

    static final QueueChanges NONE = new QueueChanges(Optional.empty(), Optional.empty(), Optional.empty());

    Optional<Instant> newest() {
        return Stream.concat(moved.stream(), nothing.stream()).max(Comparator.naturalOrder());
    }

    /// What has changed since a moment.
    QueueChanges since(Instant look) {
        return new QueueChanges(moved.filter(look::isBefore), destroyed.filter(look::isBefore),
                nothing.filter(look::isBefore));
    }
}
