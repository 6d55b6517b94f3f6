package io.watchdeck.sandbox.world;

import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Place;
import io.watchdeck.sandbox.clockwork.Weather;
import io.watchdeck.sandbox.compute.RolloutRules;
import io.watchdeck.sandbox.compute.ServiceDesign;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.compute.TaskBuild;
import io.watchdeck.sandbox.jobs.SimulatedBatchQueue;
import io.watchdeck.sandbox.jobs.SimulatedPipe;
import io.watchdeck.sandbox.jobs.SimulatedQueue;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.LoadBalancerSpec;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds the parts of a simulated stack from its file and its profile.
final class StackAssembly {

    private static final int FIRST_PORT = 3000;
    private static final int SMALLEST_CPU = 256;
    private static final int SMALLEST_MEMORY = 512;

    private final StackFile file;
    private final Profile profile;
    private final Place place;
    private final long seed;
    private final long start;
    /// The ARN tail of the target group before each service that has one.
    private final Map<String, String> groupOfService = new LinkedHashMap<>();

    StackAssembly(StackFile file, Profile profile, Place place, long seed, long start) {
        this.file = file;
        this.profile = profile;
        this.place = place;
        this.seed = seed;
        this.start = start;
        file.components().loadBalancers().forEach(balancer -> balancer.targetGroups()
                .forEach(group -> serviceBehind(group).ifPresent(service -> groupOfService.put(service,
                        "targetgroup/" + group + "/" + id(group)))));
    }

    private String id(String name) {
        return String.format("%016x", Dice.mix(seed, "id " + name));
    }

    /// The service without target group so far whose name begins most like it.
    private Optional<String> serviceBehind(String group) {
        return file.components().services().stream().map(ServiceSpec::name)
                .filter(name -> !groupOfService.containsKey(name))
                .reduce((best, next) -> alike(next, group) > alike(best, group) ? next : best);
    }

    private static int alike(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    Map<String, SimulatedService> services(long now) {
        Map<String, SimulatedService> services = new LinkedHashMap<>();
        int port = FIRST_PORT;
        for (ServiceSpec spec : file.components().services()) {
            services.put(spec.name(), new SimulatedService(design(spec, port++), place,
                    new Dice(seed, "service " + spec.name()), now));
        }
        return services;
    }

    private ServiceDesign design(ServiceSpec spec, int port) {
        Profile.Fleet fleet = profile.fleet();
        int desired = fleet.desired().getOrDefault(spec.name(), spec.desired().orElse(fleet.usually()));
        Optional<String> group = Optional.ofNullable(groupOfService.get(spec.name()))
                .map(tail -> place.arn("elasticloadbalancing", tail));
        return new ServiceDesign(file.cluster(), spec.name(), desired, spec.scaling(), fleet.policies(),
                strategy(spec), port, fleet.drain(), fleet.revision(), group, RolloutRules.usual(
                        fleet.rollouts().circuitBreaker(), fleet.rollouts().alarms()),
                build(spec));
    }

    /// The smallest that Fargate has where the file does not say.
    private TaskBuild build(ServiceSpec spec) {
        return new TaskBuild(spec.size().map(ServiceSpec.TaskSize::cpuUnits).orElse(SMALLEST_CPU),
                spec.size().map(ServiceSpec.TaskSize::memoryMiB).orElse(SMALLEST_MEMORY),
                profile.fleet().rollouts().stopTimeout());
    }

    private List<CapacityShare> strategy(ServiceSpec spec) {
        if (spec.spotWeight().isEmpty()) {
            return List.of();
        }
        int parts = profile.fleet().strategyParts();
        int spot = Math.round(spec.spotWeight().getAsInt() * parts / 100f);
        return List.of(new CapacityShare("FARGATE_SPOT", spot, 0), new CapacityShare("FARGATE", parts - spot, 0));
    }

    List<SimulatedLoadBalancer> loadBalancers(Map<String, SimulatedService> services, Traffic traffic,
            Weather weather) {
        List<SimulatedLoadBalancer> balancers = new ArrayList<>();
        for (LoadBalancerSpec spec : file.components().loadBalancers()) {
            List<SimulatedLoadBalancer.Group> groups = new ArrayList<>();
            groupOfService.forEach((service, tail) -> {
                if (spec.targetGroups().contains(tail.split("/")[1])) {
                    groups.add(new SimulatedLoadBalancer.Group(tail, services.get(service)));
                }
            });
            groups.sort(Comparator.comparing(SimulatedLoadBalancer.Group::tail));
            balancers.add(new SimulatedLoadBalancer("app/" + spec.name() + "/" + id(spec.name()), groups, traffic,
                    weather, profile.load(), seed));
        }
        return balancers;
    }

    List<SimulatedDatabase> databases(Map<String, SimulatedService> services, Traffic traffic) {
        boolean pools = file.components().services().stream().anyMatch(spec -> spec.poolPerTask().isPresent());
        List<SimulatedService> clients = file.components().services().stream()
                .filter(spec -> !pools || spec.poolPerTask().isPresent()).map(spec -> services.get(spec.name()))
                .toList();
        return file.components().databases().stream().map(spec -> new SimulatedDatabase(spec,
                profile.database(spec.id()), profile.data(), clients, traffic, seed, start)).toList();
    }

    List<SimulatedCache> caches(Traffic traffic, Weather weather) {
        return file.components().caches().stream()
                .map(spec -> new SimulatedCache(spec, profile.data(), traffic, weather, seed)).toList();
    }

    /// The queues of the file and their dead-letter queues.
    Map<String, SimulatedQueue> queues() {
        Map<String, SimulatedQueue> queues = new LinkedHashMap<>();
        for (QueueSpec spec : file.components().queues()) {
            Optional<SimulatedQueue> dead = spec.deadLetterQueue()
                    .map(name -> queues.computeIfAbsent(name, key -> queue(key, Optional.empty())));
            queues.put(spec.name(), queue(spec.name(), dead));
        }
        return queues;
    }

    private SimulatedQueue queue(String name, Optional<SimulatedQueue> dead) {
        return new SimulatedQueue(name, place, dead, new Dice(seed, "queue " + name));
    }

    Map<String, SimulatedBatchQueue> batchQueues() {
        Map<String, SimulatedBatchQueue> queues = new LinkedHashMap<>();
        file.components().batchQueues().forEach(name -> queues.put(name, new SimulatedBatchQueue(name, place,
                new Dice(seed, "batch " + name))));
        return queues;
    }

    /// The pipes behind the queues, and those that the file names alone, which begin at the first queue.
    Map<String, SimulatedPipe> pipes(Map<String, SimulatedQueue> queues, Map<String, SimulatedBatchQueue> batch) {
        Map<String, SimulatedPipe> pipes = new LinkedHashMap<>();
        file.components().queues().forEach(spec -> spec.pipe()
                .ifPresent(name -> pipes.put(name, pipe(name, queues.get(spec.name()), batch))));
        file.components().pipes().stream().filter(name -> !pipes.containsKey(name))
                .forEach(name -> pipes.put(name, pipe(name, queues.values().stream().findFirst()
                        .orElseGet(() -> queue(name + "-source", Optional.empty())), batch)));
        return pipes;
    }

    private SimulatedPipe pipe(String name, SimulatedQueue source, Map<String, SimulatedBatchQueue> batch) {
        return new SimulatedPipe(name, place, source, batch.values().stream().findFirst());
    }

    Map<String, SimulatedPipeline> pipelines(long now) {
        Map<String, SimulatedPipeline> pipelines = new LinkedHashMap<>();
        boolean approval = file.environment() == Environment.PRODUCTION;
        file.components().pipelines().forEach(name -> pipelines.put(name,
                new SimulatedPipeline(name, approval, now - 7 * 3600)));
        return pipelines;
    }
}
