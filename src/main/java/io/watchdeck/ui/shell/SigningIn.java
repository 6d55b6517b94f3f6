package io.watchdeck.ui.shell;

import io.watchdeck.identity.Door;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.identity.SignInState;
import io.watchdeck.model.StackId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How a person comes to sign in: a banner or a screen asks for a door, and its dialog is opened whoever asks. Never by
/// itself. Without a desk nobody signs in from the window. On the FX thread.
public final class SigningIn implements AutoCloseable {

    private final Executor ui;
    private final ReadOnlyObjectWrapper<SignInState> state = new ReadOnlyObjectWrapper<>(SignInState.none());
    private Optional<SignInDesk> desk = Optional.empty();
    private Set<StackId> waiting = Set.of();
    private Runnable ends = () -> {};
    private Consumer<Door> dialogs = _ -> {};

    SigningIn(Executor ui) {
        this.ui = ui;
    }

    /// @param opened shows the dialog of a door
    void begin(SignInDesk wanted, Consumer<Door> opened) {
        close();
        desk = Optional.of(wanted);
        dialogs = opened;
        // Whoever comes late tells what is newest then.
        ends = wanted.subscribe(_ -> ui.execute(() -> state.set(wanted.state())));
        state.set(wanted.state());
        wanted.look();
    }

    /// Reads anew who is signed in where when a stack begins to wait for that: what was read before has ended.
    ///
    /// @param expired stacks whose credentials are not taken
    void wanted(Set<StackId> expired) {
        boolean more = !waiting.containsAll(expired);
        waiting = Set.copyOf(expired);
        desk.filter(_ -> more).ifPresent(SignInDesk::look);
    }

    /// Opens the dialog in which a person signs in.
    public void open(Door door) {
        if (desk.isPresent()) {
            dialogs.accept(door);
        }
    }

    public Optional<SignInDesk> desk() {
        return desk;
    }

    public ReadOnlyObjectProperty<SignInState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Gives up what is tried.
    @Override
    public void close() {
        ends.run();
        ends = () -> {};
        desk.ifPresent(SignInDesk::giveUp);
        desk = Optional.empty();
    }
}
