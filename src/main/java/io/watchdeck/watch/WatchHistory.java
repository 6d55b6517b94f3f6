package io.watchdeck.watch;

import io.watchdeck.alarms.OccurrenceStore;
import io.watchdeck.cost.CostDayStore;
import io.watchdeck.data.DatabaseEventStore;
import io.watchdeck.fleet.FleetEventStore;
import io.watchdeck.fleet.ledger.LedgerStore;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.refresh.StateStore;
import io.watchdeck.watch.past.AnswerStore;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Where what is read is kept.
///
/// @param state  the newest answers; asking for it may wait until it is open
/// @param costDays what each day cost; asking for it may wait too
/// @param occurrences of alarms; asking for it may wait too
/// @param fleet   what happened to services, tasks and databases
/// @param answers every answer, as it came; asking for it may wait too
public record WatchHistory(MetricArchive metrics, Supplier<StateStore> state, Fleet fleet,
        Supplier<CostDayStore> costDays, Supplier<OccurrenceStore> occurrences, Supplier<AnswerStore> answers,
        Elsewhere elsewhere) {

    /// What ECS and RDS forget; asking for it may wait too.
    ///
    /// @param events    what happened to services and tasks
    /// @param ledger    of Spot
    /// @param databases what RDS told of databases
    /// @param since     where the accounts began, of which nothing earlier can be told
    public record Fleet(Supplier<FleetEventStore> events, Supplier<LedgerStore> ledger,
            Supplier<DatabaseEventStore> databases, Instant since) {

        /// Of accounts that were there before anybody looked.
        public Fleet(Supplier<FleetEventStore> events, Supplier<LedgerStore> ledger,
                Supplier<DatabaseEventStore> databases) {
            this(events, ledger, databases, Instant.EPOCH);
        }

        /// One that keeps nothing of databases.
        public Fleet(Supplier<FleetEventStore> events, Supplier<LedgerStore> ledger) {
            this(events, ledger, DatabaseEventStore::none);
        }
    }

    /// What else is done with the history.
    ///
    /// @param moves  is told who makes the move when the history goes on in another place, with all that both hold: that one is
    ///               handed the move, and makes it
    /// @param others forgets what is kept there by others, and began before a moment
    public record Elsewhere(Consumer<Consumer<Runnable>> moves, Consumer<Instant> others) {

        /// It stays where it is, and nobody else keeps anything in it.
        public static Elsewhere nothing() {
            return new Elsewhere(_ -> {}, _ -> {});
        }
    }

    /// One that stays where it is, in which nobody else keeps anything, and which cannot show the past again.
    public WatchHistory(MetricArchive metrics, Supplier<StateStore> state, Supplier<FleetEventStore> events,
            Supplier<CostDayStore> costDays, Supplier<OccurrenceStore> occurrences, Supplier<LedgerStore> ledger) {
        this(metrics, state, new Fleet(events, ledger), costDays, occurrences, AnswerStore::none, Elsewhere.nothing());
    }

    /// The same of accounts that began at a moment.
    public WatchHistory since(Instant begin) {
        return new WatchHistory(metrics, state, new Fleet(fleet.events(), fleet.ledger(), fleet.databases(), begin),
                costDays, occurrences, answers, elsewhere);
    }

    Supplier<FleetEventStore> events() {
        return fleet.events();
    }

    Supplier<LedgerStore> ledger() {
        return fleet.ledger();
    }

    Supplier<DatabaseEventStore> databases() {
        return fleet.databases();
    }
}
