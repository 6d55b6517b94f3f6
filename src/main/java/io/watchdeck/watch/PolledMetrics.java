package io.watchdeck.watch;

import io.watchdeck.cost.CostReport;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.TimeRange;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Counts what CloudWatch does not: turns the newest readings of components into samples of the catalogue's polled
/// metrics, one a minute. Only a fresh reading is counted; a failed one leaves a gap, and the reason of it is kept.
final class PolledMetrics {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /// An answer speaks for so much of the time since the one before: nobody looked in between.
    private static final Duration SPEAKS_FOR = Duration.ofMinutes(6);
    /// Cost is asked for once a day.
    private static final Duration COST_SPEAKS_FOR = Duration.ofHours(25);
    private static final List<String> OF_SERVICE =
            List.of("service.running", "service.desired", "service.missing", "service.runningPercent",
                    "service.failedDeployments");
    private static final List<String> OF_TASKS = List.of("service.spotRunning", "service.onDemandRunning");
    private static final List<String> OF_COST = List.of("cost.monthToDate", "cost.forecast");

    private final Board board;
    private final Map<SeriesId, Instant> asked = new ConcurrentHashMap<>();
    private volatile Instant recorded = Instant.EPOCH;

    PolledMetrics(Board board) {
        this.board = board;
    }

    /// Whether a metric is what a stack costs.
    static boolean isCost(String metricId) {
        return OF_COST.contains(metricId);
    }

    /// Counts what was read last of a subject. Metrics are a part of what queues tell: the age of their oldest message.
    ///
    /// @param now when the reading ended
    void record(StackFile stack, Subject read, Instant now) {
        if (now.isBefore(recorded.minus(MINUTE))) {
            board.history.forgetAfter(now);
        }
        recorded = now;
        count(stack, read);
        cover(stack, read, now);
    }

    /// Counts what is known of a subject, of which only a part may be new; what somebody has looked at is for a whole reading
    /// to say.
    void count(StackFile stack, Subject known) {
        switch (known) {
            case SERVICES -> stack.components().services().forEach(spec -> fresh(service(stack, spec),
                    (state, at) -> service(stack, state, at)));
            case TASKS -> tasks(stack);
            case QUEUES, METRICS -> queues(stack);
            case BATCH -> stack.components().batchQueues()
                    .forEach(name -> fresh(board.batch.get(name), (state, at) -> batch(stack, state, at)));
            case PIPELINES -> stack.components().pipelines()
                    .forEach(name -> fresh(board.pipelines.get(name), (state, at) -> pipeline(stack, state, at)));
            case COST -> fresh(board.cost.get(stack.id()), (report, at) -> cost(stack, report, at));
            case IDENTITY, SCALING, ALARMS, PIPES, DATABASES, TARGETS -> {}
        }
    }

    private void cover(StackFile stack, Subject read, Instant now) {
        switch (read) {
            case SERVICES -> stack.components().services().forEach(spec -> cover(stack, OF_SERVICE, spec.name(),
                    service(stack, spec), now));
            case TASKS -> stack.components().services().forEach(spec -> cover(stack, OF_TASKS, spec.name(),
                    board.tasks.get(stack.cluster()), now));
            case QUEUES -> coverQueues(stack, now);
            case BATCH ->
                stack.components().batchQueues().forEach(name -> cover(stack, List.of("batch.failed24h"), name,
                        board.batch.get(name), now));
            case PIPELINES -> stack.components().pipelines().forEach(name -> cover(stack, List.of("pipeline.failed"),
                    name, board.pipelines.get(name), now));
            case COST -> coverCost(stack, board.cost.get(stack.id()), now);
            case METRICS, IDENTITY, SCALING, ALARMS, PIPES, DATABASES, TARGETS -> {}
        }
    }

    private Loadable<ServiceState> service(StackFile stack, ServiceSpec spec) {
        return board.services.get(new ServiceKey(stack.cluster(), spec.name()));
    }

    private void tasks(StackFile stack) {
        Loadable<List<TaskState>> known = board.tasks.get(stack.cluster());
        for (ServiceSpec spec : stack.components().services()) {
            fresh(known, (all, at) -> {
                List<TaskState> running = all.stream().filter(TaskState::isRunning)
                        .filter(task -> task.service().equals(spec.name())).toList();
                long spot = running.stream().filter(TaskState::isSpot).count();
                sample(stack, "service.spotRunning", spec.name(), at, spot);
                sample(stack, "service.onDemandRunning", spec.name(), at, running.size() - spot);
            });
        }
    }

    private void coverQueues(StackFile stack, Instant now) {
        for (QueueSpec spec : stack.components().queues()) {
            Loadable<QueueState> known = board.queues.get(spec.name());
            cover(stack, List.of("queue.visible", "queue.inFlight"), spec.name(), known, now);
            SiteReader.deadLetterQueue(spec, known).ifPresent(name -> {
                cover(stack, List.of("queue.deadLetters"), spec.name(), board.queues.get(name), now);
                cover(stack, List.of("queue.deadLetterHoursLeft"), spec.name(), hoursLeft(stack, name), now);
            });
        }
    }

    /// What decides whether it is known when the oldest message is destroyed: where there is one, its age.
    private Loadable<?> hoursLeft(StackFile stack, String deadLetters) {
        Loadable<QueueState> queue = board.queues.get(deadLetters);
        return queue instanceof Loadable.Ready<QueueState>(var state, var _) && state.present() > 0
                ? board.metrics.get(new SeriesId(stack.id(), "queue.oldestAge", deadLetters)) : queue;
    }

    /// A younger answer is not asked for again: it speaks for the time until it came.
    private void coverCost(StackFile stack, Loadable<CostReport> known, Instant now) {
        Instant asked = known instanceof Loadable.Ready<CostReport>(var _, var asOf) ? asOf : now;
        cover(stack, OF_COST, stack.name(), known, asked, COST_SPEAKS_FOR);
    }

    private void cover(StackFile stack, List<String> metrics, String component, Loadable<?> state, Instant now) {
        cover(stack, metrics, component, state, now, SPEAKS_FOR);
    }

    /// Keeps whether somebody looked, and what came of it. That there is nothing is an answer.
    private void cover(StackFile stack, List<String> metrics, String component, Loadable<?> state, Instant now,
            Duration speaksFor) {
        Optional<Failure.Kind> missed =
                state.problem().map(Failure::kind).filter(kind -> kind != Failure.Kind.ABSENT);
        if (state instanceof Loadable.Loading<?>) {
            return;
        }
        Instant to = minute(now).plus(MINUTE);
        for (String metric : metrics) {
            var id = new SeriesId(stack.id(), metric, component);
            Instant before = Optional.ofNullable(asked.put(id, to)).orElse(Instant.EPOCH);
            Instant first = to.minus(speaksFor);
            Instant from = before.isBefore(first) ? minute(now) : before;
            if (from.isBefore(to)) {
                board.counted(id, new TimeRange(from, to), missed);
            }
        }
    }

    private void queues(StackFile stack) {
        for (QueueSpec spec : stack.components().queues()) {
            fresh(board.queues.get(spec.name()), (state, at) -> queue(stack, state, at));
        }
    }

    private void cost(StackFile stack, CostReport report, Instant at) {
        sample(stack, "cost.monthToDate", stack.name(), at, report.monthToDate().amount().doubleValue());
        report.forecast().ifPresent(forecast -> sample(stack, "cost.forecast", stack.name(), at,
                forecast.amount().doubleValue()));
    }

    private void service(StackFile stack, ServiceState state, Instant at) {
        sample(stack, "service.running", state.name(), at, state.running());
        sample(stack, "service.desired", state.name(), at, state.desired());
        sample(stack, "service.missing", state.name(), at, Math.max(0, state.desired() - state.running()));
        sample(stack, "service.runningPercent", state.name(), at,
                state.desired() == 0 ? 100 : 100.0 * state.running() / state.desired());
        sample(stack, "service.failedDeployments", state.name(), at,
                state.deployments().stream().filter(Deployment::failed).count());
    }

    private void queue(StackFile stack, QueueState state, Instant at) {
        sample(stack, "queue.visible", state.name(), at, state.visible());
        sample(stack, "queue.inFlight", state.name(), at, state.inFlight());
        state.redrive().ifPresent(redrive -> fresh(board.queues.get(redrive.deadLetterName()), (dead, deadAt) -> {
            sample(stack, "queue.deadLetters", state.name(), deadAt, dead.present());
            expiresIn(stack, dead, deadAt).ifPresent(left -> sample(stack, "queue.deadLetterHoursLeft", state.name(),
                    deadAt, left.toMinutes() / 60.0));
        }));
    }

    /// How long until the oldest message is destroyed: its age, as CloudWatch counts it, taken from the retention. On a
    /// standard queue the age counts from the move while destruction counts from the first send, so this is "at most".
    private Optional<Duration> expiresIn(StackFile stack, QueueState dead, Instant at) {
        if (dead.present() == 0) {
            return Optional.empty();
        }
        return board.history.series(new SeriesId(stack.id(), "queue.oldestAge", dead.name())).last()
                .filter(age -> age.at().isAfter(at.minus(Duration.ofMinutes(15))))
                .map(age -> dead.retention().minusSeconds((long) age.value()));
    }

    private void batch(StackFile stack, BatchQueueState state, Instant at) {
        sample(stack, "batch.failed24h", state.name(), at, state.failedSince(at.minus(Duration.ofDays(1))));
    }

    /// CodePipeline says since when it is as it is.
    private void pipeline(StackFile stack, PipelineState state, Instant at) {
        double failed = state.failed() ? 1 : 0;
        sample(stack, "pipeline.failed", state.name(), at, failed);
        state.deciding().filter(_ -> state.failed()).flatMap(PipelineState.Stage::since)
                .filter(since -> since.isBefore(at))
                .ifPresent(since -> sample(stack, "pipeline.failed", state.name(), since, failed));
    }

    private void sample(StackFile stack, String metric, String component, Instant at, double value) {
        board.history.record(new SeriesId(stack.id(), metric, component), minute(at), value);
    }

    private static Instant minute(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond() / 60 * 60);
    }

    private interface Use<T> {
        void with(T value, Instant at);
    }

    private static <T> void fresh(Loadable<T> state, Use<T> use) {
        if (state instanceof Loadable.Ready<T>(var value, var asOf)) {
            use.with(value, asOf);
        }
    }
}
