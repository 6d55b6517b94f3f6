package io.watchdeck.ui.shell;

import io.watchdeck.identity.Door;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// How a person comes to connect an account: a banner, a screen or the palette asks, and the dialog is opened whoever
/// asks. Where the window has no desk for the sign-in, because nothing that it shows needs one, there is one for this
/// and the profiles alone. On the FX thread.
public final class Connecting implements AutoCloseable {

    /// @param own  makes a desk for the sign-in, when the dialog is first opened or the profiles are first looked at;
    ///             empty where that of the window is taken
    /// @param ends what is to be done when the window is closed
    public record Way(Optional<Supplier<SignInDesk>> own, Runnable ends) {}

    private final Supplier<Words> words;
    private final Desktop desktop;
    private final Dialogs dialogs;
    private final SigningIn window;
    private final SigningIn alone;
    private final String stacks;
    private final ReadOnlyBooleanWrapper possible = new ReadOnlyBooleanWrapper();
    private Way way = new Way(Optional.empty(), () -> {});
    private Consumer<Door> entrance = _ -> {};
    private Runnable opener = () -> {};

    /// @param stacks the folder of a person's own stack files, in words
    Connecting(Supplier<Words> words, Desktop desktop, Dialogs dialogs, SigningIn window, SigningIn alone,
            String stacks) {
        this.words = words;
        this.desktop = desktop;
        this.dialogs = dialogs;
        this.window = window;
        this.alone = alone;
        this.stacks = stacks;
    }

    /// From now on it is possible.
    ///
    /// @param signIn makes what opens the dialogs of a sign-in that is for this alone
    /// @param opened makes what opens the dialog
    public void begin(Way wanted, Function<SignInContext, Consumer<Door>> signIn,
            Function<ConnectContext, Runnable> opened) {
        way = wanted;
        entrance = door -> signIn.apply(new SignInContext(words.get(), desktop, dialogs, alone)).accept(door);
        opener = opened.apply(new ConnectContext(words, dialogs, this));
        possible.set(true);
    }

    /// Whether an account can be connected from this window.
    public ReadOnlyBooleanProperty possibleProperty() {
        return possible.getReadOnlyProperty();
    }

    /// Where the stack files of this person lie, in words.
    String stacks() {
        return stacks;
    }

    /// Opens the dialog; it goes on where it was left.
    public void open() {
        if (possible.get()) {
            begunSigning().desk().ifPresent(SignInDesk::look);
            opener.run();
        }
    }

    /// Who is signed in where, from now on: the profiles of this computer are told beside a sandbox, too.
    public SigningIn begunSigning() {
        way.own().filter(_ -> alone.desk().isEmpty()).ifPresent(made -> alone.begin(made.get(), entrance));
        return signing();
    }

    /// Who is signed in where, once somebody wanted to know.
    public SigningIn signing() {
        return way.own().isPresent() ? alone : window;
    }

    /// Opens the dialog in which a person signs in, in place of the one that is shown.
    ///
    /// @param afterwards when it is closed, by whatever way
    public void signIn(Door door, Runnable afterwards) {
        signing().open(door);
        dialogs.afterwards(afterwards);
    }

    @Override
    public void close() {
        possible.set(false);
        alone.close();
        way.ends().run();
        way = new Way(Optional.empty(), () -> {});
    }
}
