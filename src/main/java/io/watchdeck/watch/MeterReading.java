package io.watchdeck.watch;

import io.watchdeck.model.Money;
import java.util.Map;

/// What the console's own calls have cost.
///
/// @param calls how many requests left, by `Service:Operation`
public record MeterReading(Money today, Money month, Money cap, Map<String, Long> calls) {
    public MeterReading {
        calls = Map.copyOf(calls);
    }
}
