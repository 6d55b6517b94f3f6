package io.watchdeck.watch;

import io.watchdeck.cost.BilledDays;
import io.watchdeck.model.StackId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What screens ask of cost beyond the snapshots. Every method returns at once.
public interface CostDesk {

    /// What it takes to ask now, for all stacks of the account and Region of this one.
    CostQuestion question(StackId stack);

    /// Asks for all stacks of the account and Region of this one; nothing where the question is refused. The answer comes
    /// with the snapshots.
    void ask(StackId stack);

    /// Whether a person looks at cost: meanwhile an answer is asked for where what is known is a day old.
    void look(boolean now);

    /// What is kept of the days of the stacks, in their order. The answer comes on another thread.
    ///
    /// @param first the first day, of UTC
    void days(LocalDate first, Consumer<Map<StackId, List<BilledDays>>> answer);
}
