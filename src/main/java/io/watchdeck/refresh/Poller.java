package io.watchdeck.refresh;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Does one piece of work again and again, on a virtual thread of its own. The pause is counted from the end of one run
/// to the begin of the next, so a slow source is never asked twice at a time. [#poke] asks for a run at once; while
/// one is under way it changes nothing, because what is asked for is being done.
///
/// The border of a schedule: whatever the work throws goes to the listener for mistakes, and the next run comes all the
/// same.
public final class Poller implements AutoCloseable {

    private final String name;
    private final Runnable work;
    private final Supplier<Duration> every;
    private final Consumer<RuntimeException> onMistake;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicBoolean running = new AtomicBoolean();
    private boolean poked;
    private boolean paused;
    private boolean closed;

    /// @param every     asked anew before each pause, so that the rhythm can change
    /// @param onMistake a mistake of the program: expected failures are values and never come here
    public Poller(String name, Runnable work, Supplier<Duration> every, Consumer<RuntimeException> onMistake) {
        this.name = name;
        this.work = work;
        this.every = every;
        this.onMistake = onMistake;
    }

    public Poller start() {
        Thread.ofVirtual().name("poll " + name).start(this::loop);
        return this;
    }

    public void poke() {
        if (running.get()) {
            return;
        }
        lock.lock();
        try {
            poked = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public boolean isRunning() {
        return running.get();
    }

    public void pause(boolean pause) {
        lock.lock();
        try {
            paused = pause;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Returns at once; a run under way ends by itself and has no successor.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        try {
            do {
                run();
            } while (awaitNext());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        running.set(true);
        try {
            work.run();
        } catch (RuntimeException mistake) {
            onMistake.accept(mistake);
        } finally {
            running.set(false);
        }
    }

    private boolean awaitNext() throws InterruptedException {
        lock.lock();
        try {
            poked = false;
            long left = every.get().toNanos();
            while (!closed && !poked && (left > 0 || paused)) {
                if (paused) {
                    changed.await();
                } else {
                    left = changed.awaitNanos(left);
                }
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }
}
