package io.watchdeck.ui.timeline;

import io.watchdeck.ui.shell.Saved;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Writes files where a person wants them, and tells what came of each.
@FunctionalInterface
public interface Filing {

    /// Lets the person choose a file and writes it there. Where none is chosen nothing is made and nothing told.
    ///
    /// @param content makes it, on another thread; what it throws is told as the problem
    /// @param told    on the FX thread
    void file(String suggestedName, Supplier<byte[]> content, Consumer<Saved> told);
}
