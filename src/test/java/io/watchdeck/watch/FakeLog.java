package io.watchdeck.watch;

import io.watchdeck.fleet.ContainerLog;
import io.watchdeck.fleet.TaskDefinitionSource;
import io.watchdeck.logs.LogGroup;
import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogLines;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.logs.LogSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The log of a [FakeCloud], and the task definition that tells where it is.
final class FakeLog implements LogSource {

    static final String GROUP = "/ecs/shop-api";

    private final Clock clock;
    private final List<String> calls;
    private final List<LogLine> lines = new CopyOnWriteArrayList<>();
    private final List<LogQuery> queries = new CopyOnWriteArrayList<>();
    private volatile List<ContainerLog> containers = List.of(awslogs(GROUP, "api"));
    private volatile @Nullable Failure failure;
    private volatile @Nullable Failure definitionFailure;
    private volatile Runnable meanwhile = () -> {};

    FakeLog(Clock clock, List<String> calls) {
        this.clock = clock;
        this.calls = calls;
    }

    static ContainerLog awslogs(String group, String prefix) {
        return new ContainerLog("api", "awslogs", Optional.of(group), Optional.empty(), Optional.of(prefix));
    }

    void line(Instant at, String message) {
        lines.add(new LogLine(at, "api/api/1", message));
    }

    void containers(ContainerLog... logs) {
        containers = List.of(logs);
    }

    void fail(@Nullable Failure why) {
        failure = why;
    }

    void failDefinitions(@Nullable Failure why) {
        definitionFailure = why;
    }

    /// What happens while the next answers are under way.
    void meanwhile(Runnable happening) {
        meanwhile = happening;
    }

    List<LogQuery> queries() {
        return List.copyOf(queries);
    }

    @Override
    public Reading<LogLines> lines(LogQuery query) {
        queries.add(query);
        Instant now = clock.instant();
        meanwhile.run();
        Failure why = failure;
        if (why != null) {
            return Reading.unknown(why, now);
        }
        List<LogLine> found = lines.stream()
                .filter(line -> query.range().contains(line.at()) && line.message().contains(query.pattern()))
                .sorted(Comparator.comparing(LogLine::at)).toList();
        return Reading.known(query.order() == LogQuery.Order.NEWEST_FIRST
                ? LogLines.newestFirst(query, found, query.range().from()) : oldestFirst(query, found), now);
    }

    private static LogLines oldestFirst(LogQuery query, List<LogLine> found) {
        int from = query.token().map(Integer::parseInt).orElse(0);
        int to = Math.min(found.size(), from + query.limit());
        return new LogLines(found.subList(from, to), to == found.size() ? Optional.empty()
                : Optional.of(query.from(query.range(), Optional.of(Integer.toString(to)))));
    }

    @Override
    public Map<String, Reading<LogGroup>> groups(Collection<String> names) {
        calls.add("LOG GROUPS " + String.join(" ", names));
        Failure why = failure;
        return names.stream().distinct().collect(Collectors.toMap(name -> name,
                name -> why != null ? Reading.unknown(why, clock.instant())
                        : Reading.known(new LogGroup(name, name.length(), OptionalInt.empty()), clock.instant())));
    }

    TaskDefinitionSource definitions() {
        return definition -> {
            calls.add("DEFINITION " + definition);
            Failure why = definitionFailure;
            return why != null ? Reading.unknown(why, clock.instant()) : Reading.known(containers, clock.instant());
        };
    }
}
