package io.watchdeck.store;

import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.fleet.FleetEventStore;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.TimeRange;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        deployed(FleetEvent.Deployed.class), stopped(FleetEvent.Stopped.class), told(FleetEvent.Told.class);

        private final Class<? extends FleetEvent> type;

        Kind(Class<? extends FleetEvent> type) {
            this.type = type;
        }

        static Kind of(FleetEvent event) {
            return switch (event) {
                case FleetEvent.Deployed _ -> deployed;
                case FleetEvent.Stopped _ -> stopped;
                case FleetEvent.Told _ -> told;
            };
        }

        /// Empty for a word that this version does not know.
        static Optional<? extends FleetEvent> read(String word, String body) {
            for (Kind kind : values()) {
                if (kind.name().equals(word)) {
                    return Json.read(body, kind.type);
                }
            }
            return Optional.empty();
        }
    }

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
    public List<FleetEvent> read(String place, Set<ServiceKey> services, TimeRange range) {
        return database.read(handle -> {
            var events = new ArrayList<FleetEvent>();
            for (ServiceKey key : services) {
                handle.createQuery("""
                        select kind, body from fleet_event where place = :place and cluster = :cluster
                        and service = :service and happened_at >= :from and happened_at < :to""")
                        .bind("place", place).bind("cluster", key.cluster()).bind("service", key.service())
                        .bind("from", range.from().atOffset(ZoneOffset.UTC))
                        .bind("to", range.to().atOffset(ZoneOffset.UTC))
                        .map((row, _) -> Kind.read(row.getString("kind"), row.getString("body")))
                        .forEach(event -> event.ifPresent(events::add));
            }
            events.sort(Comparator.comparing(FleetEvent::at));
            return events;
        });
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> handle.createUpdate("delete from fleet_event where happened_at < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC)).execute());
    }
}
