package io.watchdeck.ui.activity;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.Attempt;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.queues.letters.RedriveTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// A desk with a journal, which a test tells what runs and what ends. It changes nothing.
final class JournalDesk implements OperationDesk {

    private Optional<Failure> unread = Optional.empty();
    private final List<JournalEntry> kept = new ArrayList<>();
    private final List<Consumer<State>> listeners = new ArrayList<>();
    private final List<TimeRange> asked = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean slow;
    private State state = new State(Map.of(), List.of(), List.of(), List.of());

    JournalDesk(List<JournalEntry> kept) {
        this.kept.addAll(kept);
    }

    /// From now on the journal answers when [#answer] is called.
    JournalDesk slow() {
        slow = true;
        return this;
    }

    void answer() {
        List.copyOf(waiting).forEach(Runnable::run);
        waiting.clear();
    }

    List<TimeRange> asked() {
        return asked;
    }

    /// @param running those that are followed
    /// @param ended   those that ended since
    void tell(List<Running> running, List<JournalEntry> ended) {
        state = new State(Map.of(), running, ended, List.of());
        List.copyOf(listeners).forEach(listener -> listener.accept(state));
    }

    /// From now on the journal cannot be read.
    JournalDesk unread(Failure why) {
        unread = Optional.of(why);
        return this;
    }

    @Override
    public void journal(Set<StackId> stacks, TimeRange range, int most, Consumer<Reading<List<JournalEntry>>> answer) {
        asked.add(range);
        if (unread.isPresent()) {
            answer.accept(Reading.unknown(unread.get(), range.to()));
            return;
        }
        List<JournalEntry> found = kept.stream().filter(one -> range.contains(one.begun()))
                .sorted(Comparator.comparing(JournalEntry::begun).reversed()).limit(most).toList();
        if (slow) {
            waiting.add(() -> answer.accept(Reading.known(found, range.to())));
        } else {
            answer.accept(Reading.known(found, range.to()));
        }
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public Subscription subscribe(Consumer<State> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public String person() {
        return "sora";
    }

    @Override
    public void unlock(StackId stack) {}

    @Override
    public void lock(StackId stack) {}

    @Override
    public void facts(Operation operation, Consumer<Reading<Facts>> answer) {}

    @Override
    public Preview preview(Operation operation, Facts facts, String note) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Attempt run(Preview preview, Confirmed confirmed, Consumer<Begun> answer) {
        return new Attempt();
    }

    @Override
    public void settle(UUID entry) {}

    @Override
    public void backTo(Operation.OfService service, Consumer<Reading<List<Revision>>> answer) {}

    @Override
    public void look(StackId stack, String queue, int most, Consumer<Letters> answer) {}

    @Override
    public void forget(StackId stack, String queue) {}

    @Override
    public void redrives(StackId stack, String queue, Consumer<Reading<List<RedriveTask>>> answer) {}

    @Override
    public List<String> where(StackId stack) {
        return List.of();
    }

    static Running running(JournalEntry entry, Optional<io.watchdeck.operations.proof.Finding.Going> last) {
        return new Running(entry, last);
    }
}
