package io.watchdeck.ui.operations;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Confirmation;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.operations.gate.OperationDesk.Begun;
import io.watchdeck.operations.gate.OperationDesk.Confirmed;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.operations.preflight.Headroom;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.operations.preflight.ServiceFacts;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One operation from the wish to its begin: what it changes, said anew with every change of the wish and without another
/// request; what is still missing before its button may be pressed; and what came of pressing it.
public final class OperationViewModel {

    /// What was read is read anew after so long, as long as somebody thinks about it.
    private static final Duration HOLDS = Duration.ofSeconds(30);

    /// After so long a person is told that nothing has come.
    private static final Duration ANSWERS = Duration.ofSeconds(20);

    private final OperationDesk desk;
    private final StackFile stack;
    private final Words words;
    private final OperationText text;
    private final Confirmation confirmation;
    private final Operation first;
    private final ObservableList<ConsequenceLine> consequences = FXCollections.observableArrayList();
    private final ObservableList<ConsequenceLine> consequencesView =
            FXCollections.unmodifiableObservableList(consequences);
    private final ReadOnlyObjectWrapper<Operation> operation;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper action = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper checked = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warnings = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper calls = new ReadOnlyStringWrapper("");
    /// Why the button cannot be pressed; empty where it can.
    private final ReadOnlyObjectWrapper<Optional<String>> locked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Blocked>> blocked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Preview>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Confirming confirming = new Confirming();
    private final ReturnWish back;
    private final ReadOnlyBooleanWrapper unlockable = new ReadOnlyBooleanWrapper();
    private Optional<Facts> facts = Optional.empty();
    /// Why the facts could not be had when they were last asked for.
    private Optional<Phrase> unread = Optional.empty();
    /// Why nothing was sent of what was confirmed last; empty before that.
    private String declined = "";
    private String note = "";
    private String typed = "";
    /// The newest question counts: an answer to an earlier one is about another wish.
    private int asked;
    private Instant askedAt = Instant.EPOCH;
    /// Why what a field holds cannot be taken, by its id.
    private final Map<String, String> unusable = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper telling = new ReadOnlyBooleanWrapper(true);
    /// Whether the jobs that are offered are those that were read; from then on a person chooses.
    private boolean offered;
    private Instant now;

    /// @param wish as it is first shown
    public OperationViewModel(OperationDesk desk, StackSnapshot snapshot, Operation wish, Words words, Instant now) {
        this.desk = desk;
        stack = snapshot.file();
        this.words = words;
        this.now = now;
        first = wish;
        confirmation = Confirmation.of(wish.kind(), stack.environment());
        operation = new ReadOnlyObjectWrapper<>(wish);
        back = new ReturnWish(now);
        text = new OperationText(words, snapshot);
        title.set(text.title(wish));
        refresh();
    }

    /// Reads from the account what the operation is judged by, anew.
    public void check() {
        facts = Optional.empty();
        unread = Optional.empty();
        ask();
        refresh();
    }

    /// Asks once more where something stands against it, and forgets what the desk has declined.
    void again() {
        declined = "";
        check();
    }

    /// What is known goes on being shown until the answer is there. It is about all jobs that were offered, whichever of them
    /// are chosen.
    private void ask() {
        int number = ++asked;
        askedAt = now;
        desk.facts(operation.get() instanceof Operation.Resubmit ? first : operation.get(), answer -> {
            if (number == asked) {
                switch (answer) {
                    case Reading.Known<Facts>(var read, var _) -> {
                        facts = Optional.of(read);
                        unread = Optional.empty();
                        find(read);
                    }
                    case Reading.Unknown<Facts>(var failure, var _) -> unread = Optional.of(failure.sentence());
                }
                refresh();
            }
        });
    }

    /// Whoever wants to stop what is under way does not say what that is; a count that was not known is that of now; and
    /// what has been submitted again already is not offered as if it had not.
    private void find(Facts read) {
        if (operation.get() instanceof Operation.StopDeployment stop && stop.deployment().isEmpty()) {
            read.service().flatMap(ServiceFacts::underWayNow).ifPresent(arn -> operation
                    .set(new Operation.StopDeployment(stop.stack(), stop.service(), arn)));
        }
        if (operation.get() instanceof Operation.Scale scale && scale.desired().isEmpty() && scale.range().isEmpty()) {
            operation.set(new Operation.Scale(scale.stack(), scale.service(), read.baseline().desired(),
                    Optional.empty()));
        }
        if (operation.get() instanceof Operation.Resubmit jobs && !offered) {
            offered = true;
            read.jobs().ifPresent(known -> operation.set(new Operation.Resubmit(jobs.stack(), jobs.queue(),
                    jobs.jobs().stream().filter(known.fresh()::contains).toList())));
        }
    }

    /// Another wish on the same target. What another task definition makes of tasks has to be read.
    public void wish(Operation other) {
        if (other.equals(operation.get())) {
            return;
        }
        operation.set(other);
        if (other instanceof Operation.RollBack) {
            check();
        } else {
            refresh();
        }
    }

    public void note(String typedNote) {
        note = typedNote;
        refresh();
    }

    /// The name, where it has to be typed.
    public void type(String name) {
        typed = name;
        judge();
    }

    /// While a field holds what cannot be taken it does not run, and nothing is said to follow: that would be about what the
    /// field held before.
    ///
    /// @param why empty where it can be taken
    void unusable(String field, Optional<String> why) {
        if (!Optional.ofNullable(unusable.get(field)).equals(why)) {
            why.ifPresentOrElse(said -> unusable.put(field, said), () -> unusable.remove(field));
            refresh();
        }
    }

    /// To go back to what was read last, so long after it runs; empty for no reminder.
    void remind(Optional<Duration> wanted) {
        back.after(wanted);
        judge();
    }

    /// What is kept of that if it runs now.
    ReturnWish back() {
        return back;
    }

    /// Time goes on, and the lock with it.
    public void tick(Instant at) {
        now = at;
        if (facts.isPresent() && !confirming.isWaiting() && now.isAfter(askedAt.plus(HOLDS))) {
            ask();
        }
        checked.set(facts.map(read -> words.say("ui.operation.checked", Duration.between(read.asOf(), now)))
                .orElseGet(() -> words.say("ui.operation.checking")));
        judge();
    }

    private void refresh() {
        Operation wanted = operation.get();
        Optional<Preview> said = facts.map(read -> desk.preview(wanted, read, note));
        Optional<Preview> told = said.filter(_ -> unusable.isEmpty());
        List<ConsequenceLine> lines = told.map(all -> all.consequences().stream()
                .map(one -> ConsequenceLine.of(one, words)).toList()).orElse(List.of());
        if (!lines.equals(consequences)) {
            consequences.setAll(lines);
        }
        warnings.set(text.warnings(told.map(Preview::warnings).orElse(0)));
        calls.set(text.calls(told.map(Preview::steps).orElse(List.of())));
        action.set(text.action(wanted));
        preview.set(said);
        telling.set(unusable.isEmpty());
        tick(now);
    }

    /// Opens the gate for the stack, where it is locked.
    public void unlock() {
        desk.unlock(stack.id());
        judge();
    }

    private void judge() {
        back.judge(operation.get(), facts, now);
        blocked.set(blocked());
        unlockable.set(desk.state().locks().get(stack.id()) instanceof LockState.Locked);
        locked.set(missing());
    }

    /// What a person set and may set otherwise is told in its row alone.
    private Optional<Blocked> blocked() {
        if (!declined.isEmpty()) {
            return Optional.of(new Blocked(words.say("ui.operation.declined"), List.of(declined), false));
        }
        if (unread.isPresent()) {
            return Optional.of(new Blocked(words.say("ui.operation.blocked"), List.of(words.say(unread.get())),
                    facts.isEmpty()));
        }
        if (facts.isEmpty()) {
            boolean late = askedAt.isAfter(Instant.EPOCH) && !now.isBefore(askedAt.plus(ANSWERS));
            return late ? Optional.of(Blocked.unanswered(Duration.between(askedAt, now), words)) : Optional.empty();
        }
        return Blocked.whole(consequences, words).filter(_ -> text.choice(operation.get(), facts).isEmpty());
    }

    private Optional<String> missing() {
        Optional<String> gate = text.gate(Optional.ofNullable(desk.state().locks().get(stack.id())));
        if (gate.isPresent()) {
            return gate;
        }
        if (confirming.isWaiting()) {
            return Optional.of(words.say("ui.operation.rechecking"));
        }
        if (unread.isPresent()) {
            return Optional.of(words.say(Phrase.of("gate.refused")));
        }
        if (preview.get().isEmpty()) {
            return Optional.of(words.say("ui.operation.checking"));
        }
        if (!unusable.isEmpty()) {
            return Optional.of(unusable.values().iterator().next());
        }
        if (preview.get().get().isRefused()) {
            return text.choice(operation.get(), facts).or(() -> Optional.of(words.say(preview.get().get().refusal())));
        }
        return asksName() && !nameMatches()
                ? Optional.of(words.say(Phrase.of("gate.name", operation.get().target()))) : Optional.empty();
    }

    public boolean asksName() {
        return confirmation == Confirmation.NAME;
    }

    public boolean nameMatches() {
        return typed.equals(operation.get().target());
    }

    /// Whether its dialog may be left out: the button that was pressed is all that is asked for.
    public boolean runsAtOnce() {
        return confirmation == Confirmation.CLICK;
    }

    /// Sends it, where nothing is missing.
    public void run() {
        if (locked.get().isPresent()) {
            return;
        }
        var with = new Confirmed(note, typed, back.reminderProperty().get());
        declined = "";
        confirming.begin(answer -> desk.run(preview.get().orElseThrow(), with, answer.andThen(_ -> judge())), why -> {
            declined = words.say(why);
            check();
        });
        judge();
    }

    /// Nobody looks at it any more. What was confirmed and has not been sent is taken back; what has been sent goes on.
    ///
    /// @param told why nothing was sent of what was confirmed, once that is certain
    /// @param sent what had left before it could be taken back
    void leave(Consumer<Phrase> told, Consumer<JournalEntry> sent) {
        confirming.leave(told, sent);
    }

    /// The requests as commands of AWS's command line, one a line; none while a field holds what cannot be taken.
    public String commands() {
        return OperationText.commands(preview.get().filter(_ -> unusable.isEmpty()).map(Preview::steps)
                .orElse(List.of()), desk.where(stack.id()));
    }

    public StackFile stack() {
        return stack;
    }

    public Optional<Headroom> headroom() {
        return preview.get().flatMap(Preview::headroom);
    }

    /// Who may hold the database's connections afterwards; empty where that is not known, or no count is changed.
    Optional<ConnectionShares> connections() {
        return headroom().flatMap(room -> facts.flatMap(read -> ConnectionShares.of(operation.get(), read, room)));
    }

    public Optional<Facts> facts() {
        return facts;
    }

    /// Where it is about: stack, cluster, Region, account.
    public String place() {
        return text.place();
    }

    /// As whom it is written into the journal.
    public String person() {
        return desk.person();
    }

    public ObservableList<ConsequenceLine> consequences() {
        return consequencesView;
    }

    public ReadOnlyObjectProperty<Operation> operationProperty() {
        return operation.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Preview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<String>> lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    /// Why it cannot be done, where that is not for a person to change here.
    ReadOnlyObjectProperty<Optional<Blocked>> blockedProperty() {
        return blocked.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Begun.Running>> begunProperty() {
        return confirming.begunProperty();
    }

    /// Whether what follows can be told: every field holds what can be taken.
    ReadOnlyBooleanProperty tellingProperty() {
        return telling.getReadOnlyProperty();
    }

    /// Whether the stack is locked, and can be unlocked.
    public ReadOnlyBooleanProperty unlockableProperty() {
        return unlockable.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty actionProperty() {
        return action.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty warningsProperty() {
        return warnings.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty callsProperty() {
        return calls.getReadOnlyProperty();
    }
}
