package io.watchdeck.refresh;

import java.time.Duration;
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
    private final Consumer<Throwable> onMistake;
    private final Pace pace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long due;
    private boolean poked;
    private boolean paused;
    private volatile boolean closed;
    private volatile boolean running;

    /// @param every     asked anew before each pause, so that the rhythm can change
    /// @param onMistake a mistake of the program: expected failures are values and never come here
    /// @param pace      the time that passes between two runs
    public Poller(String name, Runnable work, Supplier<Duration> every, Consumer<Throwable> onMistake, Pace pace) {
        this.name = name;
        this.work = work;
        this.every = every;
        this.onMistake = onMistake;
        this.pace = pace;
    }

    /// By the system's time.
    public Poller(String name, Runnable work, Supplier<Duration> every, Consumer<Throwable> onMistake) {
        this(name, work, every, onMistake, Pace.ofSystemTime());
    }

    /// The first run comes at once, or when the pause ends.
    public Poller start() {
        return start(Duration.ZERO);
    }

    /// The same when a pause has passed before: what it looks at was looked at a moment ago.
    public Poller startLater() {
        return start(every.get());
    }

    private Poller start(Duration first) {
        change(() -> due = pace.nanoTime() + first.toNanos());
        Thread.ofVirtual().name("poll " + name).start(this::loop);
        return this;
    }

    public void poke() {
        change(() -> poked |= !running);
    }

    /// Asks for a run that begins after this call, because what is to be read has changed: one under way does not count.
    public void again() {
        change(() -> poked = true);
    }

    public boolean isRunning() {
        return running;
    }

    /// While paused only what is asked for is done; what has become due meanwhile is done when the pause ends.
    public void pause(boolean pause) {
        change(() -> paused = pause);
    }

    /// Returns at once; a run under way ends by itself and has no successor.
    @Override
    public void close() {
        change(() -> closed = true);
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        try {
            while (awaitTurn()) {
                run();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            work.run();
        } catch (RuntimeException | Error mistake) {
            // What a run needs may be gone when it outlives the schedule.
            if (!closed) {
                onMistake.accept(mistake);
            }
        } finally {
            Duration pause = every.get();
            change(() -> {
                running = false;
                due = pace.nanoTime() + pause.toNanos();
            });
        }
    }

    /// Waits until a run is due or asked for.
    ///
    /// @return whether there is one
    private boolean awaitTurn() throws InterruptedException {
        lock.lock();
        try {
            long left = due - pace.nanoTime();
            while (!closed && !poked && (paused || left > 0)) {
                if (paused) {
                    changed.await();
                } else {
                    pace.await(changed, left);
                }
                left = due - pace.nanoTime();
            }
            poked = false;
            running = !closed;
            return running;
        } finally {
            lock.unlock();
        }
    }
}
