package io.watchdeck.sandbox.jobs;

import io.watchdeck.queues.PipeState;
import io.watchdeck.sandbox.clockwork.Place;
import java.util.Optional;

/// An EventBridge pipe from a queue to a Batch job queue: a message is gone from the queue once its job is submitted.
public final class SimulatedPipe {

    private static final int BATCH = 10;

    private final String name;
    private final Place place;
    private final SimulatedQueue source;
    private final Optional<SimulatedBatchQueue> target;
    private int rejections;
    private String state = "RUNNING";
    private String reason = "";

    public SimulatedPipe(String name, Place place, SimulatedQueue source, Optional<SimulatedBatchQueue> target) {
        this.name = name;
        this.place = place;
        this.source = source;
        this.target = target;
    }

    /// Puts it into a state, with AWS's words for it.
    public void change(String newState, String newReason) {
        state = newState;
        reason = newReason;
    }

    /// From the next message no job can be made, so that it becomes a dead letter.
    public void rejectNext() {
        rejections++;
    }

    public void step(long now) {
        if (!state.equals("RUNNING")) {
            return;
        }
        for (SimulatedMessage message : source.take(BATCH)) {
            if (rejections > 0) {
                rejections--;
                source.giveUp(message, now);
            } else {
                target.ifPresent(queue -> queue.submit("analysis-job-" + message.id(), now));
            }
        }
    }

    public String name() {
        return name;
    }

    public PipeState view() {
        return new PipeState(name, state, reason, source.arn(),
                target.map(SimulatedBatchQueue::arn).orElse(place.arn("batch", "job-queue/none")));
    }
}
