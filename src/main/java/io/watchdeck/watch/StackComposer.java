package io.watchdeck.watch;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition;
import io.watchdeck.cost.CostReport;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.LimitSource;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.queues.QueueState;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.LoadBalancerSpec;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot.BatchQueue;
import io.watchdeck.watch.StackSnapshot.Cache;
import io.watchdeck.watch.StackSnapshot.Database;
import io.watchdeck.watch.StackSnapshot.DeadLetters;
import io.watchdeck.watch.StackSnapshot.LoadBalancer;
import io.watchdeck.watch.StackSnapshot.Pipe;
import io.watchdeck.watch.StackSnapshot.Pipeline;
import io.watchdeck.watch.StackSnapshot.PoolRoom;
import io.watchdeck.watch.StackSnapshot.PoolRoom.Pools;
import io.watchdeck.watch.StackSnapshot.Queue;
import io.watchdeck.watch.StackSnapshot.Ruled;
import io.watchdeck.watch.StackSnapshot.Service;
import io.watchdeck.watch.StackSnapshot.TargetGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Composes what is known of an account and Region into the snapshot of one stack. Pure, but for what it is given.
final class StackComposer {

    private final MetricCatalogue catalogue;
    private final Judge judge;
    private final Rhythm rhythm;
    private final CostNeed costs;

    StackComposer(MetricCatalogue catalogue, Rhythm rhythm, CostNeed costs) {
        this.catalogue = catalogue;
        this.judge = new Judge(catalogue);
        this.rhythm = rhythm;
        this.costs = costs;
    }

    /// @param every how often it is read
    StackSnapshot compose(StackFile stack, Board board, Every every, Instant now) {
        return new Composition(stack, board, every, now).snapshot();
    }

    /// Whether what the stack costs is being asked for, or will be without anybody's saying so.
    boolean awaitsCost(StackFile stack, Board board) {
        return board.askingCost || costs.isOf(stack.access());
    }

    /// The work on one snapshot.
    private final class Composition {

        private final StackFile stack;
        private final Board board;
        private final Instant now;
        private final Loadable<Identity> identity;
        private final Optional<Failure> refusal;
        private final Figures figures;
        private final Every every;
        private final Loadable<Map<String, List<TaskState>>> tasksOf;

        Composition(StackFile stack, Board board, Every every, Instant now) {
            this.stack = stack;
            this.board = board;
            this.now = now;
            this.every = every;
            identity = board.identity.get(Board.ONLY);
            refusal = Admission.refusal(stack, identity);
            tasksOf = board.tasks.get(stack.cluster())
                    .map(all -> all.stream().collect(Collectors.groupingBy(TaskState::service)));
            figures = new Figures(stack, board, catalogue, refusal, period -> rhythm.metricAge(every.metrics(), period),
                    now);
        }

        StackSnapshot snapshot() {
            List<Service> services = stack.components().services().stream().map(this::service).toList();
            List<Database> databases = stack.components().databases().stream()
                    .map(spec -> database(spec, services)).toList();
            Panel<List<CloudAlarm>> alarms = panel(board.alarms.get(Board.ONLY), Subject.ALARMS);
            List<Condition> conditions = judge.conditions(stack, board, alarms,
                    new Limits(stack, services, databases, board.cost.get(stack.id()).latest()), refusal.isPresent(),
                    now);
            var parts = new StackSnapshot(stack, now, panel(identityOrRefusal(), Subject.IDENTITY), services,
                    stack.components().loadBalancers().stream().map(this::loadBalancer).toList(), databases,
                    stack.components().caches().stream().map(spec -> new Cache(spec,
                            figures.of("cache.hitRate", spec.id()), figures.of("cache.evictions", spec.id()),
                            figures.of("cache.cpu", spec.id()))).toList(),
                    stack.components().queues().stream().map(this::queue).toList(),
                    stack.components().batchQueues().stream().map(name -> new BatchQueue(name,
                            panel(board.batch.get(name), Subject.BATCH))).toList(),
                    SiteReader.pipes(stack).stream().map(name -> new Pipe(name,
                            panel(board.pipes.get(name), Subject.PIPES))).toList(),
                    stack.components().pipelines().stream().map(name -> new Pipeline(name,
                            panel(board.pipelines.get(name), Subject.PIPELINES))).toList(),
                    panel(cost(), Subject.COST),
                    panel(board.budgets.get(Board.ONLY), Subject.COST), alarms, conditions,
                    VerdictRule.of(List.of(), List.of(), true), List.of(), List.of(), ruled());
            var gaps = new Gaps(parts, board.begun, now);
            return parts.judged(VerdictRule.of(conditions, gaps.all(), gaps.asking()), gaps.all());
        }

        /// After all components: what one of them has is not made twice.
        private List<Ruled> ruled() {
            var ruled = new ArrayList<Ruled>();
            for (RuleOn rule : RuleOn.of(stack, catalogue)) {
                if (!(rule.metric().origin() instanceof MetricDefinition.Polled) && !figures.made(rule.id())) {
                    ruled.add(new Ruled(new ComponentId(rule.metric().kind(), rule.id().component()),
                            figures.of(rule.metric().id(), rule.id().component())));
                }
            }
            return List.copyOf(ruled);
        }

        /// The wrong account is a statement about who we are, so it stands at the identity as well.
        private Loadable<Identity> identityOrRefusal() {
            return refusal.filter(failure -> failure.kind() == Failure.Kind.WRONG_ACCOUNT)
                    .<Loadable<Identity>>map(failure -> new Loadable.Failed<>(failure, now)).orElse(identity);
        }

        private <T> Panel<T> panel(Loadable<T> state, Subject subject) {
            Loadable<T> seen = subject == Subject.IDENTITY ? state : Figures.refused(state, refusal, now);
            return new Panel<>(seen, subject == Subject.ALARMS ? every.alarms() : rhythm.every(subject));
        }

        /// No answer is awaited where nobody asks.
        private Loadable<CostReport> cost() {
            Loadable<CostReport> known = board.cost.get(stack.id());
            return known instanceof Loadable.Loading && !awaitsCost(stack, board)
                    ? new Loadable.Failed<>(Failure.notAsked(), now) : known;
        }

        private Service service(ServiceSpec spec) {
            var key = new ServiceKey(stack.cluster(), spec.name());
            Panel<List<TaskState>> tasks = panel(tasksOf.map(all -> all.getOrDefault(spec.name(), List.of())),
                    Subject.TASKS);
            return new Service(spec, panel(board.services.get(key), Subject.SERVICES), tasks,
                    panel(board.scaling.get(key), Subject.SCALING), figures.of("service.cpu", spec.name()),
                    figures.of("service.memory", spec.name()),
                    Optional.ofNullable(board.interruptions.get(key)));
        }

        private LoadBalancer loadBalancer(LoadBalancerSpec spec) {
            String name = spec.name();
            return new LoadBalancer(spec, figures.of("lb.requests", name), figures.of("lb.5xx", name),
                    figures.of("lb.target5xx", name), figures.of("lb.elb5xx", name), figures.of("lb.p50", name),
                    figures.of("lb.p95", name), figures.of("lb.p99", name),
                    spec.targetGroups().stream().map(group -> new TargetGroup(group,
                            figures.of("tg.healthy", group), figures.of("tg.unhealthy", group),
                            panel(board.targets.get(group), Subject.TARGETS))).toList());
        }

        private Database database(DatabaseSpec spec, List<Service> services) {
            Panel<DatabaseFacts> facts = panel(board.databases.get(spec.id()), Subject.DATABASES);
            Optional<DatabaseFacts> known = facts.state().latest();
            OptionalInt reported = known.map(DatabaseFacts::maxConnections).orElse(OptionalInt.empty());
            boolean fromFile = spec.maxConnections().isPresent();
            OptionalInt limit = fromFile ? spec.maxConnections() : reported;
            LimitSource from = fromFile ? LimitSource.STACK_FILE
                    : reported.isPresent() ? known.get().connectionsFrom() : LimitSource.NONE;
            OptionalInt disagreement = fromFile && reported.isPresent()
                    && reported.getAsInt() != spec.maxConnections().getAsInt() ? reported : OptionalInt.empty();
            OptionalDouble acu = known.map(DatabaseFacts::maxAcu).filter(OptionalDouble::isPresent)
                    .orElse(spec.maxAcu());
            return new Database(spec, facts, figures.of("db.connections", spec.id()), figures.of("db.cpu", spec.id()),
                    figures.of("db.freeStorage", spec.id()), figures.of("db.acu", spec.id()), limit, from,
                    disagreement, acu, room(services));
        }

        private Optional<PoolRoom> room(List<Service> services) {
            int perTask = 0;
            Optional<Pools> all = Optional.of(new Pools(0, 0));
            for (Service service : services) {
                int pool = service.spec().poolPerTask().orElse(0);
                if (pool > 0) {
                    perTask += pool;
                    Optional<Integer> running = service.state().state().latest().map(ServiceState::running);
                    all = all.flatMap(sum -> running.map(
                            tasks -> new Pools(sum.tasks() + tasks, sum.possible() + tasks * pool)));
                }
            }
            return perTask == 0 ? Optional.empty() : Optional.of(new PoolRoom(perTask, all));
        }

        private Queue queue(QueueSpec spec) {
            Panel<QueueState> state = panel(board.queues.get(spec.name()), Subject.QUEUES);
            return new Queue(spec, state, SiteReader.deadLetterQueue(spec, state.state()).map(this::deadLetters));
        }

        /// An age that was read a while ago has grown since.
        private Duration sinceStale(Loadable<Double> age) {
            return age instanceof Loadable.Stale<Double>(var _, var asOf, var _) && asOf.isBefore(now)
                    ? Duration.between(asOf, now) : Duration.ZERO;
        }

        private DeadLetters deadLetters(String name) {
            Panel<QueueState> state = panel(board.queues.get(name), Subject.QUEUES);
            Figure age = figures.of("queue.oldestAge", name);
            Optional<Duration> expires = state.state().latest().filter(queue -> queue.present() > 0)
                    .flatMap(queue -> age.latest().state().latest()
                            .map(seconds -> queue.retention().minusSeconds(Math.round(seconds))
                                    .minus(sinceStale(age.latest().state()))));
            boolean upperBound = state.state().latest().map(queue -> !queue.fifo()).orElse(true);
            return new DeadLetters(name, state, age, expires, upperBound);
        }
    }
}
