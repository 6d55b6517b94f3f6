package io.watchdeck.watch.discovery;

import io.watchdeck.model.Reading;
import io.watchdeck.watch.discovery.Inventory.Cluster;
import io.watchdeck.watch.discovery.Inventory.Definition;
import io.watchdeck.watch.discovery.Inventory.Service;
import io.watchdeck.watch.discovery.Thing.Sort;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks into an inventory. What could not be read is not there for whoever looks; that it is missing is said elsewhere.
final class Things {

    /// Of these a stack file needs nothing but the name, so that a tag alone tells enough where the list is denied.
    private static final Set<Sort> NAME_IS_ENOUGH = Set.of(Sort.QUEUE, Sort.PIPE, Sort.BATCH_QUEUE, Sort.PIPELINE,
            Sort.LOG_GROUP);

    private Things() {}

    static <T> List<T> known(Reading<List<T>> reading) {
        return value(reading).orElse(List.of());
    }

    static <T> Optional<T> value(Reading<T> reading) {
        return switch (reading) {
            case Reading.Known<T>(var value, var _) -> Optional.of(value);
            case Reading.Unknown<T> _ -> Optional.empty();
        };
    }

    static Optional<Definition> definition(Inventory found, Service service) {
        return Optional.ofNullable(found.definitions().get(service.definition())).flatMap(Things::value);
    }

    static Naming naming(Inventory found) {
        return naming(found.cluster(), found.services());
    }

    /// What the cluster's name says, or where that says nothing what the names of its services have in common.
    static Naming naming(String cluster, Reading<List<Service>> services) {
        return Naming.of(cluster).orCommon(known(services).stream().map(Service::name).toList());
    }

    /// The cluster that the stack is made of.
    static Optional<Cluster> cluster(Inventory found) {
        return known(found.clusters()).stream().filter(cluster -> cluster.name().equals(found.cluster())).findFirst();
    }

    /// The other clusters in which somebody runs services.
    static List<Cluster> otherClusters(Inventory found) {
        return known(found.clusters()).stream().filter(cluster -> !cluster.name().equals(found.cluster()))
                .filter(cluster -> !cluster.isOfBatch()).toList();
    }

    /// Everything that was found in account and Region, and the services of the cluster.
    static Set<Thing> of(Inventory found) {
        var all = new LinkedHashSet<Thing>();
        known(found.services()).forEach(service -> all.add(new Thing(Sort.SERVICE, service.name())));
        known(found.loadBalancers()).forEach(balancer -> {
            all.add(new Thing(Sort.LOAD_BALANCER, balancer.name()));
            balancer.targetGroups().forEach(group -> all.add(new Thing(Sort.TARGET_GROUP, group)));
        });
        known(found.databases()).forEach(database -> all.add(new Thing(Sort.DATABASE, database.id())));
        known(found.caches()).forEach(cache -> all.add(new Thing(Sort.CACHE, cache.id())));
        known(found.queues()).forEach(queue -> all.add(new Thing(Sort.QUEUE, queue)));
        known(found.pipes()).forEach(pipe -> all.add(new Thing(Sort.PIPE, pipe.name())));
        known(found.batchQueues()).forEach(queue -> all.add(new Thing(Sort.BATCH_QUEUE, queue)));
        known(found.pipelines()).forEach(pipeline -> all.add(new Thing(Sort.PIPELINE, pipeline)));
        known(found.logGroups()).forEach(group -> all.add(new Thing(Sort.LOG_GROUP, group)));
        known(found.services()).forEach(service -> definition(found, service).ifPresent(definition -> definition
                .logGroups().forEach(group -> all.add(new Thing(Sort.LOG_GROUP, group)))));
        found.tagged().map(Things::known).orElse(List.of()).forEach(arn -> Thing.ofArn(arn)
                .filter(thing -> NAME_IS_ENOUGH.contains(thing.sort())).ifPresent(all::add));
        return all;
    }
}
