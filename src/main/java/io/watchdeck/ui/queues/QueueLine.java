package io.watchdeck.ui.queues;

import io.watchdeck.metrics.Series;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Age;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A row of the table.
///
/// @param owned     somebody has the worst of it
/// @param paired    whether there is a dead-letter queue
/// @param flights   messages in flight in the last hour
/// @param from      when that hour began
/// @param dead      how many dead letters, for the order; 0 where that is not known
/// @param sentence  the whole row for a screen reader
record QueueLine(QueuePair.Key key, String stack, Environment environment, Severity severity, boolean owned,
        boolean paired, Cells cells, Series flights, Instant from, Age age, long dead, String sentence) {

    /// The columns that a filter knows.
    static final List<String> COLUMNS =
            List.of("queue", "stack", "env", "dlq", "behind", "severity");

    /// @param letters   name of the dead-letter queue, and when a message comes there
    /// @param destroyed until the oldest dead letter is
    /// @param behind    who takes the messages
    record Cells(Says waiting, Says inFlight, Says oldest, Says letters, Says depth, Says deadOldest, Says destroyed,
            Says behind) {}

    /// What the filter looks for, by column: the names are those of [#COLUMNS].
    Map<String, String> columns() {
        return Map.of("queue", key.queue(), "stack", stack, "env", environment.word(), "dlq",
                cells.letters().whole(), "behind", cells.behind().whole(), "severity", severity.word());
    }

}
