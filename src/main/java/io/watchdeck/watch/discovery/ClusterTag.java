package io.watchdeck.watch.discovery;

import io.watchdeck.watch.discovery.Inventory.Cluster;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tag by which a cluster says whose it is.
record ClusterTag(String key, String value) {

    /// In this order.
    private static final List<String> KEYS = List.of("project", "application", "app", "product", "system", "stack",
            "aws:cloudformation:stack-name");

    static Optional<ClusterTag> of(Cluster cluster) {
        return KEYS.stream().flatMap(wanted -> cluster.tags().entrySet().stream()
                .filter(tag -> tag.getKey().equalsIgnoreCase(wanted) && !tag.getValue().isBlank())
                .sorted(Map.Entry.comparingByKey()))
                .map(tag -> new ClusterTag(tag.getKey(), tag.getValue())).findFirst();
    }

    boolean isOn(Cluster other) {
        return value.equals(other.tags().get(key));
    }
}
