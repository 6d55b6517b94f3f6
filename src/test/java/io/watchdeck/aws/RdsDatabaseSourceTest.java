package io.watchdeck.aws;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.DatabaseSource;
import io.watchdeck.data.LimitSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.ApiCall;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How many calls databases take, and what becomes of each when one of them fails.
@ExtendWith(TestKeys.class)
class RdsDatabaseSourceTest {

    private static final String INSTANCES = "DescribeDBInstances";
    private static final String CLUSTERS = "DescribeDBClusters";
    private static final String PARAMETERS = "DescribeDBParameters";
    private static final String CLUSTER_PARAMETERS = "DescribeDBClusterParameters";
    private static final String FORMULA = "LEAST({DBInstanceClassMemory/9531392},5000)";
    private static final LoopbackAws.Answer DENIED = LoopbackAws.xmlError(403, "AccessDenied", "no");
    private static final LoopbackAws.Answer SLOW_DOWN = LoopbackAws.xmlError(400, "Throttling", "Rate exceeded");

    private static final TimeRange HOUR = TimeRange.last(Duration.ofHours(1), AwsRig.NOW);

    private final AwsRig rig = new AwsRig();
    private final FakeRds rds = new FakeRds(rig.aws).group("pg", FORMULA).clusterGroup("cpg", FORMULA);
    private final DatabaseSource source = rig.cloud.databases().orElseThrow();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void instancesTakeOneCallForAHundredAndOneForEachParameterGroup() {
        names("db", 101).forEach(name -> rds.instance(name, "db.t4g.small", "pg"));

        source.databases(names("db", 101));
        assertThat(operations()).containsExactly(INSTANCES, INSTANCES, PARAMETERS);
        assertThat(rig.metered.getFirst()).isEqualTo(new ApiCall("unknown", AwsRig.SEOUL, "RDS", INSTANCES, 1));

        rig.metered.clear();
        source.databases(names("db", 101));
        assertThat(operations()).as("parameter groups hold").containsExactly(INSTANCES, INSTANCES);
    }

    @Test
    void eventsTakeOneCallForAHundredOfTheKindsThatAreWatched() {
        rds.instance("alone", "db.t4g.small", "pg");
        for (int second = 1; second <= 101; second++) {
            rds.event(event("alone", "db-instance", second));
        }
        source.databases(List.of("alone"));
        rig.metered.clear();

        assertThat(value(source.events(List.of("alone"), HOUR))).hasSize(101);
        assertThat(operations()).as("no cluster is watched").containsExactly("DescribeEvents", "DescribeEvents");
        assertThat(rig.aws.requests("DescribeEvents").getFirst().parameter("SourceType")).isEqualTo("db-instance");
    }

    @Test
    void whichInstancesAClusterHasIsLookedForOnce() {
        serverless("main");
        rds.event(event("main", "db-cluster", 1)).event(event("main-1", "db-instance", 2))
                .event(event("other", "db-instance", 3));

        assertThat(value(source.events(List.of("main"), HOUR)))
                .extracting(DatabaseEvent::database, DatabaseEvent::source)
                .containsExactly(tuple("main", "main-1"), tuple("main", "main"));
        assertThat(operations()).containsExactly(INSTANCES, CLUSTERS, INSTANCES, "DescribeEvents", "DescribeEvents");

        rig.metered.clear();
        source.events(List.of("main"), HOUR);
        assertThat(operations()).containsExactly("DescribeEvents", "DescribeEvents");
    }

    @Test
    void whereTheDatabasesMayNotBeLookedForTheirEventsAreFoundByTheirOwnNames() {
        rig.aws.on(INSTANCES, DENIED);
        rds.event(event("alone", "db-instance", 1));

        assertThat(value(source.events(List.of("alone"), HOUR))).hasSize(1);
    }

    @Test
    void aFirstReadingNeverAsksForLongerThanRdsKeepsEvents() {
        rds.instance("alone", "db.t4g.small", "pg").event(event("alone", "db-instance", 1));

        assertThat(value(source.events(List.of("alone"), TimeRange.last(DatabaseSource.EVENTS_KEPT, AwsRig.NOW))))
                .hasSize(1);
    }

    private static DatabaseEvent event(String source, String type, int secondsAgo) {
        return new DatabaseEvent(source, source, type, AwsRig.NOW.minusSeconds(secondsAgo), List.of("notification"),
                "event " + secondsAgo);
    }

    @Test
    void noNameTakesNoCall() {
        assertThat(source.databases(List.of())).isEmpty();
        assertThat(rig.metered).isEmpty();
    }

    @Test
    void aClusterIsFoundAfterTheInstancesAndThenAtOnce() {
        serverless("main");

        source.databases(List.of("main"));
        assertThat(operations()).containsExactly(INSTANCES, CLUSTERS, INSTANCES, PARAMETERS, CLUSTER_PARAMETERS);

        rig.metered.clear();
        source.databases(List.of("main"));
        assertThat(operations()).containsExactly(CLUSTERS, INSTANCES);

        rds.without("main");
        assertNotFound(source.databases(List.of("main")).get("main"));
        rig.metered.clear();
        rds.instance("main", "db.t4g.small", "pg");
        assertThat(value(source.databases(List.of("main")).get("main")).engine()).isEqualTo("postgres");
        assertThat(operations()).containsExactly(INSTANCES);
    }

    @Test
    void onlyOneParameterIsAskedFor() {
        rds.instance("main", "db.t4g.small", "pg");

        source.databases(List.of("main"));

        assertThat(rig.aws.requests(PARAMETERS)).singleElement().satisfies(request -> assertThat(
                Wire.members(Wire.form(request.body()), "Filters", "Filter")).singleElement()
                .satisfies(filter -> assertThat(filter).containsEntry("Name", "parameter-name")
                        .containsEntry("Values.Value.1", "max_connections")));
    }

    @Test
    void theParameterIsFoundOnALaterPage() {
        rds.instance("main", "db.t4g.small", "pg");
        rig.aws.on(PARAMETERS,
                LoopbackAws.xml(PARAMETERS, Wire.xmlList("Parameters", "Parameter",
                        List.of(Wire.xml("ParameterName", "max_connections_per_hour", "ParameterValue", "3")))
                        + Wire.xml("Marker", "more")),
                LoopbackAws.xml(PARAMETERS, Wire.xmlList("Parameters", "Parameter",
                        List.of(Wire.xml("ParameterName", "max_connections", "ParameterValue", "90")))));

        assertThat(read("main").maxConnections()).hasValue(90);
        assertThat(rig.aws.requests(PARAMETERS)).hasSize(2);
    }

    @Test
    void anInstanceOfAServerlessClusterHasTheClustersRange() {
        serverless("main");

        DatabaseFacts facts = read("main-1");

        assertThat(facts.instanceClass()).isEqualTo("db.serverless");
        assertThat(facts.maxAcu()).hasValue(16);
        assertThat(facts.storageBytes()).isEmpty();
        assertThat(facts.maxConnections()).hasValue(2000);
        assertThat(operations()).containsExactly(INSTANCES, CLUSTERS, PARAMETERS, CLUSTER_PARAMETERS);
    }

    @Test
    void aProvisionedClusterIsAsLargeAsItsWriter() {
        rds.cluster("main", "", "main-2", "cpg", "in-sync").member("main", "main-1", "db.r6g.large", "pg")
                .member("main", "main-2", "db.r6g.xlarge", "pg").member("main", "main-3", "db.r6g.large", "pg");

        DatabaseFacts facts = read("main");

        assertThat(facts.instanceClass()).isEqualTo("db.r6g.xlarge");
        assertThat(facts.maxAcu()).isEmpty();
        assertThat(facts.multiAz()).isTrue();
        assertThat(facts.maxConnections()).hasValue(3604);
    }

    @Test
    void aClusterWithoutInstancesIsKnown() {
        rds.cluster("main", FakeRds.range(2, 8), "", "cpg", "in-sync");

        DatabaseFacts facts = read("main");

        assertThat(facts.maxAcu()).hasValue(8);
        assertThat(facts.maxConnections()).hasValue(1669);
        assertThat(facts.connectionsFrom()).isEqualTo(LimitSource.ESTIMATE);
    }

    @Test
    void theNumberOfAnInstancesOwnGroupCountsMoreThanItsClustersAndBothMoreThanAFormula() {
        rds.clusterGroup("cpg", "700");
        serverless("main");
        assertThat(read("main").maxConnections()).hasValue(700);
        assertThat(read("main").connectionsFrom()).isEqualTo(LimitSource.PARAMETER_GROUP);

        rds.group("own", "300").member("main", "main-1", "db.serverless", "own");
        assertThat(read("main").maxConnections()).hasValue(300);
    }

    @Test
    void aPendingRebootIsNoted() {
        rds.instance("one", "db.t4g.small", "available", "pg", "pending-reboot").instance("two", "db.t4g.small", "pg")
                .cluster("main", FakeRds.range(1, 8), "main-1", "cpg", "pending-reboot")
                .member("main", "main-1", "db.serverless", "pg");

        assertThat(read("one").connections().rebootPending()).isTrue();
        assertThat(read("two").connections().rebootPending()).isFalse();
        assertThat(read("main").connections().rebootPending()).isTrue();
    }

    @Test
    void aGroupWithoutAValueLeavesItToTheEngine() {
        rds.group("bare", "").instance("main", "db.t4g.small", "bare");

        assertThat(read("main").maxConnections()).hasValue(225);
        assertThat(read("main").connectionsFrom()).isEqualTo(LimitSource.ESTIMATE);
    }

    @Test
    void aClassThatNobodyKnowsYetHasNoEstimate() {
        rds.instance("main", "db.q9z.large", "pg");

        assertThat(read("main").instanceClass()).isEqualTo("db.q9z.large");
        assertThat(read("main").maxConnections()).isEmpty();
        assertThat(read("main").connectionsFrom()).isEqualTo(LimitSource.NONE);
    }

    @Test
    void withoutTheRightToReadParametersTheRestIsKnownAndNothingIsEstimated() {
        rds.instance("one", "db.t4g.small", "pg").instance("two", "db.t4g.small", "pg");
        rig.aws.on(PARAMETERS, DENIED);

        var found = source.databases(List.of("one", "two"));

        found.values().forEach(reading -> {
            DatabaseFacts facts = value(reading);
            assertThat(facts.status()).isEqualTo("available");
            assertThat(facts.maxConnections()).isEmpty();
            assertThat(facts.connections().failure()).map(Failure::kind).hasValue(Kind.DENIED);
            assertThat(facts.connections().failure()).flatMap(Failure::action).hasValue("rds:DescribeDBParameters");
        });
        assertThat(operations()).as("asked once for the group").containsExactly(INSTANCES, PARAMETERS);
    }

    @Test
    void aGroupThatWasNotReadIsAskedAgainNextTime() {
        rds.instance("one", "db.t4g.small", "pg");
        rig.aws.on(PARAMETERS, DENIED);
        assertThat(read("one").maxConnections()).isEmpty();

        rig.aws.on(PARAMETERS, LoopbackAws.xml(PARAMETERS, Wire.xmlList("Parameters", "Parameter",
                List.of(Wire.xml("ParameterName", "max_connections", "ParameterValue", "90")))));

        assertThat(read("one").maxConnections()).hasValue(90);
    }

    @Test
    void throttledParametersAreNotAskedForFurtherGroups() {
        rds.group("other", FORMULA).instance("one", "db.t4g.small", "pg").instance("two", "db.t4g.small", "other");
        rig.aws.on(PARAMETERS, SLOW_DOWN);

        source.databases(List.of("one", "two"));

        assertThat(operations()).containsExactly(INSTANCES, PARAMETERS, PARAMETERS, PARAMETERS);
        assertThat(rig.aws.requests(PARAMETERS)).extracting(request -> request.parameter("DBParameterGroupName"))
                .containsOnly("pg");
    }

    @Test
    void whoMayOnlyReadClustersReadsThose() {
        serverless("main");
        rig.aws.on(INSTANCES, DENIED, LoopbackAws.xml(INSTANCES, "<DBInstances/>"));

        assertThat(value(source.databases(List.of("main")).get("main")).maxAcu()).hasValue(16);
    }

    @Test
    void whatIsNeitherAndMayBeWhatIsDeniedIsDenied() {
        rds.instance("one", "db.t4g.small", "pg");
        rig.aws.on(CLUSTERS, DENIED);

        var found = source.databases(List.of("one", "main"));

        assertThat(value(found.get("one")).status()).isEqualTo("available");
        assertDenied(found.get("main"), "rds:DescribeDBClusters");
    }

    @Test
    void aKnownClusterStaysOneThroughAFailure() {
        serverless("main");
        source.databases(List.of("main"));
        rig.aws.on(CLUSTERS, SLOW_DOWN);
        assertThat(failure(source.databases(List.of("main")).get("main")).kind()).isEqualTo(Kind.THROTTLED);

        rig.metered.clear();
        source.databases(List.of("main"));
        assertThat(operations()).containsExactly(CLUSTERS, CLUSTERS, CLUSTERS);
    }

    @Test
    void throttlingEndsTheReading() {
        rig.aws.on(INSTANCES, SLOW_DOWN);

        var found = source.databases(names("db", 101));

        assertThat(found.values()).hasSize(101)
                .allSatisfy(reading -> assertThat(failure(reading).kind()).isEqualTo(Kind.THROTTLED));
        assertThat(operations()).as("tried three times").containsExactly(INSTANCES, INSTANCES, INSTANCES);
    }

    @Test
    void anAnswerThatIsNotAwssIsNeitherADatabaseNorNone() {
        for (LoopbackAws.Answer answer : List.of(LoopbackAws.html(200), LoopbackAws.html(503),
                LoopbackAws.truncated("text/xml", "<DescribeDBInstancesResponse><Descr"))) {
            rig.aws.on(INSTANCES, answer);
            assertThat(failure(source.databases(List.of("main")).get("main")).kind()).isEqualTo(Kind.UNREACHABLE);
        }
        assertThat(rig.aws.requests(CLUSTERS)).isEmpty();
    }

    @Test
    void anInstanceWhoseClusterCannotBeReadHasNoLimit() {
        serverless("main");
        rig.aws.on(CLUSTERS, DENIED);

        DatabaseFacts facts = read("main-1");

        assertThat(facts.maxConnections()).isEmpty();
        assertThat(facts.connections().failure()).map(Failure::kind).hasValue(Kind.DENIED);
    }

    private void serverless(String id) {
        rds.cluster(id, FakeRds.range(0.5, 16), id + "-1", "cpg", "in-sync").member(id, id + "-1", "db.serverless",
                "pg");
    }

    private DatabaseFacts read(String id) {
        return value(source.databases(List.of(id)).get(id));
    }

    private List<String> operations() {
        return rig.metered.stream().map(ApiCall::operation).toList();
    }
}
