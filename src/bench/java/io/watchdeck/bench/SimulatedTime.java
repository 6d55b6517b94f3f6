package io.watchdeck.bench;

import io.watchdeck.model.MutableClock;
import io.watchdeck.refresh.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/// Time in which pollers rest and that passes as fast as they are done: no poller waits for the system's clock. Between
/// two steps no time passes; what has become due within one is done once, at its end. What is done several times a minute
/// (telling ages, writing, looking whether somebody looks) asks nothing that costs: it is done every quarter of an hour.
final class SimulatedTime implements Pace {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long SELDOM = Duration.ofMinutes(15).toNanos();

    private final MutableClock clock;
    private final Instant begin;
    private final Map<Condition, Resting> resting = new HashMap<>();
    private int pollers;

    private record Resting(Lock held, Condition changed, long due) {}

    SimulatedTime(MutableClock clock) {
        this.clock = clock;
        begin = clock.instant();
    }

    @Override
    public long nanoTime() {
        return Duration.between(begin, clock.instant()).toNanos();
    }

    @Override
    public void await(Lock held, Condition changed, long nanos) throws InterruptedException {
        var mine = new Resting(held, changed, nanoTime() + (nanos < MINUTE ? SELDOM : nanos));
        synchronized (this) {
            resting.put(changed, mine);
            notifyAll();
        }
        try {
            changed.await();
        } finally {
            synchronized (this) {
                resting.remove(changed, mine);
            }
        }
    }

    /// Returns when so many pollers rest.
    synchronized void settle(int count) throws InterruptedException {
        pollers = count;
        do {
            while (resting.size() < pollers) {
                wait();
            }
            // One that was asked for something while it rested is about to wake.
            wait(2);
        } while (resting.size() < pollers);
    }

    /// Moves the clock, and returns when all that is due then has been done.
    void pass(Duration step) throws InterruptedException {
        clock.forward(step);
        List<Resting> due;
        synchronized (this) {
            due = resting.values().stream().filter(one -> one.due() <= nanoTime()).toList();
            due.forEach(one -> resting.remove(one.changed(), one));
        }
        for (Resting one : due) {
            one.held().lock();
            try {
                one.changed().signalAll();
            } finally {
                one.held().unlock();
            }
        }
        synchronized (this) {
            while (resting.size() < pollers) {
                wait();
            }
        }
    }
}
