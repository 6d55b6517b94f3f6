package io.watchdeck.watch;

import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricReader;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Wanted;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.queues.QueueState;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.WantedMetrics.Need;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads one subject of all stacks of an account and Region at once, in the largest batches the ports take, and puts
/// the answers on the [Board]. Blocking; each subject at most once at a time.
///
/// Nothing of a stack is read while its file names an account and AWS has not confirmed it, nor of any stack while the
/// credentials are expired: asking again would only fail again.
final class SiteReader {

    private static final Duration FIRST_LOOK = Duration.ofHours(3);
    /// Points may arrive late or be corrected: each reading asks for this much of the past again, at no price.
    private static final Duration OVERLAP = Duration.ofMinutes(15);
    /// What was read longer ago is asked for apart, so that one metric that always fails does not make every reading of
    /// all the others ask for hours.
    private static final Duration LATELY = Duration.ofMinutes(20);
    private static final int GRID_SECONDS = 300;
    private final List<StackFile> stacks;
    private final Cloud cloud;
    private final Board board;
    private final WantedMetrics wanted;
    private final PolledMetrics polled;
    private final MetricReader metricReader;
    private final ReentrantLock asking = new ReentrantLock();
    private final CostRounds costs;
    private final Attempts attempts;
    private final Clock clock;
    private final Map<SeriesId, Instant> readUntil = new ConcurrentHashMap<>();
    /// When each metric was answered last, be it that it is not to be had.
    private final Map<SeriesId, Instant> answered = new ConcurrentHashMap<>();

    /// Which spares no cost.
    SiteReader(List<StackFile> stacks, Cloud cloud, Board board, MetricCatalogue catalogue, Attempts attempts,
            Clock clock) {
        this(stacks, cloud, board, catalogue, attempts, Thrift.none(), clock);
    }

    /// @param thrift what is not asked for because it costs
    SiteReader(List<StackFile> stacks, Cloud cloud, Board board, MetricCatalogue catalogue, Attempts attempts,
            Thrift thrift, Clock clock) {
        this.stacks = List.copyOf(stacks);
        this.cloud = cloud;
        this.board = board;
        this.wanted = new WantedMetrics(catalogue, queue -> deadLetterQueue(queue, board.queues.get(queue.name())));
        this.polled = new PolledMetrics(board);
        this.metricReader = new MetricReader(cloud.metrics(), catalogue, clock);
        this.costs = new CostRounds(cloud, thrift, board, clock);
        this.attempts = attempts;
        this.clock = clock;
    }

    /// Reads a subject for every admitted stack; metrics of everything.
    ///
    /// @return whether AWS said that the credentials are no longer valid
    boolean read(Subject subject) {
        if (subject == Subject.METRICS) {
            return readMetrics(stacks, _ -> Need.ALL).expired();
        }
        Attempts.Round round = attempts.begin(subject);
        try {
            Behalf.of(Concerned.by(subject, subject == Subject.IDENTITY ? stacks : admitted()))
                    .run(() -> readPlain(subject, round));
        } finally {
            board.changed();
        }
        return round.end();
    }

    /// How long a subject rests after its last reading.
    Duration pause(Subject subject) {
        Duration pause = attempts.pause(subject);
        return subject == Subject.COST ? costs.untilDue(admitted(), pause) : pause;
    }

    /// When AWS last answered anything, be it a refusal; empty before the first time.
    Optional<Instant> answeredAt() {
        return attempts.answeredAt();
    }

    /// Asks who we are.
    ///
    /// @return whether other stacks than before may now be read
    boolean identify() {
        List<StackFile> before = admitted();
        read(Subject.IDENTITY);
        return !before.equals(admitted());
    }

    /// @param stacks  that need not be read again before it is their turn
    /// @param expired whether AWS said that the credentials are no longer valid
    /// @param away    whether something was read again that had not been for longer than a reading asks for: the console
    ///                slept
    record MetricsRead(List<StackFile> stacks, boolean expired, boolean away) {}

    /// @param need which metrics of a stack are read
    MetricsRead readMetrics(Collection<StackFile> which, Function<StackFile, Need> need) {
        List<StackFile> admitted = admitted().stream().filter(which::contains).toList();
        return readMetrics(admitted, admitted.stream().flatMap(stack -> due(stack, need.apply(stack))).toList());
    }

    /// What may have something new to tell; whoever asks for everything gets it.
    private Stream<Wanted> due(StackFile stack, Need need) {
        Instant end = minute(clock.instant());
        return wanted.of(stack, need).stream().filter(one -> need == Need.ALL
                || Arrivals.mayBe(one.metric(), readUntil.getOrDefault(one.id(), Instant.EPOCH), end));
    }

    /// Reads all metrics of some stacks that were not answered for so long.
    void readOlder(Collection<StackFile> which, Duration holds) {
        List<StackFile> admitted = admitted().stream().filter(which::contains).toList();
        Instant now = clock.instant();
        readMetrics(admitted, admitted.stream().flatMap(stack -> wanted.of(stack, Need.ALL).stream())
                .filter(one -> Lapse.isOver(answered.getOrDefault(one.id(), Instant.EPOCH), holds, now)).toList());
    }

    private MetricsRead readMetrics(List<StackFile> admitted, List<Wanted> all) {
        if (all.isEmpty()) {
            return new MetricsRead(admitted, false, false);
        }
        Attempts.Round round = attempts.begin(Subject.METRICS);
        Instant end = minute(clock.instant());
        Instant lately = end.minus(LATELY);
        List<SeriesId> longAgo = all.stream().map(Wanted::id).filter(id -> readUntil.getOrDefault(id, end)
                .isBefore(end.minus(FIRST_LOOK))).toList();
        try {
            all.stream().collect(Collectors.partitioningBy(one -> readUntil.getOrDefault(one.id(), Instant.EPOCH)
                    .isBefore(lately))).values().stream().filter(some -> !some.isEmpty())
                    .forEach(some -> readMetrics(some, end, round));
            admitted.forEach(stack -> polled.record(stack, Subject.METRICS, clock.instant()));
        } finally {
            board.changed();
        }
        boolean expired = round.end();
        return new MetricsRead(round.mayPass() || expired ? List.of() : admitted, expired,
                longAgo.stream().anyMatch(id -> end.equals(readUntil.get(id))));
    }

    /// The newest whole minute.
    private static Instant minute(Instant now) {
        return Instant.ofEpochSecond(now.getEpochSecond() / 60 * 60);
    }

    /// Every metric that may be read of these stacks now.
    List<Wanted> wanted(Need need) {
        return admitted().stream().flatMap(stack -> wanted.of(stack, need).stream()).toList();
    }

    /// Asks for metrics: for the newest of them and for the past one after the other, never at the same time.
    Map<SeriesId, Reading<Series>> ask(Collection<Wanted> some, TimeRange range, Duration coarsest) {
        asking.lock();
        try {
            return Behalf.of(some.stream().map(one -> one.id().stack()).collect(Collectors.toSet()))
                    .get(() -> metricReader.read(some, range, coarsest));
        } finally {
            asking.unlock();
        }
    }

    /// What autoscaling did to a service; empty while nothing of the stack may be read.
    Optional<Reading<List<ScalingActivity>>> activities(StackFile stack, String service) {
        return cloud(stack).map(ports -> ports.scaling().map(source -> Behalf.of(List.of(stack.id()))
                .get(() -> source.activities(stack.cluster(), service)))
                .orElseGet(() -> Reading.unknown(Failure.notKept(), clock.instant())));
    }

    /// Asks what all stacks have cost because a person wants to know it, however young the last answer is.
    ///
    /// @return whether AWS said that the credentials are no longer valid
    boolean askCost() {
        Attempts.Round round = attempts.begin(Subject.COST);
        try {
            List<StackFile> admitted = admitted();
            costs.ask(admitted, round);
            admitted.forEach(stack -> polled.record(stack, Subject.COST, clock.instant()));
        } finally {
            board.changed();
        }
        return round.end();
    }

    /// Whether [#read] would ask what the stacks have cost.
    boolean isCostDue() {
        return costs.isDue(admitted());
    }

    /// How many paid requests [#askCost] takes at least; empty while nothing of the stack may be asked.
    OptionalInt costRequests(StackFile stack) {
        return cloud(stack).isPresent() ? costs.requests(admitted()) : OptionalInt.empty();
    }

    /// What may be asked about a stack now; empty while nothing of it may be read.
    Optional<Cloud> cloud(StackFile stack) {
        return Optional.of(cloud).filter(_ -> admitted().contains(stack));
    }

    private void readMetrics(List<Wanted> some, Instant end, Attempts.Round round) {
        var range = new TimeRange(start(some, end), end);
        ask(some, range, Duration.ZERO).forEach((id, reading) -> {
            Instant since = readUntil.getOrDefault(id, range.from());
            boolean known = reading instanceof Reading.Known;
            board.asked(id, known || since.isBefore(range.from()) || since.isAfter(end) ? range
                    : new TimeRange(since, end), reading);
            if (known) {
                readUntil.put(id, end);
            }
            if (isAnswer(reading)) {
                answered.put(id, clock.instant());
            }
            round.put(board.metrics, id, reading);
        });
    }

    private static boolean isAnswer(Reading<Series> reading) {
        return !(reading instanceof Reading.Unknown<Series>(var failure, var _)) || switch (failure.kind()) {
            case THROTTLED, UNREACHABLE, EXPIRED, CAPPED -> false;
            case DENIED, NOT_FOUND, ABSENT, WRONG_ACCOUNT, NOT_KEPT, UNEXPECTED -> true;
        };
    }

    /// What was read until a time that is still to come was read by a clock that has been put back since.
    private Instant start(List<Wanted> all, Instant end) {
        Instant since = all.stream().map(one -> readUntil.getOrDefault(one.id(), Instant.EPOCH))
                .min(Instant::compareTo).filter(until -> !until.isAfter(end)).orElse(end);
        Instant first = end.minus(FIRST_LOOK);
        Instant from = since.minus(OVERLAP).isBefore(first) ? first : since.minus(OVERLAP);
        return Instant.ofEpochSecond(from.getEpochSecond() / GRID_SECONDS * GRID_SECONDS);
    }

    private void readPlain(Subject subject, Attempts.Round round) {
        if (subject == Subject.IDENTITY) {
            round.put(board.identity, Board.ONLY, cloud.identity().identity());
            return;
        }
        List<StackFile> admitted = admitted();
        if (admitted.isEmpty()) {
            return;
        }
        switch (subject) {
            case SERVICES -> byCluster(admitted).forEach((cluster, names) -> Concerned.of(cluster, admitted)
                    .get(() -> cloud.fleet().services(cluster, names))
                    .forEach((name, reading) -> round.put(board.services, new ServiceKey(cluster, name),
                            existing(reading, cluster))));
            case TASKS -> byCluster(admitted).keySet().forEach(cluster -> round.put(board.tasks, cluster,
                    Concerned.of(cluster, admitted).get(() -> cloud.fleet().tasks(cluster))));
            case SCALING -> {
                Set<ServiceKey> keys = services(admitted);
                round.putAll(board.scaling, optional(cloud.scaling(), keys, source -> source.ranges(keys)));
            }
            case ALARMS -> round.put(board.alarms, Board.ONLY, cloud.alarms().alarms());
            case QUEUES -> readQueues(admitted, round);
            case BATCH -> {
                Set<String> names = names(admitted, stack -> stack.components().batchQueues());
                round.putAll(board.batch, optional(cloud.batch(), names, source -> source.batchQueues(names)));
            }
            case PIPES -> {
                Set<String> names = names(admitted, SiteReader::pipes);
                round.putAll(board.pipes, optional(cloud.pipes(), names, source -> source.pipes(names)));
            }
            case PIPELINES -> {
                Set<String> names = names(admitted, stack -> stack.components().pipelines());
                round.putAll(board.pipelines, optional(cloud.pipelines(), names, source -> source.pipelines(names)));
            }
            case DATABASES -> {
                Set<String> names = names(admitted,
                        stack -> stack.components().databases().stream().map(DatabaseSpec::id).toList());
                round.putAll(board.databases, optional(cloud.databases(), names, source -> source.databases(names)));
            }
            case COST -> {
                boolean asked = costs.readDue(admitted, round);
                admitted.stream().filter(stack -> asked || board.cost.get(stack.id()) instanceof Loadable.Ready)
                        .forEach(stack -> polled.record(stack, subject, clock.instant()));
                return;
            }
            case TARGETS -> {
                Set<String> names = names(admitted, stack -> stack.components().loadBalancers().stream()
                        .flatMap(balancer -> balancer.targetGroups().stream()).toList());
                round.putAll(board.targets, optional(cloud.targets(), names, source -> source.targets(names)));
            }
            case IDENTITY, METRICS -> throw new IllegalArgumentException("not a plain subject: " + subject);
        }
        admitted.forEach(stack -> polled.record(stack, subject, clock.instant()));
    }

    /// Counts what was told of a subject between two readings, as a reading of it would.
    void count(Subject subject) {
        admitted().forEach(stack -> polled.count(stack, subject));
    }

    /// ECS goes on describing a deleted service for a while: to whoever watches it, it is not there.
    static Reading<ServiceState> existing(Reading<ServiceState> reading, String cluster) {
        return reading.flatMap(service -> service.status().equals("INACTIVE")
                ? Reading.unknown(Failure.notFound("service " + service.name(), cluster), reading.at()) : reading);
    }

    /// The queues of the files, then the dead-letter queues that their redrive policies name, or the files where a
    /// policy is not known.
    private void readQueues(List<StackFile> admitted, Attempts.Round round) {
        Set<String> named = names(admitted,
                stack -> stack.components().queues().stream().map(QueueSpec::name).toList());
        if (named.isEmpty()) {
            return;
        }
        round.putAll(board.queues, cloud.queues().queues(named));
        Set<String> deadLetters = names(admitted, stack -> stack.components().queues().stream()
                .flatMap(queue -> deadLetterQueue(queue, board.queues.get(queue.name())).stream()).toList());
        deadLetters.removeAll(named);
        if (!deadLetters.isEmpty()) {
            round.putAll(board.queues, cloud.queues().queues(deadLetters));
        }
    }

    /// The dead-letter queue that the redrive policy names; the design's as long as the policy is not known.
    static Optional<String> deadLetterQueue(QueueSpec queue, Loadable<QueueState> state) {
        return state.latest().map(known -> known.redrive().map(QueueState.RedrivePolicy::deadLetterName))
                .orElse(queue.deadLetterQueue());
    }

    /// The pipes of a stack: listed by themselves or beside the queue that they empty.
    static List<String> pipes(StackFile stack) {
        var names = new ArrayList<>(stack.components().pipes());
        stack.components().queues().stream().flatMap(queue -> queue.pipe().stream())
                .filter(name -> !names.contains(name)).forEach(names::add);
        return names;
    }

    private <P, K, T> Map<K, Reading<T>> optional(Optional<P> port, Collection<K> names,
            Function<P, Map<K, Reading<T>>> read) {
        if (names.isEmpty()) {
            return Map.of();
        }
        return port.map(read).orElseGet(() -> names.stream().collect(Collectors.toMap(Function.identity(),
                _ -> Reading.unknown(Failure.notKept(), clock.instant()))));
    }

    private List<StackFile> admitted() {
        Loadable<Identity> identity = board.identity.get(Board.ONLY);
        return stacks.stream().filter(stack -> Admission.refusal(stack, identity).isEmpty()
                && !(stack.account().isPresent() && identity.latest().isEmpty())).toList();
    }

    private static Map<String, Set<String>> byCluster(List<StackFile> stacks) {
        var names = new LinkedHashMap<String, Set<String>>();
        stacks.forEach(stack -> names.computeIfAbsent(stack.cluster(), _ -> new LinkedHashSet<>())
                .addAll(stack.components().services().stream().map(ServiceSpec::name).toList()));
        return names;
    }

    private static Set<ServiceKey> services(List<StackFile> stacks) {
        var keys = new LinkedHashSet<ServiceKey>();
        byCluster(stacks).forEach((cluster, names) -> names.forEach(name -> keys.add(new ServiceKey(cluster, name))));
        return keys;
    }

    private static Set<String> names(List<StackFile> stacks, Function<StackFile, List<String>> which) {
        return stacks.stream().flatMap(stack -> which.apply(stack).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
