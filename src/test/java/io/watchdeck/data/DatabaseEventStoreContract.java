package io.watchdeck.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [DatabaseEventStore] keeps.
public abstract class DatabaseEventStoreContract {

    private static final Instant NOW = Instant.parse("2026-09-22T04:42:30.123Z");
    private static final String PLACE = "eu-west-1 - - -";
    private static final TimeRange DAY = new TimeRange(NOW.minus(Duration.ofDays(1)), NOW.plusSeconds(1));

    private DatabaseEventStore store;

    /// Empty.
    protected abstract DatabaseEventStore store();

    @BeforeEach
    void begin() {
        store = store();
    }

    private static DatabaseEvent event(String database, Instant at, String message) {
        return new DatabaseEvent(database, database + "-1", "db-instance", at, List.of("failover", "notification"),
                message);
    }

    private List<DatabaseEvent> read(String... databases) {
        return store.read(PLACE, Set.of(databases), DAY);
    }

    @Test
    void whatWasToldComesBackAsItWasInOrderOfTime() {
        DatabaseEvent late = event("db", NOW, "done \"안정\"");
        DatabaseEvent early = event("db", NOW.minusSeconds(60), "begun");

        store.add(PLACE, List.of(late, early));

        assertThat(read("db")).containsExactly(early, late);
    }

    @Test
    void whatIsToldAgainIsKeptOnce() {
        store.add(PLACE, List.of(event("db", NOW, "begun")));
        store.add(PLACE, List.of(event("db", NOW, "begun"), event("db", NOW, "another at the same moment")));

        assertThat(read("db")).extracting(DatabaseEvent::message)
                .containsExactlyInAnyOrder("begun", "another at the same moment");
    }

    @Test
    void onlyWhatIsAskedForIsTold() {
        store.add(PLACE, List.of(event("db", NOW, "mine"), event("other", NOW, "of another"),
                event("db", DAY.to(), "after the end"), event("db", DAY.from(), "first")));
        store.add("us-east-1 - - -", List.of(event("db", NOW, "elsewhere")));

        assertThat(read("db")).extracting(DatabaseEvent::message).containsExactly("first", "mine");
        assertThat(read("db", "other")).hasSize(3);
        assertThat(read()).isEmpty();
    }

    @Test
    void whatIsOldIsForgotten() {
        store.add(PLACE, List.of(event("db", NOW.minusSeconds(60), "old"), event("db", NOW, "new")));

        store.forget(NOW);

        assertThat(read("db")).extracting(DatabaseEvent::message).containsExactly("new");
    }
}
