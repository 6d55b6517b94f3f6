package io.watchdeck.store;

import io.watchdeck.fleet.FleetEventStore;
import io.watchdeck.fleet.FleetEventStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// In a file.
class H2FileFleetEventStoreTest extends FleetEventStoreContract {

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
    protected FleetEventStore store() {
        return new H2FleetEventStore(Databases.emptied(database));
    }
}
