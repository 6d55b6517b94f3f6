package io.watchdeck.store;

import static io.watchdeck.store.DatabaseTest.add;
import static io.watchdeck.store.DatabaseTest.calls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Episodes;
import io.watchdeck.alarms.Judged;
import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.Bookkeeping;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.SpotRun;
import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.StateStore.Topic;
import io.watchdeck.watch.past.Frame;
import io.watchdeck.watch.past.Told;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database in memory that goes on in a file.
class JoiningTest {

    private static final TimeRange HOUR = new TimeRange(StoreChild.at(0), StoreChild.at(60));
    private static final Topic<String, String> TOPIC = new Topic<>("here", "services", String.class, String.class);

    @TempDir
    private Path folder;

    private final Database memory = Database.temporary(Databases.CLOCK);

    @Test
    void whatBothHoldIsInTheFile() {
        try (Database file = Databases.opened(folder)) {
            keep(file, 3, 1, 2, "older");
            keep(memory, 0, 2, 3, "newer");

            memory.goOnIn(file);

            assertHoldsAll(memory);
            add(memory, 100);
            memory.close();
        }
        try (Database reopened = Databases.opened(folder)) {
            assertHoldsAll(reopened);
            assertThat(calls(reopened)).isEqualTo(107);
        }
    }

    @Test
    void theLedgerOfBothIsInTheFileAndLosesNothingOfEither() {
        ServiceKey tasks = Bookkeeping.tasksOf("shop");
        var ever = new TimeRange(StoreChild.at(0), StoreChild.at(10_000));
        Interruption whole = StoreChild.interruption();
        var noticed = new Interruption(whole.service(), whole.task(), "", "", Optional.empty(), StoreChild.at(22),
                Optional.empty(), Optional.empty(), "", "", whole.learnt(), Optional.empty());
        try (Database file = Databases.opened(folder)) {
            var older = new H2LedgerStore(file);
            older.put("place", List.of(whole));
            older.ran("place", List.of(StoreChild.run()));
            older.looked("place", Map.of(tasks, StoreChild.look()));
            var newer = new H2LedgerStore(memory);
            newer.put("place", List.of(noticed));
            newer.ran("place", List.of(new SpotRun(StoreChild.run().service(), StoreChild.run().task(),
                    StoreChild.run().startedAt(), Optional.of(StoreChild.at(90)))));
            newer.looked("place", Map.of(tasks, new TimeRange(StoreChild.at(50), StoreChild.at(99))));

            memory.goOnIn(file);

            var joined = new H2LedgerStore(memory);
            assertThat(joined.interruptions("place", whole.service(), ever)).containsExactly(whole);
            assertThat(joined.running("place", "shop")).isEmpty();
            assertThat(joined.watched("place", tasks, ever).parts())
                    .containsExactly(new TimeRange(StoreChild.at(1), StoreChild.at(99)));
            memory.close();
        }
    }

    @Test
    void oneThatWasClosedMeanwhileLetsGoOfTheFile() {
        memory.close();

        memory.goOnIn(Databases.opened(folder));

        Databases.opened(folder).close();
    }

    @Test
    void whereTheFileCannotBeUsedItStaysInMemory() {
        add(memory, 2);
        Database file = Databases.opened(folder);
        file.close();

        assertThatIllegalStateException().isThrownBy(() -> memory.goOnIn(file));

        add(memory, 1);
        assertThat(calls(memory)).isEqualTo(3);
        memory.close();
        Databases.opened(folder).close();
    }

    @Test
    void theAlarmsOfBothAreInTheFileWithWhatHappenedToThem() {
        Change inFile = change(1);
        Change inMemory = change(2);
        StackId other = new StackId("glimpse-prod");
        try (Database file = Databases.opened(folder)) {
            new H2OccurrenceStore(file).put(List.of(inFile),
                    Map.of(Episodes.STACK, new Judged(StoreChild.at(1), true)));
            new H2OccurrenceStore(memory).put(List.of(inMemory), Map.of(Episodes.STACK,
                    new Judged(StoreChild.at(9), true), other, new Judged(StoreChild.at(9), true)));

            memory.goOnIn(file);
            memory.close();
        }
        try (Database reopened = Databases.opened(folder)) {
            var store = new H2OccurrenceStore(reopened);
            assertThat(store.liveOrEndedAfter(StoreChild.at(0))).containsExactly(inFile.after(), inMemory.after());
            assertThat(store.changes(inFile.after().id())).containsExactly(inFile);
            assertThat(store.changes(inMemory.after().id())).containsExactly(inMemory);
            assertThat(store.judged(Episodes.STACK)).as("whoever judges knows of its own")
                    .contains(new Judged(StoreChild.at(1), true));
            assertThat(store.judged(other)).contains(new Judged(StoreChild.at(9), true));
        }
    }

    @Test
    void whatWasToldMeanwhileFollowsWhatTheFileHolds() {
        try (Database file = Databases.opened(folder)) {
            new H2AnswerStore(file).add(StoreChild.frame());
            var inMemory = new H2AnswerStore(memory);
            Instant begin = StoreChild.at(60);
            inMemory.add(new Frame("place", begin, begin, begin, true, List.of(running(4, begin, Optional.empty())),
                    List.of()));
            inMemory.add(new Frame("place", begin, begin, begin.plusSeconds(30), false,
                    List.of(running(5, begin.plusSeconds(10), Optional.of(4))), List.of()));

            memory.goOnIn(file);
            inMemory.add(new Frame("place", begin, begin.plusSeconds(30), begin.plusSeconds(60), false,
                    List.of(running(5, begin.plusSeconds(50), Optional.of(5))), List.of()));

            assertThat(running(StoreChild.at(9))).contains(List.of(Reading.known(2, StoreChild.at(9))));
            assertThat(running(StoreChild.at(10))).isEmpty();
            assertThat(running(begin.plusSeconds(60))).contains(List.of(Reading.known(5, begin.plusSeconds(50))));
        }
    }

    private static Told<String, Integer> running(int count, Instant at, Optional<Integer> before) {
        return new Told<>(StoreChild.RUNNING, "api", at, Reading.known(count, at), before);
    }

    private Optional<List<Reading<Integer>>> running(Instant at) {
        return new H2AnswerStore(memory).at("place", at).map(known -> known.of(StoreChild.RUNNING).get("api"));
    }

    private static Change change(int minute) {
        return new Change(StoreChild.at(minute), Change.What.RAISED, true,
                Episodes.open(Severity.WARNING, StoreChild.at(minute)));
    }

    /// In the second series, which has another number in each.
    private static void keep(Database database, int first, int minute, int more, String word) {
        var store = new H2MetricStore(database, MetricCatalogue.standard());
        store.add(Tier.MINUTE, Map.of(StoreChild.series(first), Series.of(List.of(new Sample(HOUR.from(), first)))));
        store.add(Tier.MINUTE, Map.of(StoreChild.series(7), Series.of(List.of(
                new Sample(StoreChild.at(minute), minute), new Sample(StoreChild.at(more), more * 10)))));
        new H2CoverageStore(database).add(Map.of(StoreChild.series(7),
                Coverage.read(new TimeRange(StoreChild.at(minute), StoreChild.at(more + 1)))));
        new H2FleetEventStore(database).add("here", List.of(StoreChild.event()));
        new H2DatabaseEventStore(database).add("here", List.of(StoreChild.databaseEvent()));
        new H2StateStore(database).keep(TOPIC, Map.of("both", new Reading.Known<>(word, HOUR.from()),
                word, new Reading.Known<>(word, HOUR.from())));
        add(database, more + 1);
    }

    private static void assertHoldsAll(Database database) {
        var store = new H2MetricStore(database, MetricCatalogue.standard());
        assertThat(store.series()).containsExactlyInAnyOrder(StoreChild.series(0), StoreChild.series(3),
                StoreChild.series(7));
        assertThat(store.read(StoreChild.series(7), Tier.MINUTE, HOUR).samples()).containsExactly(
                new Sample(StoreChild.at(1), 1), new Sample(StoreChild.at(2), 2), new Sample(StoreChild.at(3), 30));
        assertThat(store.read(StoreChild.series(3), Tier.MINUTE, HOUR).size()).isEqualTo(1);
        assertThat(new H2CoverageStore(database).read(StoreChild.series(7), HOUR))
                .containsExactly(Coverage.read(new TimeRange(StoreChild.at(1), StoreChild.at(4))));
        FleetEvent event = StoreChild.event();
        assertThat(new H2FleetEventStore(database).read("here", Set.of(event.service()), HOUR)).containsExactly(event);
        DatabaseEvent told = StoreChild.databaseEvent();
        assertThat(new H2DatabaseEventStore(database).read("here", Set.of(told.database()), HOUR))
                .containsExactly(told);
        assertThat(new H2StateStore(database).read(TOPIC)).containsOnlyKeys("both", "older", "newer")
                .containsEntry("both", new Reading.Known<>("newer", HOUR.from()));
    }
}
