package io.watchdeck.bench;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.MutableClock;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.stack.KnownMetric;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A company's whole fleet in the simulated account: 2,000 services in 40 clusters of 10 accounts, each cluster a stack
/// with load balancers, databases, a cache, queues, a pipeline and rules, as the shipped stack files have them.
final class FleetWorld {

    static final int ACCOUNTS = 10;
    static final int CLUSTERS_OF_EACH = 4;
    static final int SERVICES_OF_EACH = 50;

    private static final long SEED = 11;
    private static final Instant START = Instant.parse("2026-09-22T04:42:30Z");
    private static final String LEVELS = "rules:\n"
            + rule("CPU", "service.cpu", "above: 80", "warning") + rule("Memory", "service.memory", "above: 90", "warning")
            + rule("5xx", "lb.5xx", "above: 20", "critical") + rule("Connections", "db.connections", "above: 90", "critical")
            + rule("Storage", "db.freeStorage", "below: 20 % of storage", "warning")
            + rule("Hit rate", "cache.hitRate", "below: 60", "warning");

    private final MutableClock clock = new MutableClock(START);
    private final List<StackFile> stacks;
    private final SandboxConnector connector;

    /// Takes some seconds: three hours of it have passed.
    FleetWorld() {
        var reader = new StackReader(MetricCatalogue.standard().all().stream()
                .map(metric -> new KnownMetric(metric.id(), metric.kind(), metric.unit() == Unit.PERCENT)).toList());
        stacks = IntStream.range(0, ACCOUNTS * CLUSTERS_OF_EACH).mapToObj(number -> stack(reader, number)).toList();
        connector = new SandboxConnector(stacks, SEED, clock);
    }

    List<StackFile> stacks() {
        return stacks;
    }

    SandboxConnector connector() {
        return connector;
    }

    Clock clock() {
        return clock;
    }

    /// Lets time go by in the simulated accounts, so that what it costs them is not counted as the console's.
    void pass(Duration time) {
        clock.forward(time);
        stacks.stream().map(StackFile::access).distinct()
                .forEach(access -> connector.connect(access).identity().identity());
    }

    private static StackFile stack(StackReader reader, int number) {
        String id = String.format(Locale.ROOT, "fleet-%02d", number + 1);
        StackReader.Outcome outcome = reader.read(id + ".yaml", text(id, number));
        return outcome.stack().orElseThrow(() -> new IllegalStateException(outcome.complaints().toString()));
    }

    private static String text(String id, int number) {
        List<String> services = numbered(id + "-service", SERVICES_OF_EACH);
        var text = new ArrayList<String>();
        text.add("stack: Fleet " + (number + 1));
        text.add("environment: " + List.of("production", "test", "development").get(number % 3));
        text.add("profile: account-" + (number % ACCOUNTS + 1));
        text.add("region: " + List.of("ap-northeast-2", "us-east-1").get(number % ACCOUNTS % 2));
        text.add("cluster: " + id);
        text.add("services:");
        services.forEach(name -> text.add("  - {name: " + name + ", desired: 2, scaling: {min: 2, max: 10}, "
                + "poolPerTask: 5}"));
        text.add("loadBalancers:");
        for (int balancer = 0; balancer < 2; balancer++) {
            text.add("  - {name: " + id + "-alb-" + balancer + ", targetGroups: ["
                    + String.join(", ", services.subList(balancer * 5, balancer * 5 + 5)) + "]}");
        }
        text.add("databases:");
        numbered(id + "-db", 2).forEach(name -> text.add("  - {id: " + name + ", engine: postgres, maxConnections: 200, "
                + "storageGiB: 100}"));
        text.add("caches: [{id: " + id + "-redis, nodes: 2}]");
        text.add("queues:");
        numbered(id + "-queue", 4).forEach(name -> text.add("  - {name: " + name + ", deadLetterQueue: " + name
                + "-dlq}"));
        text.add("pipelines: [" + id + "-pipeline]");
        return text.stream().collect(Collectors.joining("\n", "", "\n")) + LEVELS;
    }

    private static String rule(String name, String metric, String condition, String severity) {
        return "  - {name: " + name + ", metric: " + metric + ", " + condition + ", period: 5m, severity: " + severity
                + "}\n";
    }

    private static List<String> numbered(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> String.format(Locale.ROOT, "%s-%02d", prefix, number))
                .toList();
    }
}
