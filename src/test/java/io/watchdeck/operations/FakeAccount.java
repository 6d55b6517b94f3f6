package io.watchdeck.operations;

import static io.watchdeck.operations.Entries.SERVICE;

import io.watchdeck.alarms.NoAlarms;
import io.watchdeck.fleet.FleetSource;
import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ScalingSource;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.DeploymentSource;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.fleet.rollout.ServiceControl;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.metrics.FakeMetricSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.JobControl;
import io.watchdeck.queues.JobOrder;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.QueueControl;
import io.watchdeck.queues.letters.RedriveSource;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.watch.Cloud;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An account in which Tiketi's service runs five of five tasks, until a test says otherwise. Writes down each call that
/// changes something, and changes nothing by itself. Any thread.
public final class FakeAccount {

    private final Clock clock;
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Reading<QueueState>> queues = new ConcurrentHashMap<>();
    private final Map<String, Reading<PipeState>> pipes = new ConcurrentHashMap<>();
    private final Map<String, Reading<TaskDesign>> designs = new ConcurrentHashMap<>();
    private volatile Reading<ServiceState> service;
    private volatile Reading<List<TaskState>> tasks;
    private volatile Reading<ScalingRange> range;
    private volatile Reading<DeploymentSettings> settings;
    private volatile Reading<List<ServiceDeployment>> deployments;
    private volatile Reading<List<RedriveTask>> redrives;
    private volatile Reading<List<String>> sources;
    private volatile Reading<List<DeadLetter>> letters;
    private volatile Reading<BatchQueueState> batch;
    private volatile Reading<List<JobControl.Submitted>> submitted;
    private volatile boolean small;
    private volatile Function<String, Sent> answer;
    private volatile Consumer<String> before = _ -> {};

    public FakeAccount(Clock clock) {
        this.clock = clock;
        service = known(Fleet.service(5, 5));
        tasks = known(List.of(Fleet.task("a"), Fleet.task("b")));
        range = known(Fleet.range(2, 10, "CPU 70 %"));
        settings = known(Fleet.settings());
        deployments = known(List.of());
        redrives = known(List.of());
        sources = known(List.of());
        letters = known(List.of());
        submitted = known(List.of());
        batch = Reading.unknown(Failure.absent(), clock.instant());
        answer = _ -> Sent.taken("ecs-svc/new", clock.instant());
    }

    private <T> Reading<T> known(T value) {
        return Reading.known(value, clock.instant());
    }

    private <T> Reading<T> unknown(Failure failure) {
        return Reading.unknown(failure, clock.instant());
    }

    // What it is like.

    public void service(ServiceState state) {
        service = known(state);
    }

    public void serviceFails(Failure failure) {
        service = unknown(failure);
    }

    public void tasks(TaskState... all) {
        tasks = known(List.of(all));
    }

    public void range(ScalingRange ends) {
        range = known(ends);
    }

    public void rangeFails(Failure failure) {
        range = unknown(failure);
    }

    public void deployments(ServiceDeployment... newestFirst) {
        deployments = known(List.of(newestFirst));
    }

    public void deploymentsFail(Failure failure) {
        deployments = unknown(failure);
    }

    /// What is asked of another task definition is `NOT_FOUND`, until the first is said.
    public void design(String taskDefinition, TaskDesign design) {
        designs.put(taskDefinition, known(design));
    }

    public void queue(QueueState state) {
        queues.put(state.name(), known(state));
    }

    public void queueFails(String name, Failure failure) {
        queues.put(name, unknown(failure));
    }

    public void pipe(String name, String state) {
        pipes.put(name, known(new PipeState(name, state, "", "source", "target")));
    }

    public void sources(String... names) {
        sources = known(List.of(names));
    }

    public void redrives(RedriveTask... newestFirst) {
        redrives = known(List.of(newestFirst));
    }

    public void redrivesFail(Failure failure) {
        redrives = unknown(failure);
    }

    /// What every receive gives.
    public void letters(DeadLetter... all) {
        letters = known(List.of(all));
    }

    public void lettersFail(Failure failure) {
        letters = unknown(failure);
    }

    public void batch(BatchQueueState state) {
        batch = known(state);
    }

    /// What Batch lists by the name of any job.
    public void submitted(JobControl.Submitted... all) {
        submitted = known(List.of(all));
    }

    /// It has none of the ports that an account need not have.
    public void withoutOptionalPorts() {
        small = true;
    }

    /// How it answers each call that changes something, from now on.
    public void answer(Function<String, Sent> how) {
        answer = how;
    }

    /// Is told of each call, readings too, before it is answered.
    public void before(Consumer<String> listener) {
        before = listener;
    }

    // What it was asked.

    /// The calls that were to change something, in order.
    public List<String> sent() {
        return List.copyOf(sent);
    }

    /// The readings, in order.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private Sent send(String call) {
        before.accept(call);
        sent.add(call);
        return answer.apply(call);
    }

    private <T> T ask(String call, T now) {
        before.accept(call);
        asked.add(call);
        return now;
    }

    // Its ports.

    public Cloud cloud() {
        return new Cloud(() -> unknown(Failure.notKept()), fleet(), new FakeMetricSource(clock),
                new NoAlarms(clock), names -> each("queues", names, queues),
                small ? Optional.empty() : Optional.of(scaling()), Optional.empty(),
                small ? Optional.empty() : Optional.of(names -> ask("batch " + names,
                        names.stream().collect(Collectors.toMap(name -> name, _ -> batch)))),
                small ? Optional.empty() : Optional.of(names -> each("pipes", names, pipes)), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Controls controls() {
        return new Controls(serviceControl(), (key, min, max) -> send("range " + key.service() + " " + min + "–" + max),
                queueControl(), jobControl(), deploymentSource(), redriveSource());
    }

    private <T> Map<String, Reading<T>> each(String what, Collection<String> names, Map<String, Reading<T>> known) {
        return ask(what + " " + names, names.stream().distinct().collect(Collectors.toMap(name -> name,
                name -> known.getOrDefault(name, unknown(Failure.notFound(name, "here"))))));
    }

    private FleetSource fleet() {
        return new FleetSource() {
            @Override
            public Map<String, Reading<ServiceState>> services(String cluster, Collection<String> names) {
                return ask("services " + names, names.stream().collect(Collectors.toMap(name -> name,
                        name -> name.equals(SERVICE.service()) ? service
                                : unknown(Failure.notFound(name, cluster)))));
            }

            @Override
            public Reading<List<TaskState>> tasks(String cluster) {
                return ask("tasks", tasks);
            }
        };
    }

    private ScalingSource scaling() {
        return new ScalingSource() {
            @Override
            public Map<ServiceKey, Reading<ScalingRange>> ranges(Collection<ServiceKey> services) {
                return ask("ranges", services.stream().collect(Collectors.toMap(key -> key, _ -> range)));
            }

            @Override
            public Reading<List<ScalingActivity>> activities(String cluster, String name) {
                return unknown(Failure.notKept());
            }
        };
    }

    private ServiceControl serviceControl() {
        return new ServiceControl() {
            @Override
            public Sent update(ServiceKey key, ServiceChange change) {
                return send("update " + key.service() + " " + new Step.Update(key, change).request().fields().stream()
                        .skip(2).map(field -> field.name() + "=" + String.join(",", field.values()))
                        .collect(Collectors.joining(" ")));
            }

            @Override
            public Sent stopTask(String cluster, String task, String reason) {
                return send("stop task " + task + ": " + reason);
            }

            @Override
            public Sent stopDeployment(String deployment) {
                return send("stop deployment " + deployment);
            }
        };
    }

    private QueueControl queueControl() {
        return new QueueControl() {
            @Override
            public Reading<List<DeadLetter>> receive(String queue, Duration hidden) {
                return ask("receive " + queue + " " + hidden, letters);
            }

            @Override
            public Sent redrive(String queue, OptionalInt perSecond) {
                return send("redrive " + queue + " " + (perSecond.isPresent() ? perSecond.getAsInt() : "as SQS likes"));
            }

            @Override
            public Sent cancelRedrive(String handle) {
                return send("cancel " + handle);
            }

            @Override
            public Sent purge(String queue) {
                return send("purge " + queue);
            }
        };
    }

    private JobControl jobControl() {
        return new JobControl() {
            @Override
            public Sent resubmit(String queue, String job) {
                return send("resubmit " + queue + " " + job);
            }

            @Override
            public Reading<List<JobOrder>> orders(String queue, List<String> jobs) {
                return ask("orders " + queue + " " + jobs, known(jobs.stream().map(job -> new JobOrder(job,
                        "analysis-" + job, "arn:aws:batch:r:1:job-definition/analysis:3", List.of(), Optional.empty()))
                        .toList()));
            }

            @Override
            public Reading<List<Submitted>> submitted(String queue, String job, Instant since) {
                return ask("submitted " + queue + " " + job + " " + since, submitted);
            }
        };
    }

    private DeploymentSource deploymentSource() {
        return new DeploymentSource() {
            @Override
            public Reading<List<ServiceDeployment>> deployments(ServiceKey key) {
                return ask("deployments", deployments);
            }

            @Override
            public Reading<DeploymentSettings> settings(ServiceKey key) {
                return ask("settings", settings);
            }

            @Override
            public Reading<TaskDesign> design(String taskDefinition) {
                return ask("design " + taskDefinition, designs.isEmpty()
                        ? known(Fleet.design("ACTIVE", Fleet.container("backend:latest")))
                        : designs.getOrDefault(taskDefinition, unknown(Failure.notFound(taskDefinition, "ECS"))));
            }

            @Override
            public Map<String, Reading<Duration>> deregistrationDelays(Collection<String> targetGroups) {
                return ask("delays " + targetGroups, targetGroups.stream()
                        .collect(Collectors.toMap(name -> name, _ -> known(Duration.ofSeconds(30)))));
            }
        };
    }

    private RedriveSource redriveSource() {
        return new RedriveSource() {
            @Override
            public Reading<List<RedriveTask>> redrives(String queue) {
                return ask("redrives " + queue, redrives);
            }

            @Override
            public Reading<List<String>> sources(String queue) {
                return ask("sources " + queue, sources);
            }

            @Override
            public Reading<String> url(String queue) {
                return known("https://sqs.ap-northeast-2.amazonaws.com/210987654321/" + queue);
            }
        };
    }
}
