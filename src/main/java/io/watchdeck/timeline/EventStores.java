package io.watchdeck.timeline;

import io.watchdeck.alarms.OccurrenceStore;
import io.watchdeck.data.DatabaseEventStore;
import io.watchdeck.fleet.FleetEventStore;
import io.watchdeck.operations.JournalStore;
import io.watchdeck.watch.past.AnswerStore;
import java.util.function.Supplier;

/// Where what happened is kept; asking for each may wait until it is open.
public record EventStores(Supplier<FleetEventStore> fleet, Supplier<OccurrenceStore> occurrences,
        Supplier<JournalStore> journal, Supplier<AnswerStore> answers, Supplier<DatabaseEventStore> databases) {}
