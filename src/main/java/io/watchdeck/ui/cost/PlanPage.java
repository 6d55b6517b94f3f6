package io.watchdeck.ui.cost;

import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import java.util.List;
import java.util.Optional;

/// The plan of one stack, line by line.
///
/// @param note           what is to be known before reading it, such as why there is no bill; may be empty
/// @param lines          empty where there is no plan
/// @param remedy         where there is no plan, or one that contradicts itself
/// @param contradiction  the declared total against the sum of the lines
record PlanPage(StackId stack, String name, Environment environment, String note, List<CostLine> lines,
        Optional<Contradiction> contradiction, Optional<Remedy> remedy) {

    /// What a person does about the plan, in the file of the stack.
    ///
    /// @param label of the button
    /// @param text  which key to write, before the path of the file
    record Remedy(String label, String text) {}

    /// @param title the whole of it in a few words
    record Contradiction(String title, String text) {}

    PlanPage {
        lines = List.copyOf(lines);
    }
}
