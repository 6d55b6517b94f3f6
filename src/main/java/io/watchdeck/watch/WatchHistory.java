package io.watchdeck.watch;

import io.watchdeck.alarms.OccurrenceStore;
import io.watchdeck.cost.CostDayStore;
import io.watchdeck.fleet.FleetEventStore;
import io.watchdeck.fleet.ledger.LedgerStore;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.refresh.StateStore;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where what is read is kept.
///
/// @param state  the newest answers; asking for it may wait until it is open
/// @param events what happened to services and tasks; asking for it may wait too
/// @param costDays what each day cost; asking for it may wait too
/// @param occurrences of alarms; asking for it may wait too
/// @param ledger of Spot; asking for it may wait too
/// @param moves  is told who makes the move when the history goes on in another place, with all that both hold: that one is
///               handed the move, and makes it
/// @param others forgets what is kept there by others, and began before a moment
public record WatchHistory(MetricArchive metrics, Supplier<StateStore> state, Supplier<FleetEventStore> events,
        Supplier<CostDayStore> costDays, Supplier<OccurrenceStore> occurrences, Supplier<LedgerStore> ledger,
        Consumer<Consumer<Runnable>> moves, Consumer<Instant> others) {

    /// One that stays where it is, and in which nobody else keeps anything.
    public WatchHistory(MetricArchive metrics, Supplier<StateStore> state, Supplier<FleetEventStore> events,
            Supplier<CostDayStore> costDays, Supplier<OccurrenceStore> occurrences, Supplier<LedgerStore> ledger) {
        this(metrics, state, events, costDays, occurrences, ledger, _ -> {}, _ -> {});
    }
}
