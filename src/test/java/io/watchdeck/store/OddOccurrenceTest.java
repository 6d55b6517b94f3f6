package io.watchdeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Episodes;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows that no such version wrote.
class OddOccurrenceTest {

    private static final Instant NOON = Instant.parse("2026-09-22T12:00:00Z");
    private static final Occurrence GOOD = Episodes.open(Severity.WARNING, NOON);
    private static final Occurrence ODD = Episodes.open(Severity.WARNING, NOON.plusSeconds(60));
    private static final Logger LOG = Logger.getLogger(H2OccurrenceStore.class.getName());

    private final Database database = Database.temporary(Databases.CLOCK);
    private final H2OccurrenceStore store = new H2OccurrenceStore(database);
    private final List<String> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getMessage());
        }

        @Override
        public void flush() {
            // Nothing waits.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void put() {
        LOG.addHandler(handler);
        store.put(List.of(new Change(NOON, What.RAISED, true, GOOD), new Change(NOON, What.RAISED, true, ODD)));
    }

    @AfterEach
    void close() {
        LOG.removeHandler(handler);
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "body = regexp_replace(body, '\"since\":[^,]*,', '\"since\":null,')",
            "body = regexp_replace(body, '\"standing\":\"open\"', '\"standing\":\"acknowledged\"')",
            "body = regexp_replace(body, '\"standing\":\"open\"', '\"standing\":\"muted\"')",
            "body = 'half of {'", "body = 'null'", "kind = 'TELEGRAPH'"})
    void oneThatCannotBeUnderstoodIsLeftOutWithALine(String how) {
        database.write(handle -> handle.execute("update occurrence set " + how + " where id = ?", ODD.id()));

        assertThat(store.liveOrEndedAfter(NOON)).containsExactly(GOOD);
        assertThat(logged).singleElement().asString().contains(ODD.id().toString());
    }

    @Test
    void aChangeThatCannotBeUnderstoodIsLeftOut() {
        database.write(handle -> handle.execute("update occurrence_change set what = 'MUTED' where occurrence = ?",
                ODD.id()));

        assertThat(store.changes(ODD.id())).isEmpty();
        assertThat(store.changes(GOOD.id())).hasSize(1);
    }

    /// As versions before 2026-09 wrote them.
    @Test
    void oneThatDoesNotSayHowItWasHeldWasAcknowledged() {
        var word = Episodes.word("sora", NOON, NOON.plusSeconds(600));
        Occurrence over = new Occurrence(ODD.id(), ODD.key(), ODD.raised(), ODD.now(), ODD.worst(), ODD.worstValue(),
                new Status.Resolved(NOON.plusSeconds(90), Optional.of(new Status.Acknowledged(word))),
                Optional.empty());
        store.put(List.of(new Change(NOON, What.RESOLVED, false, over)));
        database.write(handle -> handle.execute("""
                update occurrence set body = regexp_replace(body, ',"last":.*}', '}') where id = ?""", ODD.id()));

        assertThat(store.liveOrEndedAfter(NOON)).containsExactly(GOOD, over);
    }
}
