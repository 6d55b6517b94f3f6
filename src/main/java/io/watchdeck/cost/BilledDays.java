package io.watchdeck.cost;

import io.watchdeck.model.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What was billed for a day, or for some days in a row that the bill does not tell apart. Days are those of UTC.
///
/// @param end       exclusive
/// @param byService by the service name of the bill; a service that is not named cost nothing
/// @param estimated whether the bill may still change
/// @param byUsage   the same money again, by usage type such as `APN2-NatGateway-Hours`; only of services that a plan
///                  splits by usage, else empty
public record BilledDays(LocalDate first, LocalDate end, Map<String, Money> byService, boolean estimated,
        Map<String, Money> byUsage) {

    /// @throws IllegalArgumentException for no day at all
    public BilledDays {
        if (!first.isBefore(end)) {
            throw new IllegalArgumentException("no day from " + first + " to before " + end);
        }
        byService = Map.copyOf(byService);
        byUsage = Map.copyOf(byUsage);
    }

    /// Of which usage types are not told.
    public BilledDays(LocalDate first, LocalDate end, Map<String, Money> byService, boolean estimated) {
        this(first, end, byService, estimated, Map.of());
    }

    public boolean isSingle() {
        return first.plusDays(1).equals(end);
    }

    /// Empty where nothing was billed.
    public Optional<Money> total() {
        return byService.values().stream().reduce(Money::plus);
    }
}
