package io.watchdeck.aws;

import static io.watchdeck.aws.Wire.object;
import static io.watchdeck.aws.Wire.xml;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.aws.LoopbackAws.Request;
import io.watchdeck.stack.CacheSpec;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.DatabaseSpec.Kind;
import io.watchdeck.stack.LoadBalancerSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.watch.discovery.InventorySource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An account behind [LoopbackAws] that holds one cluster and lists what it consists of, in the shapes of each service's
/// own protocol. Every page is short, as AWS may make it.
final class FakeAccount {

    private static final int PAGE = 2;

    private String balancers = "application";
    private static final String REGION = "ap-northeast-2";
    private static final String OWNER = "123456789012";

    private final AwsRig rig;
    private final String cluster;
    private final Map<String, String> tags;
    private final Components all;

    FakeAccount(AwsRig rig, String cluster, Map<String, String> tags, Components all) {
        this.rig = rig;
        this.cluster = cluster;
        this.tags = tags;
        this.all = all;
        serveCompute();
        serveData();
        rig.aws.serve("ListQueues", request -> json(request, "QueueUrls", "NextToken", "NextToken", queues()
                .map(name -> "https://sqs." + REGION + ".amazonaws.com/" + OWNER + "/" + name).toList()))
                .serve("ListPipes", request -> rest("Pipes", "NextToken", value(request.query(), "NextToken"),
                        all.queues().stream().flatMap(queue -> queue.pipe().stream().map(pipe -> object("Name", pipe,
                                "Source", arn("sqs", queue.name()), "Target",
                                arn("batch", "job-queue/" + all.batchQueues().getFirst()))))
                                .toList()))
                .serve("DescribeJobQueues", request -> rest("jobQueues", "nextToken",
                        Wire.parse(request.body()).path("nextToken").asText(""), jobQueues()))
                .serve("ListPipelines", request -> json(request, "pipelines", "nextToken", "nextToken", all.pipelines()
                        .stream().map(name -> object("name", name, "version", 1, "created", 1.7e9)).toList()))
                .serve("GetPipeline", this::pipeline)
                .serve("DescribeLogGroups", this::logGroups)
                .serve("GetResources", this::resources);
    }

    InventorySource inventory() {
        return rig.connector.inventory(rig.access);
    }

    FakeAccount balancedBy(String type) {
        balancers = type;
        return this;
    }

    /// From now on calls that need this action are refused.
    FakeAccount denied(String iamAction) {
        String service = iamAction.split(":")[0];
        String message = "User: arn:aws:iam::" + OWNER + ":user/ops is not authorized to perform: " + iamAction;
        rig.aws.on(iamAction.split(":")[1], switch (service) {
            case "rds", "elasticache", "elasticloadbalancing" -> LoopbackAws.xmlError(403, "AccessDenied", message);
            case "batch", "pipes" -> LoopbackAws.restError(403, "AccessDeniedException", message);
            default -> LoopbackAws.jsonError(400, "AccessDeniedException", message);
        });
        return this;
    }

    FakeAccount throttled() {
        rig.aws.on("ListClusters", LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"))
                .on("ListServices", LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"))
                .on("DescribeLogGroups", LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"))
                .on("DescribeDBInstances", LoopbackAws.xmlError(400, "Throttling", "Rate exceeded"));
        return this;
    }

    private void serveCompute() {
        rig.aws.serve("ListClusters", request -> json(request, "clusterArns", "nextToken", "nextToken",
                List.of(arn("ecs", "cluster/" + cluster), arn("ecs", "cluster/deleted"))))
                .serve("DescribeClusters", _ -> LoopbackAws.json(Wire.json(object("clusters", List.of(
                        object("clusterName", cluster, "status", "ACTIVE", "tags", tags.entrySet().stream()
                                .map(tag -> object("key", tag.getKey(), "value", tag.getValue())).toList()),
                        object("clusterName", "deleted", "status", "INACTIVE"))))))
                .serve("ListServices", request -> ofCluster(request, () -> json(request, "serviceArns", "nextToken",
                        "nextToken", all.services().stream()
                                .map(service -> arn("ecs", "service/" + cluster + "/" + service.name())).toList())))
                .serve("DescribeServices", request -> LoopbackAws.json(Wire.json(object("services",
                        Wire.texts(Wire.parse(request.body()).path("services")).stream().map(this::service)
                                .toList()))))
                .serve("DescribeTaskDefinition", this::definition);
    }

    private Answer ofCluster(Request request, java.util.function.Supplier<Answer> answer) {
        return Wire.parse(request.body()).path("cluster").asText().equals(cluster) ? answer.get()
                : LoopbackAws.jsonError(400, "ClusterNotFoundException", "Cluster not found.");
    }

    private Map<String, Object> service(String arn) {
        String name = arn.substring(arn.lastIndexOf('/') + 1);
        ServiceSpec spec = all.services().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        int spot = spec.spotWeight().orElse(0);
        return object("serviceName", name, "status", "ACTIVE", "desiredCount", spec.desired().orElse(1),
                "taskDefinition", arn("ecs", "task-definition/" + name + ":7"),
                "capacityProviderStrategy", spot == 0 ? null : List.of(
                        object("capacityProvider", "FARGATE_SPOT", "weight", spot, "base", 0),
                        object("capacityProvider", "FARGATE", "weight", 100 - spot, "base", 0)),
                "loadBalancers", all.loadBalancers().stream().flatMap(balancer -> balancer.targetGroups().stream())
                        .filter(group -> group.startsWith(name))
                        .map(group -> object("targetGroupArn", groupArn(group), "containerName", "app")).toList());
    }

    private Answer definition(Request request) {
        String arn = Wire.parse(request.body()).path("taskDefinition").asText();
        String family = arn.substring(arn.lastIndexOf('/') + 1).split(":")[0];
        return all.services().stream().filter(service -> service.name().equals(family)).findFirst()
                .map(service -> LoopbackAws.json(Wire.json(object("taskDefinition", object("taskDefinitionArn", arn,
                        "cpu", service.size().map(size -> Integer.toString(size.cpuUnits())).orElse(null),
                        "memory", service.size().map(size -> Integer.toString(size.memoryMiB())).orElse(null),
                        "containerDefinitions", List.of(object("name", "app",
                                "environment", all.databases().stream().map(database -> object("name", "DATABASE_URL",
                                        "value", "postgres://app:secret@" + host(database.id()) + ":5432/app"))
                                        .toList(),
                                "logConfiguration", object("logDriver", "awslogs", "options",
                                        object("awslogs-group", "/ecs/" + family)))))))))
                .orElseGet(() -> LoopbackAws.jsonError(400, "ClientException", "Unable to describe task definition."));
    }

    private void serveData() {
        rig.aws.serve("DescribeTargetGroups", request -> page(request, "DescribeTargetGroups", "TargetGroups", "member",
                all.loadBalancers().stream().flatMap(balancer -> balancer.targetGroups().stream()
                        .map(group -> xml("TargetGroupArn", groupArn(group), "TargetGroupName", group)
                                + Wire.xmlList("LoadBalancerArns", List.of(balancerArn(balancer)))))
                        .toList(),
                "NextMarker"))
                .serve("DescribeLoadBalancers", request -> page(request, "DescribeLoadBalancers", "LoadBalancers",
                        "member", all.loadBalancers().stream().map(balancer -> xml("LoadBalancerArn",
                                balancerArn(balancer), "LoadBalancerName", balancer.name(), "Type", balancers))
                                .toList(),
                        "NextMarker"))
                .serve("DescribeDBInstances", request -> page(request, "DescribeDBInstances", "DBInstances",
                        "DBInstance", all.databases().stream().map(this::instance).toList(), "Marker"))
                .serve("DescribeDBClusters", request -> page(request, "DescribeDBClusters", "DBClusters", "DBCluster",
                        all.databases().stream().filter(database -> database.kind() == Kind.CLUSTER)
                                .map(database -> xml("DBClusterIdentifier", database.id(), "Engine", database.engine(),
                                        "Endpoint", host(database.id())))
                                .toList(),
                        "Marker"))
                .serve("DescribeReplicationGroups", request -> page(request, "DescribeReplicationGroups",
                        "ReplicationGroups", "ReplicationGroup", caches(nodes -> nodes > 1)
                                .map(FakeAccount::replicationGroup).toList(),
                        "Marker"))
                .serve("DescribeCacheClusters", request -> page(request, "DescribeCacheClusters", "CacheClusters",
                        "CacheCluster", Stream.concat(caches(nodes -> nodes > 1).flatMap(FakeAccount::members),
                                caches(nodes -> nodes == 1).map(FakeAccount::cacheCluster)).toList(),
                        "Marker"));
    }

    /// A cluster has an instance of its own.
    private String instance(DatabaseSpec database) {
        boolean ofCluster = database.kind() == Kind.CLUSTER;
        String id = database.id() + (ofCluster ? "-1" : "");
        return xml("DBInstanceIdentifier", id, "Engine", database.engine(), "Endpoint", xml("Address", host(id)))
                + (ofCluster ? xml("DBClusterIdentifier", database.id()) : "");
    }

    private Stream<CacheSpec> caches(Function<Integer, Boolean> of) {
        return all.caches().stream().filter(cache -> of.apply(cache.nodes().orElse(1)));
    }

    /// Two nodes a shard.
    private static String replicationGroup(CacheSpec cache) {
        List<String> shards = IntStream.rangeClosed(1, cache.nodes().orElseThrow() / 2)
                .mapToObj(shard -> Wire.xmlList("NodeGroupMembers", "NodeGroupMember", List.of(
                        xml("CacheClusterId", cache.id() + "-000" + shard + "-001"),
                        xml("CacheClusterId", cache.id() + "-000" + shard + "-002"))))
                .toList();
        return xml("ReplicationGroupId", cache.id(), "ConfigurationEndpoint",
                xml("Address", "clustercfg." + cache.id() + ".abc.apn2.cache.amazonaws.com", "Port", "6379"))
                + Wire.xmlList("NodeGroups", "NodeGroup", shards);
    }

    private static Stream<String> members(CacheSpec cache) {
        return IntStream.rangeClosed(1, cache.nodes().orElseThrow()).mapToObj(node -> xml("CacheClusterId",
                cache.id() + "-" + node, "ReplicationGroupId", cache.id(), "NumCacheNodes", "1"));
    }

    private static String cacheCluster(CacheSpec cache) {
        return xml("CacheClusterId", cache.id(), "NumCacheNodes", "1") + Wire.xmlList("CacheNodes", "CacheNode",
                List.of(xml("Endpoint", xml("Address", cache.id() + ".abc.0001.apn2.cache.amazonaws.com"))));
    }

    private List<Map<String, Object>> jobQueues() {
        var queues = new ArrayList<>(all.batchQueues().stream()
                .map(name -> object("jobQueueName", name, "status", "VALID")).toList());
        queues.add(object("jobQueueName", "deleted", "status", "DELETED"));
        return queues;
    }

    private Answer pipeline(Request request) {
        String name = Wire.parse(request.body()).path("name").asText();
        return all.pipelines().contains(name) ? LoopbackAws.json(Wire.json(object("pipeline", object("name", name,
                "stages", List.of(object("name", "Source", "actions", List.of(object("name", "Git"))),
                        object("name", "Deploy", "actions", List.of(object("name", "ECS", "configuration",
                                object("ClusterName", cluster, "ServiceName", "app")))))))))
                : LoopbackAws.jsonError(400, "PipelineNotFoundException", "no pipeline");
    }

    private Answer logGroups(Request request) {
        JsonNode asked = Wire.parse(request.body());
        String part = asked.path("logGroupNamePattern").asText("");
        if (asked.has("logGroupNamePattern") && part.isEmpty() || asked.path("limit").asInt(50) > 50) {
            return LoopbackAws.jsonError(400, "InvalidParameterException", "pattern or limit");
        }
        return json(request, "logGroups", "nextToken", "nextToken", all.logGroups().stream()
                .filter(name -> name.contains(part))
                .map(name -> object("logGroupName", name)).toList());
    }

    private Answer resources(Request request) {
        JsonNode filter = Wire.parse(request.body()).path("TagFilters").path(0);
        boolean matches = tags.getOrDefault(filter.path("Key").asText(), "")
                .equals(filter.path("Values").path(0).asText());
        var arns = new ArrayList<String>();
        all.loadBalancers().forEach(balancer -> {
            arns.add(balancerArn(balancer));
            balancer.targetGroups().forEach(group -> arns.add(groupArn(group)));
        });
        all.databases().forEach(database -> arns.add(arn("rds",
                (database.kind() == Kind.CLUSTER ? "cluster:" : "db:") + database.id())));
        all.caches().forEach(cache -> arns.add(arn("elasticache",
                (cache.nodes().orElse(1) > 1 ? "replicationgroup:" : "cluster:") + cache.id())));
        queues().forEach(name -> arns.add(arn("sqs", name)));
        all.batchQueues().forEach(name -> arns.add(arn("batch", "job-queue/" + name)));
        all.pipes().forEach(name -> arns.add(arn("pipes", "pipe/" + name)));
        all.pipelines().forEach(name -> arns.add(arn("codepipeline", name)));
        all.logGroups().forEach(name -> arns.add(arn("logs", "log-group:" + name)));
        return json(request, "ResourceTagMappingList", "PaginationToken", "PaginationToken", matches
                ? arns.stream().map(arn -> object("ResourceARN", arn)).toList() : List.of());
    }

    private Stream<String> queues() {
        return all.queues().stream().flatMap(queue -> Stream.concat(Stream.of(queue.name()),
                queue.deadLetterQueue().stream()));
    }

    private static String host(String id) {
        return id + ".abcdefgh." + REGION + ".rds.amazonaws.com";
    }

    private static String balancerArn(LoadBalancerSpec balancer) {
        return arn("elasticloadbalancing", "loadbalancer/app/" + balancer.name() + "/0123456789abcdef");
    }

    private static String groupArn(String group) {
        return arn("elasticloadbalancing", "targetgroup/" + group + "/0123456789abcdef");
    }

    private static String arn(String service, String rest) {
        return "arn:aws:" + service + ":" + REGION + ":" + OWNER + ":" + rest;
    }

    private static Answer json(Request request, String list, String askedToken, String nextToken, List<?> items) {
        var page = Wire.Page.of(items, Wire.parse(request.body()).path(askedToken).asText(""), PAGE);
        return LoopbackAws.json(Wire.json(object(list, page.items(), nextToken,
                page.next().isEmpty() ? null : page.next())));
    }

    private static Answer rest(String list, String nextToken, String token, List<?> items) {
        var page = Wire.Page.of(items, token, PAGE);
        return LoopbackAws.status(200, "application/json", Wire.json(object(list, page.items(), nextToken,
                page.next().isEmpty() ? null : page.next())));
    }

    private static Answer page(Request request, String operation, String list, String each, List<String> items,
            String next) {
        var page = Wire.Page.of(items, request.parameter("Marker"), PAGE);
        return LoopbackAws.xml(operation, Wire.xmlList(list, each, page.items())
                + (page.next().isEmpty() ? "" : xml(next, page.next())));
    }

    private static String value(String query, String name) {
        return Stream.of(query.split("&")).filter(pair -> pair.startsWith(name + "=")).findFirst()
                .map(pair -> pair.substring(name.length() + 1)).orElse("");
    }
}
