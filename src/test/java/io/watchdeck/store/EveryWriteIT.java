package io.watchdeck.store;

import static io.watchdeck.store.Databases.open;
import static io.watchdeck.store.Databases.opened;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a kill after each write would leave: a copy of the file as it is then. The kills of [KillIT] meet seldom what
/// this meets each time, a file whose free room is used anew.
@Tag("slow")
class EveryWriteIT {

    /// The rooms of a file are used anew after 45 s; here at once.
    private static final String AT_ONCE = "set retention_time 0";
    private static final int WRITES = 150;

    @TempDir
    private Path folder;

    @Test
    void isInTheFileWhenItReturns() throws IOException {
        Path history = folder.resolve("history");
        Path killed = Files.createDirectories(folder.resolve("killed")).resolve("history.mv.db");
        try (Database database = opened(history)) {
            database.write(handle -> handle.execute(AT_ONCE));
            for (int minute = 0; minute < WRITES; minute++) {
                StoreChild.addMinute(database, minute);
                Files.deleteIfExists(killed);
                Files.copy(history.resolve("history.mv.db"), killed);

                Opening opening = open(killed.getParent());
                assertThat(opening.told()).as("after write " + minute).isEmpty();
                try (Database left = ((Opening.Opened) opening).database()) {
                    assertThat(DatabaseTest.calls(left)).as("after write " + minute).isEqualTo(minute + 1L);
                }
            }
        }
    }
}
