package io.watchdeck.sandbox;

import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseSource;
import io.watchdeck.data.DatabaseSourceContract;
import io.watchdeck.model.Readings;
import io.watchdeck.stack.DatabaseSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

class SandboxDatabaseSourceTest extends DatabaseSourceContract {

    @Override
    protected DatabaseSource withInstances(int count) {
        return instances(count).cloud().databases().orElseThrow();
    }

    private static Stage instances(int count) {
        return Stage.of(Stage.databases(Readings.names(DATABASE, count).stream()
                .map(name -> new DatabaseSpec(name, DatabaseSpec.Kind.INSTANCE, "postgres", OptionalInt.empty(),
                        OptionalLong.of(STORAGE_BYTES), OptionalDouble.empty()))
                .toList()));
    }

    @Override
    protected DatabaseSource withParameter(int maxConnections) {
        return instances(1).change((stack, _) -> stack.database(Readings.name(DATABASE, 1)).orElseThrow()
                .changeParameter(maxConnections)).cloud().databases().orElseThrow();
    }

    @Override
    protected DatabaseSource withStatus(String status) {
        return instances(1).change((stack, _) -> stack.database(Readings.name(DATABASE, 1)).orElseThrow()
                .changeStatus(status)).cloud().databases().orElseThrow();
    }

    @Override
    protected DatabaseSource withServerlessCluster() {
        return Stage.of(Stage.databases(List.of(new DatabaseSpec(Readings.name(DATABASE, 1), DatabaseSpec.Kind.CLUSTER,
                "aurora-postgresql", OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.of(16))))).cloud()
                .databases().orElseThrow();
    }

    @Override
    protected Instant now() {
        return Stage.NOW;
    }

    @Override
    protected DatabaseSource withEvents(List<DatabaseEvent> events) {
        List<DatabaseSpec> specs = new ArrayList<>();
        List.of(DatabaseSpec.Kind.INSTANCE, DatabaseSpec.Kind.INSTANCE, DatabaseSpec.Kind.CLUSTER)
                .forEach(kind -> specs.add(new DatabaseSpec(Readings.name(DATABASE, specs.size() + 1), kind, "postgres",
                        OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty())));
        return Stage.of(Stage.databases(specs)).change((stack, _) -> events
                .forEach(event -> stack.database(event.database()).orElseThrow().tell(event))).cloud().databases()
                .orElseThrow();
    }

    @Override
    protected DatabaseSource denied() {
        return instances(1).denied("rds:DescribeEvents").denied("rds:DescribeDBInstances").cloud().databases()
                .orElseThrow();
    }

    @Override
    protected DatabaseSource throttled() {
        return instances(1).throttled().cloud().databases().orElseThrow();
    }
}
