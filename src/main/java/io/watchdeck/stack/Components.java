package io.watchdeck.stack;

import java.util.List;

/// Everything of a stack that is read, by the names AWS knows it by.
///
/// @param batchQueues AWS Batch job queues
/// @param pipes       EventBridge pipes
/// @param pipelines   CodePipeline pipelines
/// @param logGroups   CloudWatch log groups
public record Components(List<ServiceSpec> services, List<LoadBalancerSpec> loadBalancers,
        List<DatabaseSpec> databases, List<CacheSpec> caches, List<QueueSpec> queues, List<String> batchQueues,
        List<String> pipes, List<String> pipelines, List<String> logGroups) {

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

    public static Components none() {
        return new Components(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
    }
}
