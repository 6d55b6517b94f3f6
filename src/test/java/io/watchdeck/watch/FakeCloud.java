package io.watchdeck.watch;

import io.watchdeck.alarms.AlarmSource;
import io.watchdeck.alarms.AlarmTurn;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.cost.Bill;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.BudgetSource;
import io.watchdeck.cost.CostSource;
import io.watchdeck.data.ConnectionLimit;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.FleetSource;
import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ScalingSource;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.FakeMetricSource;
import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.MetricSource;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.Health;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.stack.CostFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An account in which all is well until a test says otherwise: every service runs two of two tasks, every queue is
/// empty. Writes down each call and can refuse, or hang at, any subject. Any thread.
final class FakeCloud {

    static final String ACCOUNT = "111111111111";

    private final Clock clock;
    private final FakeMetricSource metrics;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Subject> begun = new LinkedBlockingQueue<>();
    private final Map<Subject, Failure> failures = new ConcurrentHashMap<>();
    private final Map<Subject, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Map<Subject, AtomicInteger> inFlight = new ConcurrentHashMap<>();
    private final Map<Subject, Integer> most = new ConcurrentHashMap<>();
    private final Map<String, ServiceState> services = new ConcurrentHashMap<>();
    private final Map<String, QueueState> queues = new ConcurrentHashMap<>();
    private final Map<String, PipelineState> pipelines = new ConcurrentHashMap<>();
    private final List<CloudAlarm> alarms = new CopyOnWriteArrayList<>();
    private final List<TaskState> tasks = new CopyOnWriteArrayList<>();
    private final List<AlarmTurn> alarmTurns = new CopyOnWriteArrayList<>();
    private final List<ScalingActivity> activities = new CopyOnWriteArrayList<>();
    private final List<TargetState> targets = new CopyOnWriteArrayList<>();
    private final FakeLog logs;
    private final FakeDatabases databases;
    private volatile ConnectionLimit limit = ConnectionLimit.none();
    private volatile String account = ACCOUNT;
    private volatile boolean onlyMandatoryPorts;
    private volatile @Nullable Failure activitiesFailure;

    private Optional<BudgetSource> budgets = Optional.empty();

    FakeCloud(Clock clock) {
        this.clock = clock;
        metrics = new FakeMetricSource(clock);
        logs = new FakeLog(clock, calls);
        databases = new FakeDatabases(clock, names -> each(Subject.DATABASES, "", names, this::database));
    }

    // What the account is like.

    FakeLog logs() {
        return logs;
    }

    FakeDatabases databases() {
        return databases;
    }

    FakeMetricSource metrics() {
        return metrics;
    }

    void account(String other) {
        account = other;
    }

    void service(String name, int running, int desired) {
        services.put(name, new ServiceState(name, "arn:" + name, "ACTIVE", desired, running, 0, List.of(), "FARGATE",
                "arn:task:1", List.of(), List.of(), List.of()));
    }

    /// ECS tells of one deployment and forgets those before.
    void deployed(String name, String deployment, Instant at) {
        services.computeIfPresent(name, (_, old) -> new ServiceState(name, old.arn(), old.status(), old.desired(),
                old.running(), 0, List.of(), "FARGATE", "arn:task:1", List.of(), List.of(new Deployment(deployment,
                        "PRIMARY", "arn:task:1", 2, 2, 0, 0, "COMPLETED", "", at, at)),
                List.of()));
    }

    void queue(String name, int visible, Optional<String> deadLetters) {
        queues.put(name, new QueueState(name, "arn:aws:sqs:eu-west-1:1:" + name, visible, 0, 0, Duration.ofDays(14),
                Duration.ofSeconds(30), false,
                deadLetters.map(dead -> new QueueState.RedrivePolicy("arn:aws:sqs:eu-west-1:1:" + dead, 3))));
    }

    /// Somebody has received so many messages and not deleted them.
    void inFlight(String name, int count) {
        queues.computeIfPresent(name, (_, one) -> new QueueState(name, one.arn(), one.visible(), count, one.delayed(),
                one.retention(), one.visibility(), one.fifo(), one.redrive()));
    }

    void pipeline(PipelineState state) {
        pipelines.put(state.name(), state);
    }

    void alarm(CloudAlarm alarm) {
        alarms.add(alarm);
    }

    void turn(AlarmTurn turn) {
        alarmTurns.add(turn);
    }

    /// A further target of every target group.
    void target(TargetState target) {
        targets.add(target);
    }

    /// What ECS shows of every cluster, from now on.
    void tasks(TaskState... shown) {
        tasks.clear();
        tasks.addAll(List.of(shown));
    }

    /// One more thing that autoscaling did to every service.
    void activity(ScalingActivity activity) {
        activities.add(activity);
    }

    void failActivities(Failure failure) {
        activitiesFailure = failure;
    }

    /// What AWS says about the connections of every database.
    void limit(ConnectionLimit connections) {
        limit = connections;
    }

    void withoutOptionalPorts() {
        onlyMandatoryPorts = true;
    }

    // How it answers.

    void fail(Subject subject, Failure failure) {
        failures.put(subject, failure);
    }

    void failEverything(Failure failure) {
        for (Subject subject : Subject.values()) {
            fail(subject, failure);
        }
    }

    void heal() {
        failures.clear();
    }

    /// Calls of this subject do not return before [#release].
    void hang(Subject subject) {
        gates.put(subject, new CountDownLatch(1));
    }

    void release(Subject subject) {
        Optional.ofNullable(gates.remove(subject)).ifPresent(CountDownLatch::countDown);
    }

    void releaseAll() {
        List.copyOf(gates.keySet()).forEach(this::release);
    }

    // What it was asked.

    /// Each call as `SERVICES shop [api]`.
    List<String> calls() {
        return List.copyOf(calls);
    }

    List<String> calls(Subject subject) {
        return calls.stream().filter(call -> call.startsWith(subject + " ")).toList();
    }

    void forgetCalls() {
        calls.clear();
        begun.clear();
    }

    /// Waits until a call of the subject begins, or has begun since the last time.
    void awaitCall(Subject subject) throws InterruptedException {
        while (begun.take() != subject) {
            // another subject's
        }
    }

    /// How many calls of the subject were under way at the same time, at most.
    int mostAtATime(Subject subject) {
        return most.getOrDefault(subject, 0);
    }

    // Its ports.

    Cloud cloud() {
        return new Cloud(() -> one(Subject.IDENTITY, "", () -> new Identity(account, "arn:aws:sts::1:user/sora")),
                fleet(), counted(metrics), alarmSource(),
                names -> each(Subject.QUEUES, "", names, this::queue),
                optional(scaling()),
                optional(databases),
                optional(names -> each(Subject.BATCH, "", names,
                        name -> new BatchQueueState(name, new Health("ENABLED", "VALID", ""), Map.of(), Set.of(),
                                List.of()))),
                optional(names -> each(Subject.PIPES, "", names,
                        name -> new PipeState(name, "RUNNING", "", "source", "target"))),
                optional(names -> each(Subject.PIPELINES, "", names, name -> pipelines.getOrDefault(name,
                        new PipelineState(name, List.of())))),
                optional(costSource()), budgets,
                optional(names -> each(Subject.TARGETS, "", names, _ -> List.copyOf(targets))),
                optional(logs), optional(logs.definitions()));
    }

    private AlarmSource alarmSource() {
        return new AlarmSource() {
            @Override
            public Reading<List<CloudAlarm>> alarms() {
                return one(Subject.ALARMS, "", () -> List.copyOf(alarms));
            }

            @Override
            public Reading<List<AlarmTurn>> turns(TimeRange range) {
                return one(Subject.ALARMS, "turns", () -> alarmTurns.stream()
                        .filter(turn -> range.contains(turn.at())).toList());
            }
        };
    }

    private CostSource costSource() {
        return new CostSource() {
            @Override
            public Map<CostFilter, Reading<Bill>> bills(Collection<CostFilter> filters, LocalDate first) {
                return costs(filters);
            }

            @Override
            public Map<CostFilter, Reading<Bill>> usages(Map<CostFilter, Set<String>> services, LocalDate first) {
                return costs(services.keySet());
            }

            @Override
            public int requests(Collection<CostFilter> filters) {
                return filters.size();
            }
        };
    }

    /// The account keeps budgets, from now on.
    void budgets(BudgetSource source) {
        budgets = Optional.of(source);
    }

    private Map<CostFilter, Reading<Bill>> costs(Collection<CostFilter> filters) {
        LocalDate yesterday = LocalDate.of(2026, 9, 21);
        var bill = new Bill(yesterday, List.of(new BilledDays(yesterday, yesterday.plusDays(1),
                Map.of("ECS", Money.usd("10")), true)));
        return call(Subject.COST, filters.toString(), failure -> filters.stream().distinct()
                .collect(Collectors.toMap(filter -> filter, _ -> reading(failure, () -> bill))));
    }

    private FleetSource fleet() {
        return new FleetSource() {
            @Override
            public Map<String, Reading<ServiceState>> services(String cluster, Collection<String> names) {
                return each(Subject.SERVICES, cluster, names, FakeCloud.this::service);
            }

            @Override
            public Reading<List<TaskState>> tasks(String cluster) {
                return one(Subject.TASKS, cluster, () -> List.copyOf(tasks));
            }
        };
    }

    private ScalingSource scaling() {
        return new ScalingSource() {
            @Override
            public Map<ServiceKey, Reading<ScalingRange>> ranges(Collection<ServiceKey> services) {
                return each(Subject.SCALING, "", services, key -> new ScalingRange(key.service(), 1, 4, List.of()));
            }

            @Override
            public Reading<List<ScalingActivity>> activities(String cluster, String name) {
                calls.add("ACTIVITIES " + cluster + " " + name);
                return reading(Optional.ofNullable(activitiesFailure), () -> List.copyOf(activities));
            }
        };
    }

    private MetricSource counted(MetricSource source) {
        return new MetricSource() {
            @Override
            public Map<MetricQuery, Reading<Series>> read(Collection<MetricQuery> queries, TimeRange range) {
                return call(Subject.METRICS, range.toString(), failure -> failure
                        .map(why -> queries.stream().distinct().collect(Collectors.toMap(query -> query,
                                _ -> Reading.<Series>unknown(why, clock.instant()))))
                        .orElseGet(() -> source.read(queries, range)));
            }

            @Override
            public Reading<List<Map<String, String>>> dimensionSets(String namespace, String name) {
                return source.dimensionSets(namespace, name);
            }
        };
    }

    private ServiceState service(String name) {
        if (!services.containsKey(name)) {
            service(name, 2, 2);
        }
        return services.get(name);
    }

    private QueueState queue(String name) {
        if (!queues.containsKey(name)) {
            queue(name, 0, Optional.empty());
        }
        return queues.get(name);
    }

    private DatabaseFacts database(String id) {
        return new DatabaseFacts(id, "postgres", "16.3", "db.t4g.small", "available", false, OptionalLong.empty(),
                limit, OptionalDouble.empty());
    }

    private <P> Optional<P> optional(P port) {
        return onlyMandatoryPorts ? Optional.empty() : Optional.of(port);
    }

    private <T> Reading<T> one(Subject subject, String what, Supplier<T> value) {
        return call(subject, what, failure -> reading(failure, value));
    }

    private <K, T> Map<K, Reading<T>> each(Subject subject, String where, Collection<K> names,
            Function<K, T> value) {
        return call(subject, (where + " " + names).strip(), failure -> names.stream().distinct()
                .collect(Collectors.toMap(name -> name, name -> reading(failure, () -> value.apply(name)))));
    }

    private <T> Reading<T> reading(Optional<Failure> failure, Supplier<T> value) {
        Instant now = clock.instant();
        return failure.map(why -> Reading.<T>unknown(why, now)).orElseGet(() -> Reading.known(value.get(), now));
    }

    /// The answer is that of the moment at which the call came, however long it takes to arrive.
    private <R> R call(Subject subject, String what, Function<Optional<Failure>, R> answer) {
        int now = inFlight.computeIfAbsent(subject, _ -> new AtomicInteger()).incrementAndGet();
        most.merge(subject, now, Math::max);
        calls.add(subject + " " + what);
        try {
            R result = answer.apply(Optional.ofNullable(failures.get(subject)));
            begun.add(subject);
            CountDownLatch gate = gates.get(subject);
            if (gate != null) {
                gate.await();
            }
            return result;
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        } finally {
            inFlight.get(subject).decrementAndGet();
        }
    }
}
