package io.watchdeck.sandbox.telemetry;

import java.util.Map;

/// What identifies a metric: the dimension set belongs to it, whole and exact.
public record MetricKey(String namespace, String name, Map<String, String> dimensions) {

    public MetricKey {
        dimensions = Map.copyOf(dimensions);
    }

    public static MetricKey ofService(String name, String cluster, String service) {
        return new MetricKey("AWS/ECS", name, Map.of("ClusterName", cluster, "ServiceName", service));
    }

    /// Exists where Container Insights is on.
    public static MetricKey ofInsights(String name, String cluster, String service) {
        return new MetricKey("ECS/ContainerInsights", name, Map.of("ClusterName", cluster, "ServiceName", service));
    }

    /// @param tail of the ARN: `app/NAME/ID`
    public static MetricKey ofLoadBalancer(String name, String tail) {
        return new MetricKey("AWS/ApplicationELB", name, Map.of("LoadBalancer", tail));
    }

    /// @param tail of the ARN: `targetgroup/NAME/ID`
    public static MetricKey ofTargetGroup(String name, String tail, String loadBalancerTail) {
        return new MetricKey("AWS/ApplicationELB", name,
                Map.of("TargetGroup", tail, "LoadBalancer", loadBalancerTail));
    }

    public static MetricKey ofInstance(String name, String id) {
        return new MetricKey("AWS/RDS", name, Map.of("DBInstanceIdentifier", id));
    }

    public static MetricKey ofCluster(String name, String id) {
        return new MetricKey("AWS/RDS", name, Map.of("DBClusterIdentifier", id));
    }

    /// @param node its cluster id
    public static MetricKey ofCache(String name, String node) {
        return new MetricKey("AWS/ElastiCache", name, Map.of("CacheClusterId", node));
    }

    public static MetricKey ofQueue(String name, String queue) {
        return new MetricKey("AWS/SQS", name, Map.of("QueueName", queue));
    }
}
