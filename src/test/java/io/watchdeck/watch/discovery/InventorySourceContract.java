package io.watchdeck.watch.discovery;

import static io.watchdeck.model.Readings.assertDenied;
import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.assertThrottled;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Reading;
import io.watchdeck.stack.CacheSpec;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.DatabaseSpec.Kind;
import io.watchdeck.stack.LoadBalancerSpec;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.ServiceSpec.TaskSize;
import io.watchdeck.watch.discovery.Inventory.Cache;
import io.watchdeck.watch.discovery.Inventory.Cluster;
import io.watchdeck.watch.discovery.Inventory.Database;
import io.watchdeck.watch.discovery.Inventory.LoadBalancer;
import io.watchdeck.watch.discovery.Inventory.Mention;
import io.watchdeck.watch.discovery.Inventory.Pipe;
import io.watchdeck.watch.discovery.Inventory.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [InventorySource] keeps.
public abstract class InventorySourceContract {

    /// The one cluster there is, with the tag [#TAG].
    protected static final String CLUSTER = "contract-cluster";
    protected static final Map<String, String> TAG = Map.of("Project", "contract");

    private static final Components SHOP = new Components(
            List.of(new ServiceSpec("shop-api", OptionalInt.of(3), Optional.empty(), OptionalInt.empty(),
                    OptionalInt.of(80), Optional.of(new TaskSize(256, 512)))),
            List.of(new LoadBalancerSpec("shop-alb", List.of("shop-api-tg"))),
            List.of(database("shop-db", Kind.INSTANCE, "postgres"),
                    database("shop-aurora", Kind.CLUSTER, "aurora-postgresql")),
            List.of(new CacheSpec("shop-redis", OptionalInt.of(4)), new CacheSpec("shop-sessions", OptionalInt.of(1))),
            List.of(new QueueSpec("shop-jobs", Optional.of("shop-jobs-dlq"), Optional.of("shop-to-batch"))),
            List.of("shop-batch"), List.of("shop-to-batch"), List.of("shop-release"),
            List.of("/ecs/shop-api", "/aws/batch/shop", "/other/Thing"));

    /// Every list and the action that it needs.
    private static final Map<String, Function<InventorySource, Reading<?>>> LISTS = Map.ofEntries(
            Map.entry("ecs:ListClusters", InventorySource::clusters),
            Map.entry("ecs:DescribeClusters", InventorySource::clusters),
            Map.entry("ecs:ListServices", inventory -> inventory.services(CLUSTER)),
            Map.entry("ecs:DescribeServices", inventory -> inventory.services(CLUSTER)),
            Map.entry("elasticloadbalancing:DescribeLoadBalancers", InventorySource::loadBalancers),
            Map.entry("elasticloadbalancing:DescribeTargetGroups", InventorySource::loadBalancers),
            Map.entry("rds:DescribeDBInstances", InventorySource::databases),
            Map.entry("rds:DescribeDBClusters", InventorySource::databases),
            Map.entry("elasticache:DescribeReplicationGroups", InventorySource::caches),
            Map.entry("elasticache:DescribeCacheClusters", InventorySource::caches),
            Map.entry("sqs:ListQueues", InventorySource::queues),
            Map.entry("pipes:ListPipes", InventorySource::pipes),
            Map.entry("batch:DescribeJobQueues", InventorySource::batchQueues),
            Map.entry("codepipeline:ListPipelines", InventorySource::pipelines),
            Map.entry("logs:DescribeLogGroups", inventory -> inventory.logGroups("shop")),
            Map.entry("tag:GetResources", inventory -> inventory.tagged("Project", "contract")),
            Map.entry("ecs:DescribeTaskDefinition", inventory -> inventory.definitions(List.of(definition(inventory)))
                    .values().iterator().next()),
            Map.entry("codepipeline:GetPipeline", inventory -> inventory.deployments(List.of("shop-release"))
                    .values().iterator().next()));

    /// An account whose only cluster consists of this, everything in it tagged.
    protected abstract InventorySource holding(Components components);

    /// The same, all of its load balancers being of this type.
    protected abstract InventorySource balancedBy(Components components, String type);

    /// The same, while calls that need this action are refused; `*` for all.
    protected abstract InventorySource denied(Components components, String iamAction);

    protected abstract InventorySource throttled(Components components);

    private static DatabaseSpec database(String id, Kind kind, String engine) {
        return new DatabaseSpec(id, kind, engine, OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty());
    }

    private static String definition(InventorySource inventory) {
        return value(inventory.services(CLUSTER)).getFirst().definition();
    }

    @Test
    void anEmptyAccountHasListsWithNothingInThem() {
        InventorySource inventory = holding(Components.none());

        Stream.of(inventory.services(CLUSTER), inventory.loadBalancers(), inventory.databases(), inventory.caches(),
                inventory.queues(), inventory.pipes(), inventory.batchQueues(), inventory.pipelines(),
                inventory.logGroups(""), inventory.tagged("Project", "contract"))
                .forEach(reading -> assertThat(value(reading)).isEmpty());
        assertThat(inventory.definitions(List.of())).isEmpty();
        assertThat(inventory.deployments(List.of())).isEmpty();
    }

    @Test
    void aClusterHasItsTags() {
        assertThat(value(holding(SHOP).clusters())).containsExactly(new Cluster(CLUSTER, TAG));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 11, 21})
    void everyServiceIsListedOnce(int count) {
        var services = names("service", count).stream().map(name -> new ServiceSpec(name, OptionalInt.of(0),
                Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty())).toList();
        var components = new Components(services, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of());

        assertThat(value(holding(components).services(CLUSTER))).extracting(Service::name)
                .containsExactlyInAnyOrderElementsOf(names("service", count));
    }

    @Test
    void aClusterThatDoesNotExistIsNotFound() {
        assertNotFound(holding(SHOP).services("no-such-cluster"));
    }

    @Test
    void aServiceTellsItsTargetGroupsAndItsShareOfSpot() {
        assertThat(value(holding(SHOP).services(CLUSTER))).singleElement().satisfies(service -> {
            assertThat(service.name()).isEqualTo("shop-api");
            assertThat(service.desired()).isEqualTo(3);
            assertThat(service.targetGroups()).containsExactly("shop-api-tg");
            assertThat(service.spotWeight()).hasValue(80);
        });
    }

    @Test
    void aTaskDefinitionTellsSizeLogGroupAndTheDatabasesThatItsVariablesName() {
        InventorySource inventory = holding(SHOP);
        var definition = value(inventory.definitions(List.of(definition(inventory))).get(definition(inventory)));

        assertThat(definition.size()).contains(new TaskSize(256, 512));
        assertThat(definition.logGroups()).containsExactly("/ecs/shop-api");
        assertThat(definition.mentions()).extracting(Mention::what).containsAll(
                value(inventory.databases()).stream().flatMap(database -> database.hosts().stream()).toList());
    }

    @Test
    void whatIsNotThereHasItsEntryToo() {
        InventorySource inventory = holding(SHOP);

        String ghost = "arn:aws:ecs:ap-northeast-2:123456789012:task-definition/ghost:1";
        // ECS calls it a ClientException, as it does other mistakes.
        assertThat(inventory.definitions(List.of(ghost)).get(ghost)).isInstanceOf(Reading.Unknown.class);
        assertNotFound(inventory.deployments(List.of("ghost")).get("ghost"));
    }

    @Test
    void loadBalancersHaveTheirTargetGroups() {
        assertThat(value(holding(SHOP).loadBalancers())).containsExactly(
                new LoadBalancer("shop-alb", "application", List.of("shop-api-tg")));
    }

    @Test
    void aTypeOfLoadBalancerThatNobodyKnowsYetIsShownAsItIs() {
        assertThat(value(balancedBy(SHOP, "teleporter").loadBalancers())).extracting(LoadBalancer::type)
                .containsExactly("teleporter");
    }

    @Test
    void databasesAreInstancesAndClusters() {
        List<Database> databases = value(holding(SHOP).databases());

        assertThat(databases).extracting(Database::id).containsExactlyInAnyOrder("shop-db", "shop-aurora");
        assertThat(databases).filteredOn(Database::cluster).extracting(Database::engine)
                .containsExactly("aurora-postgresql");
        assertThat(databases).allSatisfy(database -> assertThat(database.hosts()).isNotEmpty());
    }

    @Test
    void cachesCountTheirNodesAndNodesAreNoCaches() {
        List<Cache> caches = value(holding(SHOP).caches());

        assertThat(caches).extracting(Cache::id).containsExactlyInAnyOrder("shop-redis", "shop-sessions");
        assertThat(caches).filteredOn(cache -> cache.id().equals("shop-redis")).extracting(Cache::nodes)
                .containsExactly(4);
        assertThat(caches).allSatisfy(cache -> assertThat(cache.hosts()).isNotEmpty());
    }

    @Test
    void everyQueueIsListedAndAPipeTellsItsEnds() {
        InventorySource inventory = holding(SHOP);

        assertThat(value(inventory.queues())).containsExactlyInAnyOrder("shop-jobs", "shop-jobs-dlq");
        assertThat(value(inventory.batchQueues())).containsExactly("shop-batch");
        Pipe pipe = value(inventory.pipes()).getFirst();
        assertThat(pipe.name()).isEqualTo("shop-to-batch");
        assertThat(Thing.ofArn(pipe.sourceArn())).contains(new Thing(Thing.Sort.QUEUE, "shop-jobs"));
        assertThat(Thing.ofArn(pipe.targetArn())).contains(new Thing(Thing.Sort.BATCH_QUEUE, "shop-batch"));
    }

    @Test
    void aPipelineTellsWhereItDeploys() {
        InventorySource inventory = holding(SHOP);

        assertThat(value(inventory.pipelines())).containsExactly("shop-release");
        assertThat(value(inventory.deployments(List.of("shop-release")).get("shop-release"))).containsExactly(CLUSTER);
    }

    @Test
    void logGroupsAreFoundByAPartOfTheirName() {
        InventorySource inventory = holding(SHOP);

        assertThat(value(inventory.logGroups("shop"))).containsExactlyInAnyOrder("/ecs/shop-api", "/aws/batch/shop");
        assertThat(value(inventory.logGroups("thing"))).containsExactly("/other/Thing");
        assertThat(value(inventory.logGroups(""))).hasSize(3);
    }

    @Test
    void aTagFindsEverythingThatCarriesIt() {
        InventorySource inventory = holding(SHOP);

        assertThat(value(inventory.tagged("Project", "contract")).stream().flatMap(arn -> Thing.ofArn(arn).stream())
                .filter(thing -> thing.sort() != Thing.Sort.TARGET_GROUP).map(Thing::name))
                .containsExactlyInAnyOrder("shop-alb", "shop-db", "shop-aurora", "shop-redis", "shop-sessions",
                        "shop-jobs", "shop-jobs-dlq", "shop-batch", "shop-to-batch", "shop-release", "/ecs/shop-api",
                        "/aws/batch/shop", "/other/Thing");
        assertThat(value(inventory.tagged("Project", "other"))).isEmpty();
        assertThat(value(inventory.tagged("Team", "contract"))).isEmpty();
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        LISTS.forEach((action, list) -> assertDenied(list.apply(denied(SHOP, action)), action));
    }

    @Test
    void aListThatIsDeniedLeavesTheOthersAlone() {
        InventorySource inventory = denied(SHOP, "rds:DescribeDBInstances");

        assertThat(LISTS.entrySet().stream().filter(other -> !other.getKey().startsWith("rds:"))
                .map(other -> other.getValue().apply(inventory))).allMatch(Reading.Known.class::isInstance);
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        InventorySource inventory = throttled(SHOP);

        assertThrottled(inventory.clusters());
        assertThrottled(inventory.services(CLUSTER));
        assertThrottled(inventory.databases());
        assertThrottled(inventory.logGroups("shop"));
    }
}
