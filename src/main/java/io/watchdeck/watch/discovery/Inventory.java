package io.watchdeck.watch.discovery;

import io.watchdeck.model.Reading;
import io.watchdeck.queues.QueueState;
import io.watchdeck.stack.ServiceSpec.TaskSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What was found around one cluster; each part with the reason if it could not be read.
///
/// @param cluster     the name of the cluster that the stack is made of
/// @param definitions of its services, by ARN
/// @param queues      the names of all queues
/// @param queueStates of the queues that may belong to it, for their redrive policies
/// @param deployments the clusters that each pipeline deploys to
/// @param tagged      ARNs of what carries the cluster's own tag; empty where it has none
public record Inventory(String cluster, Reading<List<Cluster>> clusters, Reading<List<Service>> services,
        Map<String, Reading<Definition>> definitions, Reading<List<LoadBalancer>> loadBalancers,
        Reading<List<Database>> databases, Reading<List<Cache>> caches, Reading<List<String>> queues,
        Map<String, Reading<QueueState>> queueStates, Reading<List<Pipe>> pipes, Reading<List<String>> batchQueues,
        Reading<List<String>> pipelines, Map<String, Reading<Set<String>>> deployments,
        Reading<List<String>> logGroups, Optional<Reading<List<String>>> tagged) {

    /// An ECS cluster.
    public record Cluster(String name, Map<String, String> tags) {
        public Cluster {
            tags = Map.copyOf(tags);
        }

        /// Made by Batch for a compute environment: nobody runs services there.
        public boolean isOfBatch() {
            return name.matches("(.*_Batch_|AWSBatch-.*-)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        }
    }

    /// An ECS service.
    ///
    /// @param definition   ARN of its task definition; empty where its task sets have definitions of their own
    /// @param targetGroups names of the target groups where it registers its tasks
    /// @param spotWeight   per cent of the tasks that its strategy places on `FARGATE_SPOT`; empty without Spot
    public record Service(String name, int desired, String definition, List<String> targetGroups,
            OptionalInt spotWeight) {
        public Service {
            targetGroups = List.copyOf(targetGroups);
        }
    }

    /// What a task definition says.
    ///
    /// @param size      of a task, where it is set for the task as a whole
    /// @param logGroups where its containers write
    /// @param mentions  what its environment variables name
    public record Definition(Optional<TaskSize> size, List<String> logGroups, List<Mention> mentions) {
        public Definition {
            logGroups = List.copyOf(logGroups);
            mentions = List.copyOf(mentions);
        }
    }

    /// What an environment variable names: never its value, which may hold a password.
    ///
    /// @param what a host of AWS in small letters, an ARN, or the name of a queue
    public record Mention(String variable, String what) {}

    /// @param type         `application`, `network` or `gateway`; unknown words as they are
    /// @param targetGroups names
    public record LoadBalancer(String name, String type, List<String> targetGroups) {
        public LoadBalancer {
            targetGroups = List.copyOf(targetGroups);
        }
    }

    /// @param cluster whether it is a cluster of RDS rather than an instance
    /// @param hosts   its endpoints, in small letters
    public record Database(String id, boolean cluster, String engine, List<String> hosts) {
        public Database {
            hosts = List.copyOf(hosts);
        }
    }

    /// @param nodes with replicas
    /// @param hosts its endpoints, in small letters
    public record Cache(String id, int nodes, List<String> hosts) {
        public Cache {
            hosts = List.copyOf(hosts);
        }
    }

    /// An EventBridge pipe.
    public record Pipe(String name, String sourceArn, String targetArn) {}
}
