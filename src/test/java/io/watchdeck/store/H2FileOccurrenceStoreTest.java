package io.watchdeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.OccurrenceStore;
import io.watchdeck.alarms.OccurrenceStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In a file.
class H2FileOccurrenceStoreTest extends OccurrenceStoreContract {

    @TempDir
    private static Path folder;

    private static Database database;

    @BeforeAll
    static void open() {
        database = Databases.opened(folder);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void saysWhetherItIsLostWithTheProgram() {
        assertThat(store().isStopgap()).isFalse();
    }

    @Override
    protected OccurrenceStore store() {
        return new H2OccurrenceStore(Databases.emptied(database));
    }
}
