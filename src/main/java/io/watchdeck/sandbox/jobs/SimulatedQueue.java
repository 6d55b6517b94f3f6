package io.watchdeck.sandbox.jobs;

import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.QueueState.RedrivePolicy;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.DeadLetter.Attribute;
import io.watchdeck.queues.letters.RedriveSource;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Place;
import io.watchdeck.sandbox.jobs.MoveTask.Mover.Outcome;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.telemetry.MetricRecorder;
import io.watchdeck.sandbox.telemetry.RecordedMetric.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;

/// A queue with its messages. What is received is hidden for a while, and dead-lettered when it would be received more
/// often than its redrive policy allows. A dead-letter queue has the move tasks that bring its messages back.
public final class SimulatedQueue {

    private static final Duration RETENTION = Duration.ofDays(14);
    private static final Duration VISIBILITY = Duration.ofSeconds(900);
    private static final int RECEIVES = 3;
    /// Between two purges.
    private static final long PURGE = 60;

    private final String name;
    private final Place place;
    private final Optional<SimulatedQueue> deadLetters;
    private final Dice dice;
    private final List<SimulatedQueue> sources = new ArrayList<>();
    private final Backlog backlog = new Backlog();
    /// Newest first.
    private final Deque<MoveTask> moves = new ArrayDeque<>();
    private final List<RedriveTask> told = new ArrayList<>();
    private long purgedAt = Long.MIN_VALUE / 2;

    /// @param dice ids of what is redriven
    public SimulatedQueue(String name, Place place, Optional<SimulatedQueue> deadLetters, Dice dice) {
        this.name = name;
        this.place = place;
        this.deadLetters = deadLetters;
        this.dice = dice;
        deadLetters.ifPresent(queue -> queue.sources.add(this));
    }

    public void publish(MetricRecorder recorder) {
        publish(recorder, "ApproximateNumberOfMessagesVisible", _ -> backlog.visible());
        publish(recorder, "ApproximateNumberOfMessagesNotVisible", _ -> backlog.hidden());
        publish(recorder, "ApproximateAgeOfOldestMessage", second -> backlog.oldest()
                .map(message -> (double) Math.max(0, second + 60 - message.queuedAt())).orElse(0.0));
    }

    private void publish(MetricRecorder recorder, String metric, LongToDoubleFunction live) {
        recorder.publish(MetricKey.ofQueue(metric, name), Kind.GAUGE, _ -> 0, live);
    }

    public void send(SimulatedMessage message) {
        backlog.add(message);
    }

    /// The consumer gave a message up: it goes to the dead-letter queue, where its age begins anew.
    public void giveUp(SimulatedMessage message, long now) {
        deadLetters.ifPresent(queue -> queue.send(message.dead(arn(), RECEIVES, now)));
    }

    /// Gives visible messages, and hides each.
    ///
    /// @param until second of the epoch at which they are visible again, if nobody deletes them before
    List<SimulatedMessage> receive(int most, long until, long now) {
        backlog.show(now);
        List<SimulatedMessage> given = new ArrayList<>();
        for (var next = backlog.next(); next.isPresent() && given.size() < most; next = backlog.next()) {
            SimulatedMessage message = next.get();
            if (deadLetters.isPresent() && message.receives() >= RECEIVES) {
                delete(message.id());
                giveUp(message, now);
            } else {
                SimulatedMessage received = message.received(now);
                backlog.hide(received, until);
                given.add(received);
            }
        }
        return given;
    }

    /// Looks at visible messages, as `ReceiveMessage` does.
    public List<DeadLetter> look(int most, Duration hidden, long now) {
        return receive(most, now + hidden.toSeconds(), now).stream().map(SimulatedMessage::view).toList();
    }

    boolean holds(String id) {
        return backlog.has(id);
    }

    /// The consumer is done with a message.
    void delete(String id) {
        backlog.remove(id);
    }

    /// The consumer says why it did not take a message that it received.
    void note(SimulatedMessage message, Map<String, Attribute> why) {
        backlog.note(message.with(why));
    }

    /// Destroys what has lived too long, shows what was hidden for long enough, and moves what is to be moved.
    public void step(long now) {
        backlog.expire(now - RETENTION.toSeconds());
        backlog.show(now);
        moves.forEach(task -> task.step(id -> move(id, now), now));
    }

    private Outcome move(String id, long now) {
        Optional<SimulatedMessage> message = backlog.visible(id);
        if (message.isEmpty()) {
            return backlog.has(id) ? Outcome.HIDDEN : Outcome.GONE;
        }
        Optional<SimulatedQueue> home = message.get().source().flatMap(arn -> sources.stream()
                .filter(queue -> queue.arn().equals(arn)).findFirst());
        home.ifPresent(queue -> {
            delete(id);
            queue.send(message.get().redriven(dice.uuid(), now));
        });
        return home.isPresent() ? Outcome.MOVED : Outcome.LOST;
    }

    /// Begins to move its messages back to the queues that they came from.
    ///
    /// @param perSecond empty lets SQS choose
    /// @return the handle of the task
    public String redrive(OptionalInt perSecond, long now) {
        var task = new MoveTask("AQEB" + dice.letters(40), perSecond, backlog.ids(), now);
        moves.addFirst(task);
        if (moves.size() > RedriveSource.NEWEST) {
            moves.removeLast();
        }
        return task.handle();
    }

    /// Whether a move task of its messages is not over.
    public boolean isMoving() {
        return moves.stream().anyMatch(MoveTask::isUnderWay);
    }

    /// Whether it has a move task with this handle.
    public boolean hasMove(String handle) {
        return moves.stream().anyMatch(task -> task.handle().equals(handle));
    }

    /// Ends a move task before its time.
    ///
    /// @return whether it was running
    public boolean cancelMove(String handle) {
        Optional<MoveTask> task = moves.stream().filter(one -> one.handle().equals(handle) && one.isRunning())
                .findFirst();
        task.ifPresent(MoveTask::cancel);
        return task.isPresent();
    }

    /// The running move task fails, for a reason that SQS may give.
    public void failMove(String reason) {
        moves.stream().filter(MoveTask::isRunning).forEach(task -> task.fail(reason));
    }

    /// Tells of a move task that it had, whatever words AWS may have for it.
    public void tellMove(RedriveTask task) {
        told.add(task);
    }

    /// Its move tasks, newest first.
    public List<RedriveTask> moveViews() {
        return Stream.concat(told.stream(), moves.stream().map(task -> task.view(arn())))
                .sorted(Comparator.comparing(RedriveTask::startedAt).reversed()).toList();
    }

    /// Destroys every message.
    ///
    /// @return whether it does: not within a minute of the last time
    public boolean purge(long now) {
        boolean may = now >= purgedAt + PURGE;
        if (may) {
            backlog.clear();
            purgedAt = now;
        }
        return may;
    }

    public Optional<SimulatedQueue> deadLetters() {
        return deadLetters;
    }

    /// The queues whose dead letters come here.
    public List<SimulatedQueue> sources() {
        return sources;
    }

    public String name() {
        return name;
    }

    public String arn() {
        return place.arn("sqs", name);
    }

    public QueueState view() {
        return new QueueState(name, arn(), backlog.visible(), backlog.hidden(), 0, RETENTION, VISIBILITY,
                name.endsWith(".fifo"), deadLetters.map(queue -> new RedrivePolicy(queue.arn(), RECEIVES)));
    }
}
