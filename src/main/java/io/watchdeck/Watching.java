package io.watchdeck;

import io.watchdeck.watch.LiveWatch;

/// A watch with the connection that it reads through; closing ends both.
record Watching(LiveWatch watch, AutoCloseable connection) implements AutoCloseable {

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
