package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseSource;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2DatabaseEventStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What RDS tells of the databases of stacks, as it is kept.
class DatabaseEventKeepingTest {

    private static final StackFile SHOP = stack("shop", "db");
    private static final StackFile DESK = stack("desk", "desk-db");

    private final MutableClock clock = new MutableClock(Rig.NOW);
    private final Database database = Database.temporary(clock);
    private final H2DatabaseEventStore store = new H2DatabaseEventStore(database);
    private final FakeCloud cloud = new FakeCloud(clock);
    private final DatabaseEventKeeping keeping = new DatabaseEventKeeping(() -> store, clock);

    @AfterEach
    void close() {
        database.close();
    }

    private static StackFile stack(String name, String databases) {
        return Rig.stack(name, """
                stack: %s
                environment: production
                region: eu-west-1
                cluster: %s
                services: [{name: api, desired: 2}]
                databases: [{id: %s, engine: postgres}]
                """.formatted(name, name, databases));
    }

    private Site site(StackFile... stacks) {
        Board board = new Board(clock);
        var reader = new SiteReader(List.of(stacks), cloud.cloud(), board, MetricCatalogue.standard(),
                new Attempts(Rhythm.standard(), clock), clock);
        return new Site(SHOP.access(), List.of(stacks), board, reader, java.util.Optional.empty());
    }

    private static DatabaseEvent event(String name, Instant at, String message) {
        return new DatabaseEvent(name, name, "db-instance", at, List.of("failover"), message);
    }

    private List<String> kept() {
        return store.read(Site.place(SHOP.access()), Set.of("db", "desk-db"),
                TimeRange.last(Duration.ofDays(30), clock.instant().plusSeconds(1))).stream()
                .map(DatabaseEvent::message).toList();
    }

    private TimeRange lastAsked() {
        return cloud.databases().asked().getLast().range();
    }

    @Test
    void theFirstReadingAsksForAllThatRdsKnowsAndFurtherOnesForWhatIsNew() {
        cloud.databases().tell(event("db", Rig.NOW.minus(Duration.ofDays(13)), "long ago"));
        Site site = site(SHOP);

        keeping.keep(site);
        assertThat(lastAsked()).isEqualTo(TimeRange.last(DatabaseSource.EVENTS_KEPT, Rig.NOW));
        cloud.databases().tell(event("db", Rig.NOW.minusSeconds(600), "late"));
        clock.forward(DatabaseEventKeeping.EVERY);
        keeping.keep(site);

        assertThat(lastAsked()).isEqualTo(new TimeRange(Rig.NOW.minus(DatabaseEventKeeping.OVERLAP),
                clock.instant()));
        assertThat(kept()).containsExactly("long ago", "late");
        assertThat(keeping.pause(site)).isEqualTo(DatabaseEventKeeping.EVERY);
    }

    @Test
    void whatIsToldAgainIsKeptOnceAlsoAfterARestart() {
        cloud.databases().tell(event("db", Rig.NOW.minusSeconds(60), "once"));
        keeping.keep(site(SHOP));
        clock.forward(Duration.ofMinutes(5));

        keeping.keep(site(SHOP));
        new DatabaseEventKeeping(() -> store, clock).keep(site(SHOP));

        assertThat(cloud.databases().asked()).hasSize(3);
        assertThat(kept()).containsExactly("once");
    }

    @Test
    void theDatabasesOfAllStacksAreAskedAboutAtOnceAndANewOneFromTheBeginning() {
        keeping.keep(site(SHOP));
        clock.forward(Duration.ofMinutes(5));

        keeping.keep(site(SHOP, DESK));

        assertThat(cloud.databases().asked()).extracting(FakeDatabases.Asked::databases)
                .containsExactly(Set.of("db"), Set.of("db", "desk-db"));
        assertThat(lastAsked().length()).isEqualTo(DatabaseSource.EVENTS_KEPT);
    }

    @Test
    void aReadingThatFailsIsMadeUpFor() {
        Site site = site(SHOP);
        keeping.keep(site);
        cloud.databases().failEvents(Failure.throttled("rds:DescribeEvents"));
        clock.forward(Duration.ofHours(3));
        keeping.keep(site);
        assertThat(keeping.pause(site)).isEqualTo(DatabaseEventKeeping.EVERY);
        cloud.databases().failEvents(null);
        cloud.databases().tell(event("db", Rig.NOW.plusSeconds(60), "meanwhile"));

        keeping.keep(site);

        assertThat(kept()).containsExactly("meanwhile");
        assertThat(lastAsked().from()).isEqualTo(Rig.NOW.minus(DatabaseEventKeeping.OVERLAP));
    }

    @ParameterizedTest
    @EnumSource(value = Failure.Kind.class, names = {"DENIED", "UNEXPECTED"})
    void whatIsRefusedOrNotUnderstoodIsAskedForSeldom(Failure.Kind kind) {
        Site site = site(SHOP);
        cloud.databases().failEvents(kind == Failure.Kind.DENIED ? Failure.denied("rds:DescribeEvents")
                : Failure.unexpected("NotImplemented"));

        keeping.keep(site);

        assertThat(keeping.pause(site)).isEqualTo(DatabaseEventKeeping.SELDOM);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatIsRefusedIsToldOfTheStacksWithDatabasesUntilItIsAllowed() {
        StackFile none = Rig.stack("none", """
                stack: none
                environment: production
                region: eu-west-1
                cluster: none
                services: [{name: api, desired: 2}]
                """);
        Site site = site(SHOP, none);
        keeping.keep(site);
        assertThat(keeping.unread(site, SHOP)).isEmpty();

        cloud.databases().failEvents(Failure.throttled("rds:DescribeEvents"));
        keeping.keep(site);
        assertThat(keeping.unread(site, SHOP)).as("the next reading makes up for it").isEmpty();

        cloud.databases().failEvents(Failure.denied("rds:DescribeEvents"));
        keeping.keep(site);
        assertThat(keeping.unread(site, SHOP)).contains(Failure.denied("rds:DescribeEvents"));
        assertThat(keeping.unread(site, none)).isEmpty();

        cloud.databases().failEvents(null);
        keeping.keep(site);
        assertThat(keeping.unread(site, SHOP)).isEmpty();
    }

    @Test
    void withoutADatabaseNobodyIsAsked() {
        StackFile none = Rig.stack("none", """
                stack: none
                environment: production
                region: eu-west-1
                cluster: none
                services: [{name: api, desired: 2}]
                """);

        keeping.keep(site(none));

        assertThat(DatabaseEventKeeping.has(site(none))).isFalse();
        assertThat(cloud.databases().asked()).isEmpty();
    }
}
