package io.watchdeck.refresh;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;

/// Does one piece of blocking work on a thread of its own, so that whoever asks for it goes on at once.
public final class Background {

    private static final ScheduledExecutorService TIMER = timerThread();

    private Background() {}

    /// One thread for what is to happen after a while and is over at once, such as ending a call that takes too long.
    /// It does not keep the program from ending, and is never shut down.
    public static ScheduledExecutorService timer() {
        return TIMER;
    }

    private static ScheduledExecutorService timerThread() {
        var timer = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().daemon().name("timer").factory());
        // A call that has ended leaves nothing behind.
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /// @param onMistake a mistake of the program: expected failures are values and never come here
    public static void run(String name, Runnable work, Consumer<Throwable> onMistake) {
        Thread.ofVirtual().name(name).start(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error mistake) {
                onMistake.accept(mistake);
            }
        });
    }
}
