package io.watchdeck.ui.timeline;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Asks one question at a time. What is asked meanwhile waits, and of that only the newest: a cursor that is dragged asks
/// as often as there are answers. For one thread.
///
/// @param <Q> a question
/// @param <A> its answer
final class Newest<Q, A> {

    private final BiConsumer<Q, Consumer<A>> ask;
    private final BiConsumer<Q, A> answered;
    private Optional<Q> asked = Optional.empty();
    private Optional<Q> waiting = Optional.empty();
    private boolean open;

    Newest(BiConsumer<Q, Consumer<A>> ask, BiConsumer<Q, A> answered) {
        this.ask = ask;
        this.answered = answered;
    }

    void ask(Q question) {
        if (open) {
            waiting = Optional.of(question);
            return;
        }
        open = true;
        asked = Optional.of(question);
        ask.accept(question, answer -> answer(question, answer));
    }

    /// Whether an answer is still to come.
    boolean waits() {
        return open;
    }

    /// An answer may come again, with more; one to an earlier question is dropped.
    private void answer(Q question, A answer) {
        if (asked.filter(question::equals).isEmpty()) {
            return;
        }
        open = false;
        answered.accept(question, answer);
        Optional<Q> next = waiting;
        waiting = Optional.empty();
        next.ifPresent(this::ask);
    }
}
