package io.watchdeck.sandbox.jobs;

import io.watchdeck.queues.letters.RedriveTask;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A message move task: moves what was in the dead-letter queue when it began, the oldest first, and what is hidden then as
/// soon as it is visible again.
final class MoveTask {

    /// Messages a second, where SQS chooses.
    private static final int CHOSEN = 500;

    private final String handle;
    private final OptionalInt perSecond;
    private final long startedAt;
    private final int total;
    private final Deque<String> waiting;
    private String status = "RUNNING";
    private String reason = "";
    private int moved;
    private long reached;

    /// Moves one message.
    interface Mover {

        /// What became of it.
        enum Outcome { MOVED, HIDDEN, GONE, LOST }

        Outcome move(String id);
    }

    /// @param waiting ids of what is to be moved
    MoveTask(String handle, OptionalInt perSecond, Collection<String> waiting, long startedAt) {
        this.handle = handle;
        this.perSecond = perSecond;
        this.waiting = new ArrayDeque<>(waiting);
        this.startedAt = startedAt;
        total = waiting.size();
        reached = startedAt;
    }

    String handle() {
        return handle;
    }

    boolean isRunning() {
        return status.equals("RUNNING");
    }

    boolean isUnderWay() {
        return isRunning() || status.equals("CANCELLING");
    }

    void cancel() {
        status = "CANCELLING";
    }

    void fail(String why) {
        end("FAILED");
        reason = why;
    }

    private void end(String how) {
        status = how;
        waiting.clear();
    }

    void step(Mover mover, long now) {
        if (isRunning()) {
            move(mover, (now - reached) * perSecond.orElse(CHOSEN));
        } else if (isUnderWay()) {
            end("CANCELLED");
        }
        reached = now;
    }

    private void move(Mover mover, long most) {
        long left = most;
        for (int looks = waiting.size(); looks > 0 && left > 0; looks--) {
            String id = waiting.removeFirst();
            switch (mover.move(id)) {
                case MOVED -> {
                    moved++;
                    left--;
                }
                case HIDDEN -> waiting.addLast(id);
                case GONE -> {}
                case LOST -> {
                    fail("CouldNotDetermineMessageSource");
                    return;
                }
            }
        }
        if (waiting.isEmpty()) {
            end("COMPLETED");
        }
    }

    RedriveTask view(String sourceArn) {
        return new RedriveTask(isRunning() ? Optional.of(handle) : Optional.empty(), status, sourceArn,
                Optional.empty(), perSecond, moved, OptionalLong.of(total), reason, Instant.ofEpochSecond(startedAt));
    }
}
