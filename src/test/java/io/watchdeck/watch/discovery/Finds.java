package io.watchdeck.watch.discovery;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.QueueState.RedrivePolicy;
import io.watchdeck.watch.discovery.Inventory.Cache;
import io.watchdeck.watch.discovery.Inventory.Cluster;
import io.watchdeck.watch.discovery.Inventory.Database;
import io.watchdeck.watch.discovery.Inventory.Definition;
import io.watchdeck.watch.discovery.Inventory.LoadBalancer;
import io.watchdeck.watch.discovery.Inventory.Mention;
import io.watchdeck.watch.discovery.Inventory.Pipe;
import io.watchdeck.watch.discovery.Inventory.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// An inventory for tests, put together find by find. The hosts of a database are its id with a dot behind.
final class Finds {

    static final Instant NOW = Instant.parse("2026-09-22T04:00:00Z");

    private final String cluster;
    private final List<Cluster> clusters = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final Map<String, Reading<Definition>> definitions = new HashMap<>();
    private final List<LoadBalancer> balancers = new ArrayList<>();
    private final List<Database> databases = new ArrayList<>();
    private final List<Cache> caches = new ArrayList<>();
    private final List<String> queues = new ArrayList<>();
    private final Map<String, Reading<QueueState>> states = new HashMap<>();
    private final List<Pipe> pipes = new ArrayList<>();
    private final List<String> batchQueues = new ArrayList<>();
    private final List<String> pipelines = new ArrayList<>();
    private final Map<String, Reading<Set<String>>> deployments = new HashMap<>();
    private final List<String> logGroups = new ArrayList<>();
    private final List<String> tagged = new ArrayList<>();
    private Optional<Failure> noPipelines = Optional.empty();

    private Finds(String cluster, Map<String, String> tags) {
        this.cluster = cluster;
        cluster(cluster, tags);
    }

    static Finds around(String cluster) {
        return new Finds(cluster, Map.of());
    }

    static Finds around(String cluster, Map<String, String> tags) {
        return new Finds(cluster, tags);
    }

    Finds cluster(String name, Map<String, String> tags) {
        clusters.add(new Cluster(name, tags));
        return this;
    }

    Finds service(String name, List<String> targetGroups, List<String> logs, Mention... mentions) {
        services.add(new Service(name, 2, name + ":1", targetGroups, OptionalInt.empty()));
        definitions.put(name + ":1", Reading.known(new Definition(Optional.empty(), logs, List.of(mentions)), NOW));
        return this;
    }

    Finds service(String name) {
        return service(name, List.of(), List.of());
    }

    Finds balancer(String name, String type, String... groups) {
        balancers.add(new LoadBalancer(name, type, List.of(groups)));
        return this;
    }

    Finds database(String id) {
        return database(id, "postgres");
    }

    Finds database(String id, String engine) {
        databases.add(new Database(id, engine.startsWith("aurora"), engine, List.of(id + ".rds.amazonaws.com")));
        return this;
    }

    Finds cache(String id) {
        caches.add(new Cache(id, 1, List.of(id + ".cache.amazonaws.com")));
        return this;
    }

    Finds queue(String name) {
        queues.add(name);
        return this;
    }

    Finds queue(String name, String deadLetters) {
        states.put(name, Reading.known(new QueueState(name, arn("sqs", name), 0, 0, 0, Duration.ofDays(4),
                Duration.ofSeconds(30), false, Optional.of(new RedrivePolicy(arn("sqs", deadLetters), 3))), NOW));
        return queue(name);
    }

    Finds pipe(String name, String source, String target) {
        pipes.add(new Pipe(name, source, target));
        return this;
    }

    Finds batchQueue(String name) {
        batchQueues.add(name);
        return this;
    }

    Finds pipeline(String name, String... deploysTo) {
        pipelines.add(name);
        deployments.put(name, Reading.known(Set.of(deploysTo), NOW));
        return this;
    }

    Finds withoutPipelines(Failure why) {
        noPipelines = Optional.of(why);
        return this;
    }

    Finds logGroup(String name) {
        logGroups.add(name);
        return this;
    }

    Finds tagged(String arn) {
        tagged.add(arn);
        return this;
    }

    static String arn(String service, String rest) {
        return "arn:aws:" + service + ":ap-northeast-2:123456789012:" + rest;
    }

    Inventory inventory() {
        return new Inventory(cluster, known(clusters), known(services), definitions, known(balancers),
                known(databases), known(caches), known(queues), states, known(pipes), known(batchQueues),
                noPipelines.map(why -> Reading.<List<String>>unknown(why, NOW)).orElse(known(pipelines)), deployments,
                known(logGroups), Optional.of(known(tagged)));
    }

    Selection selection() {
        return Selection.of(inventory(), EnvironmentGuess.of(inventory()));
    }

    private static <T> Reading<List<T>> known(List<T> list) {
        return Reading.known(List.copyOf(list), NOW);
    }
}
