package io.watchdeck.watch;

import io.watchdeck.cost.CostReport;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Loadable;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Counts what CloudWatch does not: turns the newest readings of components into samples of the catalogue's polled
/// metrics, one a minute. Only a fresh reading is counted; a failed one leaves a gap.
final class PolledMetrics {

    private final Board board;

    PolledMetrics(Board board) {
        this.board = board;
    }

    /// Counts what was read last of a subject. Metrics are a part of what queues tell: the age of their oldest message.
    void record(StackFile stack, Subject read) {
        switch (read) {
            case SERVICES -> services(stack);
            case QUEUES, METRICS -> queues(stack);
            case BATCH -> stack.components().batchQueues()
                    .forEach(name -> fresh(board.batch.get(name), (state, at) -> batch(stack, state, at)));
            case PIPELINES -> stack.components().pipelines()
                    .forEach(name -> fresh(board.pipelines.get(name), (state, at) -> pipeline(stack, state, at)));
            case COST -> fresh(board.cost.get(stack.id()), (report, at) -> cost(stack, report, at));
            case IDENTITY, TASKS, SCALING, ALARMS, PIPES, DATABASES, TARGETS -> {}
        }
    }

    private void services(StackFile stack) {
        for (ServiceSpec spec : stack.components().services()) {
            fresh(board.services.get(new ServiceKey(stack.cluster(), spec.name())),
                    (state, at) -> service(stack, state, at));
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
        state.redrive().ifPresent(redrive -> fresh(board.queues.get(redrive.deadLetterName()), (dead, deadAt) -> {
            sample(stack, "queue.deadLetters", state.name(), deadAt, dead.visible());
            expiresIn(stack, dead, deadAt).ifPresent(left -> sample(stack, "queue.deadLetterHoursLeft", state.name(),
                    deadAt, left.toMinutes() / 60.0));
        }));
    }

    /// How long until the oldest message is destroyed: its age, as CloudWatch counts it, taken from the retention. On a
    /// standard queue the age counts from the move while destruction counts from the first send, so this is "at most".
    private Optional<Duration> expiresIn(StackFile stack, QueueState dead, Instant at) {
        if (dead.visible() == 0) {
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
        Instant minute = Instant.ofEpochSecond(at.getEpochSecond() / 60 * 60);
        board.history.record(new SeriesId(stack.id(), metric, component), minute, value);
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
