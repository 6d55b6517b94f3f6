package io.watchdeck.store;

import io.watchdeck.fleet.ledger.LedgerStore;
import io.watchdeck.fleet.ledger.LedgerStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// In a file.
class H2FileLedgerStoreTest extends LedgerStoreContract {

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
    protected LedgerStore store() {
        return new H2LedgerStore(Databases.emptied(database));
    }
}
