package io.watchdeck.operations.gate;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.FactReader;
import io.watchdeck.refresh.Background;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.Watch;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/// Questions about the watched stacks, each asked on a thread of its own and metered as what operations on the stack
/// cost. Whatever happens there is an answer: a stack that is not watched, or not any longer, is a failure.
record Asking(Watch watch, Reach reach, Clock clock) {

    private static final System.Logger LOG = System.getLogger(Asking.class.getName());

    Optional<StackSnapshot> find(StackId id) {
        return watch.current().stacks().stream().filter(one -> one.file().id().equals(id)).findFirst();
    }

    /// What an operation has changed is read again soon.
    void readAgain(Operation operation) {
        watch.changes().again(operation.stack(), changed(operation));
    }

    /// What the screens show of what an operation changes.
    private static Set<Subject> changed(Operation operation) {
        return switch (operation) {
            case Operation.Scale scale when scale.range().isPresent() ->
                EnumSet.of(Subject.SERVICES, Subject.TASKS, Subject.TARGETS, Subject.SCALING);
            case Operation.OfService _ -> EnumSet.of(Subject.SERVICES, Subject.TASKS, Subject.TARGETS);
            case Operation.Resubmit _ -> EnumSet.of(Subject.BATCH);
            case Operation.Redrive _, Operation.CancelRedrive _, Operation.Purge _ -> EnumSet.of(Subject.QUEUES);
        };
    }

    FactReader reader(StackFile file) {
        return new FactReader(reach.cloud(file.access()), reach.controls(file.access()), clock);
    }

    /// @param name of the thread
    <T> void of(String name, StackId id, Function<StackSnapshot, Reading<T>> question, Consumer<Reading<T>> answer) {
        answered(name,
                () -> Behalf.operations(id).get(
                        () -> find(id).map(question).orElseGet(() -> Reading.unknown(notWatched(id), clock.instant()))),
                answer, failure -> Reading.unknown(failure, clock.instant()));
    }

    /// The same of the account of a stack.
    <T> void ofAccount(String name, StackId id, Function<Access, Reading<T>> question, Consumer<Reading<T>> answer) {
        of(name, id, stack -> question.apply(stack.file().access()), answer);
    }

    static Failure notWatched(StackId id) {
        return failure(Phrase.of("gate.noStack", id.value()));
    }

    private static Failure failure(Phrase sentence) {
        return new Failure(Failure.Kind.NOT_FOUND, sentence, Optional.empty(), Optional.empty(), "");
    }

    /// @param mistaken what is answered where the question ended unexpectedly
    static <T> void answered(String name, Question<T> question, Consumer<T> answer, Function<Failure, T> mistaken) {
        var told = new AtomicBoolean();
        Background.run(name, () -> {
            T found = question.ask();
            told.set(true);
            answer.accept(found);
        }, mistake -> {
            report(mistake);
            if (!told.get()) {
                answer.accept(mistaken.apply(Failure.unexpected(mistake.toString())));
            }
        });
    }

    static void report(Throwable mistake) {
        LOG.log(System.Logger.Level.ERROR, "An operation ended unexpectedly", mistake);
    }

    /// What is done to find an answer.
    interface Question<T> {
        T ask();
    }
}
