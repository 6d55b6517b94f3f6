package io.watchdeck.queues;

import java.time.Duration;
import java.util.Optional;

/// An SQS queue as its attributes describe it. Counts are approximate, as SQS's own.
///
/// @param retention  how long a message lives
/// @param visibility how long a received message stays hidden
public record QueueState(String name, String arn, long visible, long inFlight, long delayed, Duration retention,
        Duration visibility, boolean fifo, Optional<RedrivePolicy> redrive) {

    /// The messages that can be received now, and those that somebody has received and not deleted. Who looks at a message
    /// hides it for a while; it is there nevertheless.
    public long present() {
        return visible + inFlight;
    }

    /// @param deadLetterArn   where messages go
    /// @param maxReceiveCount after so many receives
    public record RedrivePolicy(String deadLetterArn, int maxReceiveCount) {

        /// The queue's name is the last part of its ARN.
        public String deadLetterName() {
            return deadLetterArn.substring(deadLetterArn.lastIndexOf(':') + 1);
        }
    }
}
