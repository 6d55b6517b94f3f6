package io.watchdeck.cost;

import io.watchdeck.model.Money;
import io.watchdeck.stack.CostFilter;
import java.util.Map;
import java.util.Optional;

/// A budget that somebody keeps in AWS Budgets.
///
/// @param type     such as `COST` or `USAGE`; unknown words as they are
/// @param period   such as `MONTHLY`; unknown words as they are
/// @param actual   spent in the period so far; empty until AWS has computed it
/// @param forecast what the period will cost by AWS's own forecast; empty where there is too little history
/// @param counts   which costs it counts
public record Budget(String name, String type, String period, Money limit, Optional<Money> actual,
        Optional<Money> forecast, Counts counts) {

    /// Which costs of the account a budget counts.
    ///
    /// @param tags   only those with all of these tags; empty for whatever tag
    /// @param narrow limited by something else as well, such as a service or a Region
    public record Counts(Map<String, String> tags, boolean narrow) {

        /// Everything of the account.
        public static final Counts ALL = new Counts(Map.of(), false);

        public Counts {
            tags = Map.copyOf(tags);
        }
    }

    /// Where the budget stands.
    public enum State {
        /// More was spent than the limit.
        OVER,
        /// The period will end over the limit.
        WILL_BE_OVER,
        WITHIN,
        /// AWS has not computed yet what was spent.
        NOT_COMPUTED
    }

    public State state() {
        if (actual.filter(spent -> isOver(spent)).isPresent()) {
            return State.OVER;
        }
        if (forecast.filter(this::isOver).isPresent()) {
            return State.WILL_BE_OVER;
        }
        return actual.isPresent() ? State.WITHIN : State.NOT_COMPUTED;
    }

    private boolean isOver(Money money) {
        return money.currency().equals(limit.currency()) && money.compareTo(limit) > 0;
    }

    /// Whether it counts the costs of a stack: those of the same tags, or of the whole account. A budget of one service
    /// or Region is nobody's.
    public boolean concerns(Optional<CostFilter> stack) {
        if (counts.narrow()) {
            return false;
        }
        return counts.tags().isEmpty() || stack.filter(filter -> filter.tags().entrySet()
                .containsAll(counts.tags().entrySet())).isPresent();
    }
}
