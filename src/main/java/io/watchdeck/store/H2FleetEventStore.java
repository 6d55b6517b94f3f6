package io.watchdeck.store;

import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.fleet.FleetEventStore;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.PreparedBatch;

/// One row for each event, its content as JSON.
public final class H2FleetEventStore implements FleetEventStore {

    private final Database database;

    public H2FleetEventStore(Database database) {
        this.database = database;
    }

    /// The words of the column.
    private enum Kind {
        deployed(FleetEvent.Deployed.class), stopped(FleetEvent.Stopped.class), told(FleetEvent.Told.class),
        scaled(FleetEvent.Scaled.class);

        private final Class<? extends FleetEvent> type;

        Kind(Class<? extends FleetEvent> type) {
            this.type = type;
        }

        static Kind of(FleetEvent event) {
            return switch (event) {
                case FleetEvent.Deployed _ -> deployed;
                case FleetEvent.Stopped _ -> stopped;
                case FleetEvent.Told _ -> told;
                case FleetEvent.Scaled _ -> scaled;
            };
        }

        /// The words of all that are of this type.
        static List<String> of(Class<? extends FleetEvent> type) {
            return Arrays.stream(values()).filter(kind -> type.isAssignableFrom(kind.type)).map(Kind::name).toList();
        }
    }

    private record Row(Kind kind, String body) {}

    @Override
    public void add(String place, Collection<FleetEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    merge into fleet_event key(place, kind, id)
                    values(:place, :cluster, :service, :kind, :id, :at, :body)""");
            events.forEach(event -> batch.bind("place", place).bind("cluster", event.service().cluster())
                    .bind("service", event.service().service()).bind("kind", Kind.of(event).name())
                    .bind("id", event.id()).bind("at", event.at().atOffset(ZoneOffset.UTC))
                    .bind("body", Json.text(event)).add());
            return batch.execute();
        });
    }

    @Override
    public <E extends FleetEvent> List<E> read(String place, Set<ServiceKey> services, TimeRange range,
            Class<E> kind) {
        List<Row> rows = database.read(handle -> {
            var found = new ArrayList<Row>();
            for (ServiceKey key : services) {
                handle.createQuery("""
                        select kind, body from fleet_event where place = :place and cluster = :cluster
                        and service = :service and happened_at >= :from and happened_at < :to
                        and kind in (<kinds>)""")
                        .bind("place", place).bind("cluster", key.cluster()).bind("service", key.service())
                        .bind("from", range.from().atOffset(ZoneOffset.UTC))
                        .bind("to", range.to().atOffset(ZoneOffset.UTC)).bindList("kinds", Kind.of(kind))
                        .map((row, _) -> new Row(Kind.valueOf(row.getString("kind")), row.getString("body")))
                        .forEach(found::add);
            }
            return found;
        });
        return rows.stream().flatMap(row -> Json.read(row.body(), row.kind().type).stream()).map(kind::cast)
                .sorted(Comparator.comparing(FleetEvent::at)).toList();
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> handle.createUpdate("delete from fleet_event where happened_at < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC)).execute());
    }
}
