package io.watchdeck.ui.settings;

import java.util.List;

/// A row of one of the two tables: what was called, or for whom.
///
/// @param numbers calls today and this month, units this month, price today and this month
/// @param sum     whether it adds up the others
/// @param why     what has no room in the row
record SpendLine(String key, String name, List<String> numbers, boolean sum, String why) {
    SpendLine {
        numbers = List.copyOf(numbers);
    }

    /// The row in one sentence, for a screen reader.
    String sentence() {
        return name + ", " + String.join(", ", numbers);
    }
}
