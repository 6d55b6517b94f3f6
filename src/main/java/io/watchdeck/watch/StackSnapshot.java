package io.watchdeck.watch;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.cost.Budget;
import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.PlanComparison;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.LimitSource;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.ledger.InterruptionCount;
import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.Figure;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Panel;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.stack.CacheSpec;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.LoadBalancerSpec;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Everything known of one stack at one instant. Immutable; screens, `status` and the verdict all read this and
/// nothing else. Each component is here from the start, with the names of the stack file, while its figures load.
///
/// @param asOf       when the snapshot was composed
/// @param budgets    those of the account, whatever they count; loading for ever where nobody reads them
/// @param conditions every rule and CloudWatch alarm, whatever its state
/// @param gaps       every figure that is not known, with its reason
/// @param occurrences the alarms that are not over, oldest first; empty until the first were judged
/// @param ruled      what CloudWatch tells of components by which rules judge and that no component here has
public record StackSnapshot(StackFile file, Instant asOf, Panel<Identity> identity, List<Service> services,
        List<LoadBalancer> loadBalancers, List<Database> databases, List<Cache> caches, List<Queue> queues,
        List<BatchQueue> batchQueues, List<Pipe> pipes, List<Pipeline> pipelines, Panel<CostReport> cost,
        Panel<List<Budget>> budgets,
        Panel<List<CloudAlarm>> alarms, List<Condition> conditions, Verdict verdict, List<Gap> gaps,
        List<Occurrence> occurrences, List<Ruled> ruled) {

    /// One whose rules judge nothing but what its components show.
    public StackSnapshot(StackFile file, Instant asOf, Panel<Identity> identity, List<Service> services,
            List<LoadBalancer> loadBalancers, List<Database> databases, List<Cache> caches, List<Queue> queues,
            List<BatchQueue> batchQueues, List<Pipe> pipes, List<Pipeline> pipelines, Panel<CostReport> cost,
            Panel<List<Budget>> budgets, Panel<List<CloudAlarm>> alarms, List<Condition> conditions, Verdict verdict,
            List<Gap> gaps, List<Occurrence> occurrences) {
        this(file, asOf, identity, services, loadBalancers, databases, caches, queues, batchQueues, pipes, pipelines,
                cost, budgets, alarms, conditions, verdict, gaps, occurrences, List.of());
    }

    /// A figure of CloudWatch that a rule judges.
    public record Ruled(ComponentId on, Figure figure) {}

    /// @param tasks         the tasks of this service only, running and stopped
    /// @param interruptions of the last day; empty where no ledger is kept, or nobody looked yet
    public record Service(ServiceSpec spec, Panel<ServiceState> state, Panel<List<TaskState>> tasks,
            Panel<ScalingRange> scaling, Figure cpu, Figure memory, Optional<InterruptionCount> interruptions) {

        /// One of which no ledger is kept.
        public Service(ServiceSpec spec, Panel<ServiceState> state, Panel<List<TaskState>> tasks,
                Panel<ScalingRange> scaling, Figure cpu, Figure memory) {
            this(spec, state, tasks, scaling, cpu, memory, Optional.empty());
        }

        public Optional<Long> runningOnSpot() {
            return tasks.state().latest()
                    .map(all -> all.stream().filter(TaskState::isRunning).filter(TaskState::isSpot).count());
        }
    }

    /// @param requests  a minute
    /// @param errors5xx of targets and load balancer, a minute
    /// @param p95       in seconds
    public record LoadBalancer(LoadBalancerSpec spec, Figure requests, Figure errors5xx,
            Figure target5xx, Figure elb5xx, Figure p50, Figure p95, Figure p99,
            List<TargetGroup> targetGroups) {}

    /// @param healthy as CloudWatch counts them, a minute or two ago
    /// @param targets each of them now, with the reason for its health
    public record TargetGroup(String name, Figure healthy, Figure unhealthy, Panel<List<TargetState>> targets) {}

    /// @param maxConnections  the limit that rules use
    /// @param connectionsFrom where it comes from
    /// @param disagreement    what another source says, when it says something else
    /// @param maxAcu          the upper end of the capacity range, in ACUs
    /// @param room            how many more tasks' pools fit, where the stack file gives pools
    public record Database(DatabaseSpec spec, Panel<DatabaseFacts> facts, Figure connections,
            Figure cpu, Figure freeStorage, Figure acu, OptionalInt maxConnections,
            LimitSource connectionsFrom, OptionalInt disagreement, OptionalDouble maxAcu, Optional<PoolRoom> room) {

        /// How many more tasks could fill their pools beside the connections that are open now, whoever holds them.
        /// Empty where the limit, the pools or the connections are not known.
        public OptionalInt moreTasks() {
            Optional<Double> open = connections.latest().state().latest();
            if (maxConnections.isEmpty() || open.isEmpty() || room.filter(pools -> pools.perTask() > 0).isEmpty()) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(room.get().moreTasks(maxConnections.getAsInt(), open.get()));
        }

        /// Whether the pools of the tasks that run now, all filled, would be more than the database takes.
        public boolean poolsMayExceed() {
            return maxConnections.isPresent()
                    && room.flatMap(PoolRoom::running)
                            .filter(pools -> pools.possible() > maxConnections.getAsInt()).isPresent();
        }
    }

    /// The connection pools of the tasks against what the database allows.
    ///
    /// @param perTask the sum of the pools of one task of each service with a pool
    /// @param running the pools of the tasks that run now; empty while one of the services is not known
    public record PoolRoom(int perTask, Optional<Pools> running) {

        /// @param tasks    that have a pool
        /// @param possible what all pools together may open
        public record Pools(int tasks, int possible) {}

        int moreTasks(int limit, double open) {
            return (int) Math.max(0, Math.floor((limit - open) / perTask));
        }
    }

    public record Cache(CacheSpec spec, Figure hitRate, Figure evictions, Figure cpu) {}

    /// @param deadLetters the dead-letter queue that the redrive policy names; empty when it names none
    public record Queue(QueueSpec spec, Panel<QueueState> state, Optional<DeadLetters> deadLetters) {}

    /// @param oldestAge  age of its oldest message, in seconds
    /// @param expiresIn  until the oldest message is destroyed; empty when the queue is empty or the age is not known
    /// @param upperBound whether it may be destroyed earlier: on a standard queue a message keeps its original send
    ///                   time while the age metric counts from the move
    public record DeadLetters(String name, Panel<QueueState> state, Figure oldestAge,
            Optional<Duration> expiresIn, boolean upperBound) {

        /// When the oldest message is destroyed. Its age is of the end of the period in which CloudWatch told it, so that
        /// this stays the same moment from one reading to the next.
        public Optional<Instant> destroyed() {
            return expiresIn.flatMap(left -> oldestAge.latest().state().latestAsOf().map(at -> at.plus(left)));
        }
    }

    public record BatchQueue(String name, Panel<BatchQueueState> state) {}

    public record Pipe(String name, Panel<PipeState> state) {}

    public record Pipeline(String name, Panel<PipelineState> state) {}

    /// A figure that is not known.
    ///
    /// @param path      where it would stand in `status --json`, such as `databases[tiketi-db].connections`; what only a
    ///                  rule judges has no place there: `queues[jobs].metrics.queue.oldestAge`
    /// @param lastValue what was known last, in words
    /// @param lastAsOf  when that was true
    /// @param decides   whether a severity depends on it
    public record Gap(String path, Failure failure, Optional<String> lastValue, Optional<Instant> lastAsOf,
            boolean decides) {}

    /// The plan beside what was spent as far as that is known; empty without a plan.
    public Optional<PlanComparison> plan() {
        return file.plan().map(plan -> new PlanComparison(plan, cost.state().latest()));
    }

    /// What has become of the trouble that a condition tells of; empty while it is none.
    public Optional<Occurrence> occurrence(Condition condition) {
        return occurrence(AlarmKey.of(file.id(), condition));
    }

    public Optional<Occurrence> occurrence(AlarmKey key) {
        return occurrences.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /// What needs someone and nobody has.
    public List<OpenAlarm> open() {
        return OpenAlarm.of(this);
    }

    StackSnapshot judged(Verdict judgement, List<Gap> missing) {
        return with(judgement, missing, occurrences);
    }

    /// The same with what has become of its troubles.
    StackSnapshot with(List<Occurrence> now) {
        return with(VerdictRule.held(verdict, now, file.id()), gaps, now);
    }

    private StackSnapshot with(Verdict judgement, List<Gap> missing, List<Occurrence> now) {
        return new StackSnapshot(file, asOf, identity, services, loadBalancers, databases, caches, queues, batchQueues,
                pipes, pipelines, cost, budgets, alarms, conditions, judgement, missing, List.copyOf(now),
                ruled);
    }
}
