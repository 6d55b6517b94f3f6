package io.watchdeck.ui.cost;

import io.watchdeck.model.Severity;
import io.watchdeck.stack.Environment;
import java.util.List;
import java.util.Optional;

/// A row of one of the two tables: a stack, a line of a plan, a sum, or the head of what follows.
///
/// @param environment of a stack
/// @param sign        of a stack: whether it is on plan; a notice at most
/// @param bar         scaled to its own plan, so that the ticks of all rows stand below each other
/// @param explanation everything that has no room in the row
record CostLine(String key, Kind kind, String name, Optional<Environment> environment, Optional<Severity> sign,
        Cells cells, Optional<Bar> bar, String explanation) {

    enum Kind {
        LINE,
        /// What lines that AWS bills under one name cost together.
        GROUP, SUM, HEAD
    }

    /// @param beside where there is no bar
    record Cells(Said toDate, Said plan, Said beside, Said forecast, Said drift) {

        static Cells none() {
            return new Cells(Said.NOTHING, Said.NOTHING, Said.NOTHING, Said.NOTHING, Said.NOTHING);
        }

        static Cells planned(Said plan, Said beside) {
            return new Cells(Said.NOTHING, plan, beside, Said.NOTHING, Said.NOTHING);
        }
    }

    /// Fractions of the bar's room.
    ///
    /// @param ticks the plan, or the two ends of its range
    record Bar(double toDate, double forecast, List<Double> ticks) {
        Bar {
            ticks = List.copyOf(ticks);
        }
    }

    static CostLine head(String key, String name) {
        return new CostLine(key, Kind.HEAD, name, Optional.empty(), Optional.empty(), Cells.none(), Optional.empty(),
                name);
    }

    static CostLine of(String key, Kind kind, String name, Cells cells, Optional<Bar> bar, String explanation) {
        return new CostLine(key, kind, name, Optional.empty(), Optional.empty(), cells, bar, explanation);
    }

    /// The row in one sentence, for a screen reader.
    String sentence() {
        return String.join(", ", List.of(name, cells.toDate().text(), cells.plan().text(), cells.beside().text(),
                cells.forecast().text(), cells.drift().text()).stream().filter(text -> !text.isEmpty()).toList());
    }
}
