package io.watchdeck.operations.gate;

import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.gate.OperationDesk.Letters;
import io.watchdeck.operations.preflight.OwnFacts;
import io.watchdeck.refresh.Behalf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// What people have looked at of dead-letter queues, until a redrive or a purge begins or it is forgotten.
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
            LetterShelf shelf = all.computeIfAbsent(new Shelf(stack, queue), _ -> new LetterShelf(
                    asking.reach().controls(found.file().access()).queues(), queue, asking.clock()));
            shelf.more(most);
            return shelf.known();
        }).orElseGet(() -> nothing(Asking.notWatched(stack)))), answer, this::nothing);
    }

    private Letters nothing(Failure failure) {
        return new Letters(List.of(), 0, false, asking.clock().instant(), Optional.of(failure));
    }

    void forget(StackId stack, String queue) {
        all.remove(new Shelf(stack, queue));
    }

    /// Empty where nobody has looked.
    Optional<OwnFacts.Look> look(StackId stack, String queue) {
        return Optional.ofNullable(all.get(new Shelf(stack, queue))).flatMap(LetterShelf::look);
    }
}
