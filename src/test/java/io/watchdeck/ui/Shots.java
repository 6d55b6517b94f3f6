package io.watchdeck.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.application.Platform;

/// The pictures of a gallery, each drawn in a turn of the toolkit of its own. What a window leaves to be done later holds
/// it until the turn ends: in one turn, a few hundred windows take all memory.
public final class Shots {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    /// Draws it after those before.
    public void add(Runnable shot) {
        waiting.add(shot);
    }

    /// Draws them and ends the toolkit.
    public void begin() {
        Runnable shot = waiting.poll();
        if (shot == null) {
            Platform.exit();
        } else {
            shot.run();
            Platform.runLater(this::begin);
        }
    }
}
