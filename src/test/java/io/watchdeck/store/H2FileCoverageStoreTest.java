package io.watchdeck.store;

import io.watchdeck.metrics.CoverageStore;
import io.watchdeck.metrics.CoverageStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// In a file.
class H2FileCoverageStoreTest extends CoverageStoreContract {

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
    protected CoverageStore store() {
        return new H2CoverageStore(Databases.emptied(database));
    }
}
