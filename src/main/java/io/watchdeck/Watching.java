package io.watchdeck;

import io.watchdeck.stack.FileProblem;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.LiveWatch;
import java.util.List;

/// A watch with the connection that it reads through; closing ends both.
record Watching(LiveWatch watch, AutoCloseable connection) implements AutoCloseable {

    /// Takes over the stack files where they say something else than before.
    void watchIfChanged(List<StackFile> stacks, List<FileProblem> problems) {
        if (!watch.stacks().equals(stacks) || !watch.current().problems().equals(problems)) {
            watch.stacks(stacks, problems);
        }
    }

    @Override
    public void close() {
        watch.close();
        try {
            connection.close();
        } catch (Exception ignored) {
            // The program ends or the account changes; a connection that does not close cleanly changes nothing.
            System.getLogger(Watching.class.getName()).log(System.Logger.Level.DEBUG, "closing", ignored);
        }
    }
}
