package io.watchdeck.refresh;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Runs a piece of work after each of many changes, but never twice at a time and never more often than needed: changes
/// that come while it runs lead to one more run, on the thread that is running it already.
public final class Coalescer {

    private final Runnable work;
    private final Consumer<Throwable> onMistake;
    private final AtomicInteger asked = new AtomicInteger();

    public Coalescer(Runnable work, Consumer<Throwable> onMistake) {
        this.work = work;
        this.onMistake = onMistake;
    }

    public void changed() {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        int done;
        do {
            done = asked.get();
            try {
                work.run();
            } catch (RuntimeException | Error mistake) {
                onMistake.accept(mistake);
            }
        } while (asked.addAndGet(-done) > 0);
    }
}
