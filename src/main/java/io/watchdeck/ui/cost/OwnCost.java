package io.watchdeck.ui.cost;

import io.watchdeck.ui.kit.Tone;
import java.util.List;

/// What the console's own calls cost.
///
/// @param share     of the cap that is spent
/// @param accounts  empty where all calls were made in one, as far as that is known
/// @param early     how many were made before it was known in which; empty where there are none, or no others
/// @param projected at the month's end; empty as long as too few days are counted
record OwnCost(String month, String cap, String today, double share, Tone tone, List<Line> lines, List<Line> accounts,
        String early, String projected) {

    /// @param today in money, or the word for what is free
    record Line(String name, String calls, String today, String month, boolean free) {}

    OwnCost {
        lines = List.copyOf(lines);
        accounts = List.copyOf(accounts);
    }
}
