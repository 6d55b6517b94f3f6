package io.watchdeck.store;

import io.watchdeck.operations.JournalStore;
import io.watchdeck.operations.JournalStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// In a file.
class H2FileJournalStoreTest extends JournalStoreContract {

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
    protected JournalStore store() {
        return new H2JournalStore(Databases.emptied(database));
    }
}
