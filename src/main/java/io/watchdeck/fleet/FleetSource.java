package io.watchdeck.fleet;

import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Reads services and tasks of a cluster.
public interface FleetSource {

    /// Each named service; one that the cluster does not have is `NOT_FOUND`. Every name asked has an entry; no name,
    /// no call.
    Map<String, Reading<ServiceState>> services(String cluster, Collection<String> names);

    /// The tasks of all services of the cluster: running, and stopped as long as AWS still shows them.
    Reading<List<TaskState>> tasks(String cluster);
}
