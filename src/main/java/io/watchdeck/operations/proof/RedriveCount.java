package io.watchdeck.operations.proof;

/// How a redrive's messages are shared out, approximately as SQS counts.
///
/// @param total     messages that were there when it began
/// @param moved     by SQS's count
/// @param remaining that were not moved
/// @param back      that were moved and are dead letters again
record RedriveCount(long total, long moved, long remaining, long back) {

    /// @param toMove messages that SQS meant to move; they, not the moved, tell what is left in the queue
    /// @param inQueue that are in the dead-letter queue now
    static RedriveCount of(long total, long moved, long toMove, long inQueue) {
        long remaining = Math.clamp(toMove - moved, 0, inQueue);
        return new RedriveCount(total, moved, remaining, Math.max(0, inQueue - remaining));
    }

    /// Moved, and not seen again.
    long accepted() {
        return Math.max(0, moved - back);
    }

    /// Neither moved nor there: expired meanwhile, taken by somebody, or a count that was approximate. Negative where
    /// there are more than there were.
    long unaccounted() {
        return total - accepted() - back - remaining;
    }
}
