package io.watchdeck.sandbox.script;

import io.watchdeck.sandbox.jobs.SimulatedBatchQueue;
import io.watchdeck.sandbox.jobs.SimulatedMessage;
import io.watchdeck.sandbox.jobs.SimulatedQueue;
import io.watchdeck.sandbox.telemetry.MetricKey;
import java.util.Optional;

/// Sesami's dead letters: 27 of them, the oldest to be destroyed within a day, while a few Batch jobs fail and leave no
/// trace in the queue. After three hours a colleague redrives them.
final class SesamiScript {

    private static final String QUEUE = "sesami-analysis-jobs";
    private static final String DEAD = "sesami-analysis-jobs-dlq";
    private static final String BATCH = "sesami-job-queue";
    private static final String PIPE = "sesami-sqs-to-batch";
    private static final int DEAD_LETTERS = 27;
    /// Minutes since the oldest dead letter came: 13 days and 2 hours.
    private static final double OLDEST = (13 * 24 + 2) * 60.0;
    /// Three receives with a visibility of 900 s lie between sending and the dead-letter queue.
    private static final double RECEIVING = 45;

    private final Director director;

    SesamiScript(Director director) {
        this.director = director;
    }

    void arrange() {
        new AlarmDesk(director.stack()).put(AlarmDesk.Order.above("sesami-dlq-not-empty",
                MetricKey.ofQueue("ApproximateNumberOfMessagesVisible", DEAD), "Maximum", 60, 1, 0, "sesami-alerts"));
        director.stack().queue(DEAD).ifPresent(this::fill);
        for (double minutes : new double[] {-47, -139, -217}) {
            batch().ifPresent(queue -> queue.fail("analysis-job-" + director.dice().uuid(),
                    SimulatedBatchQueue.CONTAINER_EXITED, director.second(minutes)));
        }
        director.everyAbout(34, 75, now -> batch().ifPresent(queue -> queue.failOne(director.dice().chance(0.3), now)));
        director.everyAbout(21, 45, _ -> director.stack().pipe(PIPE).ifPresent(pipe -> pipe.rejectNext()));
        director.everyAbout(95, 260, this::stopPipe);
        director.everyAbout(182, 300, now -> director.stack().queue(QUEUE)
                .ifPresent(queue -> queue.redrive(director.dice(), now)));
        director.everyAbout(64, 150, now -> director.rush(now, director.dice().between(1.6, 3.4), 25));
    }

    private Optional<SimulatedBatchQueue> batch() {
        return director.stack().batchQueue(BATCH);
    }

    /// The oldest came 13 days ago, the others spread over the time since.
    private void fill(SimulatedQueue dead) {
        for (int index = 0; index < DEAD_LETTERS; index++) {
            double minutes = -OLDEST * Math.pow(1 - index / (double) DEAD_LETTERS, 1.4);
            SimulatedMessage written = director.stack().newMessage(director.second(minutes - RECEIVING));
            dead.send(written.movedAt(director.second(minutes), 3));
        }
    }

    /// A colleague stops the pipe for some minutes: the queue fills.
    private void stopPipe(long now) {
        director.stack().pipe(PIPE).ifPresent(pipe -> {
            pipe.change("STOPPED", "User initiated");
            director.after(now, 7, _ -> pipe.change("RUNNING", ""));
        });
    }
}
