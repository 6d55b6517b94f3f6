package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.data.ConnectionLimit;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.fleet.TargetState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBParameterGroupStatus;
import software.amazon.awssdk.services.rds.model.Parameter;

/// The pure part of the adapters for databases and targets, on the SDK's own model objects.
class DataMappersTest {

    @Test
    void anInstanceIsTakenAsRdsDescribesIt() {
        DBInstance instance = DBInstance.builder().dbInstanceIdentifier("main").engine("postgres")
                .engineVersion("16.3").dbInstanceClass("db.t4g.micro").dbInstanceStatus("storage-dreaming")
                .multiAZ(true).allocatedStorage(20).build();

        assertThat(RdsMapper.instance(instance, Optional.empty(), ConnectionLimit.none())).isEqualTo(
                new DatabaseFacts("main", "postgres", "16.3", "db.t4g.micro", "storage-dreaming", true,
                        OptionalLong.of(20L << 30), ConnectionLimit.none(), OptionalDouble.empty()));
    }

    @Test
    void whatRdsLeavesOutIsEmptyAndNotZero() {
        DatabaseFacts facts = RdsMapper.instance(DBInstance.builder().dbInstanceIdentifier("main").build(),
                Optional.empty(), ConnectionLimit.none());

        assertThat(facts).isEqualTo(new DatabaseFacts("main", "", "", "", "", false, OptionalLong.empty(),
                ConnectionLimit.none(), OptionalDouble.empty()));
        assertThat(RdsMapper.group(DBInstance.builder().build())).isEmpty();
        assertThat(RdsMapper.rebootPending(DBInstance.builder().build())).isFalse();
        assertThat(RdsMapper.cluster(DBCluster.builder().build(), List.of(), ConnectionLimit.none()).instanceClass())
                .isEmpty();
    }

    @Test
    void auroraHasNoAllocatedStorage() {
        DBCluster cluster = DBCluster.builder().dbClusterIdentifier("main").engine("aurora-mysql").allocatedStorage(1)
                .build();

        assertThat(RdsMapper.cluster(cluster, List.of(), ConnectionLimit.none()).storageBytes()).isEmpty();
    }

    @Test
    void aMultiAzClusterThatIsNotAuroraHasAClassAndStorageOfItsOwn() {
        DBCluster cluster = DBCluster.builder().dbClusterIdentifier("main").engine("postgres").allocatedStorage(100)
                .dbClusterInstanceClass("db.r6gd.large").multiAZ(true).build();

        DatabaseFacts facts = RdsMapper.cluster(cluster, List.of(), ConnectionLimit.none());

        assertThat(facts.instanceClass()).isEqualTo("db.r6gd.large");
        assertThat(facts.storageBytes()).hasValue(100L << 30);
        assertThat(facts.multiAz()).isTrue();
    }

    @Test
    void onlyAServerlessInstanceHasACapacityRange() {
        DBCluster cluster = DBCluster.builder().dbClusterIdentifier("main")
                .serverlessV2ScalingConfiguration(range -> range.minCapacity(0.5).maxCapacity(16.0)).build();
        DBInstance serverless = DBInstance.builder().dbInstanceIdentifier("a").dbInstanceClass("db.serverless").build();
        DBInstance fixed = DBInstance.builder().dbInstanceIdentifier("b").dbInstanceClass("db.r6g.large").build();

        assertThat(RdsMapper.instance(serverless, Optional.of(cluster), ConnectionLimit.none()).maxAcu()).hasValue(16);
        assertThat(RdsMapper.instance(fixed, Optional.of(cluster), ConnectionLimit.none()).maxAcu()).isEmpty();
    }

    @Test
    void theWriterSpeaksForItsCluster() {
        DBCluster cluster = DBCluster.builder().dbClusterIdentifier("main").dbClusterMembers(
                DBClusterMember.builder().dbInstanceIdentifier("a").isClusterWriter(false).build(),
                DBClusterMember.builder().dbInstanceIdentifier("b").isClusterWriter(true)
                        .dbClusterParameterGroupStatus("pending-reboot").build())
                .build();
        DBInstance stranger = member("other", "b");

        assertThat(RdsMapper.writer(cluster, List.of(member("main", "a"), member("main", "b"), stranger)))
                .contains(member("main", "b"));
        assertThat(RdsMapper.writer(cluster, List.of(stranger))).isEmpty();
        assertThat(RdsMapper.rebootPending(cluster)).isTrue();
    }

    @Test
    void theParameterGroupOfAnInstanceIsItsFirst() {
        DBInstance instance = DBInstance.builder().dbParameterGroups(DBParameterGroupStatus.builder()
                .dbParameterGroupName("own").parameterApplyStatus("pending-reboot").build()).build();

        assertThat(RdsMapper.group(instance)).contains("own");
        assertThat(RdsMapper.rebootPending(instance)).isTrue();
    }

    @Test
    void amongManyParametersTheOneIsFound() {
        assertThat(RdsMapper.maxConnections(List.of(parameter("max_connections_per_hour", "1"),
                parameter("max_connections", "90")))).contains("90");
        assertThat(RdsMapper.maxConnections(List.of(parameter("max_connections", null)))).isEmpty();
    }

    @Test
    void aTargetIsTakenAsTheLoadBalancerDescribesIt() {
        assertThat(ElbMapper.target(TargetHealthDescription.builder()
                .target(target -> target.id("10.0.1.7").port(3000).availabilityZone("all"))
                .targetHealth(health -> health.state("unhealthy").reason("Target.Moody").description("Ask tomorrow"))
                .build())).isEqualTo(new TargetState("10.0.1.7", OptionalInt.of(3000), "all", "unhealthy",
                        "Target.Moody", "Ask tomorrow"));
        assertThat(ElbMapper.target(TargetHealthDescription.builder().build()))
                .isEqualTo(new TargetState("", OptionalInt.empty(), "", "", "", ""));
    }

    private static DBInstance member(String cluster, String id) {
        return DBInstance.builder().dbClusterIdentifier(cluster).dbInstanceIdentifier(id).build();
    }

    private static Parameter parameter(String name, @org.jspecify.annotations.Nullable String value) {
        return Parameter.builder().parameterName(name).parameterValue(value).build();
    }
}
