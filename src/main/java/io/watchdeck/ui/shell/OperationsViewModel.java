package io.watchdeck.ui.shell;

import io.watchdeck.model.StackId;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.operations.proof.Finding;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.shell.OperationCard.Kind;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the window's frame says of operations: whether writes are locked, what runs, what came of what has ended, and of
/// what somebody wanted to be reminded.
final class OperationsViewModel {

    /// What worked, or had left already, is told for so long; anything else until somebody has seen it.
    static final Duration TOLD = Duration.ofSeconds(15);

    private final Operating operating;
    private final Words words;
    private final ReadOnlyStringWrapper lock = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lockBrief = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lockDetail = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Tone> lockTone = new ReadOnlyObjectWrapper<>(Tone.PLAIN);
    private final ReadOnlyStringWrapper running = new ReadOnlyStringWrapper("");
    private final ObservableList<OperationCard> cards = FXCollections.observableArrayList();
    private final ObservableList<OperationCard> cardsView = FXCollections.unmodifiableObservableList(cards);
    private final Set<UUID> seen = new HashSet<>();
    /// When a card was shown first, by the id of what it is about.
    private final Map<UUID, Instant> since = new HashMap<>();
    private List<StackFile> stacks = List.of();
    private OperationDesk.State state;
    private Instant now;

    OperationsViewModel(Operating operating, Words words, Instant now) {
        this.operating = operating;
        this.words = words;
        this.now = now;
        state = operating.state();
        show(state);
    }

    void stacks(List<StackSnapshot> snapshots) {
        operating.stacks(snapshots);
        stacks = snapshots.stream().map(StackSnapshot::file).toList();
        showLock();
    }

    void show(OperationDesk.State newest) {
        state = newest;
        showLock();
        showRunning();
        showCards();
    }

    void tick(Instant at) {
        now = at;
        showLock();
        showCards();
    }

    private void showLock() {
        List<String> open = new ArrayList<>();
        Instant first = Instant.MAX;
        for (StackFile file : stacks) {
            if (state.locks().get(file.id()) instanceof LockState.Unlocked(Instant until) && now.isBefore(until)) {
                open.add(words.say("ui.lock.open", file.name(), left(until)));
                first = until.isBefore(first) ? until : first;
            }
        }
        boolean never = stacks.stream().map(StackFile::id).map(state.locks()::get)
                .allMatch(one -> one == null || one instanceof LockState.ReadOnly);
        boolean locked = stacks.stream().map(StackFile::id).map(state.locks()::get)
                .anyMatch(one -> one instanceof LockState.Locked || one instanceof LockState.Unlocked);
        lockTone.set(open.isEmpty() ? Tone.PLAIN : Tone.WARNING);
        if (!open.isEmpty()) {
            lock.set(words.say("ui.lock.unlocked", words.list(open)));
            lockBrief.set(open.size() == 1 ? "" : words.say("ui.lock.several", open.size(), left(first)));
            lockDetail.set("");
        } else if (!operating.isPossible() || never) {
            lock.set(words.say("ui.status.readOnly"));
            lockDetail.set(words.say("ui.status.readOnly.detail"));
        } else {
            lock.set(words.say(locked ? "ui.lock.locked" : "ui.lock.free"));
            lockDetail.set(words.say(locked ? "ui.lock.locked.detail" : "ui.lock.free.detail"));
        }
        if (open.isEmpty()) {
            lockBrief.set("");
        }
    }

    /// In minutes that have begun.
    private Duration left(Instant until) {
        return Duration.between(now, until).plusSeconds(59);
    }

    /// Whether there is anything that a person may unlock or lock.
    List<LockRow> lockable() {
        return stacks.stream().flatMap(file -> switch (operating.lock(file.id())) {
            case LockState.Locked() ->
                Stream.of(new LockRow(file.id(), words.say("ui.lock.unlock", file.name())));
            case LockState.Unlocked _ ->
                Stream.of(new LockRow(file.id(), words.say("ui.lock.lock", file.name())));
            case LockState.ReadOnly _, LockState.Free() -> Stream.<LockRow>empty();
        }).toList();
    }

    void toggle(StackId stack) {
        operating.toggleLock(stack);
    }

    private void showRunning() {
        List<OperationDesk.Running> all = state.running();
        running.set(switch (all.size()) {
            case 0 -> "";
            case 1 -> words.say("ui.operation.running", title(all.getFirst().entry()),
                    all.getFirst().last().map(Finding.Going::sentence).map(words::say)
                            .orElseGet(() -> words.say("ui.operation.sending")));
            default -> words.say("ui.operation.runningMany", all.size());
        });
    }

    /// Of what runs in Activity: of several the one that began last; empty where nothing runs.
    Optional<Place> runningPlace() {
        return state.running().isEmpty() ? Optional.empty()
                : Optional.of(Place.ofEntry(state.running().getLast().entry().id()));
    }

    private String title(JournalEntry entry) {
        return title(entry.operation());
    }

    private String title(Operation operation) {
        return words.say("ui.operation." + operation.kind().word() + ".title", operation.target());
    }

    private void showCards() {
        operating.sent().removeIf(one -> Optional.ofNullable(since.get(one.id()))
                .filter(at -> !now.isBefore(at.plus(TOLD))).isPresent());
        var shown = new ArrayList<OperationCard>();
        state.reminders().stream().filter(entry -> entry.reminder().filter(one -> !one.at().isAfter(now)).isPresent())
                .forEach(entry -> shown.add(reminder(entry)));
        operating.declined().reversed().forEach(one -> shown.add(declined(one)));
        operating.sent().stream().filter(this::isWatched).forEach(one -> shown.add(sent(one)));
        state.ended().stream().filter(entry -> !seen.contains(entry.id())).filter(entry -> !isSuperseded(entry))
                .filter(entry -> entry.verdict().filter(this::isTold).isPresent())
                .forEach(entry -> shown.add(verdict(entry)));
        shown.sort(Comparator.comparing(OperationsViewModel::rank));
        since.keySet().retainAll(shown.stream().map(OperationCard::id).toList());
        if (!shown.equals(cards)) {
            cards.setAll(shown);
        }
    }

    private Instant since(UUID id) {
        return since.computeIfAbsent(id, _ -> now);
    }

    /// The card that came last; of several at once the one that matters most.
    Optional<OperationCard> newest() {
        return cards.reversed().stream().max(Comparator.comparing(OperationCard::since)
                .thenComparing(Comparator.comparing(OperationsViewModel::rank).reversed()));
    }

    /// What came of something later on the same target says how it is now.
    private boolean isSuperseded(JournalEntry entry) {
        return state.ended().stream().anyMatch(other -> other.operation().stack().equals(entry.operation().stack())
                && other.operation().target().equals(entry.operation().target())
                && ended(other).isAfter(ended(entry)));
    }

    private static Instant ended(JournalEntry entry) {
        return entry.verdict().map(Verdict::at).orElse(Instant.MIN);
    }

    /// What did not work stands before what waits for somebody, and that before what goes on or worked.
    private static int rank(OperationCard card) {
        return card.kind() == Kind.SENT ? 2 : card.result().map(result -> result == Result.WORKED ? 3 : 0).orElse(1);
    }

    /// Its verdict tells more.
    private boolean isWatched(JournalEntry begun) {
        return state.ended().stream().noneMatch(entry -> entry.id().equals(begun.id()));
    }

    private boolean isTold(Verdict verdict) {
        return verdict.result() != Result.WORKED || now.isBefore(verdict.at().plus(TOLD));
    }

    private OperationCard verdict(JournalEntry entry) {
        Verdict verdict = entry.verdict().orElseThrow();
        return new OperationCard(entry.id(), Kind.ENDED, Optional.of(verdict.result()),
                words.say("ui.operation.ended", title(entry),
                        words.say("ui.operation.result." + verdict.result().word())),
                words.say(verdict.sentence()), Optional.empty(), since(entry.id()));
    }

    private OperationCard declined(Operating.Declined one) {
        return new OperationCard(one.id(), Kind.DECLINED, Optional.of(Result.NOT_DONE),
                words.say("ui.operation.ended", title(one.operation()), words.say("ui.operation.result.notDone")),
                words.say(one.why()), Optional.empty(), since(one.id()));
    }

    private OperationCard sent(JournalEntry begun) {
        return new OperationCard(begun.id(), Kind.SENT, Optional.empty(),
                words.say("ui.operation.ended", title(begun), words.say("ui.operation.alreadySent")),
                words.say("ui.operation.alreadySent.text"), Optional.empty(), since(begun.id()));
    }

    private OperationCard reminder(JournalEntry entry) {
        JournalEntry.Reminder wanted = entry.reminder().orElseThrow();
        Optional<OperationCard.Offer> offer = entry.operation() instanceof Operation.Scale scale
                ? Optional.of(new OperationCard.Offer(
                        words.say("ui.operation.reminder.action", wanted.desired().orElse(0)),
                        new Operation.Scale(scale.stack(), scale.service(), wanted.desired(), wanted.range())))
                : Optional.empty();
        return new OperationCard(entry.id(), Kind.REMINDER, Optional.empty(),
                words.say("ui.operation.reminder", entry.operation().target()),
                words.say("ui.operation.reminder.text", wanted.desired().orElse(0), wanted.at(), entry.person()),
                offer, since(entry.id()));
    }

    /// The person has seen it: a reminder is settled by that.
    void dismiss(OperationCard card) {
        switch (card.kind()) {
            case REMINDER -> operating.desk().ifPresent(desk -> desk.settle(card.id()));
            case SENT -> operating.sent().removeIf(one -> one.id().equals(card.id()));
            case ENDED -> seen.add(card.id());
            case DECLINED -> operating.declined().removeIf(one -> one.id().equals(card.id()));
        }
        showCards();
    }

    /// Opens the dialog of what a reminder offers. The reminder stays until a person takes it away: nothing is done yet, and
    /// may not be.
    void accept(OperationCard card) {
        card.offer().map(OperationCard.Offer::operation).ifPresent(operating::open);
    }

    /// What one in another language has shown and somebody has seen.
    void goOn(OperationsViewModel before) {
        seen.addAll(before.seen);
        since.putAll(before.since);
        showCards();
    }

    ReadOnlyStringProperty lockProperty() {
        return lock.getReadOnlyProperty();
    }

    /// The same where there is little room: how many stacks are unlocked instead of which; empty where that is no shorter.
    ReadOnlyStringProperty lockBriefProperty() {
        return lockBrief.getReadOnlyProperty();
    }

    ReadOnlyStringProperty lockDetailProperty() {
        return lockDetail.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Tone> lockToneProperty() {
        return lockTone.getReadOnlyProperty();
    }

    ReadOnlyStringProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    ObservableList<OperationCard> cards() {
        return cardsView;
    }
}
