package io.watchdeck;

import io.watchdeck.model.Phrase;
import io.watchdeck.store.Database;
import io.watchdeck.store.Opening;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Waits for the history while another process has it open. Commands hold it for as long as they read or write, a console
/// until its end.
final class Patience {

    private static final Duration BETWEEN = Duration.ofMillis(100);

    private Patience() {}

    static Opening open(Path folder, Clock clock, Duration patience, Consumer<Phrase> told) {
        return open(folder, clock, patience, told, () -> true);
    }

    /// @param patience how long to wait at most
    /// @param told     as [Database#open] takes it
    /// @param wanted   whether there is still any use in waiting
    static Opening open(Path folder, Clock clock, Duration patience, Consumer<Phrase> told,
            BooleanSupplier wanted) {
        long end = System.nanoTime() + patience.toNanos();
        Opening opening = Database.open(folder, clock, told);
        while (opening instanceof Opening.InUse && wanted.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            opening = Database.open(folder, clock, told);
        }
        return opening;
    }
}
