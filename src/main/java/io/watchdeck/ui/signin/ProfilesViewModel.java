package io.watchdeck.ui.signin;

import io.watchdeck.identity.Door;
import io.watchdeck.identity.Identity;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInState;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Every profile of the shared configuration: as whom AWS knows it, and until when somebody is signed in.
final class ProfilesViewModel {

    private final Words words;
    private final ObservableList<ProfileRow> rows = FXCollections.observableArrayList();
    /// One for all who ask: a view of the list that nobody holds is collected with all that listen to it.
    private final ObservableList<ProfileRow> view = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper("");
    private SignInState state = SignInState.nothing();
    private Optional<WatchSnapshot> snapshot = Optional.empty();
    private Instant now = Instant.EPOCH;

    ProfilesViewModel(Words words) {
        this.words = words;
        tell();
    }

    void show(SignInState newest) {
        state = newest;
        tell();
    }

    /// @param at the time: whose session has ended is signed in no longer
    void show(WatchSnapshot newest, Instant at) {
        snapshot = Optional.of(newest);
        now = at;
        tell();
    }

    private void tell() {
        List<ProfileRow> wanted = state.profiles().stream().map(this::row).toList();
        if (!rows.equals(wanted)) {
            rows.setAll(wanted);
        }
        nothing.set(wanted.isEmpty() ? state.problem().map(words::say).orElseGet(() -> words.say(state.read()
                ? "ui.profiles.none" : "ui.profiles.reading"))
                : "");
    }

    private ProfileRow row(Profile profile) {
        Optional<Identity> known = identity(profile.name());
        // The role's own end comes before that of the sign-in it is assumed with.
        Optional<Door> door = profile.mfa().map(Door.class::cast).or(profile::sso);
        Optional<Door> missing = profile.doors().filter(one -> state.until(one, now).isEmpty()).findFirst();
        String until = door.map(one -> state.until(one, now)
                .map(at -> words.say("ui.profiles.until", at)).orElseGet(() -> words.say("ui.profiles.out")))
                .orElse("");
        return new ProfileRow(profile.name(), words.say("ui.profiles.kind." + profile.kind().word()),
                known.map(Identity::account).orElse(""), known.map(Identity::arn).orElse(""), until,
                missing.or(() -> door), profile.mfa().filter(one -> state.until(one, now).isPresent()));
    }

    private Optional<Identity> identity(String profile) {
        // A simulated account has nothing to do with the profiles of this computer.
        return snapshot.stream().filter(all -> !all.sandbox()).flatMap(all -> all.stacks().stream())
                .filter(stack -> stack.file().access().role().isEmpty()
                        && state.profileName(stack.file().access().profile()).equals(profile))
                .flatMap(stack -> stack.identity().state().latest().stream()).findFirst();
    }

    ObservableList<ProfileRow> rows() {
        return view;
    }

    /// Why there is no row; empty where there is one.
    ReadOnlyStringProperty nothingProperty() {
        return nothing.getReadOnlyProperty();
    }
}
