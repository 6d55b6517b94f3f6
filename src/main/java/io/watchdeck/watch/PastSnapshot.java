package io.watchdeck.watch;

import io.watchdeck.model.StackId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the screens showed at a moment that is over. Of its own type, so that nobody takes it for what is now.
///
/// Beside the stacks the snapshot tells what the console showed of itself as far as that was kept: what its calls had cost to
/// within half a minute, and not which call cost what; no reading is under way in the past, and none comes next.
///
/// @param shown  with the stacks of which something was shown; empty where nobody looked at any
/// @param unseen the stacks that were asked for, or watched before, and at which nobody looked then
public record PastSnapshot(Instant at, Optional<WatchSnapshot> shown, List<Unseen> unseen) {

    public PastSnapshot {
        unseen = List.copyOf(unseen);
    }

    /// A stack at which nobody looked: nothing is said of it, for it would be a guess.
    ///
    /// @param last when somebody looked before; empty where nobody is known to have
    /// @param next when somebody looked again; empty where nobody is known to have
    public record Unseen(StackId stack, Optional<Instant> last, Optional<Instant> next) {}
}
