package io.watchdeck.stack;

import java.util.List;
import java.util.Optional;

/// Everything of a stack that is read, by the names AWS knows it by.
///
/// @param batchQueues AWS Batch job queues
/// @param pipes       EventBridge pipes
/// @param pipelines   CodePipeline pipelines
/// @param logGroups   CloudWatch log groups
/// @param eventLog    the log group into which an EventBridge rule puts the events of ECS
public record Components(List<ServiceSpec> services, List<LoadBalancerSpec> loadBalancers,
        List<DatabaseSpec> databases, List<CacheSpec> caches, List<QueueSpec> queues, List<String> batchQueues,
        List<String> pipes, List<String> pipelines, List<String> logGroups, Optional<String> eventLog) {

    public Components {
        services = List.copyOf(services);
        loadBalancers = List.copyOf(loadBalancers);
        databases = List.copyOf(databases);
        caches = List.copyOf(caches);
        queues = List.copyOf(queues);
        batchQueues = List.copyOf(batchQueues);
        pipes = List.copyOf(pipes);
        pipelines = List.copyOf(pipelines);
        logGroups = List.copyOf(logGroups);
    }

    /// Those of a stack whose events no log group keeps.
    public Components(List<ServiceSpec> services, List<LoadBalancerSpec> loadBalancers, List<DatabaseSpec> databases,
            List<CacheSpec> caches, List<QueueSpec> queues, List<String> batchQueues, List<String> pipes,
            List<String> pipelines, List<String> logGroups) {
        this(services, loadBalancers, databases, caches, queues, batchQueues, pipes, pipelines, logGroups,
                Optional.empty());
    }

    public static Components none() {
        return new Components(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }
}
