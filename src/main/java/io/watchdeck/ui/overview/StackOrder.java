package io.watchdeck.ui.overview;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// How a column sorts: by the figure that it shows, the lowest first when the arrow points up. What is not known or not
/// there has no place in such an order and comes last in both directions.
enum StackOrder {
    STATE(Comparator.comparing(facts -> facts.state().severity())),
    STACK(Comparator.comparing(StackFacts::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(StackFacts::environment)),
    WHY(Comparator.comparing(StackFacts::why, String.CASE_INSENSITIVE_ORDER)),
    /// By the share that runs, so that the stack which lacks most comes first.
    TASKS(facts -> facts.tasks().share()),
    TRAFFIC(facts -> known(facts.traffic().perMinute())),
    /// By the fill of the bar; a number without its limit has none.
    DATABASE(facts -> facts.database().share()),
    QUEUES(facts -> known(facts.queues().dead())),
    COST(facts -> known(facts.cost().amount())),
    /// By age, the youngest first.
    UPDATED(facts -> facts.asOf().map(at -> OptionalDouble.of(-at.toEpochMilli())).orElse(OptionalDouble.empty()));

    private final Function<StackFacts, Optional<StackFacts>> sortable;
    private final Comparator<StackFacts> rising;

    StackOrder(Comparator<StackFacts> rising) {
        sortable = Optional::of;
        this.rising = rising;
    }

    StackOrder(Function<StackFacts, OptionalDouble> figure) {
        sortable = facts -> figure.apply(facts).isPresent() ? Optional.of(facts) : Optional.empty();
        rising = Comparator.comparingDouble(facts -> figure.apply(facts).orElseThrow());
    }

    /// @param up whether the lowest comes first
    Comparator<StackFacts> comparator(boolean up) {
        Comparator<StackFacts> known = up ? rising : rising.reversed();
        return (one, other) -> {
            boolean first = sortable.apply(one).isPresent();
            boolean second = sortable.apply(other).isPresent();
            return first && second ? known.compare(one, other) : Boolean.compare(second, first);
        };
    }

    private static OptionalDouble known(double value) {
        return value < 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
