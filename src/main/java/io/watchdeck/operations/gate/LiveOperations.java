package io.watchdeck.operations.gate;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.identity.Identity;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalStore;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Step;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.preflight.FactReader;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.operations.proof.Finding;
import io.watchdeck.operations.proof.Prover;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Runs operations and follows them to their verdict, also those that an earlier run of the program began.
public final class LiveOperations implements OperationDesk, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LiveOperations.class.getName());
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(15);
    private static final Duration PATIENT_AFTER = Duration.ofMinutes(10);
    /// ECS keeps so many characters of a stopped task's reason.
    private static final int REASON = 255;

    private final Watch watch;
    private final Reach reach;
    private final Supplier<JournalStore> journal;
    private final Person person;
    private final Locks locks;
    private final Clock clock;
    private final Followed followed;
    private final Prover prover;
    private final Map<Shelf, LetterShelf> shelves = new ConcurrentHashMap<>();
    private final List<Consumer<State>> listeners = new CopyOnWriteArrayList<>();
    private final Set<UUID> sending = ConcurrentHashMap.newKeySet();
    private final Poller poller;

    /// @param name     read when it is needed, because the settings may change
    /// @param readOnly closes the gate of every stack for good
    public record Person(Supplier<String> name, boolean readOnly) {}

    private record Shelf(StackId stack, String queue) {}

    /// @param journal asking for it may wait until it is open
    public LiveOperations(Watch watch, Reach reach, Supplier<JournalStore> journal, Person person, Clock clock) {
        this(watch, reach, journal, person, clock, Pace.ofSystemTime());
    }

    /// @param pace the time that passes between two looks
    public LiveOperations(Watch watch, Reach reach, Supplier<JournalStore> journal, Person person, Clock clock,
            Pace pace) {
        this.watch = watch;
        this.reach = reach;
        this.journal = journal;
        this.person = person;
        this.clock = clock;
        locks = new Locks(person.readOnly(), clock);
        followed = new Followed(journal, clock);
        prover = new Prover(clock);
        poller = new Poller("operations", this::follow, this::rhythm, LiveOperations::report, pace);
    }

    /// Takes up what is left of earlier runs, and begins to follow.
    public LiveOperations start() {
        Background.run("journal", () -> {
            followed.resume();
            poller.start();
            changed();
        }, LiveOperations::report);
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
        find(stack).map(StackSnapshot::file).ifPresent(locks::unlock);
        changed();
    }

    @Override
    public void lock(StackId stack) {
        locks.lock(stack);
        changed();
    }

    private Optional<StackSnapshot> find(StackId id) {
        return watch.current().stacks().stream().filter(one -> one.file().id().equals(id)).findFirst();
    }

    private FactReader reader(StackFile file) {
        return new FactReader(reach.cloud(file.access()), reach.controls(file.access()), clock);
    }

    @Override
    public void facts(Operation operation, Consumer<Facts> answer) {
        find(operation.stack()).ifPresent(stack -> Background.run("pre-flight", () -> answer.accept(
                reader(stack.file()).read(operation, stack, looked(operation))), LiveOperations::report));
    }

    private Map<String, Integer> looked(Operation operation) {
        return Optional.ofNullable(shelves.get(new Shelf(operation.stack(), operation.target())))
                .map(LetterShelf::hashes).orElse(Map.of());
    }

    @Override
    public Preview preview(Operation operation, Facts facts, String note) {
        String said = "Watchdeck, " + person() + (note.isBlank() ? "" : ": " + note.strip());
        return Preview.of(operation, facts, said.substring(0, Math.min(REASON, said.length())));
    }

    @Override
    public void run(Preview preview, Confirmed confirmed, Consumer<Begun> answer) {
        Background.run("operation", () -> {
            Optional<Phrase> declined = find(preview.operation().stack())
                    .map(stack -> new Admittance(locks, reader(stack.file())).declined(preview, confirmed, stack))
                    .orElseGet(() -> Optional.of(Phrase.of("gate.noStack", preview.operation().stack().value())));
            if (declined.isPresent()) {
                answer.accept(new Begun.Declined(declined.get()));
            } else {
                execute(preview, confirmed, answer);
            }
        }, LiveOperations::report);
    }

    private void execute(Preview preview, Confirmed confirmed, Consumer<Begun> answer) {
        StackSnapshot stack = find(preview.operation().stack()).orElseThrow();
        Access access = stack.file().access();
        List<Step> steps = preview(preview.operation(), preview.facts(), confirmed.note()).steps();
        var place = new JournalEntry.Place(stack.file().environment(),
                stack.identity().state().latest().map(Identity::account).or(stack.file()::account), access.region(),
                access.profile());
        var entry = new JournalEntry(UUID.randomUUID(), preview.operation(), place, person(),
                confirmed.note().strip(), clock.instant(), preview.warnings(), preview.facts().baseline(),
                steps.size(), List.of(), List.of(), Optional.empty(), confirmed.reminder());
        sending.add(entry.id());
        try {
            followed.begin(entry);
            answer.accept(new Begun.Running(entry));
            changed();
            new Execution(followed, new Sender(reach.controls(access)), clock).run(entry.id(), steps)
                    .ifPresent(verdict -> followed.end(entry.id(), verdict));
        } finally {
            sending.remove(entry.id());
        }
        watch.refresh();
        changed();
        poller.again();
    }

    /// Looks at all that run, once.
    private void follow() {
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
        Optional<StackSnapshot> stack = find(entry.operation().stack());
        if (stack.isEmpty()) {
            return;
        }
        Optional<Verdict> left = Execution.left(entry, clock.instant());
        if (left.isPresent()) {
            followed.end(entry.id(), left.get());
            return;
        }
        Access access = stack.get().file().access();
        Finding finding = prover.look(entry, reach.cloud(access), reach.controls(access),
                queue -> marks(new Shelf(entry.operation().stack(), queue), access, entry));
        switch (finding) {
            case Finding.Going going -> followed.found(entry.id(), going);
            case Finding.Ended(Verdict verdict) -> {
                followed.end(entry.id(), verdict);
                watch.refresh();
            }
            case Finding.Stop(Phrase why) -> stop(entry, why, access);
        }
    }

    private Prover.Looking.Marks marks(Shelf shelf, Access access, JournalEntry entry) {
        var look = new LetterShelf(reach.controls(access).queues(), shelf.queue(), clock);
        look.more((int) Math.min(Integer.MAX_VALUE / 2, entry.before().messages().orElse(0) * 2 + 100));
        return new Prover.Looking.Marks(look.marks(), look.isComplete());
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
    public void journal(Set<StackId> stacks, TimeRange range, int most, Consumer<List<JournalEntry>> answer) {
        Background.run("journal", () -> answer.accept(journal.get().read(stacks, range, most)),
                LiveOperations::report);
    }

    @Override
    public void settle(UUID entry) {
        Background.run("journal", () -> {
            followed.settle(entry);
            changed();
        }, LiveOperations::report);
    }

    @Override
    public void backTo(Operation.OfService operation, Consumer<Reading<List<Revision>>> answer) {
        find(operation.stack()).ifPresent(stack -> Background.run("revisions", () -> {
            String now = stack.services().stream()
                    .filter(one -> one.spec().name().equals(operation.service().service()))
                    .flatMap(one -> one.state().state().latest().stream()).map(ServiceState::taskDefinition)
                    .findFirst().orElse("");
            answer.accept(reach.controls(stack.file().access()).deployments().deployments(operation.service())
                    .map(all -> revisions(all, now)));
        }, LiveOperations::report));
    }

    private static List<Revision> revisions(List<ServiceDeployment> newestFirst, String now) {
        var found = new LinkedHashMap<String, Revision>();
        newestFirst.stream().filter(ServiceDeployment::isSuccessful)
                .forEach(one -> one.taskDefinition().filter(definition -> !definition.equals(now))
                        .ifPresent(definition -> found.putIfAbsent(definition,
                                new Revision(definition, one.finishedAt()))));
        return new ArrayList<>(found.values());
    }

    @Override
    public void look(StackId stack, String queue, int most, Consumer<Letters> answer) {
        with(stack, access -> {
            LetterShelf shelf = shelves.computeIfAbsent(new Shelf(stack, queue),
                    _ -> new LetterShelf(reach.controls(access).queues(), queue, clock));
            shelf.more(most);
            answer.accept(shelf.known());
            return shelf;
        });
    }

    @Override
    public void forget(StackId stack, String queue) {
        shelves.remove(new Shelf(stack, queue));
    }

    @Override
    public void redrives(StackId stack, String queue, Consumer<Reading<List<RedriveTask>>> answer) {
        with(stack, access -> {
            Reading<List<RedriveTask>> tasks = reach.controls(access).redrives().redrives(queue);
            answer.accept(tasks);
            return tasks;
        });
    }

    private void with(StackId id, Function<Access, ?> work) {
        find(id).ifPresent(stack -> Background.run("queue", () -> work.apply(stack.file().access()),
                LiveOperations::report));
    }

    @Override
    public List<String> where(StackId id) {
        return find(id).map(stack -> stack.file().access()).map(access -> {
            var options = new ArrayList<>(List.of("--region", access.region().code()));
            access.profile().ifPresent(profile -> options.addAll(List.of("--profile", profile)));
            return List.copyOf(options);
        }).orElse(List.of());
    }

    private static void report(Throwable mistake) {
        LOG.log(System.Logger.Level.ERROR, "An operation ended unexpectedly", mistake);
    }

    /// What runs is followed again by the next start.
    @Override
    public void close() {
        poller.close();
        listeners.clear();
    }
}
