package io.watchdeck.watch.discovery;

import java.util.Optional;

/// Something that a stack file can name.
record Thing(Sort sort, String name) {

    /// What a thing is, and the section of the stack file where it is listed.
    enum Sort {
        SERVICE("services"), LOAD_BALANCER("loadBalancers"), TARGET_GROUP("loadBalancers"), DATABASE("databases"),
        CACHE(
                "caches"),
        QUEUE("queues"), BATCH_QUEUE("batchQueues"), PIPE("pipes"), PIPELINE("pipelines"), LOG_GROUP("logGroups");

        private final String section;

        Sort(String section) {
            this.section = section;
        }

        String section() {
            return section;
        }
    }

    /// What an ARN names; empty for what no stack file lists.
    static Optional<Thing> ofArn(String arn) {
        String[] parts = arn.split(":", 6);
        if (parts.length < 6) {
            return Optional.empty();
        }
        String rest = parts[5];
        return switch (parts[2]) {
            case "elasticloadbalancing" -> balancing(rest.split("/"));
            case "rds" -> after(rest, "db:").or(() -> after(rest, "cluster:")).map(id -> new Thing(Sort.DATABASE, id));
            case "elasticache" -> after(rest, "replicationgroup:").or(() -> after(rest, "cluster:"))
                    .map(id -> new Thing(Sort.CACHE, id));
            case "sqs" -> Optional.of(new Thing(Sort.QUEUE, rest));
            case "batch" -> after(rest, "job-queue/").map(name -> new Thing(Sort.BATCH_QUEUE, name));
            case "pipes" -> after(rest, "pipe/").map(name -> new Thing(Sort.PIPE, name));
            case "codepipeline" -> Optional.of(new Thing(Sort.PIPELINE, rest));
            case "logs" -> after(rest, "log-group:").map(name -> name.endsWith(":*")
                    ? name.substring(0, name.length() - 2) : name).map(name -> new Thing(Sort.LOG_GROUP, name));
            default -> Optional.empty();
        };
    }

    /// `loadbalancer/app/NAME/ID` or `targetgroup/NAME/ID`.
    private static Optional<Thing> balancing(String[] parts) {
        if (parts.length == 4 && parts[0].equals("loadbalancer")) {
            return Optional.of(new Thing(Sort.LOAD_BALANCER, parts[2]));
        }
        return parts.length == 3 && parts[0].equals("targetgroup")
                ? Optional.of(new Thing(Sort.TARGET_GROUP, parts[1])) : Optional.empty();
    }

    private static Optional<String> after(String text, String start) {
        return text.startsWith(start) ? Optional.of(text.substring(start.length())) : Optional.empty();
    }
}
