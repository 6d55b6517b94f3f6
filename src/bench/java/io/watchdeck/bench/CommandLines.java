package io.watchdeck.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.stack.LoadBalancerSpec;
import io.watchdeck.stack.QueueSpec;
import io.watchdeck.stack.ServiceSpec;
import io.watchdeck.stack.StackFile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What a person types to learn of a stack what one reading of the console learns: `aws` command lines, one after the
/// other, each with as many names as it takes.
final class CommandLines {

    private static final JsonMapper JSON = new JsonMapper();

    private final URI endpoint;
    private int count;

    CommandLines(URI endpoint) {
        this.endpoint = endpoint;
    }

    /// How many have been run.
    int count() {
        return count;
    }

    void read(StackFile stack) throws IOException, InterruptedException {
        aws(stack, "sts", "get-caller-identity");
        services(stack);
        aws(stack, "cloudwatch", "describe-alarms", "--alarm-types", "MetricAlarm", "CompositeAlarm");
        metrics(stack);
        for (QueueSpec queue : stack.components().queues()) {
            queue(stack, queue.name());
            if (queue.deadLetterQueue().isPresent()) {
                queue(stack, queue.deadLetterQueue().get());
            }
            if (queue.pipe().isPresent()) {
                aws(stack, "pipes", "describe-pipe", "--name", queue.pipe().get());
            }
        }
        for (String queue : stack.components().batchQueues()) {
            aws(stack, "batch", "describe-job-queues", "--job-queues", queue);
            for (String state : List.of("SUBMITTED", "PENDING", "RUNNABLE", "STARTING", "RUNNING", "SUCCEEDED",
                    "FAILED")) {
                aws(stack, "batch", "list-jobs", "--job-queue", queue, "--job-status", state);
            }
        }
        for (DatabaseSpec database : stack.components().databases()) {
            database(stack, database);
        }
        for (LoadBalancerSpec balancer : stack.components().loadBalancers()) {
            targets(stack, balancer);
        }
    }

    private void services(StackFile stack) throws IOException, InterruptedException {
        List<String> names = stack.components().services().stream().map(ServiceSpec::name).toList();
        for (int from = 0; from < names.size(); from += 10) {
            aws(stack, with(List.of("ecs", "describe-services", "--cluster", stack.cluster(), "--services"),
                    names.subList(from, Math.min(names.size(), from + 10))));
        }
        for (String status : List.of("RUNNING", "STOPPED")) {
            List<String> tasks = texts(aws(stack, "ecs", "list-tasks", "--cluster", stack.cluster(),
                    "--desired-status", status).path("taskArns"));
            for (int from = 0; from < tasks.size(); from += 100) {
                aws(stack, with(List.of("ecs", "describe-tasks", "--cluster", stack.cluster(), "--tasks"),
                        tasks.subList(from, Math.min(tasks.size(), from + 100))));
            }
        }
        aws(stack, with(List.of("application-autoscaling", "describe-scalable-targets", "--service-namespace", "ecs",
                "--resource-ids"), names.stream().map(name -> "service/" + stack.cluster() + "/" + name).toList()));
        aws(stack, "application-autoscaling", "describe-scaling-policies", "--service-namespace", "ecs");
    }

    /// Load balancers and caches have dimensions that only a list tells; all metrics then are one command.
    private void metrics(StackFile stack) throws IOException, InterruptedException {
        var queries = new ArrayList<Map<String, Object>>();
        for (ServiceSpec service : stack.components().services()) {
            for (String name : List.of("CPUUtilization", "MemoryUtilization")) {
                queries.add(query(queries.size(), "AWS/ECS", name, "Average",
                        Map.of("ClusterName", stack.cluster(), "ServiceName", service.name())));
            }
        }
        for (DatabaseSpec database : stack.components().databases()) {
            for (String name : List.of("DatabaseConnections", "CPUUtilization", "FreeStorageSpace")) {
                queries.add(query(queries.size(), "AWS/RDS", name, "Maximum",
                        Map.of("DBInstanceIdentifier", database.id())));
            }
        }
        stack.components().queues().stream().flatMap(queue -> queue.deadLetterQueue().stream())
                .forEach(name -> queries.add(query(queries.size(), "AWS/SQS", "ApproximateAgeOfOldestMessage", "Maximum",
                        Map.of("QueueName", name))));
        if (!stack.components().loadBalancers().isEmpty()) {
            listed(stack, "AWS/ApplicationELB", "Sum", queries);
        }
        if (!stack.components().caches().isEmpty()) {
            listed(stack, "AWS/ElastiCache", "Sum", queries);
        }
        Instant end = Instant.ofEpochMilli(System.currentTimeMillis());
        aws(stack, "cloudwatch", "get-metric-data", "--metric-data-queries", JSON.writeValueAsString(queries),
                "--start-time", end.minus(Duration.ofHours(3)).toString(), "--end-time", end.toString());
    }

    private void listed(StackFile stack, String namespace, String statistic, List<Map<String, Object>> queries)
            throws IOException, InterruptedException {
        for (JsonNode metric : aws(stack, "cloudwatch", "list-metrics", "--namespace", namespace).path("Metrics")) {
            var dimensions = new java.util.HashMap<String, String>();
            metric.path("Dimensions").forEach(one -> dimensions.put(one.path("Name").asText(),
                    one.path("Value").asText()));
            boolean ours = Stream.concat(stack.components().loadBalancers().stream().map(LoadBalancerSpec::name),
                    stack.components().caches().stream().map(cache -> cache.id()))
                    .anyMatch(name -> dimensions.values().stream().anyMatch(value -> value.contains(name)));
            if (ours) {
                queries.add(query(queries.size(), namespace, metric.path("MetricName").asText(), statistic, dimensions));
            }
        }
    }

    private static Map<String, Object> query(int number, String namespace, String name, String statistic,
            Map<String, String> dimensions) {
        return Map.of("Id", "m" + number, "MetricStat", Map.of("Period", 60, "Stat", statistic, "Metric",
                Map.of("Namespace", namespace, "MetricName", name, "Dimensions", dimensions.entrySet().stream()
                        .map(one -> Map.of("Name", one.getKey(), "Value", one.getValue())).toList())));
    }

    private void queue(StackFile stack, String name) throws IOException, InterruptedException {
        String url = aws(stack, "sqs", "get-queue-url", "--queue-name", name).path("QueueUrl").asText();
        aws(stack, "sqs", "get-queue-attributes", "--queue-url", url, "--attribute-names", "All");
    }

    private void database(StackFile stack, DatabaseSpec database) throws IOException, InterruptedException {
        JsonNode found;
        if (database.kind() == DatabaseSpec.Kind.CLUSTER) {
            found = aws(stack, "rds", "describe-db-clusters", "--db-cluster-identifier", database.id());
            aws(stack, "rds", "describe-db-cluster-parameters", "--db-cluster-parameter-group-name",
                    found.path("DBClusters").path(0).path("DBClusterParameterGroup").asText());
        } else {
            found = aws(stack, "rds", "describe-db-instances", "--db-instance-identifier", database.id());
            aws(stack, "rds", "describe-db-parameters", "--db-parameter-group-name", found.path("DBInstances").path(0)
                    .path("DBParameterGroups").path(0).path("DBParameterGroupName").asText());
        }
    }

    private void targets(StackFile stack, LoadBalancerSpec balancer) throws IOException, InterruptedException {
        JsonNode groups = aws(stack, with(List.of("elbv2", "describe-target-groups", "--names"),
                balancer.targetGroups()));
        for (JsonNode group : groups.path("TargetGroups")) {
            aws(stack, "elbv2", "describe-target-health", "--target-group-arn", group.path("TargetGroupArn").asText());
        }
    }

    private JsonNode aws(StackFile stack, String... arguments) throws IOException, InterruptedException {
        return aws(stack, List.of(arguments));
    }

    private JsonNode aws(StackFile stack, List<String> arguments) throws IOException, InterruptedException {
        count++;
        var command = new ArrayList<>(List.of("aws", "--endpoint-url", endpoint.toString(), "--region",
                stack.access().region().code(), "--output", "json"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "emulator", "AWS_SECRET_ACCESS_KEY", "emulator"));
        Process process = builder.start();
        process.getOutputStream().close();
        byte[] printed = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(arguments + " failed");
        }
        return printed.length == 0 ? JSON.createObjectNode() : JSON.readTree(printed);
    }

    private static List<String> with(List<String> command, List<String> names) {
        return Stream.concat(command.stream(), names.stream()).toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
