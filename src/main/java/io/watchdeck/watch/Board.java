package io.watchdeck.watch;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.cost.Budget;
import io.watchdeck.cost.CostReport;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.delivery.PipelineState;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.ledger.InterruptionCount;
import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricHistory;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.refresh.Readings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Everything that is known of one account and Region, each thing under the name AWS knows it by. Filled by
/// [SiteReader], read by [StackComposer].
final class Board {

    /// One identity, one list of alarms.
    static final String ONLY = "";

    final Readings<String, Identity> identity;
    final Readings<ServiceKey, ServiceState> services;
    final Readings<String, List<TaskState>> tasks;
    final Readings<ServiceKey, ScalingRange> scaling;
    final Readings<SeriesId, Series> metrics;
    final Readings<String, List<CloudAlarm>> alarms;
    final Readings<String, QueueState> queues;
    final Readings<String, BatchQueueState> batch;
    final Readings<String, PipeState> pipes;
    final Readings<String, PipelineState> pipelines;
    final Readings<String, DatabaseFacts> databases;
    final Readings<StackId, CostReport> cost;
    final Readings<String, List<Budget>> budgets;
    final Readings<String, List<TargetState>> targets;
    final MetricHistory history;
    /// Of the last day, by service; nothing where no ledger is kept.
    final Map<ServiceKey, InterruptionCount> interruptions = new ConcurrentHashMap<>();
    /// Why the log group of the events of a cluster could not be read.
    final Map<String, Failure> eventLogs = new ConcurrentHashMap<>();
    /// Whether a question for the cost is under way.
    volatile boolean askingCost;
    /// Since when answers come here; what is older was remembered.
    final Instant begun;
    private final Optional<MetricArchive> archive;
    private final AtomicLong version = new AtomicLong();
    /// Notes what comes; empty where nothing of it is kept.
    private volatile Optional<Recorder> recorder = Optional.empty();

    /// One that keeps nothing for later and remembers nothing of before.
    Board(Clock clock) {
        this(Optional.empty(), clock, Instant.EPOCH);
    }

    /// @param clock by which what is put here was read
    Board(Optional<MetricArchive> archive, Clock clock) {
        this(archive, clock, clock.instant());
    }

    private Board(Optional<MetricArchive> archive, Clock clock, Instant begun) {
        this.archive = archive;
        this.begun = begun;
        identity = new Readings<>(clock);
        services = new Readings<>(clock);
        tasks = new Readings<>(clock);
        scaling = new Readings<>(clock);
        metrics = new Readings<>(clock);
        alarms = new Readings<>(clock);
        queues = new Readings<>(clock);
        batch = new Readings<>(clock);
        pipes = new Readings<>(clock);
        pipelines = new Readings<>(clock);
        databases = new Readings<>(clock);
        cost = new Readings<>(clock);
        budgets = new Readings<>(clock);
        targets = new Readings<>(clock);
        history = new MetricHistory(Duration.ofDays(1), this::recorded);
    }

    private void recorded(SeriesId id, Series samples) {
        archive.ifPresent(to -> to.keep(id, samples));
        recorder.ifPresent(noting -> noting.heard(id, history.series(id), samples));
    }

    /// From now on all that comes is noted.
    void noteIn(Recorder noting, String place) {
        recorder = Optional.of(noting);
        BoardPart.all(place, this).forEach(part -> part.noteIn(noting));
        metrics.tell((id, reading) -> noting.told(Topics.metrics(place), id, reading.map(_ -> true)));
        metrics.made().forEach((id, made) -> noting.begin(Topics.metrics(place), id,
                made.stream().map(reading -> reading.map(_ -> true)).toList()));
    }

    /// What came of asking for a metric over a time.
    void asked(SeriesId id, TimeRange range, Reading<Series> answer) {
        if (answer instanceof Reading.Known<Series>(var series, var _)) {
            history.record(id, series);
        }
        archive.ifPresent(to -> Backfill.cover(to, id, range, answer));
    }

    /// That a figure of the console's own was counted over a time, or why it was not.
    void counted(SeriesId id, TimeRange range, Optional<Failure.Kind> missed) {
        archive.ifPresent(to -> missed.ifPresentOrElse(why -> to.missed(id, range, why), () -> to.covered(id, range)));
    }

    /// Another number than before: something here may have changed.
    long version() {
        return version.get();
    }

    /// A reading has put all that it found here.
    void changed() {
        version.incrementAndGet();
    }
}
