package io.watchdeck.sandbox.logbook;

import io.watchdeck.logs.LogLine;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.jobs.SimulatedBatchQueue;
import java.time.Instant;

/// Writes what the jobs of a Batch queue log: how far they are, and why they failed.
public final class BatchScribe implements Scribe {

    private final SimulatedLog log;
    private final SimulatedBatchQueue queue;
    private final Dice dice;

    public BatchScribe(SimulatedLog log, SimulatedBatchQueue queue, Dice dice) {
        this.log = log;
        this.queue = queue;
        this.dice = dice;
    }

    @Override
    public void closeMinute(long end) {
        Instant from = Instant.ofEpochSecond(end - 60);
        for (int job = queue.running(); job > 0; job--) {
            write(from.plusMillis(dice.between(0, 59_999)), dice.hex(32),
                    "INFO  analysed %d of %d files".formatted(dice.between(1, 400), dice.between(400, 900)));
        }
        queue.view().failed().stream()
                .filter(job -> !job.stoppedAt().isBefore(from) && job.stoppedAt().isBefore(from.plusSeconds(60)))
                .forEach(job -> write(job.stoppedAt(), job.id(), "ERROR " + job.name() + " failed: " + words(job)));
    }

    private static String words(FailedJob job) {
        return job.reason().equals(SimulatedBatchQueue.CONTAINER_EXITED)
                ? "repository could not be cloned, exit status 1"
                : "interrupted by the host";
    }

    private void write(Instant at, String job, String message) {
        log.write(new LogLine(at, queue.name() + "/default/" + job, message));
    }
}
