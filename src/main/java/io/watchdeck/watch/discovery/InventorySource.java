package io.watchdeck.watch.discovery;

import io.watchdeck.model.Reading;
import io.watchdeck.watch.discovery.Inventory.Cache;
import io.watchdeck.watch.discovery.Inventory.Cluster;
import io.watchdeck.watch.discovery.Inventory.Database;
import io.watchdeck.watch.discovery.Inventory.Definition;
import io.watchdeck.watch.discovery.Inventory.LoadBalancer;
import io.watchdeck.watch.discovery.Inventory.Pipe;
import io.watchdeck.watch.discovery.Inventory.Service;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Lists what exists in one account and Region. Every page is followed; a list that could be read only in part is not
/// known, because something left out would look as if it did not exist.
public interface InventorySource {

    /// Clusters that are in use, with their tags.
    Reading<List<Cluster>> clusters();

    /// The services of a cluster that are in use; a cluster that does not exist is `NOT_FOUND`.
    Reading<List<Service>> services(String cluster);

    /// What task definitions say, by ARN.
    Map<String, Reading<Definition>> definitions(Collection<String> arns);

    /// Load balancers of every type with the target groups behind them.
    Reading<List<LoadBalancer>> loadBalancers();

    /// Instances that stand alone, and clusters without their instances.
    Reading<List<Database>> databases();

    /// Clusters that stand alone, and replication groups without their nodes.
    Reading<List<Cache>> caches();

    /// The names of SQS queues.
    Reading<List<String>> queues();

    Reading<List<Pipe>> pipes();

    /// The names of Batch job queues.
    Reading<List<String>> batchQueues();

    /// The names of pipelines.
    Reading<List<String>> pipelines();

    /// The names of the ECS clusters that each named pipeline deploys to.
    Map<String, Reading<Set<String>>> deployments(Collection<String> pipelines);

    /// The names of log groups that hold this text, in whatever case; all of them for an empty text.
    Reading<List<String>> logGroups(String part);

    /// The ARNs of what carries this tag, as far as it can be part of a stack.
    Reading<List<String>> tagged(String key, String value);
}
