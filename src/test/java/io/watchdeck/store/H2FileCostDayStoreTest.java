package io.watchdeck.store;

import io.watchdeck.cost.CostDayStore;
import io.watchdeck.cost.CostDayStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// In a file.
class H2FileCostDayStoreTest extends CostDayStoreContract {

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
    protected CostDayStore store() {
        return new H2CostDayStore(Databases.emptied(database));
    }
}
