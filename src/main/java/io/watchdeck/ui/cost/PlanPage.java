package io.watchdeck.ui.cost;

import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import java.util.List;
import java.util.Optional;

/// The plan of one stack, line by line.
///
/// @param note           what is to be known before reading it, such as why there is no bill; may be empty
/// @param lines          empty where there is no plan
/// @param contradiction  the declared total against the sum of the lines
record PlanPage(StackId stack, String name, Environment environment, String note, List<CostLine> lines,
        Optional<Contradiction> contradiction) {

    /// @param title the whole of it in a few words
    record Contradiction(String title, String text) {}

    PlanPage {
        lines = List.copyOf(lines);
    }
}
