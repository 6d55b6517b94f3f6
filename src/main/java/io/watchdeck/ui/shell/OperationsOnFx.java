package io.watchdeck.ui.shell;

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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// A desk whose answers come on the FX thread.
record OperationsOnFx(OperationDesk desk, Executor ui) implements OperationDesk {

    private <T> Consumer<T> onFx(Consumer<T> answer) {
        return value -> ui.execute(() -> answer.accept(value));
    }

    @Override
    public String person() {
        return desk.person();
    }

    @Override
    public State state() {
        return desk.state();
    }

    @Override
    public Subscription subscribe(Consumer<State> listener) {
        return desk.subscribe(onFx(listener));
    }

    @Override
    public void unlock(StackId stack) {
        desk.unlock(stack);
    }

    @Override
    public void lock(StackId stack) {
        desk.lock(stack);
    }

    @Override
    public void facts(Operation operation, Consumer<Reading<Facts>> answer) {
        desk.facts(operation, onFx(answer));
    }

    @Override
    public Preview preview(Operation operation, Facts facts, String note) {
        return desk.preview(operation, facts, note);
    }

    @Override
    public Attempt run(Preview preview, Confirmed confirmed, Consumer<Begun> answer) {
        return desk.run(preview, confirmed, onFx(answer));
    }

    @Override
    public void journal(Set<StackId> stacks, TimeRange range, int most,
            Consumer<Reading<List<JournalEntry>>> answer) {
        desk.journal(stacks, range, most, onFx(answer));
    }

    @Override
    public void settle(UUID entry) {
        desk.settle(entry);
    }

    @Override
    public void backTo(Operation.OfService service, Consumer<Reading<List<Revision>>> answer) {
        desk.backTo(service, onFx(answer));
    }

    @Override
    public void look(StackId stack, String queue, int most, Consumer<Letters> answer) {
        desk.look(stack, queue, most, onFx(answer));
    }

    @Override
    public void forget(StackId stack, String queue) {
        desk.forget(stack, queue);
    }

    @Override
    public void redrives(StackId stack, String queue, Consumer<Reading<List<RedriveTask>>> answer) {
        desk.redrives(stack, queue, onFx(answer));
    }

    @Override
    public List<String> where(StackId stack) {
        return desk.where(stack);
    }
}
