package io.watchdeck.sandbox;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.world.SimulatedDatabase;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.Components;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.watch.discovery.Inventory.Cache;
import io.watchdeck.watch.discovery.Inventory.Cluster;
import io.watchdeck.watch.discovery.Inventory.Database;
import io.watchdeck.watch.discovery.Inventory.Definition;
import io.watchdeck.watch.discovery.Inventory.LoadBalancer;
import io.watchdeck.watch.discovery.Inventory.Mention;
import io.watchdeck.watch.discovery.Inventory.Pipe;
import io.watchdeck.watch.discovery.Inventory.Service;
import io.watchdeck.watch.discovery.InventorySource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What exists in the simulated account. A task there is told the endpoints of its stack's databases in environment
/// variables, as tasks usually are.
final class SandboxInventorySource implements InventorySource {

    private final SandboxAccount account;

    SandboxInventorySource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Reading<List<Cluster>> clusters() {
        return each(stack -> Stream.of(new Cluster(stack.file().cluster(), tags(stack))), "ecs:ListClusters",
                "ecs:DescribeClusters");
    }

    private static Map<String, String> tags(SimulatedStack stack) {
        return stack.file().costFilter().map(filter -> filter.tags()).orElse(Map.of());
    }

    @Override
    public Reading<List<Service>> services(String cluster) {
        return account.look(now -> {
            List<SimulatedStack> stacks = account.withCluster(cluster);
            Optional<Failure> fault = account.fault(stacks, "ecs:ListServices", "ecs:DescribeServices");
            if (fault.isEmpty() && stacks.isEmpty()) {
                fault = Optional.of(Failure.notFound("cluster " + cluster, account.place().region().code()));
            }
            return fault.map(failure -> Reading.<List<Service>>unknown(failure, now))
                    .orElseGet(() -> Reading.known(stacks.stream().flatMap(stack -> stack.services().stream())
                            .map(SandboxInventorySource::service).toList(), now));
        });
    }

    private static Service service(SimulatedService service) {
        var view = service.view();
        int all = view.strategy().stream().mapToInt(share -> share.weight()).sum();
        int spot = view.strategy().stream().filter(share -> share.provider().equals("FARGATE_SPOT"))
                .mapToInt(share -> share.weight()).sum();
        return new Service(view.name(), view.desired(), view.taskDefinition(),
                view.targetGroups(),
                spot == 0 ? OptionalInt.empty() : OptionalInt.of(Math.round(100f * spot / all)));
    }

    @Override
    public Map<String, Reading<Definition>> definitions(Collection<String> arns) {
        return account.readEach(arns, SandboxInventorySource::definition,
                arn -> Failure.notFound("task definition " + arn.substring(arn.lastIndexOf('/') + 1),
                        account.place().region().code()),
                "ecs:DescribeTaskDefinition");
    }

    private static Optional<Definition> definition(SimulatedStack stack, String arn) {
        return stack.services().stream().filter(service -> service.view().taskDefinition().equals(arn)).findFirst()
                .map(service -> new Definition(size(stack, service), stack.file().components().logGroups().stream()
                        .filter(service::writesInto).toList(), mentions(stack)));
    }

    private static Optional<ServiceSpec.TaskSize> size(SimulatedStack stack, SimulatedService service) {
        return stack.file().components().services().stream().filter(spec -> spec.name().equals(service.name()))
                .findFirst().flatMap(ServiceSpec::size);
    }

    private static List<Mention> mentions(SimulatedStack stack) {
        return stack.file().components().databases().stream()
                .map(database -> new Mention("DATABASE_URL", host(stack, database.id()))).toList();
    }

    private static String host(SimulatedStack stack, String id) {
        return id.toLowerCase(Locale.ROOT) + ".sandbox." + stack.place().region().code() + ".rds.amazonaws.com";
    }

    @Override
    public Reading<List<LoadBalancer>> loadBalancers() {
        return each(stack -> stack.loadBalancers().stream().map(balancer -> new LoadBalancer(balancer.name(),
                balancer.type(), balancer.groupTails().stream().map(tail -> tail.split("/")[1]).toList())),
                "elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTargetGroups");
    }

    @Override
    public Reading<List<Database>> databases() {
        return each(stack -> stack.file().components().databases().stream()
                .flatMap(spec -> stack.database(spec.id()).stream().map(database -> database(stack, spec, database))),
                "rds:DescribeDBInstances", "rds:DescribeDBClusters");
    }

    private static Database database(SimulatedStack stack, DatabaseSpec spec, SimulatedDatabase database) {
        return new Database(spec.id(), database.isCluster(), spec.engine(), List.of(host(stack, spec.id())));
    }

    @Override
    public Reading<List<Cache>> caches() {
        return each(stack -> stack.file().components().caches().stream().map(cache -> new Cache(cache.id(),
                cache.nodes().orElse(1), List.of(cache.id().toLowerCase(Locale.ROOT) + ".sandbox.0001."
                        + stack.place().region().code() + ".cache.amazonaws.com"))),
                "elasticache:DescribeReplicationGroups", "elasticache:DescribeCacheClusters");
    }

    @Override
    public Reading<List<String>> queues() {
        return each(stack -> stack.file().components().queues().stream()
                .flatMap(queue -> Stream.concat(Stream.of(queue.name()), queue.deadLetterQueue().stream())),
                "sqs:ListQueues");
    }

    @Override
    public Reading<List<Pipe>> pipes() {
        return each(stack -> stack.file().components().pipes().stream().flatMap(name -> stack.pipe(name).stream())
                .map(pipe -> new Pipe(pipe.name(), pipe.view().sourceArn(), pipe.view().targetArn())),
                "pipes:ListPipes");
    }

    @Override
    public Reading<List<String>> batchQueues() {
        return names(Components::batchQueues, "batch:DescribeJobQueues");
    }

    @Override
    public Reading<List<String>> pipelines() {
        return names(Components::pipelines, "codepipeline:ListPipelines");
    }

    /// The pipelines of a stack deploy to its cluster.
    @Override
    public Map<String, Reading<Set<String>>> deployments(Collection<String> pipelines) {
        return account.readEach(pipelines,
                (stack, name) -> stack.pipeline(name).map(_ -> Set.of(stack.file().cluster())),
                name -> Failure.notFound("pipeline " + name, account.place().region().code()),
                "codepipeline:GetPipeline");
    }

    @Override
    public Reading<List<String>> logGroups(String part) {
        String small = part.toLowerCase(Locale.ROOT);
        return names(Components::logGroups, "logs:DescribeLogGroups").map(groups -> groups.stream()
                .filter(group -> group.toLowerCase(Locale.ROOT).contains(small)).toList());
    }

    @Override
    public Reading<List<String>> tagged(String key, String value) {
        return each(stack -> value.equals(tags(stack).get(key)) ? arns(stack) : Stream.empty(), "tag:GetResources");
    }

    private static Stream<String> arns(SimulatedStack stack) {
        Components all = stack.file().components();
        Map<String, List<String>> resources = new LinkedHashMap<>();
        resources.put("elasticloadbalancing", stack.loadBalancers().stream()
                .map(balancer -> "loadbalancer/" + balancer.tail()).toList());
        resources.put("rds", all.databases().stream()
                .map(database -> (database.kind() == DatabaseSpec.Kind.CLUSTER ? "cluster:" : "db:") + database.id())
                .toList());
        resources.put("elasticache", all.caches().stream().map(cache -> "replicationgroup:" + cache.id()).toList());
        resources.put("sqs", all.queues().stream().flatMap(queue -> Stream.concat(Stream.of(queue.name()),
                queue.deadLetterQueue().stream())).toList());
        resources.put("batch", all.batchQueues().stream().map(name -> "job-queue/" + name).toList());
        resources.put("pipes", all.pipes().stream().map(name -> "pipe/" + name).toList());
        resources.put("codepipeline", all.pipelines());
        resources.put("logs", all.logGroups().stream().map(name -> "log-group:" + name).toList());
        var arns = new ArrayList<String>();
        resources.forEach((service, names) -> names.forEach(name -> arns.add(stack.place().arn(service, name))));
        return arns.stream();
    }

    private Reading<List<String>> names(Function<Components, List<String>> part, String action) {
        return each(stack -> part.apply(stack.file().components()).stream(), action);
    }

    /// What every stack of the account has, once.
    private <T> Reading<List<T>> each(Function<SimulatedStack, Stream<T>> part, String... actions) {
        return account.look(now -> account.fault(account.stacks(), actions)
                .map(failure -> Reading.<List<T>>unknown(failure, now))
                .orElseGet(() -> Reading.known(account.stacks().stream().flatMap(part).distinct().toList(), now)));
    }
}
