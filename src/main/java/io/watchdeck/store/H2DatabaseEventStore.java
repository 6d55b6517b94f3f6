package io.watchdeck.store;

import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseEventStore;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;

/// One row for each event, its content as JSON.
public final class H2DatabaseEventStore implements DatabaseEventStore {

    private final Database database;

    public H2DatabaseEventStore(Database database) {
        this.database = database;
    }

    @Override
    public void add(String place, Collection<DatabaseEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    merge into database_event key(place, database_id, id)
                    values(:place, :database, :id, :at, :body)""");
            events.forEach(event -> batch.bind("place", place).bind("database", event.database())
                    .bind("id", event.id()).bind("at", event.at().atOffset(ZoneOffset.UTC))
                    .bind("body", Json.text(event)).add());
            return batch.execute();
        });
    }

    @Override
    public List<DatabaseEvent> read(String place, Set<String> databases, TimeRange range) {
        if (databases.isEmpty()) {
            return List.of();
        }
        List<String> rows = database.read(handle -> handle.createQuery("""
                select body from database_event where place = :place and database_id in (<databases>)
                and happened_at >= :from and happened_at < :to""")
                .bind("place", place).bindList("databases", List.copyOf(databases))
                .bind("from", range.from().atOffset(ZoneOffset.UTC)).bind("to", range.to().atOffset(ZoneOffset.UTC))
                .mapTo(String.class).list());
        return rows.stream().flatMap(row -> Json.<DatabaseEvent>read(row, DatabaseEvent.class).stream())
                .sorted(Comparator.comparing(DatabaseEvent::at).thenComparing(DatabaseEvent::id)).toList();
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> handle.createUpdate("delete from database_event where happened_at < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC)).execute());
    }
}
