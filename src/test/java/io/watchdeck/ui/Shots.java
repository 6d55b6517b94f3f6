package io.watchdeck.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The pictures of a gallery, each drawn in a turn of the toolkit of its own. What a window leaves to be done later holds
/// it until the turn ends: in one turn, a few hundred windows take all memory.
public final class Shots {

    /// Each is given what comes after it.
    private final Deque<Consumer<Runnable>> waiting = new ArrayDeque<>();

    /// Draws it after those before.
    public void add(Runnable shot) {
        waiting.add(next -> {
            shot.run();
            Platform.runLater(next);
        });
    }

    /// Draws several after those before, with turns of the toolkit between them for which it waits.
    ///
    /// @param story runs in a thread of its own
    public void addStory(Runnable story) {
        waiting.add(next -> Thread.ofPlatform().start(() -> {
            try {
                story.run();
            } finally {
                Platform.runLater(next);
            }
        }));
    }

    /// Draws them and ends the toolkit.
    public void begin() {
        Consumer<Runnable> shot = waiting.poll();
        if (shot == null) {
            Platform.exit();
        } else {
            shot.accept(this::begin);
        }
    }
}
