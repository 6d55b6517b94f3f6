package io.watchdeck.refresh;

import java.util.function.Consumer;

/// Does one piece of blocking work on a thread of its own, so that whoever asks for it goes on at once.
public final class Background {

    private Background() {}

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
