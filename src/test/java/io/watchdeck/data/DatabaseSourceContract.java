package io.watchdeck.data;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [DatabaseSource] keeps.
public abstract class DatabaseSourceContract {

    /// Databases are `database-0001`, `database-0002` and so on.
    protected static final String DATABASE = "database";
    protected static final long STORAGE_BYTES = 20L << 30;

    /// So many PostgreSQL instances of class db.t4g.micro with [#STORAGE_BYTES], status `available`, whose parameter
    /// group holds AWS's formula.
    protected abstract DatabaseSource withInstances(int count);

    /// One such instance, whose parameter group holds this number.
    protected abstract DatabaseSource withParameter(int maxConnections);

    /// One such instance in this status.
    protected abstract DatabaseSource withStatus(String status);

    /// One Aurora PostgreSQL cluster, `database-0001`, Serverless v2 from 0.5 to 16 ACUs, with AWS's formula.
    protected abstract DatabaseSource withServerlessCluster();

    /// Until when anything is told.
    protected abstract Instant now();

    /// Two such instances and the cluster `database-0003` with the instance `database-0003-1`, of which these events are
    /// told and no others in the last two hours.
    protected abstract DatabaseSource withEvents(List<DatabaseEvent> events);

    protected abstract DatabaseSource denied();

    protected abstract DatabaseSource throttled();

    @Test
    void noNameGivesNoEntry() {
        assertThat(withInstances(1).databases(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 21, 100, 101})
    void everyDatabaseAskedHasItsEntry(int count) {
        var found = withInstances(count).databases(names(DATABASE, count));

        assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(names(DATABASE, count));
        found.forEach((name, reading) -> {
            assertThat(value(reading).id()).isEqualTo(name);
            assertThat(value(reading).status()).isEqualTo("available");
            assertThat(value(reading).instanceClass()).isEqualTo("db.t4g.micro");
            assertThat(value(reading).storageBytes()).hasValue(STORAGE_BYTES);
            assertThat(value(reading).maxAcu()).isEmpty();
        });
    }

    @Test
    void aFormulaGivesAnEstimateFromTheNominalMemory() {
        DatabaseFacts facts = read(withInstances(1));

        assertThat(facts.maxConnections()).hasValue(112);
        assertThat(facts.connectionsFrom()).isEqualTo(LimitSource.ESTIMATE);
    }

    @Test
    void anExplicitNumberIsTrustedMore() {
        DatabaseFacts facts = read(withParameter(100));

        assertThat(facts.maxConnections()).hasValue(100);
        assertThat(facts.connectionsFrom()).isEqualTo(LimitSource.PARAMETER_GROUP);
    }

    @Test
    void aServerlessClusterHasACapacityRangeInsteadOfStorage() {
        DatabaseFacts facts = read(withServerlessCluster());

        assertThat(facts.id()).isEqualTo(name(DATABASE, 1));
        assertThat(facts.engine()).isEqualTo("aurora-postgresql");
        assertThat(facts.maxAcu()).hasValue(16);
        assertThat(facts.storageBytes()).isEmpty();
        assertThat(facts.maxConnections()).as("at most 2,000 when the minimum is 0.5 ACU").hasValue(2000);
        assertThat(facts.connectionsFrom()).isEqualTo(LimitSource.ESTIMATE);
    }

    @Test
    void aStatusThatNobodyKnowsYetIsShownAsItIs() {
        assertThat(read(withStatus("hibernating")).status()).isEqualTo("hibernating");
    }

    @Test
    void aDatabaseThatDoesNotExistIsNotFound() {
        var found = withInstances(1).databases(List.of(name(DATABASE, 1), "no-such-database"));

        assertThat(value(found.get(name(DATABASE, 1))).id()).isEqualTo(name(DATABASE, 1));
        assertNotFound(found.get("no-such-database"));
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        assertDenied(denied().databases(names(DATABASE, 1)).get(name(DATABASE, 1)), "rds:DescribeDBInstances",
                "rds:DescribeDBClusters");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        assertThrottled(throttled().databases(names(DATABASE, 1)).get(name(DATABASE, 1)));
    }

    private DatabaseEvent told(int database, String source, String type, int minute) {
        return new DatabaseEvent(name(DATABASE, database), source, type, now().minusSeconds(60L * minute),
                List.of("failover"), "Failover " + minute + " minutes ago");
    }

    private TimeRange hours(int hours) {
        return TimeRange.last(Duration.ofHours(hours), now());
    }

    @Test
    void whatIsToldOfDatabasesComesOldestFirstAndOnlyOfThoseAsked() {
        DatabaseEvent late = told(1, name(DATABASE, 1), "db-instance", 10);
        DatabaseEvent early = told(1, name(DATABASE, 1), "db-instance", 50);
        DatabaseSource source = withEvents(List.of(late, early, told(2, name(DATABASE, 2), "db-instance", 30)));

        assertThat(value(source.events(names(DATABASE, 1), hours(2)))).containsExactly(early, late);
        assertThat(value(source.events(List.of("no-such-database"), hours(2)))).isEmpty();
        assertThat(value(source.events(List.of(), hours(2)))).isEmpty();
    }

    @Test
    void whatIsToldOfAnInstanceOfAClusterIsToldOfTheCluster() {
        String cluster = name(DATABASE, 3);
        DatabaseEvent whole = told(3, cluster, "db-cluster", 20);
        DatabaseEvent part = told(3, cluster + "-1", "db-instance", 10);

        assertThat(value(withEvents(List.of(whole, part)).events(List.of(cluster), hours(2))))
                .containsExactly(whole, part);
    }

    @Test
    void onlyTheTimeAskedForIsToldWithItsBeginAndWithoutItsEnd() {
        DatabaseSource source = withEvents(List.of(told(1, name(DATABASE, 1), "db-instance", 60),
                told(1, name(DATABASE, 1), "db-instance", 30), told(1, name(DATABASE, 1), "db-instance", 10)));

        assertThat(value(source.events(names(DATABASE, 1), new TimeRange(now().minusSeconds(60 * 60),
                now().minusSeconds(10 * 60))))).extracting(DatabaseEvent::message)
                .containsExactly("Failover 60 minutes ago", "Failover 30 minutes ago");
    }

    @Test
    void ofATimeThatRdsHasForgottenNothingIsTold() {
        TimeRange old = TimeRange.last(Duration.ofDays(3), now().minus(DatabaseSource.EVENTS_KEPT));

        assertThat(value(withEvents(List.of()).events(names(DATABASE, 3), old))).isEmpty();
    }

    @Test
    void withoutTheRightItIsNotPretendedThatNothingHappened() {
        assertDenied(denied().events(names(DATABASE, 1), hours(2)), "rds:DescribeEvents");
        assertThrottled(throttled().events(names(DATABASE, 1), hours(2)));
    }

    private static DatabaseFacts read(DatabaseSource source) {
        return value(source.databases(names(DATABASE, 1)).get(name(DATABASE, 1)));
    }
}
