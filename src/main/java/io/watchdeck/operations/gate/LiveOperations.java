package io.watchdeck.operations.gate;

import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.operations.preflight.OwnFacts;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.refresh.Background;
import io.watchdeck.refresh.Pace;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.Watch;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The desk at which screens ask: [Starting] lets operations through the gate, [Following] looks at them until their
/// verdict, also at those that an earlier run of the program began, and [Telling] tells of every change.
public final class LiveOperations implements OperationDesk, AutoCloseable {

    /// A look is a few requests, of which each is given up after 15 s.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Watch watch;
    private final Kept kept;
    private final Asking asking;
    private final Person person;
    private final Locks locks;
    private final Followed followed;
    private final Shelves shelves;
    private final Telling telling = new Telling(this::state);
    private final Following following;
    private final Starting starting;

    /// @param name     read when it is needed, because the settings may change
    /// @param readOnly closes the gate of every stack for good
    public record Person(Supplier<String> name, boolean readOnly) {}

    public LiveOperations(Watch watch, Reach reach, Kept kept, Person person, Clock clock) {
        this(watch, reach, kept, person, clock, Pace.ofSystemTime());
    }

    /// @param pace the time that passes between two looks
    public LiveOperations(Watch watch, Reach reach, Kept kept, Person person, Clock clock, Pace pace) {
        this(watch, reach, kept, person, clock, pace, PATIENCE);
    }

    /// @param patience for the looks of one round; one that takes longer no longer holds up the others
    public LiveOperations(Watch watch, Reach reach, Kept kept, Person person, Clock clock, Pace pace,
            Duration patience) {
        this.watch = watch;
        this.kept = kept;
        this.person = person;
        asking = new Asking(watch, reach, clock);
        locks = new Locks(person.readOnly(), clock);
        followed = new Followed(kept, clock);
        shelves = new Shelves(asking);
        following = new Following(asking, followed, telling, shelves::hidden, pace, patience);
        starting = new Starting(asking, kept, locks, shelves, followed, following, telling);
    }

    /// Takes up what is left of earlier runs, and begins to follow.
    public LiveOperations start() {
        Background.run("journal", () -> {
            followed.resume();
            following.start();
            telling.changed();
        }, Asking::report);
        return this;
    }

    @Override
    public String person() {
        return person.name().get();
    }

    @Override
    public State state() {
        Map<StackId, LockState> states = new HashMap<>();
        watch.current().stacks().forEach(stack -> states.put(stack.file().id(), locks.state(stack.file())));
        return new State(states, followed.running(), followed.ended(), followed.reminders());
    }

    @Override
    public Subscription subscribe(Consumer<State> listener) {
        return telling.subscribe(listener);
    }

    @Override
    public void unlock(StackId stack) {
        asking.find(stack).map(StackSnapshot::file).ifPresent(locks::unlock);
        telling.changed();
    }

    @Override
    public void lock(StackId stack) {
        locks.lock(stack);
        telling.changed();
    }

    @Override
    public void facts(Operation operation, Consumer<Reading<Facts>> answer) {
        asking.of("pre-flight", operation.stack(), stack -> Reading.known(asking.reader(stack.file()).read(operation,
                stack, own(operation)), asking.clock().instant()), answer);
    }

    private OwnFacts own(Operation operation) {
        List<Running> running = followed.running();
        return new OwnFacts(shelves.look(operation.stack(), operation.target()), starting.resubmitted(operation),
                running.stream().map(Running::entry)
                        .filter(one -> one.operation().stack().equals(operation.stack())).toList(),
                new Redriven(kept, running).of(operation, asking.clock().instant()));
    }

    @Override
    public Preview preview(Operation operation, Facts facts, String note) {
        return Preview.of(operation, facts, Reason.of(person(), note));
    }

    @Override
    public Attempt run(Preview preview, Confirmed confirmed, Consumer<Begun> answer) {
        return starting.run(preview, confirmed, person(),
                preview(preview.operation(), preview.facts(), confirmed.note()).steps(), answer);
    }

    @Override
    public void journal(Set<StackId> stacks, TimeRange range, int most,
            Consumer<Reading<List<JournalEntry>>> answer) {
        Clock clock = asking.clock();
        Asking.answered("journal", () -> kept.read(stacks, range, most, clock.instant()), answer,
                failure -> Reading.unknown(failure, clock.instant()));
    }

    @Override
    public void settle(UUID entry) {
        Background.run("journal", () -> {
            followed.settle(entry);
            telling.changed();
        }, Asking::report);
    }

    @Override
    public void backTo(Operation.OfService operation, Consumer<Reading<List<Revision>>> answer) {
        asking.of("revisions", operation.stack(), stack -> new WaysBack(asking, kept).of(operation, stack), answer);
    }

    @Override
    public void look(StackId stack, String queue, int most, Consumer<Letters> answer) {
        shelves.more(stack, queue, most, answer);
    }

    @Override
    public void forget(StackId stack, String queue) {
        shelves.forget(stack, queue);
    }

    @Override
    public void redrives(StackId stack, String queue, Consumer<Reading<List<RedriveTask>>> answer) {
        asking.ofAccount("queue", stack, access -> asking.reach().controls(access).redrives().redrives(queue), answer);
    }

    @Override
    public List<String> where(StackId id) {
        return asking.find(id).map(stack -> JournalEntry.Place.options(
                asking.reach().where(stack.file().access()))).orElse(List.of());
    }

    /// Of how many operations something is remembered.
    int remembered() {
        return following.remembered();
    }

    /// What runs is followed again by the next start.
    @Override
    public void close() {
        following.close();
        telling.close();
    }
}
