package io.watchdeck.operations.gate;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Controls;
import io.watchdeck.operations.gate.OperationDesk.Letters;
import io.watchdeck.operations.preflight.OwnFacts;
import io.watchdeck.queues.letters.LetterGroups;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.queues.letters.Signature;
import io.watchdeck.refresh.Behalf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What people have looked at of dead-letter queues, until a purge begins or it is forgotten. What was looked at before a
/// redrive is not mixed with what is looked at after it, unless that has moved nothing.
final class Shelves {

    private final Asking asking;
    private final Map<Shelf, LetterShelf> all = new ConcurrentHashMap<>();

    private record Shelf(StackId stack, String queue) {}

    Shelves(Asking asking) {
        this.asking = asking;
    }

    /// Looks at so many more. Metered as what operations cost.
    void more(StackId stack, String queue, int most, Consumer<Letters> answer) {
        Asking.answered("queue", () -> Behalf.operations(stack).get(() -> asking.find(stack).map(found -> {
            Controls controls = asking.reach().controls(found.file().access());
            var key = new Shelf(stack, queue);
            Optional.ofNullable(all.get(key)).filter(shelf -> isOld(shelf, () -> controls.redrives().redrives(queue)))
                    .ifPresent(shelf -> all.remove(key, shelf));
            LetterShelf shelf = all.computeIfAbsent(key,
                    _ -> new LetterShelf(controls.queues(), queue, asking.clock()));
            shelf.more(most);
            return shelf.known();
        }).orElseGet(() -> nothing(Asking.notWatched(stack)))), answer, this::nothing);
    }

    private Letters nothing(Failure failure) {
        return new Letters(List.of(), 0, false, asking.clock().instant(), Optional.of(failure));
    }

    private static boolean isOld(LetterShelf shelf, Supplier<Reading<List<RedriveTask>>> redrives) {
        return shelf.look().filter(look -> look.moving().isPresent())
                .filter(look -> look
                        .mayBeMoved(redrives.get() instanceof Reading.Known<List<RedriveTask>>(var tasks, var _) ? tasks
                                : List.of()))
                .isPresent();
    }

    /// A redrive of it has begun: whether that moves anything is seen later.
    void moving(StackId stack, String queue) {
        Optional.ofNullable(all.get(new Shelf(stack, queue))).ifPresent(LetterShelf::isMoving);
    }

    /// How many of some messages are in each group of what was looked at, by [Signature#hash()]; of those groups that are
    /// told apart. It reads every body that is held.
    ///
    /// @param hashes of their bodies
    Map<String, Integer> groups(StackId stack, String queue, Set<String> hashes) {
        return Optional.ofNullable(all.get(new Shelf(stack, queue))).map(LetterShelf::known).map(Letters::letters)
                .map(LetterGroups::of).map(groups -> LetterGroups.counts(groups, hashes)).orElse(Map.of());
    }

    void forget(StackId stack, String queue) {
        all.remove(new Shelf(stack, queue));
    }

    /// Until when what was received last is hidden; long ago where nobody has looked.
    Instant hidden(StackId stack, String queue) {
        return look(stack, queue).map(OwnFacts.Look::hidden).orElse(Instant.EPOCH);
    }

    /// Empty where nobody has looked.
    Optional<OwnFacts.Look> look(StackId stack, String queue) {
        return Optional.ofNullable(all.get(new Shelf(stack, queue))).flatMap(LetterShelf::look);
    }
}
