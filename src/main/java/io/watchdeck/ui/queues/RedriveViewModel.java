package io.watchdeck.ui.queues;

import io.watchdeck.model.Reading;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.operations.gate.OperationDesk.Running;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.ui.shell.QueueWishes;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The redrive of the selected dead-letter queue: the one that runs, else the last one that is known.
public final class RedriveViewModel {

    /// SQS is not asked more often.
    private static final Duration ASKED_EVERY = Duration.ofSeconds(30);
    private static final Duration ASKED_WHILE_RUNNING = Duration.ofSeconds(8);

    private final Words words;
    private final Supplier<Optional<OperationDesk>> desk;
    private final ReadOnlyObjectWrapper<RedriveFacts> facts;
    private final ReadOnlyObjectWrapper<Optional<LockState>> lock = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper cancelTold = new ReadOnlyStringWrapper("");
    private final Map<QueuePair.Key, Reading<List<RedriveTask>>> tasks = new HashMap<>();
    private final Map<QueuePair.Key, Instant> asked = new HashMap<>();
    private final Map<UUID, Heard> heard = new HashMap<>();
    private Optional<QueuePair> pair = Optional.empty();
    private Optional<OperationDesk.State> state = Optional.empty();
    private Instant now = Instant.EPOCH;

    /// What was last heard of one that runs: each look brings another.
    private record Heard(Running running, Instant at) {}

    /// @param desk answers on the thread of the view model; empty where nothing can be changed
    RedriveViewModel(Words words, Supplier<Optional<OperationDesk>> desk) {
        this.words = words;
        this.desk = desk;
        facts = new ReadOnlyObjectWrapper<>(new RedriveText(words, now).none());
    }

    void show(Optional<QueuePair> newest, Instant at) {
        pair = newest;
        tick(at);
    }

    /// What runs and what ended.
    void state(OperationDesk.State newest, Instant at) {
        boolean begunOrEnded = state.map(before -> before.running().size() != newest.running().size()).orElse(false);
        state = Optional.of(newest);
        newest.running().forEach(one -> {
            if (heard.get(one.entry().id()) instanceof Heard(var before, var _) && before == one) {
                return;
            }
            heard.put(one.entry().id(), new Heard(one, at));
        });
        heard.keySet().retainAll(newest.running().stream().map(one -> one.entry().id()).toList());
        if (begunOrEnded) {
            asked.clear();
        }
        tick(at);
    }

    void tick(Instant at) {
        now = at;
        ask();
        tell();
    }

    private void ask() {
        if (pair.isEmpty() || pair.get().deadLetterQueue().isEmpty() || desk.get().isEmpty()) {
            return;
        }
        QueuePair one = pair.get();
        Duration every = facts.get().state().isRunning() ? ASKED_WHILE_RUNNING : ASKED_EVERY;
        if (asked.getOrDefault(one.key(), Instant.EPOCH).plus(every).isAfter(now)) {
            return;
        }
        asked.put(one.key(), now);
        desk.get().get().redrives(one.key().stack(), one.deadLetterQueue().orElseThrow(), answer -> {
            tasks.put(one.key(), answer);
            tell();
        });
    }

    private void tell() {
        possible.set(redrive().isPresent());
        lock.set(pair.flatMap(one -> state.map(known -> known.locks().get(one.key().stack()))));
        facts.set(pair.filter(one -> one.deadLetterQueue().isPresent()).map(this::facts)
                .orElseGet(() -> new RedriveText(words, now).none()));
        cancelTold.set(pair.map(this::cancelTold).orElse(""));
    }

    /// Whether a request that cancels it is on its way.
    private boolean isCancelling(QueuePair one) {
        return state.stream().flatMap(known -> known.running().stream())
                .anyMatch(running -> cancels(one, running.entry()));
    }

    /// That the redrive that is shown is being cancelled, or why the newest wish to do so came to nothing; empty where it
    /// was cancelled, or nobody wished it.
    private String cancelTold(QueuePair one) {
        if (isCancelling(one)) {
            return words.say("ui.queues.redrive.cancelling");
        }
        Instant since = changes().newest().orElse(Instant.EPOCH);
        return state.stream().flatMap(known -> known.ended().stream())
                .filter(entry -> cancels(one, entry) && !entry.begun().isBefore(since)).findFirst()
                .flatMap(JournalEntry::verdict).filter(verdict -> verdict.result() != Verdict.Result.WORKED)
                .map(verdict -> words.say("ui.queues.redrive.notCancelled", words.whenSeconds(verdict.at(), now),
                        words.say(verdict.sentence())))
                .orElse("");
    }

    private RedriveFacts facts(QueuePair one) {
        var text = new RedriveText(words, now);
        Optional<Running> own = state.stream().flatMap(known -> known.running().stream())
                .filter(running -> redrive(one, running.entry()).isPresent()).reduce((_, newer) -> newer);
        if (own.isPresent()) {
            return text.running(own.get(), redrive(one, own.get().entry()).orElseThrow(), isCancelling(one),
                    newest(one).filter(task -> !task.startedAt().isBefore(own.get().entry().begun()
                            .minus(JournalEntry.SKEW))),
                    heard.get(own.get().entry().id()).at(), one.name());
        }
        Optional<JournalEntry> ended = state.stream().flatMap(known -> known.ended().stream())
                .filter(entry -> redrive(one, entry).isPresent()).findFirst();
        Optional<RedriveTask> newest = newest(one);
        if (newest.isPresent() && ended.filter(entry -> !isOlder(entry, newest.get())).isEmpty()) {
            return text.foreign(newest.get(), isCancelling(one), tasks.get(one.key()).at());
        }
        if (ended.isPresent()) {
            Verdict verdict = ended.get().verdict().orElseThrow();
            return text.ended(ended.get(), redrive(one, ended.get()).orElseThrow(), verdict, one.name());
        }
        return tasks.get(one.key()) instanceof Reading.Unknown<List<RedriveTask>>(var failure, var _)
                ? text.unknown(failure) : text.none();
    }

    private static Optional<Operation.Redrive> redrive(QueuePair one, JournalEntry entry) {
        return Optional.of(entry.operation()).filter(Operation.Redrive.class::isInstance)
                .map(Operation.Redrive.class::cast).filter(redrive -> redrive.stack().equals(one.key().stack())
                        && one.deadLetterQueue().filter(redrive.queue()::equals).isPresent());
    }

    /// Whether a task began after an operation had ended, so that somebody else began it.
    private static boolean isOlder(JournalEntry entry, RedriveTask task) {
        return entry.verdict().filter(verdict -> task.startedAt().isAfter(verdict.at().minus(JournalEntry.SKEW))
                && task.startedAt().isAfter(entry.begun().plus(JournalEntry.SKEW))).isPresent();
    }

    /// When the selected queue was last begun to be changed, as far as that is known.
    QueueChanges changes() {
        return pair.map(one -> new QueueChanges(began(one, false), destroyed(one), began(one, true)))
                .orElse(QueueChanges.NONE);
    }

    private Optional<Instant> destroyed(QueuePair one) {
        return state.stream().flatMap(known -> known.ended().stream())
                .filter(entry -> entry.operation() instanceof Operation.Purge && isAbout(one, entry))
                .filter(entry -> entry.verdict().filter(verdict -> verdict.result() == Verdict.Result.WORKED)
                        .isPresent())
                .map(JournalEntry::begun).max(Comparator.naturalOrder());
    }

    private Optional<Instant> began(QueuePair one, boolean nothing) {
        Stream<Instant> own = state.stream().flatMap(known -> Stream.concat(
                known.running().stream().filter(running -> moves(one, running.entry()))
                        .filter(running -> movesNothing(running) == nothing).map(running -> running.entry().begun()),
                known.ended().stream().filter(entry -> moves(one, entry))
                        .filter(entry -> movesNothing(entry) == nothing).map(JournalEntry::begun)));
        return Stream.concat(own, newest(one).filter(task -> task.movedNothing() == nothing)
                .map(RedriveTask::startedAt).stream()).max(Comparator.naturalOrder());
    }

    private static boolean movesNothing(Running running) {
        return RedriveSteps.stopped(running.last())
                && running.last().filter(one -> one.done().equals(OptionalLong.of(0))).isPresent();
    }

    private static boolean movesNothing(JournalEntry entry) {
        return entry.operation() instanceof Operation.Redrive
                && entry.verdict().filter(RedriveSteps::movesNothing).isPresent();
    }

    private static boolean moves(QueuePair one, JournalEntry entry) {
        return (entry.operation() instanceof Operation.Redrive || entry.operation() instanceof Operation.Purge)
                && isAbout(one, entry)
                && entry.verdict().filter(verdict -> verdict.result() == Verdict.Result.NOT_DONE).isEmpty();
    }

    private static boolean isAbout(QueuePair one, JournalEntry entry) {
        return entry.operation().stack().equals(one.key().stack())
                && one.deadLetterQueue().filter(entry.operation().target()::equals).isPresent();
    }

    private static boolean cancels(QueuePair one, JournalEntry entry) {
        return entry.operation() instanceof Operation.CancelRedrive && isAbout(one, entry);
    }

    private Optional<RedriveTask> newest(QueuePair one) {
        return tasks.get(one.key()) instanceof Reading.Known<List<RedriveTask>>(var known, var _)
                ? known.stream().findFirst() : Optional.empty();
    }

    /// Why nobody may look at messages now; empty where one may.
    Optional<String> lookRefused() {
        if (desk.get().isEmpty()) {
            return Optional.of(words.say("ui.queues.refused.noDesk"));
        }
        if (facts.get().state().isRunning()) {
            return Optional.of(words.say("ui.queues.refused.redrive"));
        }
        return lock.get().filter(LockState.ReadOnly.class::isInstance).map(LockState.ReadOnly.class::cast)
                .map(closed -> words.say(closed.byFile() ? "ui.queues.refused.file" : "ui.queues.refused.readOnly"));
    }

    Optional<Operation> redrive() {
        return letters(one -> wishes(one).redrive(one.deadLetterQueue().orElseThrow()));
    }

    Optional<Operation> purge() {
        return letters(one -> wishes(one).purge(one.deadLetterQueue().orElseThrow()));
    }

    private static QueueWishes wishes(QueuePair pair) {
        return new QueueWishes(pair.key().stack());
    }

    Optional<Operation> cancel() {
        return facts.get().handle().flatMap(handle -> letters(one -> new Operation.CancelRedrive(one.key().stack(),
                one.deadLetterQueue().orElseThrow(), handle)));
    }

    private Optional<Operation> letters(Function<QueuePair, Operation> wish) {
        return pair.filter(one -> one.deadLetterQueue().isPresent() && desk.get().isPresent()).map(wish);
    }

    ReadOnlyObjectProperty<RedriveFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /// Whether there is a dead-letter queue that something can be done to.
    ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    /// That it is being cancelled, or why it was not; else empty.
    ReadOnlyStringProperty cancelToldProperty() {
        return cancelTold.getReadOnlyProperty();
    }

    /// Of the stack of the selected queue; empty where nothing is known of it.
    ReadOnlyObjectProperty<Optional<LockState>> lockProperty() {
        return lock.getReadOnlyProperty();
    }
}
