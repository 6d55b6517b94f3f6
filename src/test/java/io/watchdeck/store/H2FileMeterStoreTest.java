package io.watchdeck.store;

import io.watchdeck.refresh.MeterStore;
import io.watchdeck.refresh.MeterStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// In a file.
class H2FileMeterStoreTest extends MeterStoreContract {

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

    @Override
    protected MeterStore store() {
        return new H2MeterStore(Databases.emptied(database));
    }
}
