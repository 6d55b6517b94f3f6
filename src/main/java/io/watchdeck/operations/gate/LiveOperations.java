package io.watchdeck.operations.gate;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.identity.Identity;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.model.When;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Step;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.operations.preflight.OwnFacts;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.operations.proof.Finding;
import io.watchdeck.operations.proof.Prover;
import io.watchdeck.operations.proof.Prover.Looking;
import io.watchdeck.operations.proof.RedriveWatch;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.refresh.Background;
import io.watchdeck.refresh.Pace;
import io.watchdeck.refresh.Poller;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.Watch;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs operations and follows them to their verdict, also those that an earlier run of the program began.
public final class LiveOperations implements OperationDesk, AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(15);
    private static final Duration PATIENT_AFTER = Duration.ofMinutes(10);
    /// As long as the console keeps what it saw.
    private static final Duration HISTORY = Duration.ofDays(3 * 366);
    private static final int ENTRIES = 10_000;
    private static final int SAMPLE = 100;

    private final Watch watch;
    private final Reach reach;
    private final Kept kept;
    private final Asking asking;
    private final Person person;
    private final Locks locks;
    private final Clock clock;
    private final Followed followed;
    private final Prover prover;
    /// What the looks at a redrive have seen, until it is over.
    private final Map<UUID, LetterShelf> samples = new ConcurrentHashMap<>();
    private final Map<Shelf, LetterShelf> shelves = new ConcurrentHashMap<>();
    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
    private final Set<UUID> sending = ConcurrentHashMap.newKeySet();
    private final Poller poller;

    /// @param name     read when it is needed, because the settings may change
    /// @param readOnly closes the gate of every stack for good
    public record Person(Supplier<String> name, boolean readOnly) {}

    private record Shelf(StackId stack, String queue) {}

    public LiveOperations(Watch watch, Reach reach, Kept kept, Person person, Clock clock) {
        this(watch, reach, kept, person, clock, Pace.ofSystemTime());
    }

    /// @param pace the time that passes between two looks
    public LiveOperations(Watch watch, Reach reach, Kept kept, Person person, Clock clock, Pace pace) {
        this.watch = watch;
        this.reach = reach;
        this.kept = kept;
        asking = new Asking(watch, reach, clock);
        this.person = person;
        this.clock = clock;
        locks = new Locks(person.readOnly(), clock);
        followed = new Followed(kept, clock);
        prover = new Prover(clock);
        poller = new Poller("operations", this::follow, this::rhythm, Asking::report, pace);
    }

    /// Takes up what is left of earlier runs, and begins to follow.
    public LiveOperations start() {
        Background.run("journal", () -> {
            followed.resume();
            poller.start();
            changed();
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
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed() {
        State now = state();
        listeners.forEach(listener -> listener.accept(now));
    }

    @Override
    public void unlock(StackId stack) {
        asking.find(stack).map(StackSnapshot::file).ifPresent(locks::unlock);
        changed();
    }

    @Override
    public void lock(StackId stack) {
        locks.lock(stack);
        changed();
    }

    @Override
    public void facts(Operation operation, Consumer<Reading<Facts>> answer) {
        asking.of("pre-flight", operation.stack(), stack -> Reading.known(
                asking.reader(stack.file()).read(operation, stack, own(operation)), clock.instant()), answer);
    }

    private OwnFacts own(Operation operation) {
        Optional<OwnFacts.Look> look = Optional
                .ofNullable(shelves.get(new Shelf(operation.stack(), operation.target())))
                .flatMap(LetterShelf::look);
        return new OwnFacts(look, resubmitted(operation));
    }

    private Reading<Map<String, OwnFacts.Resubmitted>> resubmitted(Operation operation) {
        return operation instanceof Operation.Resubmit jobs
                ? new Resubmissions(kept).of(jobs.stack(), jobs.queue(), clock.instant())
                : Reading.known(Map.of(), clock.instant());
    }

    @Override
    public Preview preview(Operation operation, Facts facts, String note) {
        return Preview.of(operation, facts, Reason.of(person(), note));
    }

    @Override
    public void run(Preview preview, Confirmed confirmed, Consumer<Begun> answer) {
        var told = new AtomicBoolean();
        Consumer<Begun> once = begun -> {
            if (told.compareAndSet(false, true)) {
                answer.accept(begun);
            }
        };
        Background.run("operation", () -> {
            StackId stack = preview.operation().stack();
            Optional<Phrase> declined = asking.find(stack)
                    .map(found -> new Admittance(locks, asking.reader(found.file())).declined(preview, confirmed,
                            found).or(() -> Admittance.again(preview, resubmitted(preview.operation()))))
                    .orElseGet(() -> Optional.of(Asking.notWatched(stack).sentence()));
            if (declined.isPresent()) {
                once.accept(new Begun.Declined(declined.get()));
            } else {
                execute(preview, confirmed, once);
            }
        }, mistake -> {
            Asking.report(mistake);
            once.accept(new Begun.Declined(Phrase.of("gate.mistake", mistake.toString())));
        });
    }

    private void execute(Preview preview, Confirmed confirmed, Consumer<Begun> answer) {
        StackSnapshot stack = asking.find(preview.operation().stack()).orElseThrow();
        Access access = stack.file().access();
        List<Step> steps = preview(preview.operation(), preview.facts(), confirmed.note()).steps();
        var place = new JournalEntry.Place(stack.file().environment(),
                stack.identity().state().latest().map(Identity::account).or(stack.file()::account), access.region(),
                access.profile(), reach.where(access).endpoint());
        var entry = new JournalEntry(UUID.randomUUID(), preview.operation(), place, person(),
                confirmed.note().strip(), clock.instant(), preview.warnings(), preview.facts().baseline(),
                steps.size(), List.of(), List.of(), Optional.empty(), confirmed.reminder(), preview.warned());
        sending.add(entry.id());
        try {
            Optional<Phrase> unwritten = followed.begin(entry);
            if (unwritten.isPresent()) {
                answer.accept(new Begun.Declined(Phrase.of("gate.journal", unwritten.get())));
                return;
            }
            answer.accept(new Begun.Running(entry));
            endWatching(entry.operation());
            changed();
            if (entry.operation() instanceof Operation.Redrive || entry.operation() instanceof Operation.Purge) {
                forget(entry.operation().stack(), entry.operation().target());
            }
            new Execution(followed, new Sender(reach.controls(access)), clock).run(entry.id(), steps)
                    .ifPresent(verdict -> followed.end(entry.id(), verdict));
        } finally {
            sending.remove(entry.id());
        }
        watch.refresh();
        changed();
        poller.again();
    }

    private void endWatching(Operation next) {
        followed.running().forEach(one -> new RedriveWatch(one.entry(), one.last()).endedBy(next, clock.instant())
                .ifPresent(verdict -> followed.end(one.entry().id(), verdict)));
    }

    /// Looks at all that run, once.
    private void follow() {
        followed.resume();
        List<UUID> all = followed.running().stream().map(one -> one.entry().id()).toList();
        for (UUID one : all) {
            // Asked for anew: what is being sent when this round begins may be sent by now.
            if (!sending.contains(one)) {
                followed.find(one).ifPresent(this::look);
            }
        }
        if (!all.isEmpty()) {
            changed();
        }
    }

    private void look(JournalEntry entry) {
        Optional<StackSnapshot> stack = asking.find(entry.operation().stack());
        if (stack.isEmpty()) {
            return;
        }
        Optional<Verdict> left = Execution.left(entry, clock.instant()).or(() -> elsewhere(entry, stack.get()));
        if (left.isPresent()) {
            followed.end(entry.id(), left.get());
            return;
        }
        Access access = stack.get().file().access();
        Finding finding = prover.look(entry, reach.cloud(access), reach.controls(access),
                (queue, until) -> marks(queue, access, entry, until));
        switch (finding) {
            case Finding.Going going -> followed.found(entry.id(), going);
            case Finding.Ended(Verdict verdict) -> {
                samples.remove(entry.id());
                followed.end(entry.id(), verdict);
                watch.refresh();
            }
            case Finding.Stop(Phrase why) -> stop(entry, why, access);
        }
    }

    /// What became of an operation cannot be seen in another account than the one it was sent to.
    private Optional<Verdict> elsewhere(JournalEntry entry, StackSnapshot stack) {
        Optional<String> now = stack.identity().state().latest().map(Identity::account);
        Optional<Phrase> why = reach.anew().filter(entry.begun()::isBefore)
                .map(at -> Phrase.of("proof.anew", new When(at, clock.instant())))
                .or(() -> entry.place().account().filter(then -> now.filter(one -> !one.equals(then)).isPresent())
                        .map(then -> Phrase.of("proof.otherAccount", then, now.orElseThrow())));
        return why.map(sentence -> new Verdict(Verdict.Result.NOT_KNOWN, sentence, clock.instant()));
    }

    /// Until enough is known a look receives [#SAMPLE] messages at the most, whatever the queue holds: with an empty answer
    /// or two that is a dozen requests, $0.000005 at SQS's price. All that were seen so far count.
    private Looking.Marks marks(String queue, Access access, JournalEntry entry, Optional<Looking.Enough> until) {
        if (until.isPresent()) {
            LetterShelf sample = samples.computeIfAbsent(entry.id(), _ -> marks(queue, access));
            sample.more(SAMPLE, marks -> marks.stream().filter(until.get().wanted()).limit(until.get().count())
                    .count() >= until.get().count());
            return new Looking.Marks(sample.marks(), sample.isComplete());
        }
        LetterShelf all = marks(queue, access);
        all.more((int) Math.min(Integer.MAX_VALUE / 2, entry.before().messages().orElse(0) * 2 + 100));
        return new Looking.Marks(all.marks(), all.isComplete());
    }

    private LetterShelf marks(String queue, Access access) {
        return LetterShelf.ofMarks(reach.controls(access).queues(), queue, clock);
    }

    private void stop(JournalEntry entry, Phrase why, Access access) {
        boolean asked = entry.sendings().size() > entry.planned();
        Reading<List<RedriveTask>> tasks = reach.controls(access).redrives().redrives(entry.operation().target());
        if (asked || !(tasks instanceof Reading.Known<List<RedriveTask>>(var known, var _))) {
            return;
        }
        known.stream().filter(RedriveTask::isRunning).map(RedriveTask::handle).flatMap(Optional::stream).findFirst()
                .ifPresent(handle -> {
                    followed.remark(entry.id(), why);
                    new Execution(followed, new Sender(reach.controls(access)), clock).add(entry.id(),
                            new Step.CancelRedrive(handle));
                });
    }

    private Duration rhythm() {
        boolean young = followed.running().stream()
                .anyMatch(one -> one.entry().begun().plus(PATIENT_AFTER).isAfter(clock.instant()));
        return young ? SOON : LATER;
    }

    @Override
    public void journal(Set<StackId> stacks, TimeRange range, int most,
            Consumer<Reading<List<JournalEntry>>> answer) {
        Asking.answered("journal", () -> kept.read(stacks, range, most, clock.instant()), answer,
                failure -> Reading.unknown(failure, clock.instant()));
    }

    @Override
    public void settle(UUID entry) {
        Background.run("journal", () -> {
            followed.settle(entry);
            changed();
        }, Asking::report);
    }

    @Override
    public void backTo(Operation.OfService operation, Consumer<Reading<List<Revision>>> answer) {
        asking.of("revisions", operation.stack(), stack -> {
            String now = stack.services().stream()
                    .filter(one -> one.spec().name().equals(operation.service().service()))
                    .flatMap(one -> one.state().state().latest().stream()).map(ServiceState::taskDefinition)
                    .findFirst().orElse("");
            Reading<List<ServiceDeployment>> ecs =
                    reach.controls(stack.file().access()).deployments().deployments(operation.service());
            List<Revision> own = own(operation, stack.file()).without(now);
            return ecs instanceof Reading.Unknown<List<ServiceDeployment>> && !own.isEmpty()
                    ? Reading.known(own, clock.instant())
                    : ecs.map(all -> own(operation, stack.file()).ecs(all).without(now));
        }, answer);
    }

    /// What the console saw and did itself.
    private Revisions own(Operation.OfService operation, StackFile file) {
        TimeRange ever = TimeRange.last(HISTORY, clock.instant().plusSeconds(1));
        var revisions = new Revisions(operation.service());
        kept.found(journal -> journal.read(Set.of(operation.stack()), ever, ENTRIES)).ifPresent(revisions::journal);
        kept.found(_ -> kept.deployed().apply(file, ever)).ifPresent(revisions::seen);
        return revisions;
    }

    @Override
    public void look(StackId stack, String queue, int most, Consumer<Letters> answer) {
        Asking.answered("queue", () -> asking.find(stack).map(found -> {
            LetterShelf shelf = shelves.computeIfAbsent(new Shelf(stack, queue),
                    _ -> new LetterShelf(reach.controls(found.file().access()).queues(), queue, clock));
            shelf.more(most);
            return shelf.known();
        }).orElseGet(() -> nothing(Asking.notWatched(stack))), answer, this::nothing);
    }

    private Letters nothing(Failure failure) {
        return new Letters(List.of(), 0, false, clock.instant(), Optional.of(failure));
    }

    @Override
    public void forget(StackId stack, String queue) {
        shelves.remove(new Shelf(stack, queue));
    }

    @Override
    public void redrives(StackId stack, String queue, Consumer<Reading<List<RedriveTask>>> answer) {
        asking.ofAccount("queue", stack, access -> reach.controls(access).redrives().redrives(queue), answer);
    }

    @Override
    public List<String> where(StackId id) {
        return asking.find(id).map(stack -> JournalEntry.Place.options(reach.where(stack.file().access())))
                .orElse(List.of());
    }

    /// What runs is followed again by the next start.
    @Override
    public void close() {
        poller.close();
        listeners.clear();
    }
}
