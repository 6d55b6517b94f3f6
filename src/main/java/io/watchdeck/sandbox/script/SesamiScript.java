package io.watchdeck.sandbox.script;

import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.jobs.SimulatedBatchQueue;
import io.watchdeck.sandbox.jobs.SimulatedMessage;
import io.watchdeck.sandbox.jobs.SimulatedPipe.Refusal;
import io.watchdeck.sandbox.telemetry.MetricKey;
import java.util.Optional;
import java.util.OptionalInt;

/// Sesami's dead letters: 27 of them, the oldest to be destroyed within a day, while a few Batch jobs fail and leave no
/// trace in the queue. After three hours a colleague redrives them, and five come back.
final class SesamiScript {

    private static final String QUEUE = "sesami-analysis-jobs";
    private static final String DEAD = "sesami-analysis-jobs-dlq";
    private static final String BATCH = "sesami-job-queue";
    private static final String PIPE = "sesami-sqs-to-batch";
    /// Three receives with a visibility of 900 s lie between sending and the dead-letter queue.
    private static final double RECEIVING = 45;

    private final Director director;

    SesamiScript(Director director) {
        this.director = director;
    }

    void arrange() {
        new AlarmDesk(director.stack()).put(AlarmDesk.Order.above("sesami-dlq-not-empty",
                MetricKey.ofQueue("ApproximateNumberOfMessagesVisible", DEAD), "Maximum", 60, 1, 0, "sesami-alerts"));
        new SesamiLetters(director.stack()).fill(DEAD, RECEIVING);
        for (double minutes : new double[] {-47, -139, -217}) {
            batch().ifPresent(queue -> queue.fail("analysis-job-" + director.dice().uuid(),
                    SimulatedBatchQueue.CONTAINER_EXITED, director.second(minutes)));
        }
        director.everyAbout(34, 75, now -> batch().ifPresent(queue -> queue.failOne(director.dice().chance(0.3), now)));
        var happenings = new Dice(director.stack().start(), "dead letters of sesami");
        director.everyAbout(21, 45, now -> addDeadLetter(happenings, now));
        director.everyAbout(95, 260, this::stopPipe);
        director.everyAbout(182, 300, now -> director.stack().queue(DEAD).filter(dead -> !dead.isMoving())
                .ifPresent(dead -> dead.redrive(OptionalInt.of(10), now)));
        director.everyAbout(64, 150, now -> director.rush(now, director.dice().between(1.6, 3.4), 25));
    }

    private Optional<SimulatedBatchQueue> batch() {
        return director.stack().batchQueue(BATCH);
    }

    /// Mostly Batch is throttling for a moment; sometimes the message is at fault.
    private void addDeadLetter(Dice happenings, long now) {
        if (happenings.chance(0.7)) {
            director.stack().pipe(PIPE).ifPresent(pipe -> pipe.refuseNext(Refusal.throttled()));
        } else {
            SimulatedMessage message = director.stack().newMessage(now);
            director.stack().queue(QUEUE).ifPresent(queue -> queue
                    .send(message.saying(SesamiLetters.withoutRepository(message.body()))));
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
