package io.watchdeck.watch;

import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// What screens ask of moments that are over. Every method returns at once, every answer comes on another thread.
public interface PastDesk {

    /// What the screens showed at a moment.
    ///
    /// @param stacks empty for all that were watched then
    void at(Instant moment, Set<StackId> stacks, Consumer<PastSnapshot> answer);

    /// Why some of what happens to a stack is not kept, of what is read for that alone and shown as no figure: what RDS
    /// tells of databases, and what autoscaling did. Only what a further reading does not make up for.
    default List<Failure> unread(StackId stack) {
        return List.of();
    }

    /// One that keeps nothing: of no moment it knows what was shown.
    static PastDesk none() {
        return (moment, stacks, answer) -> answer.accept(new PastSnapshot(moment, Optional.empty(), stacks.stream()
                .map(stack -> new PastSnapshot.Unseen(stack, Optional.empty(), Optional.empty())).toList()));
    }
}
