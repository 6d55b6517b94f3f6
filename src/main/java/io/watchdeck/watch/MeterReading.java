package io.watchdeck.watch;

import io.watchdeck.model.Money;
import io.watchdeck.refresh.Allowance;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.Saving;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the console's own calls have cost.
///
/// @param cap    the most that a month may cost
/// @param saving what the console does without as the cap comes near
/// @param calls  how many requests left since this console began, by `Service:Operation`
/// @param detail what is counted of this month, by account, day and call, by whatever console
/// @param free   what is used of the requests that AWS answers free of charge
/// @param elsewhere the host, with its port, that answers in place of AWS and charges for nothing: calls count as if AWS
///                  answered; empty where it does
public record MeterReading(Money today, Money month, Money cap, Saving saving, Map<String, Long> calls,
        List<MeteredCalls> detail, List<Allowance.Use> free, Optional<String> elsewhere) {
    public MeterReading {
        calls = Map.copyOf(calls);
        detail = List.copyOf(detail);
        free = List.copyOf(free);
    }
}
