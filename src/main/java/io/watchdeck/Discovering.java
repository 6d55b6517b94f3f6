package io.watchdeck;

import io.watchdeck.watch.discovery.Discovery;

/// What proposes stack files, with the connection that it reads through.
record Discovering(Discovery discovery, AutoCloseable connection) implements AutoCloseable {

    @Override
    public void close() {
        try {
            connection.close();
        } catch (Exception ignored) {
            // Everything was read; a connection that does not close cleanly changes nothing.
            System.getLogger(Discovering.class.getName()).log(System.Logger.Level.DEBUG, "closing", ignored);
        }
    }
}
