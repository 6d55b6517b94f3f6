package io.watchdeck.ui.shell;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Confirmation;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/// How screens come to change something: they ask for an operation, and its dialog is opened whoever asks. Without a desk
/// nothing can be changed from the window. On the FX thread.
public final class Operating implements AutoCloseable {

    private static final String MORE = "…";
    /// Nothing is locked and nothing runs, because nothing can.
    private static final OperationDesk.State NOTHING =
            new OperationDesk.State(Map.of(), List.of(), List.of(), List.of());

    /// An operation that was confirmed and not begun, of which a person is told outside its dialog.
    ///
    /// @param why nothing was sent
    record Declined(UUID id, Operation operation, Phrase why) {}

    private final Executor ui;
    private final ObservableList<Declined> declined = FXCollections.observableArrayList();
    private final ObservableList<JournalEntry> sent = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<OperationDesk.State> state = new ReadOnlyObjectWrapper<>(NOTHING);
    private Optional<OperationDesk> desk = Optional.empty();
    private Optional<OperationDesk.Subscription> subscription = Optional.empty();
    private Consumer<Operation> dialogs = _ -> {};
    private Optional<StackId> looked = Optional.empty();
    private Optional<StackId> asked = Optional.empty();
    private Map<StackId, StackFile> files = Map.of();
    private Optional<Runnable> refusal = Optional.empty();
    private final ReadOnlyBooleanWrapper past = new ReadOnlyBooleanWrapper();

    Operating(Executor ui) {
        this.ui = ui;
    }

    /// From now on operations are possible.
    void begin(OperationDesk wanted) {
        close();
        desk = Optional.of(wanted);
        subscription = Optional.of(wanted.subscribe(now -> ui.execute(() -> state.set(now))));
        state.set(wanted.state());
    }

    /// @param opened shows the dialog of an operation
    void dialogs(Consumer<Operation> opened) {
        dialogs = opened;
    }

    /// Whether anything can be changed, be it after unlocking.
    public boolean isPossible() {
        return desk.isPresent();
    }

    /// What runs, what ended, what is locked.
    public ReadOnlyObjectProperty<OperationDesk.State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public OperationDesk.State state() {
        return state.get();
    }

    /// The desk; its answers come on the FX thread.
    public Optional<OperationDesk> desk() {
        return desk.map(there -> new OperationsOnFx(there, ui));
    }

    /// From now on nothing can be changed, for what is shown is over; with nothing it can again.
    ///
    /// @param told whenever somebody wants to all the same
    void refuse(Optional<Runnable> told) {
        refusal = told;
        past.set(told.isPresent());
    }

    /// Whether what is shown is over, so that nothing of it can be changed.
    public boolean isPast() {
        return refusal.isPresent();
    }

    public ReadOnlyBooleanProperty pastProperty() {
        return past.getReadOnlyProperty();
    }

    /// @param watched those that operations are about
    void stacks(List<StackSnapshot> watched) {
        files = watched.stream().map(StackSnapshot::file)
                .collect(Collectors.toMap(StackFile::id, Function.identity(), (one, _) -> one));
    }

    /// As a stack is called; by its id where it is not watched.
    String name(StackId stack) {
        return Optional.ofNullable(files.get(stack)).map(StackFile::name).orElse(stack.value());
    }

    /// Whether a click is all that it takes where it is open: its dialog comes only where something stands against it.
    public boolean isAtOnce(Operation wish) {
        return Optional.ofNullable(files.get(wish.stack())).map(StackFile::environment)
                .filter(where -> Confirmation.of(wish.kind(), where) == Confirmation.CLICK).isPresent()
                && lock(wish.stack()).isOpen();
    }

    /// The words of a button or an entry for an operation, as they are while the stack is as locked as it is now: without
    /// the sign that more is asked where nothing more is.
    public String label(String text, Operation wish) {
        return text.endsWith(MORE) && isAtOnce(wish) ? text.substring(0, text.length() - MORE.length()) : text;
    }

    /// Opens the dialog of an operation as it is first wished; a person may change it there. What takes a click alone is
    /// done at once.
    public void open(Operation wish) {
        if (isPast()) {
            refusal.ifPresent(Runnable::run);
        } else if (isPossible()) {
            dialogs.accept(wish);
        }
    }

    /// Tells of an operation whose dialog is closed that nothing was sent.
    public void declined(Operation operation, Phrase why) {
        declined.add(new Declined(UUID.randomUUID(), operation, why));
    }

    /// Those that nobody has seen yet, oldest first.
    ObservableList<Declined> declined() {
        return declined;
    }

    /// Tells whoever wanted to stop an operation that it had left before, so that it goes on and is watched.
    public void sent(JournalEntry begun) {
        sent.removeIf(one -> one.id().equals(begun.id()));
        sent.add(begun);
    }

    /// Calls the listener whenever a person is told of one or the other.
    Subscription told(Runnable listener) {
        return declined.subscribe(listener::run).and(sent.subscribe(listener::run));
    }

    /// Those of which somebody was told so, oldest first.
    ObservableList<JournalEntry> sent() {
        return sent;
    }

    /// As it is now; read-only where nothing is known of the stack.
    public LockState lock(StackId stack) {
        return desk.map(OperationDesk::state).map(OperationDesk.State::locks).map(locks -> locks.get(stack))
                .orElseGet(() -> new LockState.ReadOnly(false));
    }

    /// The stack that a screen is about.
    public void looksAt(Optional<StackId> stack) {
        looked = stack;
    }

    /// The stack that a dialog is about, as long as it is there.
    public void asks(Optional<StackId> stack) {
        asked = stack;
    }

    /// The stack that is meant where nobody says which.
    Optional<StackId> concerned() {
        return asked.or(() -> looked);
    }

    /// Unlocks a stack that is locked, and locks one that is not.
    public void toggleLock(StackId stack) {
        refusal.ifPresent(Runnable::run);
        desk.filter(_ -> !isPast()).ifPresent(there -> {
            switch (lock(stack)) {
                case LockState.Locked() -> there.unlock(stack);
                case LockState.Unlocked _ -> there.lock(stack);
                case LockState.ReadOnly _, LockState.Free() -> {}
            }
        });
    }

    @Override
    public void close() {
        subscription.ifPresent(OperationDesk.Subscription::close);
        subscription = Optional.empty();
        desk = Optional.empty();
    }
}
