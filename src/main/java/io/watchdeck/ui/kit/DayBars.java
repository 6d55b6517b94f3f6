package io.watchdeck.ui.kit;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What days cost, each day a bar of parts upon each other, with all the words that the picture needs.
///
/// @param parts    from below; at most as many as there are series colours
/// @param days     in their order, without a gap
/// @param guide    what a day was planned to cost
/// @param note     said where the days begin that are not counted yet; one line or two
/// @param sentence what a screen reader says instead of the picture
public record DayBars(List<Part> parts, List<Day> days, Currency currency, Optional<Guide> guide, List<String> note,
        String sentence) {

    public DayBars {
        parts = List.copyOf(parts);
        days = List.copyOf(days);
        note = List.copyOf(note);
    }

    /// @param colour which of the series colours, from 1
    public record Part(String name, int colour) {}

    public enum State {
        /// The bill tells what it cost.
        COUNTED,
        /// The bill does not tell it apart from other days, or not at all.
        UNTOLD,
        /// It is not counted yet.
        AHEAD
    }

    /// @param title   the day and, where it is known, its sum
    /// @param amounts of each part; empty unless it is counted
    /// @param outline what a day ahead is taken to cost
    /// @param said    below the title, such as the amount of each part
    /// @param noticed whether something of it is unusual, which `said` tells
    public record Day(LocalDate date, State state, String title, List<Double> amounts, OptionalDouble outline,
            List<String> said, boolean noticed) {
        public Day {
            amounts = List.copyOf(amounts);
            said = List.copyOf(said);
        }

        double top() {
            return amounts.stream().filter(amount -> amount > 0).mapToDouble(Double::doubleValue).sum();
        }
    }

    public record Guide(double amount, String text) {}
}
