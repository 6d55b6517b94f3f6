package io.watchdeck.aws;

import io.watchdeck.data.Capacity;
import io.watchdeck.data.Capacity.AcuRange;
import io.watchdeck.data.ConnectionLimit;
import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseFacts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.Event;
import software.amazon.awssdk.services.rds.model.Parameter;

/// RDS's instances and clusters to databases. Words that this SDK does not know stay as AWS wrote them.
final class RdsMapper {

    static final String MAX_CONNECTIONS = "max_connections";

    private RdsMapper() {}

    /// @param cluster the Aurora cluster that it belongs to, if any
    static DatabaseFacts instance(DBInstance instance, Optional<DBCluster> cluster, ConnectionLimit connections) {
        String engine = text(instance.engine());
        return new DatabaseFacts(text(instance.dbInstanceIdentifier()), engine, text(instance.engineVersion()),
                text(instance.dbInstanceClass()), text(instance.dbInstanceStatus()),
                Boolean.TRUE.equals(instance.multiAZ()), storage(engine, instance.allocatedStorage()), connections,
                maxAcu(capacity(instance, cluster)));
    }

    /// @param members its instances, as far as they are known
    static DatabaseFacts cluster(DBCluster cluster, Collection<DBInstance> members, ConnectionLimit connections) {
        String engine = text(cluster.engine());
        Capacity capacity = capacity(cluster, members);
        return new DatabaseFacts(text(cluster.dbClusterIdentifier()), engine, text(cluster.engineVersion()),
                capacity.instanceClass(), text(cluster.status()), Boolean.TRUE.equals(cluster.multiAZ()),
                storage(engine, cluster.allocatedStorage()), connections, maxAcu(capacity));
    }

    static Capacity capacity(DBInstance instance, Optional<DBCluster> cluster) {
        return new Capacity(text(instance.engine()), text(instance.dbInstanceClass()),
                cluster.flatMap(RdsMapper::acus));
    }

    /// A cluster computes its limits as its writer does. One with a capacity range and no instance yet will have
    /// serverless ones.
    static Capacity capacity(DBCluster cluster, Collection<DBInstance> members) {
        Optional<AcuRange> acus = acus(cluster);
        String instanceClass = writer(cluster, members).map(DBInstance::dbInstanceClass)
                .or(() -> Optional.ofNullable(cluster.dbClusterInstanceClass()))
                .orElse(acus.isPresent() ? "db.serverless" : "");
        return new Capacity(text(cluster.engine()), instanceClass, acus);
    }

    static Optional<DBInstance> writer(DBCluster cluster, Collection<DBInstance> members) {
        List<String> writers = cluster.dbClusterMembers().stream()
                .filter(member -> Boolean.TRUE.equals(member.isClusterWriter()))
                .map(DBClusterMember::dbInstanceIdentifier).toList();
        return members.stream().filter(member -> text(member.dbClusterIdentifier())
                .equals(cluster.dbClusterIdentifier()))
                .reduce((best, next) -> writers.contains(next.dbInstanceIdentifier()) ? next : best);
    }

    /// The name of the parameter group that an instance has.
    static Optional<String> group(DBInstance instance) {
        return instance.dbParameterGroups().stream().map(DBParameterGroupStatus::dbParameterGroupName)
                .filter(name -> name != null && !name.isEmpty()).findFirst();
    }

    static boolean rebootPending(DBInstance instance) {
        return instance.dbParameterGroups().stream()
                .anyMatch(group -> "pending-reboot".equals(group.parameterApplyStatus()));
    }

    static boolean rebootPending(DBCluster cluster) {
        return cluster.dbClusterMembers().stream()
                .anyMatch(member -> "pending-reboot".equals(member.dbClusterParameterGroupStatus()));
    }

    /// The value of `max_connections` among the parameters of a group; empty where the group leaves it to the engine.
    static Optional<String> maxConnections(Collection<Parameter> parameters) {
        return parameters.stream().filter(parameter -> MAX_CONNECTIONS.equals(parameter.parameterName()))
                .flatMap(parameter -> Optional.ofNullable(parameter.parameterValue()).stream()).findFirst();
    }

    static RdsEvents.Source source(Event event) {
        return new RdsEvents.Source(text(event.sourceTypeAsString()), text(event.sourceIdentifier()));
    }

    /// @param database of the stack file that the source of the event is, or is a part of
    static DatabaseEvent event(Event event, String database) {
        return new DatabaseEvent(database, text(event.sourceIdentifier()), text(event.sourceTypeAsString()),
                event.date() == null ? Instant.EPOCH : event.date().truncatedTo(ChronoUnit.MILLIS),
                event.eventCategories(), text(event.message()).strip());
    }

    private static Optional<AcuRange> acus(DBCluster cluster) {
        return Optional.ofNullable(cluster.serverlessV2ScalingConfiguration())
                .filter(range -> range.minCapacity() != null && range.maxCapacity() != null)
                .map(range -> new AcuRange(range.minCapacity(), range.maxCapacity()));
    }

    private static OptionalDouble maxAcu(Capacity capacity) {
        return capacity.acus().isPresent() && capacity.instanceClass().equals("db.serverless")
                ? OptionalDouble.of(capacity.acus().get().max()) : OptionalDouble.empty();
    }

    /// Aurora's storage grows by itself, and it reports 0 or 1 GiB as allocated.
    private static OptionalLong storage(String engine, @Nullable Integer gib) {
        return gib == null || engine.startsWith("aurora") ? OptionalLong.empty() : OptionalLong.of((long) gib << 30);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
