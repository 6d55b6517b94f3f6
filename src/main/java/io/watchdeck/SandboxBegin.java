package io.watchdeck;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// When the sandbox of a data folder began. The simulation goes on from there when the console is started again, so that
/// what happened in it stays where it was and what is kept of it stays true. What persons changed in the simulated account
/// is not kept.
///
/// @param folder the data folder
record SandboxBegin(Path folder, Clock clock) {

    private static final System.Logger LOG = System.getLogger(SandboxBegin.class.getName());
    private static final String FILE = "sandbox-begin";
    /// One that began longer ago begins anew: going through it would keep a start waiting.
    static final Duration LONGEST = Duration.ofDays(7);

    /// The present instant for a folder that has none yet, which is written there. One that cannot be written is one for
    /// this start only.
    Instant instant() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return written().filter(begin -> !begin.isAfter(now) && begin.isAfter(now.minus(LONGEST)))
                .orElseGet(() -> write(now));
    }

    private Optional<Instant> written() {
        try {
            Path file = folder.resolve(FILE);
            return Files.exists(file) ? Optional.of(Instant.parse(Files.readString(file).strip())) : Optional.empty();
        } catch (IOException | DateTimeParseException unreadable) {
            LOG.log(Level.WARNING, "When the sandbox began cannot be read, it begins anew: {0}",
                    unreadable.getMessage());
            return Optional.empty();
        }
    }

    private Instant write(Instant begin) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(FILE), begin + "\n");
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "When the sandbox began cannot be kept: {0}", unwritable.getMessage());
        }
        return begin;
    }
}
