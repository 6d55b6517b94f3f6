package io.watchdeck.refresh;

import java.util.concurrent.locks.Condition;

/// The time by which a [Poller] rests. Tests let theirs pass as they need it.
public interface Pace {

    /// A ticker as [System#nanoTime()].
    long nanoTime();

    /// Waits until the condition is signalled or this much of the time has passed; may return early.
    ///
    /// @param changed of a lock that the caller holds
    void await(Condition changed, long nanos) throws InterruptedException;

    static Pace ofSystemTime() {
        return new Pace() {

            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void await(Condition changed, long nanos) throws InterruptedException {
                changed.awaitNanos(nanos);
            }
        };
    }
}
