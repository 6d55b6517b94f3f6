package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.watch.discovery.Inventory.Definition;
import io.watchdeck.watch.discovery.Inventory.Mention;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.codepipeline.model.ActionDeclaration;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.codepipeline.model.StageDeclaration;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

class InventoryMapperTest {

    @ParameterizedTest
    @CsvSource({
            "DATABASE_URL, postgres://app:s3cr3t@Main.abc.eu-west-1.RDS.amazonaws.com:5432/app, main.abc.eu-west-1.rds.amazonaws.com",
            "REDIS, 'a.0001.apn2.cache.amazonaws.com:6379,s3cr3t', a.0001.apn2.cache.amazonaws.com",
            "JOBS, https://sqs.eu-west-1.amazonaws.com/123456789012/mails.fifo, mails.fifo",
            "LOCAL, http://localhost:4566/000000000000/mails, mails",
            "TARGET, arn:aws:sqs:eu-west-1:123456789012:mails, arn:aws:sqs:eu-west-1:123456789012:mails",
            "MAIL_QUEUE_NAME, mails, mails"})
    void ofAVariableOnlyWhatItNamesIsKept(String name, String value, String what) {
        assertThat(mentions(name, value)).containsExactly(new Mention(name, what));
    }

    @ParameterizedTest
    @CsvSource({"DB_PASSWORD, s3cr3t", "MODE, production", "QUEUE_PASSWORD, 'hunter2!'", "URL, https://example.com/a",
            "EMPTY, ''"})
    void ofAVariableThatNamesNothingNothingIsKept(String name, String value) {
        assertThat(mentions(name, value)).isEmpty();
    }

    private static List<Mention> mentions(String name, String value) {
        return definition(ContainerDefinition.builder().environment(
                KeyValuePair.builder().name(name).value(value).build()).build()).mentions();
    }

    private static Definition definition(ContainerDefinition... containers) {
        return InventoryMapper.definition(TaskDefinition.builder().containerDefinitions(containers).build());
    }

    @Test
    void everyContainerTellsWhereItWrites() {
        Definition definition = definition(logs("awslogs", Map.of("awslogs-group", "/ecs/api")),
                logs("awslogs", Map.of("awslogs-group", "/ecs/api")),
                logs("awsfirelens", Map.of("Name", "cloudwatch_logs", "log_group_name", "/ecs/side")),
                logs("awsfirelens", Map.of("log_group_name", "/ecs/$(ecs_cluster)")), logs("splunk", Map.of()),
                ContainerDefinition.builder().build());

        assertThat(definition.logGroups()).containsExactly("/ecs/api", "/ecs/side");
        assertThat(definition.size()).isEmpty();
    }

    private static ContainerDefinition logs(String driver, Map<String, String> options) {
        return ContainerDefinition.builder().logConfiguration(
                LogConfiguration.builder().logDriver(driver).options(options).build()).build();
    }

    @Test
    void theShareOfSpotIsThatOfTheWeights() {
        assertThat(spot(item("FARGATE_SPOT", 4), item("FARGATE", 1))).hasValue(80);
        assertThat(spot(item("FARGATE", 1))).isEmpty();
        assertThat(spot(item("FARGATE_SPOT", 0), item("FARGATE", 0))).isEmpty();
        assertThat(spot()).isEmpty();
    }

    private static OptionalInt spot(CapacityProviderStrategyItem... strategy) {
        return InventoryMapper.service(Service.builder().serviceName("api").capacityProviderStrategy(strategy).build())
                .spotWeight();
    }

    private static CapacityProviderStrategyItem item(String provider, int weight) {
        return CapacityProviderStrategyItem.builder().capacityProvider(provider).weight(weight).build();
    }

    @Test
    void cachesWithoutEndpointsOrNodesAreCachesAllTheSame() {
        assertThat(InventoryMapper.replicationGroup(ReplicationGroup.builder().replicationGroupId("new")
                .memberClusters("new-001", "new-002").build()).nodes()).isEqualTo(2);
        assertThat(InventoryMapper.cacheCluster(CacheCluster.builder().cacheClusterId("new").build()).hosts())
                .isEmpty();
    }

    @Test
    void aPipelineThatDeploysToNoClusterNamesNone() {
        var build = StageDeclaration.builder().actions(ActionDeclaration.builder().name("CodeBuild").build()).build();

        assertThat(InventoryMapper.clusters(PipelineDeclaration.builder().stages(build).build())).isEmpty();
    }
}
