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
import io.watchdeck.identity.Identity;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.refresh.Readings;
import io.watchdeck.refresh.StateStore.Topic;
import io.watchdeck.watch.past.AnswerStore;
import java.util.ArrayList;
import java.util.List;

/// A part of a board under its name in what is kept.
record BoardPart<K, V>(Topic<K, V> topic, Readings<K, V> readings) {

    /// Everything but who we are and the samples.
    static List<BoardPart<?, ?>> ofTheCloud(String place, Board board) {
        return List.of(part(Topics.of(place, "services", ServiceKey.class, ServiceState.class), board.services),
                part(Topics.list(place, "tasks", String.class, TaskState.class), board.tasks),
                part(Topics.of(place, "scaling", ServiceKey.class, ScalingRange.class), board.scaling),
                part(Topics.list(place, Topics.ALARMS, String.class, CloudAlarm.class), board.alarms),
                part(Topics.of(place, "queues", String.class, QueueState.class), board.queues),
                part(Topics.of(place, "batch", String.class, BatchQueueState.class), board.batch),
                part(Topics.of(place, "pipes", String.class, PipeState.class), board.pipes),
                part(Topics.of(place, Topics.PIPELINES, String.class, PipelineState.class), board.pipelines),
                part(Topics.of(place, "databases", String.class, DatabaseFacts.class), board.databases),
                part(Topics.cost(place, CostReport.class), board.cost),
                part(Topics.list(place, "budgets", String.class, Budget.class), board.budgets),
                part(Topics.list(place, "targets", String.class, TargetState.class), board.targets));
    }

    /// The same and who we are.
    static List<BoardPart<?, ?>> all(String place, Board board) {
        var all = new ArrayList<>(ofTheCloud(place, board));
        all.add(part(Topics.of(place, "identity", String.class, Identity.class), board.identity));
        return List.copyOf(all);
    }

    private static <K, V> BoardPart<K, V> part(Topic<K, V> topic, Readings<K, V> readings) {
        return new BoardPart<>(topic, readings);
    }

    /// From now on what is put here is noted, and with it what is here already.
    void noteIn(Recorder recorder) {
        readings.tell((about, reading) -> recorder.told(topic, about, reading));
        readings.made().forEach((about, made) -> recorder.begin(topic, about, made));
    }

    /// Puts here what was known.
    void fill(AnswerStore.Known known) {
        known.of(topic).forEach((about, made) -> made.forEach(reading -> readings.accept(about, reading)));
    }
}
