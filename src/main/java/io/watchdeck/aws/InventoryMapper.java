package io.watchdeck.aws;

import io.watchdeck.stack.ServiceSpec.TaskSize;
import io.watchdeck.watch.discovery.Inventory.Cache;
import io.watchdeck.watch.discovery.Inventory.Cluster;
import io.watchdeck.watch.discovery.Inventory.Database;
import io.watchdeck.watch.discovery.Inventory.Definition;
import io.watchdeck.watch.discovery.Inventory.LoadBalancer;
import io.watchdeck.watch.discovery.Inventory.Mention;
import io.watchdeck.watch.discovery.Inventory.Pipe;
import io.watchdeck.watch.discovery.Inventory.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codepipeline.model.PipelineDeclaration;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.Endpoint;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBInstance;

/// What AWS lists to what a stack can be made of.
final class InventoryMapper {

    private static final Pattern HOST = Pattern.compile("[a-z0-9][a-z0-9.-]*\\.amazonaws\\.com(?:\\.cn)?");
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\\d{12}:[A-Za-z0-9_./:-]+");
    private static final Pattern QUEUE_URL =
            Pattern.compile("https?://[^/\\s]+/\\d{12}/([A-Za-z0-9_-]{1,80}(?:\\.fifo)?)");
    private static final Pattern QUEUE_NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}(?:\\.fifo)?");

    private InventoryMapper() {}

    static Cluster cluster(software.amazon.awssdk.services.ecs.model.Cluster cluster) {
        Map<String, String> tags = new LinkedHashMap<>();
        cluster.tags().forEach(tag -> tags.put(text(tag.key()), text(tag.value())));
        return new Cluster(text(cluster.clusterName()), tags);
    }

    static Service service(software.amazon.awssdk.services.ecs.model.Service service) {
        return new Service(text(service.serviceName()), Objects.requireNonNullElse(service.desiredCount(), 0),
                text(service.taskDefinition()), EcsMapper.targetGroups(service),
                spotWeight(service.capacityProviderStrategy()));
    }

    /// The share of the weights; what a base takes beforehand depends on the number of tasks.
    private static OptionalInt spotWeight(List<CapacityProviderStrategyItem> strategy) {
        int all = strategy.stream().mapToInt(InventoryMapper::weight).sum();
        int spot = strategy.stream().filter(item -> "FARGATE_SPOT".equals(item.capacityProvider()))
                .mapToInt(InventoryMapper::weight).sum();
        return spot == 0 ? OptionalInt.empty() : OptionalInt.of(Math.round(100f * spot / all));
    }

    private static int weight(CapacityProviderStrategyItem item) {
        return Objects.requireNonNullElse(item.weight(), 0);
    }

    static Definition definition(TaskDefinition definition) {
        List<String> logGroups = definition.containerDefinitions().stream()
                .flatMap(container -> logGroups(container.logConfiguration())).distinct().toList();
        List<Mention> mentions = definition.containerDefinitions().stream().map(ContainerDefinition::environment)
                .flatMap(Collection::stream).flatMap(InventoryMapper::mentions).distinct().toList();
        return new Definition(size(definition), logGroups, mentions);
    }

    /// Of the `awslogs` driver, and of FireLens where it sends to CloudWatch.
    private static Stream<String> logGroups(@Nullable LogConfiguration logs) {
        return logs == null ? Stream.empty()
                : Stream.of("awslogs-group", "log_group_name").map(logs.options()::get).filter(Objects::nonNull)
                        .filter(name -> !name.isBlank() && !name.contains("$"));
    }

    private static Optional<TaskSize> size(TaskDefinition definition) {
        OptionalInt cpu = whole(definition.cpu());
        OptionalInt memory = whole(definition.memory());
        return cpu.isPresent() && memory.isPresent()
                ? Optional.of(new TaskSize(cpu.getAsInt(), memory.getAsInt())) : Optional.empty();
    }

    private static OptionalInt whole(@Nullable String number) {
        return number != null && number.matches("[1-9]\\d{0,8}") ? OptionalInt.of(Integer.parseInt(number))
                : OptionalInt.empty();
    }

    /// A value may hold a password beside the name of a host: nothing of it is kept but names.
    private static Stream<Mention> mentions(KeyValuePair variable) {
        String name = text(variable.name());
        String value = text(variable.value());
        var found = new ArrayList<String>();
        find(ARN, value).forEach(found::add);
        QUEUE_URL.matcher(value).results().map(url -> url.group(1)).forEach(found::add);
        find(HOST, value.toLowerCase(Locale.ROOT)).filter(host -> !host.startsWith("sqs.")).forEach(found::add);
        if (name.toUpperCase(Locale.ROOT).contains("QUEUE") && QUEUE_NAME.matcher(value).matches()) {
            found.add(value);
        }
        return found.stream().map(what -> new Mention(name, what));
    }

    private static Stream<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.results().map(found -> found.group());
    }

    /// @param groups of all load balancers
    static LoadBalancer loadBalancer(
            software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer balancer,
            Collection<TargetGroup> groups) {
        return new LoadBalancer(text(balancer.loadBalancerName()), text(balancer.typeAsString()), groups.stream()
                .filter(group -> group.loadBalancerArns().contains(balancer.loadBalancerArn()))
                .map(group -> text(group.targetGroupName())).sorted().toList());
    }

    static Database instance(DBInstance instance) {
        return new Database(text(instance.dbInstanceIdentifier()), false, text(instance.engine()),
                hosts(Stream.of(instance.endpoint() == null ? null : instance.endpoint().address())));
    }

    static Database databaseCluster(DBCluster cluster) {
        return new Database(text(cluster.dbClusterIdentifier()), true, text(cluster.engine()), hosts(Stream.concat(
                Stream.of(cluster.endpoint(), cluster.readerEndpoint()), cluster.customEndpoints().stream())));
    }

    static Cache replicationGroup(ReplicationGroup group) {
        int nodes = group.nodeGroups().stream().mapToInt(shard -> shard.nodeGroupMembers().size()).sum();
        Stream<Endpoint> ofShards = group.nodeGroups().stream().flatMap(shard -> Stream.concat(
                Stream.of(shard.primaryEndpoint(), shard.readerEndpoint()),
                shard.nodeGroupMembers().stream().map(NodeGroupMember::readEndpoint)));
        return new Cache(text(group.replicationGroupId()), nodes > 0 ? nodes : group.memberClusters().size(),
                hosts(Stream.concat(Stream.of(group.configurationEndpoint()), ofShards)
                        .map(InventoryMapper::address)));
    }

    static Cache cacheCluster(CacheCluster cluster) {
        return new Cache(text(cluster.cacheClusterId()), Objects.requireNonNullElse(cluster.numCacheNodes(), 0),
                hosts(Stream.concat(Stream.of(cluster.configurationEndpoint()),
                        cluster.cacheNodes().stream().map(node -> node.endpoint())).map(InventoryMapper::address)));
    }

    private static @Nullable String address(@Nullable Endpoint endpoint) {
        return endpoint == null ? null : endpoint.address();
    }

    private static List<String> hosts(Stream<@Nullable String> hosts) {
        return hosts.filter(Objects::nonNull).map(host -> host.toLowerCase(Locale.ROOT)).distinct().toList();
    }

    static Pipe pipe(software.amazon.awssdk.services.pipes.model.Pipe pipe) {
        return new Pipe(text(pipe.name()), text(pipe.source()),
                text(pipe.target()));
    }

    /// The clusters in the configuration of its deploying actions.
    static Set<String> clusters(PipelineDeclaration pipeline) {
        return pipeline.stages().stream().flatMap(stage -> stage.actions().stream())
                .map(action -> action.configuration().get("ClusterName")).filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
