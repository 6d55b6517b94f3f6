package io.watchdeck.queues.letters;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A message move task of SQS.
///
/// @param handle    by which it can be cancelled; SQS tells it only while it runs
/// @param status    `RUNNING`, `COMPLETED`, `CANCELLING`, `CANCELLED`, `FAILED`; unknown words as they are
/// @param perSecond the rate it was given; empty where SQS chooses
/// @param moved     approximately
/// @param toMove    approximately, counted at its start; empty where SQS does not know
/// @param reason    why it failed, in AWS's own words, or empty
public record RedriveTask(Optional<String> handle, String status, String sourceArn, Optional<String> destinationArn,
        OptionalInt perSecond, long moved, OptionalLong toMove, String reason, Instant startedAt) {

    public boolean isRunning() {
        return status.equals("RUNNING");
    }

    /// Over, and no message was moved by it, as far as SQS counts.
    public boolean movedNothing() {
        return !isUnderWay() && moved == 0;
    }

    /// Neither ended nor, for a status that is new, known to have ended.
    public boolean isUnderWay() {
        return !status.equals("COMPLETED") && !status.equals("CANCELLED") && !status.equals("FAILED");
    }
}
