package io.watchdeck.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How much of what AWS gives free of charge each month Watchdeck may use; other tools of the account use the same.
///
/// @param amount  0 or more; of a percentage 100 at most
/// @param percent whether it is a percentage, else a number of requests
public record FreeShare(BigDecimal amount, boolean percent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// All of it.
    public static final FreeShare ALL = ofPercent("100");

    /// @throws IllegalArgumentException for what is no share
    public FreeShare {
        if (amount.signum() < 0 || percent && amount.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("no share: " + amount + (percent ? " %" : ""));
        }
    }

    public static FreeShare ofPercent(String percent) {
        return new FreeShare(new BigDecimal(percent), true);
    }

    public static FreeShare ofRequests(String requests) {
        return new FreeShare(new BigDecimal(requests), false);
    }

    /// The number of requests, never more than are free.
    public long of(long free) {
        BigDecimal all = BigDecimal.valueOf(free);
        BigDecimal some = percent ? all.multiply(amount).divide(HUNDRED, RoundingMode.DOWN) : amount;
        return some.min(all).longValue();
    }
}
