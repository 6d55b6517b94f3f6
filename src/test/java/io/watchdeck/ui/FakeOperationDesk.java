package io.watchdeck.ui;

import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.Attempt;
import io.watchdeck.operations.gate.Attempts;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.operations.preflight.JobFacts;
import io.watchdeck.operations.preflight.LetterFacts;
import io.watchdeck.operations.preflight.OwnFacts.Resubmitted;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.operations.preflight.ServiceFacts;
import io.watchdeck.queues.JobOrder;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A desk that a test leads: it answers with what a snapshot holds, when it is told to, and remembers what it was asked.
public final class FakeOperationDesk implements OperationDesk {

    private final StackSnapshot stack;
    private final Map<StackId, LockState> locks = new HashMap<>();
    private final List<Consumer<State>> listeners = new ArrayList<>();
    private final List<Runnable> questions = new ArrayList<>();
    private final List<Confirmed> confirmed = new ArrayList<>();
    private final List<Preview> ran = new ArrayList<>();
    private final List<UUID> settled = new ArrayList<>();
    private List<Running> running = List.of();
    private List<JournalEntry> ended = List.of();
    private List<JournalEntry> reminders = List.of();
    private List<Revision> revisions = List.of();
    private Instant asOf;
    private Optional<Begun> answer = Optional.empty();
    private Consumer<Begun> waits = _ -> {};
    private Attempt attempt = new Attempt();
    private OptionalInt desired = OptionalInt.empty();
    private final List<Integer> looks = new ArrayList<>();
    private final List<String> forgotten = new ArrayList<>();
    private Letters letters;
    private Reading<List<RedriveTask>> redrives;
    private Optional<Failure> factsFail = Optional.empty();
    private int asked;
    private Map<String, Resubmitted> resubmitted = Map.of();
    private List<ServiceDeployment> rollouts = List.of();
    private Optional<Failure> unread = Optional.empty();

    /// With its stack locked.
    public FakeOperationDesk(StackSnapshot stack, Instant asOf) {
        this.stack = stack;
        this.asOf = asOf;
        locks.put(stack.file().id(), new LockState.Locked());
        letters = new Letters(List.of(), 0, true, asOf, Optional.empty());
        redrives = Reading.known(List.of(), asOf);
    }

    @Override
    public String person() {
        return "sora";
    }

    @Override
    public State state() {
        return new State(locks, running, ended, reminders);
    }

    @Override
    public Subscription subscribe(Consumer<State> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void changed() {
        List.copyOf(listeners).forEach(listener -> listener.accept(state()));
    }

    public void lock(StackId id, LockState state) {
        locks.put(id, state);
        changed();
    }

    @Override
    public void unlock(StackId id) {
        lock(id, new LockState.Unlocked(asOf.plus(Duration.ofMinutes(15))));
    }

    @Override
    public void lock(StackId id) {
        lock(id, new LockState.Locked());
    }

    public void runs(Running... all) {
        running = List.of(all);
        changed();
    }

    public void ended(JournalEntry... newestFirst) {
        ended = List.of(newestFirst);
        changed();
    }

    public void reminds(JournalEntry... all) {
        reminders = List.of(all);
        changed();
    }

    @Override
    public void facts(Operation operation, Consumer<Reading<Facts>> to) {
        questions.add(() -> to.accept(factsFail.<Reading<Facts>>map(failure -> Reading.unknown(failure, asOf))
                .orElseGet(() -> Reading.known(facts(operation), asOf))));
    }

    /// From now on nothing can be read; empty for the contrary.
    public void factsFail(Optional<Failure> why) {
        factsFail = why;
    }

    /// Answers what was asked so far, as of a moment.
    public void answerFacts(Instant at) {
        asOf = at;
        List<Runnable> asked = List.copyOf(questions);
        questions.clear();
        asked.forEach(Runnable::run);
    }

    /// The state of no service can be read, from now on.
    public void cannotRead(Failure why) {
        unread = Optional.of(why);
    }

    /// Somebody has changed the count of tasks that are wanted.
    public void desired(int count) {
        desired = OptionalInt.of(count);
    }

    /// The deployments of every service.
    public void rollouts(ServiceDeployment... newestFirst) {
        rollouts = List.of(newestFirst);
    }

    /// What was submitted again before, by the id of the job that failed.
    public void resubmitted(Map<String, Resubmitted> before) {
        resubmitted = before;
    }

    public int questions() {
        return questions.size();
    }

    private Facts facts(Operation operation) {
        return switch (operation) {
            case Operation.OfService on -> new Facts(stack, asOf, Optional.of(service(on.service())), Optional.empty(),
                    Optional.empty());
            case Operation.Resubmit jobs -> new Facts(stack, asOf, Optional.empty(), Optional.empty(),
                    Optional.of(new JobFacts(jobs.queue(), jobs.jobs(),
                            known(stack.batchQueues().getFirst().state()), Reading.known(jobs.jobs().stream()
                                    .map(job -> new JobOrder(job, "analysis-" + job,
                                            "arn:aws:batch:ap-northeast-2:333344445555:job-definition/analysis:7",
                                            List.of(),
                                            Optional.empty()))
                                    .toList(), asOf),
                            Reading.known(resubmitted, asOf))));
            case Operation.Redrive _, Operation.CancelRedrive _, Operation.Purge _ -> new Facts(stack, asOf,
                    Optional.empty(), Optional.of(letters(operation.target())), Optional.empty());
        };
    }

    private LetterFacts letters(String name) {
        StackSnapshot.Queue queue = stack.queues().getFirst();
        return new LetterFacts(name, known(queue.deadLetters().orElseThrow().state()),
                Reading.known(url(queue.deadLetters().orElseThrow().state()), asOf),
                Reading.known(List.of(queue.spec().name()), asOf),
                Map.of(queue.spec().name(), known(queue.state())), Reading.known(List.of(), asOf),
                stack.pipes().stream().collect(Collectors.toMap(StackSnapshot.Pipe::name, one -> known(one.state()))),
                Optional.empty());
    }

    private static String url(Panel<QueueState> queue) {
        String[] parts = queue.state().latest().orElseThrow().arn().split(":");
        return "https://sqs." + parts[3] + ".amazonaws.com/" + parts[4] + "/" + parts[5];
    }

    private ServiceFacts service(ServiceKey key) {
        StackSnapshot.Service service = stack.services().stream()
                .filter(one -> one.spec().name().equals(key.service())).findFirst().orElseThrow();
        var settings = new DeploymentSettings("ECS", OptionalInt.of(100), OptionalInt.of(200), true, true, List.of());
        var design = new TaskDesign("tiketi-backend-service:88", "ACTIVE", OptionalInt.empty(), OptionalInt.empty(),
                List.of(new TaskDesign.Container("backend", "tiketi:prod", Optional.empty())));
        Reading<ServiceState> state = unread.<Reading<ServiceState>>map(why -> Reading.unknown(why, asOf))
                .orElseGet(() -> known(service.state()).map(this::counted));
        return new ServiceFacts(key, state, known(service.tasks()),
                Reading.known(new ScalingRange(key.service(), 2, 10, List.of("CPU 70 %")), asOf),
                Reading.known(settings, asOf), Reading.known(rollouts, asOf), Reading.known(design, asOf), Map.of());
    }

    private ServiceState counted(ServiceState one) {
        return desired.isEmpty() ? one
                : new ServiceState(one.name(), one.arn(), one.status(), desired.getAsInt(), one.running(),
                        one.pending(),
                        one.strategy(), one.launchType(), one.taskDefinition(), one.targetGroups(), one.deployments(),
                        one.events());
    }

    private <T> Reading<T> known(Panel<T> panel) {
        return Reading.known(((Loadable.Ready<T>) panel.state()).value(), asOf);
    }

    @Override
    public Preview preview(Operation operation, Facts facts, String note) {
        return Preview.of(operation, facts, note.isEmpty() ? "Watchdeck, sora" : "Watchdeck, sora: " + note);
    }

    @Override
    public Attempt run(Preview preview, Confirmed with, Consumer<Begun> to) {
        ran.add(preview);
        confirmed.add(with);
        waits = to;
        attempt = new Attempt();
        answer.ifPresent(to);
        return attempt;
    }

    /// Answers what was run last, and was not answered then.
    public void answer(Begun begun) {
        waits.accept(begun);
    }

    /// The first request of what was run last leaves.
    public void leaves() {
        Attempts.leaves(attempt);
    }

    /// What was run last.
    public Attempt attempt() {
        return attempt;
    }

    /// What comes of the next that is run; nothing comes before it is said.
    public void willAnswer(Begun begun) {
        answer = Optional.of(begun);
    }

    public List<Preview> ran() {
        return List.copyOf(ran);
    }

    public List<Confirmed> confirmed() {
        return List.copyOf(confirmed);
    }

    @Override
    public void journal(Set<StackId> stacks, TimeRange range, int most, Consumer<Reading<List<JournalEntry>>> to) {
        to.accept(Reading.known(ended, asOf));
    }

    @Override
    public void settle(UUID entry) {
        settled.add(entry);
        reminders = reminders.stream().filter(one -> !one.id().equals(entry)).toList();
        changed();
    }

    public List<UUID> settled() {
        return List.copyOf(settled);
    }

    @Override
    public void backTo(Operation.OfService service, Consumer<Reading<List<Revision>>> to) {
        to.accept(Reading.known(revisions, asOf));
    }

    /// What a service can go back to.
    public void revisions(Revision... newestFirst) {
        revisions = List.of(newestFirst);
    }

    @Override
    public void look(StackId id, String queue, int most, Consumer<Letters> to) {
        looks.add(most);
        to.accept(letters);
    }

    /// What comes of the next looks.
    public void letters(Letters found) {
        letters = found;
    }

    /// How many messages each look so far was to find at most.
    public List<Integer> looks() {
        return List.copyOf(looks);
    }

    @Override
    public void forget(StackId id, String queue) {
        questions.clear();
        forgotten.add(queue);
    }

    public List<String> forgotten() {
        return List.copyOf(forgotten);
    }

    @Override
    public void redrives(StackId id, String queue, Consumer<Reading<List<RedriveTask>>> to) {
        asked++;
        to.accept(redrives);
    }

    /// What SQS tells of redrives from now on.
    public void redrives(Reading<List<RedriveTask>> told) {
        redrives = told;
    }

    /// How often SQS was asked for them.
    public int asked() {
        return asked;
    }

    @Override
    public List<String> where(StackId id) {
        return List.of("--region", stack.file().access().region().code());
    }
}
