package io.watchdeck.watch;

import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.DatabaseSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The databases of a [FakeCloud].
final class FakeDatabases implements DatabaseSource {

    /// A question for events.
    record Asked(Set<String> databases, TimeRange range) {}

    private final Clock clock;
    private final Function<Collection<String>, Map<String, Reading<DatabaseFacts>>> facts;
    private final List<DatabaseEvent> events = new CopyOnWriteArrayList<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile @Nullable Failure failure;

    FakeDatabases(Clock clock, Function<Collection<String>, Map<String, Reading<DatabaseFacts>>> facts) {
        this.clock = clock;
        this.facts = facts;
    }

    void tell(DatabaseEvent event) {
        events.add(event);
    }

    void failEvents(@Nullable Failure why) {
        failure = why;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Map<String, Reading<DatabaseFacts>> databases(Collection<String> ids) {
        return facts.apply(ids);
    }

    @Override
    public Reading<List<DatabaseEvent>> events(Collection<String> ids, TimeRange range) {
        asked.add(new Asked(Set.copyOf(ids), range));
        Failure why = failure;
        return why != null ? Reading.unknown(why, clock.instant())
                : Reading.known(events.stream().filter(event -> ids.contains(event.database())
                        && range.contains(event.at())).toList(), clock.instant());
    }
}
