package io.watchdeck.ui.cost;

import io.watchdeck.cost.Drift;
import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.List;

/// Writes amounts, ranges and how far they are from each other.
record CostText(Words words) {

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    String exact(Money money) {
        return words.money(money);
    }

    /// Without cents.
    String whole(Money money) {
        return words.money(money, 0);
    }

    /// One amount with its cents; a range of whole amounts without.
    String amount(Plan.Amount amount) {
        if (!amount.isRange()) {
            return words.money(amount.to());
        }
        int digits = isWhole(amount.from()) && isWhole(amount.to()) ? 0 : 2;
        return words.money(amount.from(), digits) + "–" + words.money(amount.to(), digits);
    }

    /// What a total and its lines are apart, whichever is more.
    String apart(Plan.Amount contradiction) {
        Money from = absolute(contradiction.from());
        Money to = absolute(contradiction.to());
        return amount(from.compareTo(to) <= 0 ? new Plan.Amount(from, to) : new Plan.Amount(to, from));
    }

    /// Over or under in words. What is less than a unit is said with its cents, never as nothing.
    ///
    /// @param digits of the amount
    Said drift(Drift drift, Plan.Amount plan, int digits) {
        int needed = drift.by().rounded(digits).amount().signum() == 0 ? 2 : digits;
        String by = words.money(drift.by(), needed);
        return switch (drift.kind()) {
            case OVER -> Said.of(say("ui.costs.over", by), Tone.NOTICE);
            case UNDER -> Said.muted(say("ui.costs.under", by));
            case WITHIN -> Said.muted(say(plan.isRange() ? "ui.costs.inRange" : "ui.costs.onPlan"));
        };
    }

    String list(List<String> names) {
        return words.list(names);
    }

    private static boolean isWhole(Money money) {
        return money.amount().stripTrailingZeros().scale() <= 0;
    }

    private static Money absolute(Money money) {
        return new Money(money.amount().abs(), money.currency());
    }
}
