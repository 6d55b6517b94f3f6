package io.watchdeck;

import io.watchdeck.watch.discovery.Discovery;

/// What proposes stack files.
///
/// @param hangUp ends the connection that it reads through
record Discovering(Discovery discovery, Runnable hangUp) implements AutoCloseable {

    @Override
    public void close() {
        hangUp.run();
    }
}
