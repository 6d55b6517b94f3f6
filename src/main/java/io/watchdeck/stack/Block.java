package io.watchdeck.stack;

import io.watchdeck.yaml.Keys;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The blocks of a stack file with the keys that each of them knows. The only list of keys there is: the reader
/// accepts exactly these, and a test holds the JSON Schema to them.
enum Block implements Keys {
    STACK_FILE("stackFile", "The file", List.of("stack", "environment", "region", "cluster"),
            List.of("account", "profile", "role", "endpoint", "services", "loadBalancers", "databases", "caches",
                    "queues", "batchQueues", "pipes", "pipelines", "logGroups", "eventLog", "plan", "cost", "rules",
                    "alarmSeverities", "contradictions", "readOnly")),
    SERVICE("service", "A service", List.of("name"),
            List.of("desired", "scaling", "poolPerTask", "spotWeight", "spotExpected", "cpu", "memory")),
    SPOT_EXPECTED("spotExpected", "'spotExpected'", List.of(), List.of("interruptionPercent", "replacementSeconds")),
    PERCENT_RANGE("percentRange", "'interruptionPercent'", List.of("from", "to"), List.of()),
    SCALING(
            "scaling", "'scaling'", List.of("min", "max"),
            List.of()),
    LOAD_BALANCER("loadBalancer", "A load balancer", List.of("name"),
            List.of("targetGroups")),
    DATABASE("database", "A database",
            List.of("id", "engine"),
            List.of("kind", "maxConnections", "storageGiB", "maxAcu")),
    CACHE(
            "cache", "A cache", List.of("id"), List.of("nodes")),
    QUEUE(
            "queue", "A queue", List.of("name"),
            List.of("deadLetterQueue", "pipe")),
    PLAN("plan",
            "'plan'", List.of(),
            List.of("currency", "total", "target",
                    "lines", "phases")),
    PLAN_PHASE("planPhase",
            "A phase of the plan",
            List.of("name"),
            List.of("total",
                    "lines")),
    PLAN_LINE("planLine",
            "A plan line",
            List.of("name", "amount"),
            List.of("service", "usage",
                    "reserve")),
    AMOUNT_RANGE(
            "amountRange",
            "An amount",
            List.of("from",
                    "to"),
            List.of()),
    COST(
            "cost",
            "'cost'",
            List.of(),
            List.of("tags",
                    "categories",
                    "services")),
    RULE(
            "rule",
            "A rule",
            List.of("name",
                    "metric",
                    "severity"),
            List.of("on",
                    "above",
                    "below",
                    "period",
                    "breaching",
                    "of",
                    "missing",
                    "says"));

    private static final Map<String, String> EXAMPLES = Map.ofEntries(Map.entry("stack", "Tiketi"),
            Map.entry("environment", "production"), Map.entry("region", "ap-northeast-2"),
            Map.entry("cluster", "tiketi-cluster-prod"), Map.entry("name", "a-name"), Map.entry("id", "a-name"),
            Map.entry("engine", "postgres"), Map.entry("min", "2"), Map.entry("max", "10"),
            Map.entry("amount", "12.50"), Map.entry("from", "10"), Map.entry("to", "20"),
            Map.entry("metric", "service.cpu"), Map.entry("severity", "warning"));

    private final String schemaName;
    private final String title;
    private final List<String> required;
    private final List<String> optional;

    Block(String schemaName, String title, List<String> required, List<String> optional) {
        this.schemaName = schemaName;
        this.title = title;
        this.required = required;
        this.optional = optional;
    }

    /// Its name among the `$defs` of the JSON Schema.
    String schemaName() {
        return schemaName;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<String> required() {
        return required;
    }

    @Override
    public List<String> keys() {
        return Stream.concat(required.stream(), optional.stream()).toList();
    }

    @Override
    public String example(String key) {
        return key + ": " + EXAMPLES.get(key);
    }
}
