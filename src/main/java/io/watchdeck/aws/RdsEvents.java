package io.watchdeck.aws;

import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseSource;
import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.rds.model.DescribeEventsResponse;
import software.amazon.awssdk.services.rds.model.SourceType;

/// Reads what RDS tells of databases: of all instances of the account and Region, and where a cluster is watched of all
/// clusters, max(1, ⌈events/100⌉) calls each. By kind rather than by name: a call takes one name only.
final class RdsEvents {

    private static final int A_CALL = 100;
    /// RDS refuses a time that begins earlier than it keeps events; its clock is not ours.
    private static final Duration LESS = Duration.ofMinutes(5);

    /// Whom events are about.
    record Source(String type, String id) {

        static Source instance(String id) {
            return new Source(SourceType.DB_INSTANCE.toString(), id);
        }

        static Source cluster(String id) {
            return new Source(SourceType.DB_CLUSTER.toString(), id);
        }
    }

    private final AwsCalls calls;

    RdsEvents(AwsCalls calls) {
        this.calls = calls;
    }

    /// @param databases that each is, or is a part of
    List<DatabaseEvent> of(Map<Source, Set<String>> databases, TimeRange range) {
        Instant kept = calls.clock().instant().minus(DatabaseSource.EVENTS_KEPT).plus(LESS);
        Instant from = range.from().isBefore(kept) ? kept : range.from();
        if (!from.isBefore(range.to())) {
            return List.of();
        }
        var found = new ArrayList<DatabaseEvent>();
        databases.keySet().stream().map(Source::type).distinct()
                .forEach(type -> pages(type, from, range.to()).forEach(page -> page.events()
                        .forEach(event -> databases.getOrDefault(RdsMapper.source(event), Set.of())
                                .forEach(database -> found.add(RdsMapper.event(event, database))))));
        return found.stream().filter(event -> range.contains(event.at()))
                .sorted(Comparator.comparing(DatabaseEvent::at)).toList();
    }

    private List<DescribeEventsResponse> pages(String type, Instant from, Instant to) {
        return calls.pages(
                marker -> calls.call(AwsApi.DESCRIBE_EVENTS, "events of databases",
                        () -> calls.clients().rds().describeEvents(request -> request.sourceType(type).startTime(from)
                                .endTime(to).maxRecords(A_CALL).marker(marker))),
                DescribeEventsResponse::marker);
    }
}
