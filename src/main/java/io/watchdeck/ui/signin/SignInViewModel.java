package io.watchdeck.ui.signin;

import io.watchdeck.identity.DeviceCode;
import io.watchdeck.identity.Door;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.identity.SignInState;
import io.watchdeck.identity.SignInState.Step;
import io.watchdeck.model.Phrase;
import io.watchdeck.words.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A sign-in at one door, step by step. Opens the page to confirm a code by itself, once for each code.
final class SignInViewModel {

    private static final int DIGITS = 6;

    private final SignInDesk desk;
    private final Door door;
    private final Words words;
    private final Consumer<URI> browser;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper action = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<String>> locked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DeviceCode>> device = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper lost = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper command = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper elsewhere = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();
    private final StringProperty typed = new SimpleStringProperty("");
    private Optional<Step> step = Optional.empty();
    private Optional<DeviceCode> shown = Optional.empty();
    private boolean begun;

    /// @param browser opens a page
    SignInViewModel(SignInDesk desk, Door door, Words words, Consumer<URI> browser) {
        this.desk = desk;
        this.door = door;
        this.words = words;
        this.browser = browser;
        typed.subscribe(_ -> tell());
    }

    /// Asks for a code to confirm, or waits for one to be typed.
    void begin() {
        begun = true;
        switch (door) {
            case Door.Sso sso -> desk.device(sso);
            case Door.Mfa _ -> desk.giveUp();
        }
        show(desk.state());
    }

    void show(SignInState state) {
        Optional<Step> before = step;
        step = state.step(door);
        command.set(state.command() && door instanceof Door.Sso && !state.behind(door).isEmpty()
                && !(step.orElse(null) instanceof Step.Elsewhere));
        if (step.equals(before)) {
            return;
        }
        lost.set(step.orElse(null) instanceof Step.Lost);
        device.set(switch (step.orElse(null)) {
            case Step.Confirming(DeviceCode code) -> Optional.of(code);
            case Step.Lost(DeviceCode code) -> Optional.of(code);
            case null, default -> Optional.empty();
        });
        if (isCode() && step.orElse(null) instanceof Step.Refused) {
            typed.set(""); // it is good for one try
        }
        tell();
        if (begun) {
            Optional<DeviceCode> code = device.get();
            code.filter(_ -> !code.equals(shown)).ifPresent(fresh -> browser.accept(fresh.whole()));
            shown = code;
            done.set(step.orElse(null) instanceof Step.Done);
        }
    }

    private void tell() {
        Optional<Phrase> refused = step.orElse(null) instanceof Step.Refused(Phrase why) ? Optional.of(why)
                : Optional.empty();
        trouble.set(lost.get() ? words.say("ui.signIn.lost") : refused.map(words::say).orElse(""));
        boolean asking = step.orElse(null) instanceof Step.Asking;
        elsewhere.set(step.orElse(null) instanceof Step.Elsewhere);
        waiting.set(asking || elsewhere.get() || device.get().isPresent());
        if (isCode()) {
            said.set(words.say("ui.signIn.code.said"));
            action.set(words.say("ui.signIn.code.go"));
            locked.set(asking ? Optional.of(words.say("ui.signIn.asking")) : isWhole() ? Optional.empty()
                    : Optional.of(words.say("ui.signIn.code.digits", DIGITS)));
            return;
        }
        said.set(device.get().map(code -> words.say("ui.signIn.confirm", code.until()))
                .orElseGet(() -> elsewhere.get() ? words.say("ui.signIn.elsewhere")
                        : asking ? words.say("ui.signIn.asking.device") : ""));
        action.set(words.say("ui.signIn." + (device.get().isPresent() ? "open" : asking ? "open.first"
                : elsewhere.get() ? "code.go" : "again")));
        locked.set(asking ? Optional.of(words.say("ui.signIn.waits")) : elsewhere.get()
                ? Optional.of(words.say("ui.signIn.waits.command")) : Optional.empty());
    }

    /// Whether a code is typed here and not confirmed elsewhere.
    boolean isCode() {
        return door instanceof Door.Mfa;
    }

    private boolean isWhole() {
        return typed.get().strip().matches("\\d{" + DIGITS + "}");
    }

    /// What the primary button does: signs in with what was typed, opens the page again, or asks for a code again. Nothing
    /// while it is locked.
    void act() {
        switch (door) {
            case Door.Mfa mfa when isWhole() -> desk.code(mfa, typed.get().strip());
            case Door.Mfa _ -> {}
            case Door.Sso _ when locked.get().isPresent() -> {}
            case Door.Sso sso -> device.get().ifPresentOrElse(code -> browser.accept(code.whole()),
                    () -> desk.device(sso));
        }
    }

    /// Asks for another code in place of the one that is shown, or of the command line.
    void beginAgain() {
        if (door instanceof Door.Sso sso) {
            desk.device(sso);
        }
    }

    /// The other way.
    void useCommand() {
        if (door instanceof Door.Sso sso) {
            desk.command(sso);
        }
    }

    /// Gives up what has not ended.
    void leave() {
        begun = false;
        typed.set("");
        desk.giveUp();
    }

    String title() {
        return words.say(isCode() ? "ui.signIn.code.title" : "ui.signIn.title", door.name());
    }

    String place() {
        List<String> profiles = desk.state().behind(door).stream().map(Profile::name).toList();
        return switch (door) {
            case Door.Mfa(var _, String serial) -> words.say("ui.signIn.code.place", serial);
            case Door.Sso sso -> words.say("ui.signIn.place", sso.startUrl(), sso.region().code(), profiles.size(),
                    words.list(profiles));
        };
    }

    StringProperty typedProperty() {
        return typed;
    }

    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /// Why it did not work, or does not go on; empty where nothing is in the way.
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Of the primary button.
    ReadOnlyStringProperty actionProperty() {
        return action.getReadOnlyProperty();
    }

    /// Why the primary button cannot be pressed.
    ReadOnlyObjectProperty<Optional<String>> lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    /// What is to be confirmed.
    ReadOnlyObjectProperty<Optional<DeviceCode>> deviceProperty() {
        return device.getReadOnlyProperty();
    }

    /// Whether nobody answers to the code that is shown: whoever does not want to wait begins again.
    ReadOnlyBooleanProperty lostProperty() {
        return lost.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// Whether the command line is another way.
    ReadOnlyBooleanProperty commandProperty() {
        return command.getReadOnlyProperty();
    }

    /// Whether the command line runs: whoever does not want it takes a code.
    ReadOnlyBooleanProperty elsewhereProperty() {
        return elsewhere.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }
}
