package io.watchdeck.watch.discovery;

import io.watchdeck.stack.Environment;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the name of a cluster says: the words that the names of its stack begin with, and its environment.
///
/// @param stem `[shop, admin]` of `shop-admin-cluster-prod`; empty where a name says nothing but what it is
record Naming(List<String> stem, Optional<Environment> environment) {

    private static final Map<String, Environment> ENVIRONMENTS = Map.ofEntries(
            Map.entry("prod", Environment.PRODUCTION), Map.entry("production", Environment.PRODUCTION),
            Map.entry("prd", Environment.PRODUCTION),
            Map.entry("dev", Environment.DEVELOPMENT), Map.entry("develop", Environment.DEVELOPMENT),
            Map.entry("development", Environment.DEVELOPMENT),
            Map.entry("test", Environment.TEST), Map.entry("testing", Environment.TEST),
            Map.entry("tst", Environment.TEST), Map.entry("qa", Environment.TEST), Map.entry("uat", Environment.TEST),
            Map.entry("stage", Environment.TEST), Map.entry("staging", Environment.TEST),
            Map.entry("stg", Environment.TEST), Map.entry("preprod", Environment.TEST));
    /// Says what a cluster is, not whose.
    private static final Set<String> OF_CLUSTERS = Set.of("cluster", "ecs", "fargate", "ec2", "default", "main");
    /// May stand before the words of the stack.
    private static final Set<String> BEFORE = Set.of("aws", "ecs", "fargate", "ec2", "rds", "aurora", "db", "database",
            "instance", "cluster", "elasticache", "redis", "cache", "alb", "elb", "sqs", "queue", "batch", "pipe",
            "pipes", "pipeline", "codepipeline", "lambda", "logs", "log", "app", "apps", "service", "services",
            "container", "containers", "codebuild", "containerinsights", "apigateway");

    Naming {
        stem = List.copyOf(stem);
    }

    static Naming of(String cluster) {
        return new Naming(words(cluster).stream().filter(word -> !ENVIRONMENTS.containsKey(word))
                .filter(word -> !OF_CLUSTERS.contains(word)).toList(), environmentOf(cluster));
    }

    /// With the words that all of several services begin with, where the cluster's name says nothing.
    Naming orCommon(Collection<String> services) {
        if (!stem.isEmpty() || services.size() < 2) {
            return this;
        }
        List<String> common = services.stream().map(Naming::words).reduce((one, other) -> {
            int length = 0;
            while (length < Math.min(one.size(), other.size()) && one.get(length).equals(other.get(length))) {
                length++;
            }
            return one.subList(0, length);
        }).orElseThrow();
        return new Naming(common.stream().filter(word -> !ENVIRONMENTS.containsKey(word))
                .filter(word -> !OF_CLUSTERS.contains(word)).toList(), environment);
    }

    /// The environment that a name ends with or holds; the last one counts.
    static Optional<Environment> environmentOf(String name) {
        return words(name).stream().map(ENVIRONMENTS::get).filter(found -> found != null)
                .reduce((_, last) -> last);
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+")).filter(word -> !word.isEmpty())
                .toList();
    }

    /// Whether a name begins with the words of the stack, once words such as `aws` or `prod` before them are passed
    /// over. `shopping-db` is not of `shop`.
    boolean fits(String name) {
        List<String> words = words(name);
        for (int start = 0; !stem.isEmpty() && start + stem.size() <= words.size(); start++) {
            if (words.subList(start, start + stem.size()).equals(stem)) {
                return true;
            }
            if (!BEFORE.contains(words.get(start)) && !ENVIRONMENTS.containsKey(words.get(start))) {
                return false;
            }
        }
        return false;
    }

    /// Whether names that fit this one fit the other too, and the other says more.
    boolean isShorterThan(Naming other) {
        return other.stem.size() > stem.size() && other.stem.subList(0, stem.size()).equals(stem);
    }

    /// As the names have it: `shop-admin`.
    String text() {
        return String.join("-", stem);
    }
}
