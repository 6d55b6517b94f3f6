package io.watchdeck.ui.connect;

import io.watchdeck.identity.Door;
import io.watchdeck.identity.Identity;
import io.watchdeck.identity.SignInState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.stack.Access;
import io.watchdeck.watch.discovery.ConnectDesk;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The way from a profile to watched stacks. What was typed and chosen stays, back and forth and while the dialog is
/// closed; what was read stays as long as profile and Region do.
final class ConnectViewModel {

    private final ConnectDesk desk;
    private final Consumer<Door> entrance;
    private final Credentials credentials;
    private Words words;
    private Optional<Access> access = Optional.empty();
    private Optional<ConnectDesk.Account> account = Optional.empty();
    private Optional<Failure> mistake = Optional.empty();
    private final Map<String, StackDraft> drafts = new LinkedHashMap<>();
    private int current;
    private boolean entering;
    private boolean asking;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.PROFILE);
    private final ObservableList<ClusterLine> clusters = FXCollections.observableArrayList();
    private final ObservableList<ClusterLine> clustersView = FXCollections.unmodifiableObservableList(clusters);
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<StackDraft>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper action = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<String>> locked = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param entrance where a person signs in; [#comeBack] is to be called afterwards
    ConnectViewModel(ConnectDesk desk, Words words, Consumer<Door> entrance) {
        this.desk = desk;
        this.words = words;
        this.entrance = entrance;
        credentials = new Credentials(desk, words, this::tell);
        typed.subscribe((_, _) -> tell());
        tell();
    }

    /// Goes on in another language.
    void speak(Words other) {
        words = other;
        drafts.values().forEach(one -> one.speak(other));
        credentials.speak(other);
    }

    /// Which profiles there are, and who is signed in.
    void show(SignInState newest) {
        credentials.show(newest);
    }

    /// Goes by a profile, or by the default credentials. The Region is that of the profile until somebody types another.
    void choose(Optional<String> wanted) {
        credentials.choose(wanted);
    }

    /// What the primary button does.
    void act() {
        if (locked.get().isPresent()) {
            return;
        }
        switch (step.get()) {
            case PROFILE -> {
                entering = chosenProperty().get().missing().isPresent();
                chosenProperty().get().missing().ifPresentOrElse(entrance, this::goToAccount);
            }
            case ACCOUNT -> {
                if (failure().isPresent() && picked().isEmpty()) {
                    ask();
                } else {
                    goToStacks();
                }
            }
            case STACK -> {
                if (draft.get().isEmpty()) {
                    propose();
                } else if (current + 1 < picked().size()) {
                    to(Step.STACK, current + 1);
                } else {
                    goToFiles();
                }
            }
            case WRITE -> write();
        }
    }

    /// The sign-in that was asked for is over: whoever is signed in goes on.
    void comeBack() {
        boolean goesOn = entering && step.get() == Step.PROFILE && chosenProperty().get().missing().isEmpty();
        entering = false;
        if (goesOn) {
            act();
        } else {
            resume();
        }
    }

    /// The dialog is there again: what was given up when it was closed is asked anew.
    void resume() {
        if (asking && step.get() == Step.ACCOUNT) {
            ask();
        } else if (asking && step.get() == Step.STACK) {
            propose();
        }
    }

    /// The dialog is closed, and nobody waits any more.
    void leave() {
        desk.cancel();
    }

    /// Whether everything is written, so that the next begins anew.
    boolean isDone() {
        return step.get() == Step.WRITE && picks().allMatch(StackDraft::isWritten);
    }

    private void goToAccount() {
        var wanted = credentials.access();
        boolean same = access.filter(wanted::equals).isPresent();
        if (!same) {
            drafts.clear();
            clusters.clear();
            typed.set("");
            account = Optional.empty();
        }
        access = Optional.of(wanted);
        to(Step.ACCOUNT, 0);
        if (!same || failure().isPresent() || isOpen()) {
            ask();
        }
    }

    /// Whether something about the account is still to be answered.
    private boolean isOpen() {
        return account.flatMap(ConnectDesk.Account::clusters).isEmpty();
    }

    private void ask() {
        account = Optional.empty();
        asking = true;
        desk.account(access.orElseThrow(), this::found);
        tell();
    }

    private void found(ConnectDesk.Account newest) {
        account = Optional.of(newest);
        List<ConnectDesk.Cluster> all = newest.clusters().map(ConnectViewModel::known).orElse(List.of());
        asking = failure().isEmpty() && (newest.clusters().isEmpty()
                || all.stream().anyMatch(one -> one.services().isEmpty()));
        if (newest.clusters().isPresent() && !clusters.stream().map(ClusterLine::name).toList()
                .equals(all.stream().map(ConnectDesk.Cluster::name).toList())) {
            clusters.setAll(all.stream().map(ClusterLine::new).toList());
            clusters.forEach(line -> line.pickedProperty().subscribe((_, _) -> tell()));
            if (clusters.size() == 1) {
                clusters.getFirst().pickedProperty().set(!clusters.getFirst().isWatched());
            }
        }
        for (int index = 0; index < all.size(); index++) {
            clusters.get(index).tell(all.get(index), words);
        }
        tell();
    }

    private static <T> List<T> known(Reading<List<T>> reading) {
        return reading instanceof Reading.Known<List<T>>(var value, var _) ? value : List.of();
    }

    /// With the IAM action of the call that failed.
    String sentence(Failure failure) {
        return Said.sentence(failure, words);
    }

    /// Why the account or its clusters are not known.
    private Optional<Failure> failure() {
        return account.flatMap(one -> failure(one.identity()).or(() -> one.clusters().flatMap(
                ConnectViewModel::failure)));
    }

    private static Optional<Failure> failure(Reading<?> reading) {
        return reading instanceof Reading.Unknown<?>(var failure, var _) ? Optional.of(failure) : Optional.empty();
    }

    private Optional<Identity> identity() {
        return account.map(ConnectDesk.Account::identity).flatMap(
                one -> one instanceof Reading.Known<Identity>(var who, var _) ? Optional.of(who) : Optional.empty());
    }

    /// The clusters that stacks are to be made of. One is typed where they may not be listed.
    List<String> picked() {
        return mayType() ? Stream.of(typed.get().strip()).filter(name -> !name.isEmpty()).toList()
                : clusters.stream().filter(line -> line.pickedProperty().get()).map(ClusterLine::name).toList();
    }

    /// Whether the person has to name the cluster.
    boolean mayType() {
        return identity().isPresent() && failure().isPresent();
    }

    private Stream<StackDraft> picks() {
        return picked().stream().flatMap(name -> Stream.ofNullable(drafts.get(name)));
    }

    List<StackDraft> files() {
        return picks().toList();
    }

    private void goToStacks() {
        to(Step.STACK, 0);
        propose();
    }

    private void propose() {
        mistake = Optional.empty();
        List<String> missing = picked().stream().filter(name -> !drafts.containsKey(name)).toList();
        asking = !missing.isEmpty();
        if (asking) {
            desk.propose(access.orElseThrow(), identity(), missing, proposal -> {
                var one = new StackDraft(desk, proposal, words);
                drafts.put(one.cluster(), one);
                Stream.of(one.problemsProperty(), one.environmentProperty(), one.textProperty(),
                        one.nameProperty(), one.fileNameProperty(), one.outcomeProperty())
                        .forEach(property -> property.subscribe(this::tell));
                asking = drafts.keySet().containsAll(picked()) ? false : asking;
                to(step.get(), current);
            }, failure -> {
                mistake = Optional.of(failure);
                asking = false;
                tell();
            });
        }
        to(Step.STACK, current);
    }

    private void goToFiles() {
        to(Step.WRITE, current);
        List<StackDraft> unwritten = picks().filter(one -> !one.isWritten()).toList();
        desk.free(unwritten.stream().map(one -> one.fileNameProperty().get()).toList(), names -> {
            for (int index = 0; index < names.size(); index++) {
                unwritten.get(index).propose(names.get(index));
            }
        });
    }

    private void write() {
        List<StackDraft> unwritten = picks().filter(one -> !one.isWritten()).toList();
        asking = !unwritten.isEmpty();
        var open = new ArrayList<>(unwritten);
        unwritten.forEach(one -> desk.write(one.fileNameProperty().get(), one.textProperty().get(), outcome -> {
            open.remove(one);
            asking = !open.isEmpty();
            one.tell(outcome);
            tell();
        }));
        tell();
    }

    /// One step back; nothing at the first, and nothing once files are written.
    void back() {
        switch (step.get()) {
            case PROFILE -> {}
            case ACCOUNT -> {
                desk.cancel();
                asking = false;
                to(Step.PROFILE, 0);
            }
            case STACK -> {
                if (current > 0) {
                    to(Step.STACK, current - 1);
                } else {
                    desk.cancel();
                    asking = false;
                    to(Step.ACCOUNT, 0);
                }
            }
            case WRITE -> to(Step.STACK, current);
        }
    }

    boolean canGoBack() {
        return step.get() != Step.PROFILE && picks().noneMatch(StackDraft::isWritten)
                && !(step.get() == Step.WRITE && asking);
    }

    private void to(Step next, int index) {
        current = index;
        List<String> names = picked();
        draft.set(index < names.size() ? Optional.ofNullable(drafts.get(names.get(index))) : Optional.empty());
        step.set(next);
        tell();
    }

    private void tell() {
        var told = new Said(this, words);
        locked.set(told.locked());
        action.set(told.action());
        said.set(told.said());
        trouble.set(told.trouble());
    }

    /// What the texts are made of.
    record Now(Step step, boolean asking, Optional<Identity> identity, Optional<Failure> failure, List<String> picked,
            int current, Optional<StackDraft> draft) {}

    Now now() {
        return new Now(step.get(), asking, identity(), step.get() == Step.STACK ? mistake : failure(), picked(),
                current, draft.get());
    }

    String folder() {
        return desk.folder();
    }

    boolean isFollowed() {
        return desk.isFollowed();
    }

    /// Whether it is known which profiles there are, and which Regions are theirs.
    boolean isRead() {
        return credentials.isRead();
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    ObservableList<ProfileLine> profiles() {
        return credentials.profiles();
    }

    ReadOnlyObjectProperty<ProfileLine> chosenProperty() {
        return credentials.chosenProperty();
    }

    StringProperty regionProperty() {
        return credentials.regionProperty();
    }

    ObservableList<ClusterLine> clusters() {
        return clustersView;
    }

    /// The name of a cluster, where they may not be listed.
    StringProperty typedProperty() {
        return typed;
    }

    /// What is looked at in the step of the stacks; empty while it is read.
    ReadOnlyObjectProperty<Optional<StackDraft>> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /// What went wrong; empty where nothing did.
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
}
