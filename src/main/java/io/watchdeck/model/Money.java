package io.watchdeck.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// An amount in a currency. Amounts of different currencies are never added or compared: that is refused.
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {
    public static Money usd(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("USD"));
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    public Money minus(Money other) {
        return plus(new Money(other.amount.negate(), other.currency));
    }

    /// Which is more; `1.50` is as much as `1.5`.
    @Override
    public int compareTo(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot compare " + other.currency + " with " + currency);
        }
        return amount.compareTo(other.amount);
    }

    public Money times(double factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    public Money rounded(int digits) {
        return new Money(amount.setScale(digits, RoundingMode.HALF_UP), currency);
    }
}
