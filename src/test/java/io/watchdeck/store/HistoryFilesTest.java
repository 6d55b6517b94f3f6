package io.watchdeck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFilesTest {

    @TempDir
    private Path folder;

    private HistoryFiles files;

    @BeforeEach
    void nameThem() {
        files = new HistoryFiles(folder);
    }

    @Test
    void whatIsReplacedGetsAnotherName() throws IOException {
        Files.writeString(files.file(), "old");
        Files.writeString(files.building(), "new");

        Optional<Path> aside = files.replace("replaced", Databases.NOW);

        assertThat(files.file()).hasContent("new");
        assertThat(aside).hasValueSatisfying(path -> assertThat(path).hasContent("old"));
    }

    @Test
    void whereNothingCanBePutInItsPlaceTheHistoryStays() throws IOException {
        Files.writeString(files.file(), "old");

        assertThatIOException().isThrownBy(() -> files.replace("replaced", Databases.NOW));

        assertThat(folder).isDirectoryContaining(file -> file.equals(files.file()));
        assertThat(files.file()).hasContent("old");
        try (var all = Files.list(folder)) {
            assertThat(all).hasSize(1);
        }
    }

    /// As on a disk that fills up: reading a folder as if it were a file fails after the first byte was to be written.
    @Test
    void halfOfACopyDoesNotStay() throws IOException {
        var storage = new Storage(files, Engine.DURABLE, Databases.CLOCK);
        Path unreadable = Files.createDirectory(folder.resolve("earlier"));

        assertThatIOException().isThrownBy(() -> storage.build(Optional.of(unreadable)));

        assertThat(files.building()).doesNotExist();
    }
}
