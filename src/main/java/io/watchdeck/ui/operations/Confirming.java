package io.watchdeck.ui.operations;

import io.watchdeck.model.Phrase;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.gate.Attempt;
import io.watchdeck.operations.gate.OperationDesk.Begun;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// From the press of the button to its answer. Whoever leaves meanwhile takes back what has not been sent.
final class Confirming {

    private final ReadOnlyObjectWrapper<Optional<Begun.Running>> begun =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean waiting;
    private Optional<Attempt> attempt = Optional.empty();
    /// Who is told what came of it once nobody looks at the dialog any more.
    private Optional<Left> left = Optional.empty();

    /// @param declined why nothing was sent
    /// @param sent     what had left when it was to be taken back
    /// @param late     whether it could not be taken back any more, though no answer had come yet
    private record Left(Consumer<Phrase> declined, Consumer<JournalEntry> sent, boolean late) {}

    /// @param run      begins, and tells its argument what came of it
    /// @param declined why nothing was sent, while somebody looks
    void begin(Function<Consumer<Begun>, Attempt> run, Consumer<Phrase> declined) {
        waiting = true;
        attempt = Optional.of(run.apply(answer -> {
            waiting = false;
            switch (answer) {
                case Begun.Running running -> {
                    begun.set(Optional.of(running));
                    left.filter(Left::late).ifPresent(one -> one.sent().accept(running.entry()));
                }
                case Begun.Declined(Phrase why) -> left.map(Left::declined).orElse(declined).accept(why);
            }
        }));
    }

    /// @param told why nothing was sent, once that is certain; never where it was sent
    /// @param sent what had left already and goes on, once that is certain
    void leave(Consumer<Phrase> told, Consumer<JournalEntry> sent) {
        boolean late = waiting && attempt.filter(one -> !one.takeBack()).isPresent();
        left = Optional.of(new Left(told, sent, late));
    }

    /// Whether it was confirmed and there is no answer yet.
    boolean isWaiting() {
        return waiting;
    }

    ReadOnlyObjectProperty<Optional<Begun.Running>> begunProperty() {
        return begun.getReadOnlyProperty();
    }
}
