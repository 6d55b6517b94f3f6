package io.watchdeck;

import io.watchdeck.store.Database;
import io.watchdeck.store.Opening;
import io.watchdeck.words.Words;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// The history as a command opens it by itself, because no console has it.
final class CommandHistory {

    /// Two commands may follow each other.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private CommandHistory() {}

    /// @param err told what became of the file
    /// @throws Refusal when there is none, or it cannot be had
    static Database open(Path folder, Words words, PrintWriter err) {
        if (!Database.isThere(folder)) {
            throw new Refusal(ExitCode.NO_INPUT, "There is no history in " + folder + " yet.");
        }
        Opening opening = Patience.open(folder, Clock.systemUTC(), PATIENCE, told -> err.println(words.say(told)));
        String told = opening.told().map(words::say).orElse("");
        return switch (opening) {
            case Opening.Opened(Database database, var _) -> told(database, told, err);
            case Opening.InMemory(Database database, var _) -> told(database, told, err);
            case Opening.Newer _ -> throw new Refusal(ExitCode.BAD_DATA, told);
            case Opening.InUse _ -> throw new Refusal(ExitCode.BUSY, told);
        };
    }

    private static Database told(Database database, String told, PrintWriter err) {
        if (!told.isEmpty()) {
            err.println(told);
        }
        return database;
    }
}
