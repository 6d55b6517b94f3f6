package io.watchdeck.ui.cost;

import io.watchdeck.cost.Drift;
import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.math.BigDecimal;
import java.util.List;

/// Writes amounts, ranges and how far they are from each other.
record CostText(Words words) {

    /// From here on cents say nothing.
    private static final BigDecimal LARGE = new BigDecimal(1000);

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
        int fitting = drift.by().amount().compareTo(LARGE) < 0 ? digits : 0;
        int needed = drift.by().rounded(fitting).amount().signum() == 0 ? 2 : fitting;
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

    /// As many as a line has room for, and how many more there are.
    String some(List<String> names, int most) {
        return names.size() <= most ? list(names)
                : say("ui.costs.andMore", list(names.subList(0, most)), names.size() - most);
    }

    /// A sum of plans: a range of them without cents.
    String sum(Plan.Amount amount) {
        return amount.isRange() ? words.money(amount.from(), 0) + "–" + words.money(amount.to(), 0)
                : words.money(amount.to());
    }

    private static boolean isWhole(Money money) {
        return money.amount().stripTrailingZeros().scale() <= 0;
    }

    private static Money absolute(Money money) {
        return new Money(money.amount().abs(), money.currency());
    }
}
