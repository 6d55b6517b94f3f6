package io.watchdeck.operations.preflight;

import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Controls;
import io.watchdeck.operations.Operation;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.JobOrder;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.refresh.Parallel;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.StackSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Reads from the account what an operation is judged by: what belongs together at the same time. Blocking.
public final class FactReader {

    private final Cloud cloud;
    private final Controls controls;
    private final Clock clock;

    public FactReader(Cloud cloud, Controls controls, Clock clock) {
        this.cloud = cloud;
        this.controls = controls;
        this.clock = clock;
    }

    /// @param stack  what the watch knows
    /// @param own    what this console itself did, and saw in the queue
    public Facts read(Operation operation, StackSnapshot stack, OwnFacts own) {
        return switch (operation) {
            case Operation.OfService on -> new Facts(stack, clock.instant(), Optional.of(service(on)),
                    Optional.empty(), Optional.empty(), own.followed());
            case Operation.Resubmit jobs -> new Facts(stack, clock.instant(), Optional.empty(), Optional.empty(),
                    Optional.of(jobs(jobs, own)));
            case Operation.Redrive _, Operation.CancelRedrive _, Operation.Purge _ -> new Facts(stack,
                    clock.instant(), Optional.empty(), Optional.of(letters(operation.target(), stack, own)),
                    Optional.empty());
        };
    }

    /// The service alone, to see whether it is still what it was.
    public Reading<ServiceState> state(ServiceKey key) {
        return cloud.fleet().services(key.cluster(), List.of(key.service())).get(key.service());
    }

    /// Its service deployments alone, newest first.
    public Reading<List<ServiceDeployment>> deployments(ServiceKey key) {
        return controls.deployments().deployments(key);
    }

    /// The queue alone, to see whether it is still what it was.
    public Reading<QueueState> queue(String name) {
        return cloud.queues().queues(List.of(name)).get(name);
    }

    /// Its redrives alone, newest first.
    public Reading<List<RedriveTask>> redrives(String name) {
        return controls.redrives().redrives(name);
    }

    private ServiceFacts service(Operation.OfService on) {
        ServiceKey key = on.service();
        Asked<Reading<ServiceState>> state = new Asked<>(() -> state(key));
        Asked<Reading<List<TaskState>>> tasks = new Asked<>(() -> tasks(key));
        Asked<Reading<ScalingRange>> range = new Asked<>(() -> range(key));
        Asked<Reading<DeploymentSettings>> settings = new Asked<>(() -> controls.deployments().settings(key));
        Asked<Reading<List<ServiceDeployment>>> deployments =
                new Asked<>(() -> deployments(key));
        Parallel.run(List.of(state, tasks, range, settings, deployments));
        Optional<ServiceState> found = ServiceFacts.known(state.get());
        Asked<Reading<TaskDesign>> design = new Asked<>(() -> design(on, found));
        Asked<Map<String, Reading<Duration>>> drains =
                new Asked<>(() -> found.map(one -> controls.deployments().deregistrationDelays(one.targetGroups()))
                        .orElse(Map.of()));
        Parallel.run(List.of(design, drains));
        return new ServiceFacts(key, state.get(), tasks.get(), range.get(), settings.get(), deployments.get(),
                design.get(), drains.get());
    }

    private Reading<List<TaskState>> tasks(ServiceKey key) {
        return cloud.fleet().tasks(key.cluster())
                .map(all -> all.stream().filter(task -> task.service().equals(key.service())).toList());
    }

    /// Its range alone, to see whether it is still what it was.
    public Reading<ScalingRange> range(ServiceKey key) {
        return cloud.scaling().map(source -> source.ranges(List.of(key)).get(key)).orElseGet(this::notKept);
    }

    private Reading<TaskDesign> design(Operation.OfService on, Optional<ServiceState> state) {
        Optional<String> definition = on instanceof Operation.RollBack back ? Optional.of(back.taskDefinition())
                : state.map(ServiceState::taskDefinition);
        return definition.map(controls.deployments()::design).orElseGet(this::notKept);
    }

    private <T> Reading<T> notKept() {
        return Reading.unknown(Failure.notKept(), clock.instant());
    }

    private JobFacts jobs(Operation.Resubmit jobs, OwnFacts own) {
        String queue = jobs.queue();
        Asked<Reading<BatchQueueState>> state = new Asked<>(() -> cloud.batch()
                .map(source -> source.batchQueues(List.of(queue)).get(queue)).orElseGet(this::notKept));
        Asked<Reading<List<JobOrder>>> orders = new Asked<>(() -> controls.jobs().orders(queue, jobs.jobs()));
        Parallel.run(List.of(state, orders));
        return new JobFacts(queue, jobs.jobs(), state.get(), orders.get(), own.resubmitted());
    }

    private LetterFacts letters(String name, StackSnapshot stack, OwnFacts own) {
        Asked<Reading<QueueState>> queue = new Asked<>(() -> queue(name));
        Asked<Reading<List<String>>> sources = new Asked<>(() -> controls.redrives().sources(name));
        Asked<Reading<List<RedriveTask>>> redrives = new Asked<>(() -> redrives(name));
        Asked<Reading<String>> url = new Asked<>(() -> controls.redrives().url(name));
        Parallel.run(List.of(queue, url, sources, redrives));
        List<String> from = ServiceFacts.known(sources.get()).orElse(List.of());
        Asked<Map<String, Reading<QueueState>>> states =
                new Asked<>(() -> from.isEmpty() ? Map.of() : cloud.queues().queues(from));
        List<String> names = stack.file().components().queues().stream().filter(one -> from.contains(one.name()))
                .map(QueueSpec::pipe).flatMap(Optional::stream).toList();
        Asked<Map<String, Reading<PipeState>>> pipes = new Asked<>(() -> names.isEmpty() ? Map.of()
                : cloud.pipes().map(source -> source.pipes(names)).orElse(Map.of()));
        Parallel.run(List.of(states, pipes));
        return new LetterFacts(name, queue.get(), url.get(), sources.get(), states.get(), redrives.get(), pipes.get(),
                own.look(), own.bounced());
    }

    /// A question that is asked beside others.
    private static final class Asked<T> implements Runnable {

        private final Supplier<T> question;
        private final AtomicReference<T> answer = new AtomicReference<>();

        Asked(Supplier<T> question) {
            this.question = question;
        }

        @Override
        public void run() {
            answer.set(question.get());
        }

        T get() {
            T known = answer.get();
            if (known == null) {
                throw new IllegalStateException("the reading was interrupted");
            }
            return known;
        }
    }
}
