package io.watchdeck.aws;

import io.watchdeck.model.Reading;
import io.watchdeck.watch.discovery.Inventory.Cache;
import io.watchdeck.watch.discovery.Inventory.Cluster;
import io.watchdeck.watch.discovery.Inventory.Database;
import io.watchdeck.watch.discovery.Inventory.Definition;
import io.watchdeck.watch.discovery.Inventory.LoadBalancer;
import io.watchdeck.watch.discovery.Inventory.Pipe;
import io.watchdeck.watch.discovery.Inventory.Service;
import io.watchdeck.watch.discovery.InventorySource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.batch.model.DescribeJobQueuesResponse;
import software.amazon.awssdk.services.batch.model.JobQueueDetail;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.codepipeline.model.ListPipelinesResponse;
import software.amazon.awssdk.services.codepipeline.model.PipelineSummary;
import software.amazon.awssdk.services.ecs.model.ClusterField;
import software.amazon.awssdk.services.ecs.model.ListClustersResponse;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;
import software.amazon.awssdk.services.elasticache.model.CacheCluster;
import software.amazon.awssdk.services.elasticache.model.DescribeCacheClustersResponse;
import software.amazon.awssdk.services.elasticache.model.DescribeReplicationGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.pipes.model.ListPipesResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.GetResourcesResponse;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;

/// Lists what exists, in pages as large as each API gives them: one call for most lists, one more for every 10 services,
/// and one for each task definition and each pipeline.
final class AwsInventorySource implements InventorySource {

    private static final int LARGE_PAGE = 100;
    private static final int SERVICES_A_CALL = 10;
    private static final int QUEUES_A_PAGE = 1000;
    private static final int LOG_GROUPS_A_PAGE = 50;
    /// The services that the components of a stack belong to. Everything else that carries a tag is not asked for.
    private static final List<String> TAGGED = List.of("elasticloadbalancing", "rds", "elasticache", "sqs", "batch",
            "pipes", "codepipeline", "logs");

    private final AwsCalls calls;

    AwsInventorySource(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Reading<List<Cluster>> clusters() {
        return calls.read(() -> {
            List<String> arns = calls.pages(
                    token -> calls.call(AwsApi.LIST_CLUSTERS, "clusters",
                            () -> calls.clients().ecs().listClusters(request -> request.maxResults(LARGE_PAGE)
                                    .nextToken(token))),
                    ListClustersResponse::nextToken)
                    .stream().flatMap(page -> page.clusterArns().stream()).toList();
            return Batches.of(arns, LARGE_PAGE).stream().flatMap(batch -> calls.call(AwsApi.DESCRIBE_CLUSTERS,
                    "clusters", () -> calls.clients().ecs().describeClusters(request -> request.clusters(batch)
                            .include(ClusterField.TAGS)))
                    .clusters().stream())
                    .filter(cluster -> "ACTIVE".equals(cluster.status())).map(InventoryMapper::cluster).toList();
        });
    }

    @Override
    public Reading<List<Service>> services(String cluster) {
        String subject = "cluster " + cluster;
        return calls.read(() -> {
            List<String> arns = calls.pages(
                    token -> calls.call(AwsApi.LIST_SERVICES, subject,
                            () -> calls.clients().ecs().listServices(request -> request.cluster(cluster)
                                    .maxResults(LARGE_PAGE).nextToken(token))),
                    ListServicesResponse::nextToken)
                    .stream().flatMap(page -> page.serviceArns().stream()).toList();
            return Batches.of(arns, SERVICES_A_CALL).stream().flatMap(batch -> calls.call(AwsApi.DESCRIBE_SERVICES,
                    subject, () -> calls.clients().ecs().describeServices(request -> request.cluster(cluster)
                            .services(batch)))
                    .services().stream())
                    .filter(service -> "ACTIVE".equals(service.status())).map(InventoryMapper::service).toList();
        });
    }

    @Override
    public Map<String, Reading<Definition>> definitions(Collection<String> arns) {
        return calls.each(AwsApi.DESCRIBE_TASK_DEFINITION, arns, arn -> InventoryMapper.definition(calls.call(
                AwsApi.DESCRIBE_TASK_DEFINITION, "task definition " + arn.substring(arn.lastIndexOf('/') + 1),
                () -> calls.clients().ecs().describeTaskDefinition(request -> request.taskDefinition(arn)))
                .taskDefinition()));
    }

    @Override
    public Reading<List<LoadBalancer>> loadBalancers() {
        return calls.read(() -> {
            List<TargetGroup> groups = calls.pages(
                    marker -> calls.call(AwsApi.DESCRIBE_TARGET_GROUPS, "target groups",
                            () -> calls.clients().loadBalancing()
                                    .describeTargetGroups(request -> request.marker(marker))),
                    DescribeTargetGroupsResponse::nextMarker)
                    .stream().flatMap(page -> page.targetGroups().stream()).toList();
            return calls.pages(
                    marker -> calls.call(AwsApi.DESCRIBE_LOAD_BALANCERS, "load balancers",
                            () -> calls.clients().loadBalancing()
                                    .describeLoadBalancers(request -> request.marker(marker))),
                    DescribeLoadBalancersResponse::nextMarker)
                    .stream().flatMap(page -> page.loadBalancers().stream())
                    .map(balancer -> InventoryMapper.loadBalancer(balancer, groups)).toList();
        });
    }

    @Override
    public Reading<List<Database>> databases() {
        return calls.read(() -> Stream.concat(instances(), databaseClusters()).toList());
    }

    private Stream<Database> instances() {
        return calls.pages(
                marker -> calls.call(AwsApi.DESCRIBE_DB_INSTANCES, "databases",
                        () -> calls.clients().rds().describeDBInstances(request -> request.maxRecords(LARGE_PAGE)
                                .marker(marker))),
                DescribeDbInstancesResponse::marker)
                .stream().flatMap(page -> page.dbInstances().stream())
                .filter(instance -> InventoryMapper.text(instance.dbClusterIdentifier()).isEmpty())
                .map(InventoryMapper::instance);
    }

    private Stream<Database> databaseClusters() {
        return calls.pages(
                marker -> calls.call(AwsApi.DESCRIBE_DB_CLUSTERS, "databases",
                        () -> calls.clients().rds().describeDBClusters(request -> request.maxRecords(LARGE_PAGE)
                                .marker(marker))),
                DescribeDbClustersResponse::marker)
                .stream().flatMap(page -> page.dbClusters().stream()).map(InventoryMapper::databaseCluster);
    }

    @Override
    public Reading<List<Cache>> caches() {
        return calls.read(() -> Stream.concat(replicationGroups(), cacheClusters()).toList());
    }

    private Stream<Cache> replicationGroups() {
        return calls.pages(
                marker -> calls.call(AwsApi.DESCRIBE_REPLICATION_GROUPS, "caches",
                        () -> calls.clients().elastiCache().describeReplicationGroups(request -> request
                                .maxRecords(LARGE_PAGE).marker(marker))),
                DescribeReplicationGroupsResponse::marker)
                .stream().flatMap(page -> page.replicationGroups().stream()).map(InventoryMapper::replicationGroup);
    }

    /// Nodes of replication groups are clusters too, and are left out.
    private Stream<Cache> cacheClusters() {
        return calls.pages(
                marker -> calls.call(AwsApi.DESCRIBE_CACHE_CLUSTERS, "caches",
                        () -> calls.clients().elastiCache().describeCacheClusters(request -> request
                                .maxRecords(LARGE_PAGE).showCacheNodeInfo(true).marker(marker))),
                DescribeCacheClustersResponse::marker)
                .stream().flatMap(page -> page.cacheClusters().stream()).filter(AwsInventorySource::standsAlone)
                .map(InventoryMapper::cacheCluster);
    }

    private static boolean standsAlone(CacheCluster cluster) {
        return InventoryMapper.text(cluster.replicationGroupId()).isEmpty();
    }

    @Override
    public Reading<List<String>> queues() {
        return calls.read(() -> calls.pages(
                token -> calls.call(AwsApi.LIST_QUEUES, "queues",
                        () -> calls.clients().sqs().listQueues(request -> request.maxResults(QUEUES_A_PAGE)
                                .nextToken(token))),
                ListQueuesResponse::nextToken)
                .stream().flatMap(page -> page.queueUrls().stream())
                .map(url -> url.substring(url.lastIndexOf('/') + 1)).toList());
    }

    @Override
    public Reading<List<Pipe>> pipes() {
        return calls.read(() -> calls.pages(
                token -> calls.call(AwsApi.LIST_PIPES, "pipes",
                        () -> calls.clients().pipes().listPipes(request -> request.limit(LARGE_PAGE)
                                .nextToken(token))),
                ListPipesResponse::nextToken)
                .stream().flatMap(page -> page.pipes().stream()).map(InventoryMapper::pipe).toList());
    }

    @Override
    public Reading<List<String>> batchQueues() {
        return calls.read(() -> calls.pages(
                token -> calls.call(AwsApi.DESCRIBE_JOB_QUEUES, "job queues",
                        () -> calls.clients().batch().describeJobQueues(request -> request.maxResults(LARGE_PAGE)
                                .nextToken(token))),
                DescribeJobQueuesResponse::nextToken)
                .stream().flatMap(page -> page.jobQueues().stream())
                .filter(queue -> !"DELETED".equals(queue.statusAsString())).map(JobQueueDetail::jobQueueName).toList());
    }

    @Override
    public Reading<List<String>> pipelines() {
        return calls.read(() -> calls.pages(
                token -> calls.call(AwsApi.LIST_PIPELINES, "pipelines",
                        () -> calls.clients().codePipeline().listPipelines(request -> request.nextToken(token))),
                ListPipelinesResponse::nextToken)
                .stream().flatMap(page -> page.pipelines().stream()).map(PipelineSummary::name).toList());
    }

    @Override
    public Map<String, Reading<Set<String>>> deployments(Collection<String> pipelines) {
        return calls.each(AwsApi.GET_PIPELINE, pipelines, name -> InventoryMapper.clusters(calls.call(
                AwsApi.GET_PIPELINE, "pipeline " + name,
                () -> calls.clients().codePipeline().getPipeline(request -> request.name(name))).pipeline()));
    }

    /// AWS looks for a text only as it is written, capital letters and all, so that every name is asked for: ⌈groups/50⌉
    /// calls.
    @Override
    public Reading<List<String>> logGroups(String part) {
        String small = part.toLowerCase(Locale.ROOT);
        return calls.read(() -> calls.pages(
                token -> calls.call(AwsApi.DESCRIBE_LOG_GROUPS, "log groups",
                        () -> calls.clients().logs().describeLogGroups(request -> request.limit(LOG_GROUPS_A_PAGE)
                                .nextToken(token))),
                DescribeLogGroupsResponse::nextToken)
                .stream().flatMap(page -> page.logGroups().stream()).map(LogGroup::logGroupName)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(small)).toList());
    }

    @Override
    public Reading<List<String>> tagged(String key, String value) {
        return calls.read(() -> calls.pages(
                token -> calls.call(AwsApi.GET_RESOURCES, "tag " + key,
                        () -> calls.clients().tagging().getResources(request -> request.resourcesPerPage(LARGE_PAGE)
                                .resourceTypeFilters(TAGGED).tagFilters(tag(key, value))
                                .paginationToken(token))),
                GetResourcesResponse::paginationToken)
                .stream().flatMap(page -> page.resourceTagMappingList().stream())
                .map(ResourceTagMapping::resourceARN).toList());
    }

    private static TagFilter tag(String key, String value) {
        return TagFilter.builder().key(key).values(value).build();
    }
}
