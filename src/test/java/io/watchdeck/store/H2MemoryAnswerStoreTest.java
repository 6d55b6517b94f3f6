package io.watchdeck.store;

import io.watchdeck.watch.past.AnswerStore;
import io.watchdeck.watch.past.AnswerStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// In memory, as on a full disk.
class H2MemoryAnswerStoreTest extends AnswerStoreContract {

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
    protected AnswerStore store() {
        return new H2AnswerStore(Databases.emptied(database));
    }
}
