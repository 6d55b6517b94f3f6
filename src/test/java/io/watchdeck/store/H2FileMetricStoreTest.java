package io.watchdeck.store;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricStore;
import io.watchdeck.metrics.MetricStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// In a file.
class H2FileMetricStoreTest extends MetricStoreContract {

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
    protected MetricStore store() {
        return new H2MetricStore(Databases.emptied(database), MetricCatalogue.standard());
    }
}
