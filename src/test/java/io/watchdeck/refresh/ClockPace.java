package io.watchdeck.refresh;

import io.watchdeck.model.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;

/// Pollers that rest by a clock that the test moves: nothing happens between two moves, and after a move everything that
/// has become due has been done.
public final class ClockPace implements Pace {

    /// How often a resting poller looks at the clock, by the system's time.
    private static final long LOOK = Duration.ofMillis(4).toNanos();
    /// A poller that has something to do may ask another, which has rested already, to do something, and that a third.
    private static final int TURNS = 5;

    private final MutableClock clock;
    private final int pollers;
    private final Instant begin;
    /// The last turn in which each poller was seen to rest.
    private final Map<Condition, Integer> resting = new ConcurrentHashMap<>();
    private int turn;

    /// @param pollers that rest by it, all of which must have been started before it is asked to settle
    public ClockPace(MutableClock clock, int pollers) {
        this.clock = clock;
        this.pollers = pollers;
        begin = clock.instant();
    }

    @Override
    public long nanoTime() {
        return Duration.between(begin, clock.instant()).toNanos();
    }

    @Override
    public void await(Condition changed, long nanos) throws InterruptedException {
        synchronized (this) {
            resting.put(changed, turn);
            notifyAll();
        }
        changed.awaitNanos(LOOK);
    }

    /// Moves the clock, and returns when all that is due then has been done. Between the two ends no time passes: what
    /// would have been done twice is done once.
    public void pass(Duration length) throws InterruptedException {
        clock.forward(length);
        settle();
    }

    /// Returns when every poller rests and none has been asked for anything.
    public synchronized void settle() throws InterruptedException {
        for (int i = 0; i < TURNS; i++) {
            turn++;
            while (resting.size() < pollers || resting.values().stream().anyMatch(last -> last < turn)) {
                wait();
            }
        }
    }
}
