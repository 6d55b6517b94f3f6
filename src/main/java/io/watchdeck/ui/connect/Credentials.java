package io.watchdeck.ui.connect;

import io.watchdeck.identity.Door;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInState;
import io.watchdeck.model.Region;
import io.watchdeck.stack.Access;
import io.watchdeck.watch.discovery.ConnectDesk;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// By which credentials an account is read, and in which Region: that of the profile, or where it has none that of the
/// stack files that are read by it, until somebody types another.
final class Credentials {

    private final ConnectDesk desk;
    private final Runnable changed;
    private Words words;
    private SignInState signedIn = SignInState.nothing();
    private Map<Optional<String>, Region> regions = Map.of();
    private Map<Optional<String>, Region> used = Map.of();
    private boolean regionsRead;
    private boolean isChosen;
    private String prefilled = "";
    private Optional<String> profile = Optional.empty();
    private final ObservableList<ProfileLine> profiles = FXCollections.observableArrayList();
    private final ObservableList<ProfileLine> view = FXCollections.unmodifiableObservableList(profiles);
    private final ReadOnlyObjectWrapper<ProfileLine> chosen;
    private final StringProperty region = new SimpleStringProperty("");

    /// @param changed told of every change
    Credentials(ConnectDesk desk, Words words, Runnable changed) {
        this.desk = desk;
        this.words = words;
        this.changed = changed;
        chosen = new ReadOnlyObjectWrapper<>(defaults());
        region.subscribe((_, _) -> changed.run());
    }

    /// Goes on in another language.
    void speak(Words other) {
        words = other;
        show(signedIn);
    }

    void show(SignInState newest) {
        signedIn = newest;
        if (!newest.read()) {
            return;
        }
        List<ProfileLine> lines = Stream.concat(Stream.of(defaults()), newest.profiles().stream().map(this::line))
                .toList();
        if (!profiles.equals(lines)) {
            profiles.setAll(lines);
        }
        desk.ways(lines.stream().map(ProfileLine::profile).toList(), ways -> {
            boolean first = !regionsRead;
            regions = ways.regions();
            used = ways.used();
            regionsRead = true;
            take(first && !isChosen ? likely(ways) : profile);
        });
        take(profile);
    }

    /// What a person most likely means who has chosen nothing: the default credentials where there are some, else those by
    /// which the stacks are read that are there, else the first that need no further sign-in, or any. Stacks that are read
    /// by the default credentials of which nothing is set are read by those of the machine, perhaps, or by none.
    private Optional<String> likely(ConnectDesk.Ways ways) {
        if (ways.given() || signedIn.profile(signedIn.standard()).filter(Credentials::hasSome).isPresent()) {
            return Optional.empty();
        }
        List<Optional<String>> some = signedIn.profiles().stream().filter(Credentials::hasSome)
                .map(one -> Optional.of(one.name())).toList();
        List<Optional<String>> known = signedIn.profiles().stream().map(one -> Optional.of(one.name())).toList();
        boolean ofMachine = some.isEmpty() || ways.regions().containsKey(Optional.<String>empty());
        return ways.used().sequencedKeySet().stream().filter(one -> one.isEmpty() ? ofMachine : known.contains(one))
                .findFirst()
                .or(() -> profiles.stream().filter(line -> some.contains(line.profile()) && line.missing().isEmpty())
                        .map(ProfileLine::profile).findFirst())
                .or(() -> some.stream().findFirst()).flatMap(Function.identity());
    }

    private static boolean hasSome(Profile one) {
        return one.kind() != Profile.Kind.OTHER;
    }

    private ProfileLine defaults() {
        return new ProfileLine(Optional.empty(), words.say("ui.connect.default"), words.say("ui.connect.default.kind"),
                "", Optional.empty());
    }

    private ProfileLine line(Profile one) {
        Optional<Door> missing = one.doors().filter(door -> !signedIn.until().containsKey(door)).findFirst();
        Optional<Door> door = one.doors().findFirst();
        String state = door.isEmpty() ? "" : missing.isPresent() ? words.say("ui.profiles.out")
                : words.say("ui.profiles.until", signedIn.until().get(door.get()));
        return new ProfileLine(Optional.of(one.name()), one.name(), words.say("ui.profiles.kind." + one.kind().word()),
                state, missing);
    }

    void choose(Optional<String> wanted) {
        isChosen = true;
        take(wanted);
    }

    private void take(Optional<String> wanted) {
        ProfileLine line = profiles.stream().filter(one -> one.profile().equals(wanted)).findFirst()
                .or(() -> profiles.stream().findFirst()).orElseGet(this::defaults);
        profile = line.profile();
        chosen.set(line);
        if (region.get().equals(prefilled)) {
            prefilled = Optional.ofNullable(regions.get(profile)).or(() -> Optional.ofNullable(used.get(profile)))
                    .map(Region::code).orElse("");
            region.set(prefilled);
        }
        changed.run();
    }

    /// Whether it is known which profiles there are, and which Regions are theirs.
    boolean isRead() {
        return signedIn.read() && regionsRead;
    }

    /// With a Region that is one.
    Access access() {
        return new Access(profile, Optional.empty(), new Region(region.get().strip()), Optional.empty());
    }

    /// None before they were read.
    ObservableList<ProfileLine> profiles() {
        return view;
    }

    ReadOnlyObjectProperty<ProfileLine> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    StringProperty regionProperty() {
        return region;
    }
}
