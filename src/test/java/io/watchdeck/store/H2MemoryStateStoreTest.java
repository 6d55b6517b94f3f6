package io.watchdeck.store;

import io.watchdeck.refresh.StateStore;
import io.watchdeck.refresh.StateStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// In memory, as on a full disk.
class H2MemoryStateStoreTest extends StateStoreContract {

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
    protected StateStore store() {
        return new H2StateStore(Databases.emptied(database));
    }
}
