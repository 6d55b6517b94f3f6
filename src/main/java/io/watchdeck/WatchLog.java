package io.watchdeck;

import io.watchdeck.watch.Watch;
import java.util.function.Consumer;

/// What a console tells the log of what it watches: its figures and its files. Closing ends it.
record WatchLog(FailureLog figures, StackFileLog files) implements AutoCloseable {

    /// @param log takes a line at a time
    static WatchLog of(Watch watch, Consumer<String> log) {
        return new WatchLog(new FailureLog(watch, log), new StackFileLog(watch, log));
    }

    @Override
    public void close() {
        figures.close();
        files.close();
    }
}
