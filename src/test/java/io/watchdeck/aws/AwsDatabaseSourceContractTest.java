package io.watchdeck.aws;

import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;

import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseSource;
import io.watchdeck.data.DatabaseSourceContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsDatabaseSourceContractTest extends DatabaseSourceContract {

    private static final String FORMULA = "LEAST({DBInstanceClassMemory/9531392},5000)";

    private final AwsRig rig = new AwsRig();
    private final FakeRds rds = new FakeRds(rig.aws).group("default.postgres16", FORMULA);

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected DatabaseSource withInstances(int count) {
        names(DATABASE, count).forEach(name -> rds.instance(name, "db.t4g.micro", "default.postgres16"));
        return source();
    }

    @Override
    protected DatabaseSource withParameter(int maxConnections) {
        rds.group("own", Integer.toString(maxConnections)).instance(name(DATABASE, 1), "db.t4g.micro", "own");
        return source();
    }

    @Override
    protected DatabaseSource withStatus(String status) {
        rds.instance(name(DATABASE, 1), "db.t4g.micro", status, "default.postgres16", "in-sync");
        return source();
    }

    @Override
    protected DatabaseSource withServerlessCluster() {
        String id = name(DATABASE, 1);
        rds.group("default.aurora-postgresql16", FORMULA).clusterGroup("default.aurora-postgresql16", FORMULA)
                .cluster(id, FakeRds.range(0.5, 16), id + "-1", "default.aurora-postgresql16", "in-sync")
                .member(id, id + "-1", "db.serverless", "default.aurora-postgresql16");
        return source();
    }

    @Override
    protected Instant now() {
        return AwsRig.NOW;
    }

    @Override
    protected DatabaseSource withEvents(List<DatabaseEvent> events) {
        withInstances(2);
        String id = name(DATABASE, 3);
        rds.group("default.aurora-postgresql16", FORMULA).clusterGroup("default.aurora-postgresql16", FORMULA)
                .cluster(id, "", id + "-1", "default.aurora-postgresql16", "in-sync")
                .member(id, id + "-1", "db.r6g.large", "default.aurora-postgresql16");
        events.forEach(rds::event);
        return source();
    }

    @Override
    protected DatabaseSource denied() {
        return failing(LoopbackAws.xmlError(403, "AccessDenied", "User: arn:aws:iam::1:user/x is not authorized"));
    }

    @Override
    protected DatabaseSource throttled() {
        return failing(LoopbackAws.xmlError(400, "Throttling", "Rate exceeded"));
    }

    private DatabaseSource failing(LoopbackAws.Answer answer) {
        rig.aws.on("DescribeDBInstances", answer).on("DescribeDBClusters", answer)
                .on("DescribeEvents", answer);
        return source();
    }

    private DatabaseSource source() {
        return rig.cloud.databases().orElseThrow();
    }
}
