package io.watchdeck.store;

import io.watchdeck.data.DatabaseEventStore;
import io.watchdeck.data.DatabaseEventStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// In memory, as on a full disk.
class H2MemoryDatabaseEventStoreTest extends DatabaseEventStoreContract {

    @TempDir
    private static Path folder;

    private static Database database;

    @BeforeAll
    static void open() {
        database = Databases.inMemory(folder);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    protected DatabaseEventStore store() {
        return new H2DatabaseEventStore(Databases.emptied(database));
    }
}
