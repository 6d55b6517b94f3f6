package io.watchdeck.ui.cost;

import java.time.LocalDate;

/// Of which days the bars are.
enum DayRange {
    MONTH("month", 1), QUARTER("quarter", 3), YEAR("year", 12);

    /// The bars of so many days can tell what is unusual of each service.
    private static final int FEW = 3;

    private final String word;
    private final int months;

    DayRange(String word, int months) {
        this.word = word;
        this.months = months;
    }

    String word() {
        return word;
    }

    /// @param asOf the last day that is counted
    LocalDate first(LocalDate asOf) {
        return asOf.withDayOfMonth(1).minusMonths(months - 1L);
    }

    boolean isFewDays() {
        return months <= FEW;
    }
}
