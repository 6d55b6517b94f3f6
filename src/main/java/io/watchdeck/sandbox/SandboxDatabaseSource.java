package io.watchdeck.sandbox;

import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.DatabaseSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.sandbox.world.SimulatedDatabase;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Databases of the simulated account.
final class SandboxDatabaseSource implements DatabaseSource {

    private static final String INSTANCES = "rds:DescribeDBInstances";
    private static final String CLUSTERS = "rds:DescribeDBClusters";

    private final SandboxAccount account;

    SandboxDatabaseSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Map<String, Reading<DatabaseFacts>> databases(Collection<String> ids) {
        return account.look(now -> {
            Map<String, Reading<DatabaseFacts>> found = new LinkedHashMap<>();
            ids.forEach(id -> found.put(id, read(id, now)));
            return found;
        });
    }

    private Reading<DatabaseFacts> read(String id, Instant now) {
        for (SimulatedStack stack : account.stacks()) {
            Optional<SimulatedDatabase> database = stack.database(id);
            if (database.isPresent()) {
                return account.fault(List.of(stack), database.get().isCluster() ? CLUSTERS : INSTANCES)
                        .map(failure -> Reading.<DatabaseFacts>unknown(failure, now))
                        .orElseGet(() -> Reading.known(database.get().view(), now));
            }
        }
        return Reading.unknown(account.fault(INSTANCES)
                .orElseGet(() -> Failure.notFound("database " + id, account.place().region().code())), now);
    }
}
