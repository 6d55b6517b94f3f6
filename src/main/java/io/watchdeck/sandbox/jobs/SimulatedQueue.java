package io.watchdeck.sandbox.jobs;

import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.QueueState.RedrivePolicy;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Place;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.telemetry.MetricRecorder;
import io.watchdeck.sandbox.telemetry.RecordedMetric.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;

/// A queue with its messages, oldest first.
public final class SimulatedQueue {

    private static final Duration RETENTION = Duration.ofDays(14);
    private static final Duration VISIBILITY = Duration.ofSeconds(900);
    private static final int RECEIVES = 3;

    private final String name;
    private final Place place;
    private final Optional<SimulatedQueue> deadLetters;
    private final Deque<SimulatedMessage> messages = new ArrayDeque<>();

    public SimulatedQueue(String name, Place place, Optional<SimulatedQueue> deadLetters) {
        this.name = name;
        this.place = place;
        this.deadLetters = deadLetters;
    }

    public void publish(MetricRecorder recorder) {
        publish(recorder, "ApproximateNumberOfMessagesVisible", _ -> messages.size());
        publish(recorder, "ApproximateNumberOfMessagesNotVisible", _ -> 0);
        publish(recorder, "ApproximateAgeOfOldestMessage", second -> oldest()
                .map(message -> (double) Math.max(0, second + 60 - message.queuedAt())).orElse(0.0));
    }

    private void publish(MetricRecorder recorder, String metric, LongToDoubleFunction live) {
        recorder.publish(MetricKey.ofQueue(metric, name), Kind.GAUGE, _ -> 0, live);
    }

    public void send(SimulatedMessage message) {
        messages.addLast(message);
    }

    /// The consumer gave a message up: it goes to the dead-letter queue, where its age begins anew.
    public void giveUp(SimulatedMessage message, long now) {
        deadLetters.ifPresent(queue -> queue.send(message.movedAt(now, RECEIVES)));
    }

    /// Takes the oldest messages away, as a consumer that deletes what it received.
    List<SimulatedMessage> take(int most) {
        List<SimulatedMessage> taken = new ArrayList<>();
        while (taken.size() < most && !messages.isEmpty()) {
            taken.add(messages.removeFirst());
        }
        return taken;
    }

    /// Destroys what has lived too long.
    public void step(long now) {
        messages.removeIf(message -> message.sentAt() + RETENTION.toSeconds() <= now);
    }

    /// Destroys every message.
    public void purge() {
        messages.clear();
    }

    /// Moves the dead letters back into the queue.
    ///
    /// @return how many were moved
    public int redrive(Dice dice, long now) {
        List<SimulatedMessage> dead = deadLetters.map(queue -> queue.take(Integer.MAX_VALUE)).orElse(List.of());
        dead.forEach(message -> send(message.redriven(dice.uuid(), now)));
        return dead.size();
    }

    public Optional<SimulatedQueue> deadLetters() {
        return deadLetters;
    }

    public Optional<SimulatedMessage> oldest() {
        return Optional.ofNullable(messages.peekFirst());
    }

    public int size() {
        return messages.size();
    }

    public String name() {
        return name;
    }

    public String arn() {
        return place.arn("sqs", name);
    }

    public QueueState view() {
        return new QueueState(name, arn(), messages.size(), 0, 0, RETENTION, VISIBILITY, name.endsWith(".fifo"),
                deadLetters.map(queue -> new RedrivePolicy(queue.arn(), RECEIVES)));
    }
}
