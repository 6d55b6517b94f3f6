package io.watchdeck.cost;

import io.watchdeck.model.Money;
import java.time.LocalDate;
import java.util.Optional;

/// The month's end by the rate of the days that are counted, for what is known as a sum only.
final class RunRate {

    /// Fewer days tell more of their own than of the month.
    private static final int FEWEST_DAYS = 3;

    private RunRate() {}

    /// @param asOf the last day that is counted
    /// @return what the month will cost; empty as long as too few days are counted
    static Optional<Money> forecast(Money monthToDate, LocalDate asOf) {
        int counted = asOf.getDayOfMonth();
        return counted < FEWEST_DAYS ? Optional.empty()
                : Optional.of(monthToDate.times((double) asOf.lengthOfMonth() / counted));
    }
}
