package io.watchdeck.watch;

import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.PlanComparison;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.Threshold.Limit;
import io.watchdeck.watch.StackSnapshot.Database;
import io.watchdeck.watch.StackSnapshot.Service;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What the percentages of a stack's rules refer to: what AWS has reported last, and the stack file's word where it has
/// not or where the file knows better.
///
/// @param cost what the stack has cost, for its currency
record Limits(StackFile stack, List<Service> services, List<Database> databases, Optional<CostReport> cost) {

    /// In the unit of the metric that it limits; empty where nobody knows it.
    OptionalDouble of(Limit limit, String component) {
        return switch (limit) {
            case MAX_CONNECTIONS -> real(database(component).map(Database::maxConnections));
            case STORAGE -> database(component).map(Limits::storage).filter(OptionalLong::isPresent)
                    .map(bytes -> OptionalDouble.of(bytes.getAsLong())).orElse(OptionalDouble.empty());
            case MAX_ACU -> database(component).map(Database::maxAcu).orElse(OptionalDouble.empty());
            case DESIRED_TASKS -> real(services.stream().filter(service -> service.spec().name().equals(component))
                    .findFirst().map(Limits::desired));
            case PLAN -> stack.plan().map(plan -> new PlanComparison(plan, cost))
                    .filter(plan -> !plan.isOtherCurrency()).flatMap(PlanComparison::measurable).map(Plan.Amount::to)
                    .map(plan -> OptionalDouble.of(plan.amount().doubleValue())).orElse(OptionalDouble.empty());
        };
    }

    private Optional<Database> database(String id) {
        return databases.stream().filter(database -> database.spec().id().equals(id)).findFirst();
    }

    private static OptionalLong storage(Database database) {
        return database.facts().state().latest().map(facts -> facts.storageBytes()).filter(OptionalLong::isPresent)
                .orElse(database.spec().storageBytes());
    }

    private static OptionalInt desired(Service service) {
        return service.state().state().latest().map(state -> OptionalInt.of(state.desired()))
                .orElse(service.spec().desired());
    }

    private static OptionalDouble real(Optional<OptionalInt> whole) {
        return whole.filter(OptionalInt::isPresent).map(value -> OptionalDouble.of(value.getAsInt()))
                .orElse(OptionalDouble.empty());
    }
}
