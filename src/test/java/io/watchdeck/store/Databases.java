package io.watchdeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/// Opens databases for tests.
final class Databases {

    static final Instant NOW = Instant.parse("2026-09-22T04:42:30Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Databases() {}

    static Opening open(Path folder) {
        return open(folder, _ -> {});
    }

    static Opening open(Path folder, Consumer<Phrase> told) {
        return Database.open(folder, CLOCK, told);
    }

    /// @throws AssertionError when it is not open in its file, as it was
    static Database opened(Path folder) {
        Opening opening = open(folder);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        assertThat(opening.told()).isEmpty();
        return ((Opening.Opened) opening).database();
    }

    /// In memory, because no folder can be where a file is.
    static Database inMemory(Path folder) {
        try {
            Path file = Files.writeString(folder.resolve("file"), "");
            Opening opening = open(file.resolve("data"));
            assertThat(opening).isInstanceOf(Opening.InMemory.class);
            return ((Opening.InMemory) opening).database();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /// The same database with nothing in it: opening one takes longer than most tests.
    static Database emptied(Database database) {
        return database.write(handle -> {
            TableCopy.tables(handle.getConnection()).forEach(table -> handle.execute("delete from " + table));
            return database;
        });
    }
}
