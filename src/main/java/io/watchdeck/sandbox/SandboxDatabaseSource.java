package io.watchdeck.sandbox;

import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.DatabaseSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.sandbox.world.SimulatedDatabase;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Databases of the simulated account.
final class SandboxDatabaseSource implements DatabaseSource {

    private static final String INSTANCES = "rds:DescribeDBInstances";
    private static final String CLUSTERS = "rds:DescribeDBClusters";
    private static final String EVENTS = "rds:DescribeEvents";

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

    @Override
    public Reading<List<DatabaseEvent>> events(Collection<String> ids, TimeRange range) {
        return account.look(now -> {
            List<SimulatedStack> having = account.stacks().stream()
                    .filter(stack -> ids.stream().anyMatch(id -> stack.database(id).isPresent())).toList();
            return account.fault(having, EVENTS).map(failure -> Reading.<List<DatabaseEvent>>unknown(failure, now))
                    .orElseGet(() -> Reading.known(kept(range, now).stream().flatMap(time -> ids.stream().distinct()
                            .flatMap(id -> having.stream().flatMap(stack -> stack.database(id).stream()).findFirst()
                                    .stream())
                            .flatMap(database -> database.events(time).stream()))
                            .sorted(Comparator.comparing(DatabaseEvent::at)).toList(), now));
        });
    }

    /// What is kept of a time.
    private static Optional<TimeRange> kept(TimeRange range, Instant now) {
        Instant kept = now.minus(EVENTS_KEPT);
        Instant from = range.from().isBefore(kept) ? kept : range.from();
        Instant to = range.to().isAfter(now) ? now.plusMillis(1) : range.to();
        return from.isBefore(to) ? Optional.of(new TimeRange(from, to)) : Optional.empty();
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
