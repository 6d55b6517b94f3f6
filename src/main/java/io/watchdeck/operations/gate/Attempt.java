package io.watchdeck.operations.gate;

import java.util.concurrent.atomic.AtomicReference;

/// What was confirmed once, from then until its first request leaves: so long it can be taken back, and then nothing is
/// sent. Safe for several threads; either it leaves or it is taken back, whichever comes first.
public final class Attempt {

    private enum Stage {
        WAITING, LEFT, TAKEN_BACK
    }

    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);

    /// @return whether nothing was sent and nothing will be; otherwise it has left, and what comes of it is in the journal
    public boolean takeBack() {
        stage.compareAndSet(Stage.WAITING, Stage.TAKEN_BACK);
        return isTakenBack();
    }

    public boolean isTakenBack() {
        return stage.get() == Stage.TAKEN_BACK;
    }

    /// The next thing done is to send it.
    ///
    /// @return whether it may be sent
    boolean leave() {
        stage.compareAndSet(Stage.WAITING, Stage.LEFT);
        return stage.get() == Stage.LEFT;
    }
}
