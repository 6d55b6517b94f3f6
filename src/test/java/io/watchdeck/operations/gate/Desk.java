package io.watchdeck.operations.gate;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Dead;
import io.watchdeck.operations.FakeAccount;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.MemoryJournal;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Spoken;
import io.watchdeck.operations.StillWatch;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.gate.LiveOperations.Person;
import io.watchdeck.operations.gate.OperationDesk.Begun;
import io.watchdeck.operations.gate.OperationDesk.Confirmed;
import io.watchdeck.operations.gate.OperationDesk.State;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.BatchQueueState.Health;
import io.watchdeck.refresh.ClockPace;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The desk of operations over a fake account, at a noon that the test moves. It looks when the test lets time pass, and
/// at once after an operation was sent.
final class Desk implements AutoCloseable {

    final MutableClock clock = new MutableClock(NOON);
    final FakeAccount account = new FakeAccount(clock);
    final MemoryJournal journal = new MemoryJournal();
    final StillWatch watch;
    private final Moment moment;
    private final boolean readOnly;
    private BlockingQueue<State> states = new LinkedBlockingQueue<>();
    private ClockPace pace;
    /// What the console saw of deployments.
    List<FleetEvent.Deployed> deployed = List.of();
    private Optional<Instant> anew = Optional.empty();
    private Optional<URI> endpoint = Optional.empty();
    LiveOperations desk;

    Desk(Moment moment) {
        this(moment, false);
    }

    Desk(Moment moment, boolean readOnly) {
        this.moment = moment;
        this.readOnly = readOnly;
        watch = new StillWatch(moment.done());
        pace = new ClockPace(clock, 1);
        desk = built();
    }

    private LiveOperations built() {
        var live = new LiveOperations(watch, new Reach(_ -> account.cloud(), _ -> account.controls(), anew, endpoint),
                new Kept(() -> journal, (_, _) -> deployed),
                new Person(() -> "sora", readOnly), clock, pace);
        live.subscribe(states::add);
        return live;
    }

    /// The account began then.
    void anew(Instant at) {
        anew = Optional.of(at);
        desk.close();
        states = new LinkedBlockingQueue<>();
        pace = new ClockPace(clock, 1);
        desk = built();
    }

    /// All requests go there.
    void endpoint(String uri) {
        endpoint = Optional.of(URI.create(uri));
        desk.close();
        desk = built();
    }

    /// A queue with dead letters, a rollout and failed jobs: something for every kind of operation.
    void everythingIsThere() {
        account.queue(Dead.queue("dlq", 27));
        account.sources("jobs");
        account.deployments(Fleet.rollout(89, "IN_PROGRESS", NOON));
        account.batch(new BatchQueueState("jobs", new Health("ENABLED", "VALID", ""), Map.of(), Set.of(),
                List.of(new FailedJob("x", "x", NOON, ""), new FailedJob("y", "y", NOON, ""))));
    }

    /// Takes up what the journal holds, and looks for the first time.
    Desk start() throws InterruptedException {
        desk.start();
        pace.settle();
        return this;
    }

    /// The program has ended and begins anew with the same journal.
    void restart() throws InterruptedException {
        desk.close();
        states = new LinkedBlockingQueue<>();
        pace = new ClockPace(clock, 1);
        desk = built();
        start();
    }

    /// Returns when all that was due meanwhile has been looked at.
    void pass(int seconds) throws InterruptedException {
        pace.pass(Duration.ofSeconds(seconds));
    }

    /// Returns when what was asked for has been looked at.
    void settle() throws InterruptedException {
        pace.settle();
    }

    void unlock() {
        desk.unlock(moment.file().id());
    }

    Facts facts(Operation operation) throws InterruptedException {
        Reading<Facts> read = answered(answer -> desk.facts(operation, answer));
        return ((Reading.Known<Facts>) read).value();
    }

    Preview preview(Operation operation) throws InterruptedException {
        return desk.preview(operation, facts(operation), "");
    }

    /// With everything confirmed.
    Begun run(Operation operation) throws InterruptedException {
        return run(preview(operation), new Confirmed("", operation.target(), Optional.empty()));
    }

    Begun run(Preview preview, Confirmed confirmed) throws InterruptedException {
        return answered(answer -> desk.run(preview, confirmed, answer));
    }

    static <T> T answered(Consumer<Consumer<T>> question) throws InterruptedException {
        BlockingQueue<T> answers = new LinkedBlockingQueue<>();
        question.accept(answers::add);
        return answers.take();
    }

    State await(Predicate<State> wanted) throws InterruptedException {
        State next = states.take();
        while (!wanted.test(next)) {
            next = states.take();
        }
        return next;
    }

    /// Waits until what runs has been looked at since it was sent, and nobody looks any more.
    State looked() throws InterruptedException {
        State looked = await(state -> !state.running().isEmpty()
                && state.running().stream().allMatch(one -> one.last().isPresent()));
        pace.settle();
        return looked;
    }

    /// Waits until an operation is over.
    Verdict verdict() throws InterruptedException {
        JournalEntry over = await(state -> !state.ended().isEmpty()).ended().getFirst();
        assertThat(journal.find(over.id())).contains(over);
        Spoken.fits(over.verdict().orElseThrow().sentence());
        return over.verdict().orElseThrow();
    }

    @Override
    public void close() {
        desk.close();
    }
}
