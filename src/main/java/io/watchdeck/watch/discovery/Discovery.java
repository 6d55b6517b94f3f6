package io.watchdeck.watch.discovery;

import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.identity.Identity;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Reading;
import io.watchdeck.queues.QueueState;
import io.watchdeck.stack.Access;
import io.watchdeck.watch.Cloud;
import io.watchdeck.watch.discovery.Inventory.Cluster;
import io.watchdeck.watch.discovery.Inventory.Definition;
import io.watchdeck.watch.discovery.Inventory.Service;
import io.watchdeck.watch.discovery.Thing.Sort;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Proposes a stack file for a cluster of one account and Region. Reads one thing after another and blocks meanwhile;
/// what cannot be read is left out of the proposal and named there. Nothing is kept between two proposals.
public final class Discovery {

    private final Access access;
    private final InventorySource source;
    private final Cloud cloud;
    private final MetricCatalogue catalogue;

    public Discovery(Access access, InventorySource source, Cloud cloud, MetricCatalogue catalogue) {
        this.access = access;
        this.source = source;
        this.cloud = cloud;
        this.catalogue = catalogue;
    }

    /// Who AWS says we are: worth asking first, because nothing else can be read without credentials.
    public Reading<Identity> identity() {
        return cloud.identity().identity();
    }

    /// The clusters that a stack can be made of, by name: those that Batch has made for itself are none.
    public Reading<List<String>> clusters() {
        return source.clusters().map(all -> all.stream().filter(cluster -> !cluster.isOfBatch()).map(Cluster::name)
                .sorted().toList());
    }

    /// How many services run in a cluster.
    public Reading<Integer> services(String cluster) {
        return source.services(cluster).map(List::size);
    }

    /// Proposes what a stack of this cluster is. The cluster should exist: of one that does not, only names are found.
    public Proposal propose(String cluster, Optional<Identity> identity) {
        Inventory first = inventory(cluster);
        EnvironmentGuess guess = EnvironmentGuess.of(first);
        Inventory found = withQueueStates(first, Selection.of(first, guess).chosen(Sort.QUEUE).keySet());
        Selection selection = Selection.of(found, guess);
        var details = new Details(identity, ranges(cluster, selection.chosen(Sort.SERVICE).keySet()),
                databases(selection.chosen(Sort.DATABASE).keySet()), cloud.alarms().alarms());
        return new Proposer(access, found, selection, details, catalogue).propose(guess);
    }

    private Inventory inventory(String cluster) {
        Reading<List<Cluster>> clusters = source.clusters();
        Reading<List<Service>> services = source.services(cluster);
        Optional<ClusterTag> tag = Things.known(clusters).stream().filter(one -> one.name().equals(cluster))
                .findFirst().flatMap(ClusterTag::of);
        Reading<List<String>> pipelines = source.pipelines();
        return new Inventory(cluster, clusters, services, definitions(services), source.loadBalancers(),
                source.databases(), source.caches(), source.queues(), Map.of(), source.pipes(), source.batchQueues(),
                pipelines, source.deployments(Things.known(pipelines)),
                logGroups(Things.naming(cluster, services), clusters),
                tag.map(known -> source.tagged(known.key(), known.value())));
    }

    private Map<String, Reading<Definition>> definitions(Reading<List<Service>> services) {
        return source.definitions(Things.known(services).stream().map(Service::definition)
                .filter(definition -> !definition.isEmpty()).distinct().toList());
    }

    /// Without a word to look for only those of the task definitions are known.
    private Reading<List<String>> logGroups(Naming own, Reading<List<Cluster>> clusters) {
        return own.stem().isEmpty() ? Reading.known(List.of(), clusters.at())
                : source.logGroups(own.stem().getFirst());
    }

    private Inventory withQueueStates(Inventory found, Collection<String> queues) {
        Map<String, Reading<QueueState>> states = cloud.queues().queues(queues);
        return new Inventory(found.cluster(), found.clusters(), found.services(), found.definitions(),
                found.loadBalancers(), found.databases(), found.caches(), found.queues(), states, found.pipes(),
                found.batchQueues(), found.pipelines(), found.deployments(), found.logGroups(), found.tagged());
    }

    private Map<String, Reading<ScalingRange>> ranges(String cluster, Collection<String> services) {
        List<ServiceKey> keys = services.stream().map(name -> new ServiceKey(cluster, name)).toList();
        var ranges = new LinkedHashMap<String, Reading<ScalingRange>>();
        cloud.scaling().map(scaling -> scaling.ranges(keys)).orElse(Map.of())
                .forEach((key, reading) -> ranges.put(key.service(), reading));
        return ranges;
    }

    private Map<String, Reading<DatabaseFacts>> databases(Collection<String> ids) {
        return cloud.databases().map(databases -> databases.databases(ids)).orElse(Map.of());
    }
}
