package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.watchdeck.emulator.Emulator;
import io.watchdeck.emulator.EmulatorExtension;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `status --json` of the shipped stacks against the emulator, the program started as a person starts it: every figure
/// is the one that boto3 reads at the same time, in two Regions and in two accounts, and follows when it changes.
@ExtendWith(EmulatorExtension.class)
class StatusEmulatorIT {

    /// The console's name of each stack, and the emulator's.
    private static final Map<String, String> STACKS = new TreeMap<>(Map.of("glimpse-prod", "glimpse", "sesami-prod",
            "sesami", "bowwow-prod", "bowwow", "codemate-prod", "codemate", "tiketi-prod", "tiketi", "codemate-dev",
            "codemate-dev"));
    /// What has been provisioned is newer than this.
    private static final Duration LOOKED_AT = Duration.ofMinutes(40);

    @TempDir
    Path home;

    private final Emulator emulator;

    StatusEmulatorIT(Emulator emulator) {
        this.emulator = emulator;
    }

    @Test
    void statusSaysWhatBoto3ReadsAndFollowsWhatChanges() {
        emulator.provision(Emulator.ACCOUNT, "all");
        emulator.provision(Emulator.OTHER_ACCOUNT, "codemate-dev");
        freshDatum();

        compare(status());

        change("glimpse", Emulator.ACCOUNT, "ap-northeast-2", "desired", "glimpse-prod", "glimpse-api", "5");
        change("bowwow", Emulator.ACCOUNT, "us-east-1", "desired", "bowwow-cluster", "bowwow-gateway", "4");
        change("codemate-dev", Emulator.OTHER_ACCOUNT, "ap-northeast-2", "desired", "codemate-cluster",
                "codemate-backend-service", "2");
        change("sesami", Emulator.ACCOUNT, "ap-northeast-2", "message", "sesami-analysis-jobs", "{\"job_id\": \"1\"}");
        change("sesami", Emulator.ACCOUNT, "ap-northeast-2", "message", "sesami-analysis-jobs-dlq", "{}");
        change("bowwow", Emulator.ACCOUNT, "us-east-1", "alarm", "BowWow-HighCPU", "ALARM", "뜨거워요 🔥");
        change("codemate-dev", Emulator.OTHER_ACCOUNT, "ap-northeast-2", "alarm", "codemate-dev-5xx", "ALARM", "test");
        freshDatum();

        Program.Result after = status();
        compare(after);
        assertThat(service(after, "glimpse-prod", "glimpse-api").get("desired").asInt()).isEqualTo(5);
        assertThat(service(after, "bowwow-prod", "bowwow-gateway").get("desired").asInt()).isEqualTo(4);
        assertThat(service(after, "codemate-dev", "codemate-backend-service").get("desired").asInt()).isEqualTo(2);
        assertThat(alarm(after, "bowwow-prod", "BowWow-HighCPU").get("state").asText()).isEqualTo("ALARM");
        assertThat(alarm(after, "codemate-dev", "codemate-dev-5xx").get("state").asText()).isEqualTo("ALARM");
        assertThat(after.stack("tiketi-prod").get("databases").get(0).get("connections").asInt()).isEqualTo(177);
    }

    @Test
    void whatTheAccountDoesNotHaveIsNotFoundAndKeepsNothingElseFromBeingRead() throws java.io.IOException {
        emulator.provision(Emulator.ACCOUNT, "all");
        Path folder = java.nio.file.Files.createDirectory(home.resolve("stacks"));
        java.nio.file.Files.writeString(folder.resolve("lost.yaml"), """
                stack: Lost
                environment: test
                region: ap-northeast-2
                cluster: glimpse-prod
                services: [{name: glimpse-api}, {name: glimpse-ghost}]
                queues: [{name: no-such-queue}]
                """);
        java.nio.file.Files.writeString(folder.resolve("nowhere.yaml"), """
                stack: Nowhere
                environment: test
                region: ap-northeast-2
                cluster: no-such-cluster
                services: [{name: api}]
                """);
        java.nio.file.Files.writeString(folder.resolve("foreign.yaml"), """
                stack: Foreign
                environment: test
                region: us-east-1
                account: "999999999999"
                cluster: bowwow-cluster
                services: [{name: bowwow-gateway}]
                """);

        Program.Result result = status("--stacks", folder.toString());

        assertThat(service(result, "lost", "glimpse-api").get("desired").isInt()).isTrue();
        assertThat(result.failure("lost", "services[glimpse-ghost]")).isEqualTo("notFound");
        assertThat(result.failure("lost", "queues[no-such-queue]")).isEqualTo("notFound");
        assertThat(result.failure("nowhere", "services[api]")).isEqualTo("notFound");
        assertThat(result.failure("foreign", "identity")).isEqualTo("wrongAccount");
        assertThat(result.failure("foreign", "services[bowwow-gateway]")).isEqualTo("wrongAccount");
        assertThat(result.stack("foreign").get("services").get(0).get("running").isNull()).isTrue();
        assertThat(result.code()).isEqualTo(ExitCode.UNKNOWN);
    }

    /// A database figure in the newest complete minute, above all that there may be: the statistic is the maximum.
    private void freshDatum() {
        String minute = Instant.ofEpochSecond(Instant.now(java.time.Clock.systemUTC()).getEpochSecond() / 60 * 60 - 60)
                .toString();
        change("tiketi", Emulator.ACCOUNT, "ap-northeast-2", "datum", "AWS/RDS", "DatabaseConnections",
                "{\"DBInstanceIdentifier\": \"tiketi-db\"}", minute, "177");
    }

    private void compare(Program.Result result) {
        Instant asOf = Instant.parse(result.json().get("asOf").asText());
        Instant end = Instant.ofEpochSecond(asOf.getEpochSecond() / 300 * 300 + 300);
        STACKS.forEach((id, stack) -> {
            JsonNode truth = emulator.python("read.py", "--account-id", account(stack), "--from",
                    end.minus(LOOKED_AT).toString(), "--to", end.toString(), "--metrics", catalogue(), stack)
                    .get(stack);
            JsonNode shown = result.stack(id);
            assertThat(shown.get("account").asText()).isEqualTo(account(stack));
            compareServices(shown, truth);
            compareQueues(shown, truth);
            compareAlarms(shown, truth);
            compareMetrics(shown, new Truth(truth.get("metrics"), asOf.getEpochSecond()),
                    truth.get("cluster").asText());
        });
    }

    private static void compareServices(JsonNode shown, JsonNode truth) {
        assertThat(shown.get("services")).hasSize(truth.get("services").size()).isNotEmpty();
        for (JsonNode service : shown.get("services")) {
            JsonNode expected = truth.get("services").get(service.get("name").asText());
            for (String count : List.of("desired", "running", "pending")) {
                assertThat(service.get(count)).as(service + " " + count).isEqualTo(expected.get(count));
            }
        }
    }

    private static void compareQueues(JsonNode shown, JsonNode truth) {
        for (JsonNode queue : shown.get("queues")) {
            JsonNode expected = truth.get("queues").get(queue.get("name").asText());
            String dead = truth.get("deadLetters").get(queue.get("name").asText()).asText();
            assertThat(queue.get("visible").asInt()).isEqualTo(expected.get("visible").asInt());
            assertThat(queue.get("inFlight").asInt()).isEqualTo(expected.get("inFlight").asInt());
            assertThat(queue.get("dlq").get("name").asText()).isEqualTo(dead);
            assertThat(queue.get("dlq").get("visible").asInt())
                    .isEqualTo(truth.get("queues").get(dead).get("visible").asInt());
        }
    }

    /// Every alarm that concerns the stack: those with the name of the stack, save the scaling ones.
    private static void compareAlarms(JsonNode shown, JsonNode truth) {
        var states = new TreeMap<String, String>();
        shown.get("alarms").forEach(alarm -> {
            if (alarm.get("source").asText().equals("cloudwatch")) {
                states.put(alarm.get("name").asText(), alarm.get("state").asText());
            }
        });
        String prefix = shown.get("name").asText().toLowerCase(java.util.Locale.ROOT);
        var expected = new TreeMap<String, String>();
        truth.get("alarms").properties().forEach(alarm -> {
            if (alarm.getKey().toLowerCase(java.util.Locale.ROOT).startsWith(prefix)) {
                String state = alarm.getValue().get("state").asText();
                expected.put(alarm.getKey(), state.equals("INSUFFICIENT_DATA") ? "UNKNOWN" : state);
            }
        });
        assertThat(states).isEqualTo(expected).isNotEmpty();
    }

    private static void compareMetrics(JsonNode shown, Truth truth, String cluster) {
        for (JsonNode service : shown.get("services")) {
            Map<String, String> place = Map.of("ClusterName", cluster, "ServiceName", service.get("name").asText());
            same(service.get("cpuPercent"), truth.last("CPUUtilization", place::equals));
            same(service.get("memoryPercent"), truth.last("MemoryUtilization", place::equals));
        }
        for (JsonNode balancer : shown.get("loadBalancers")) {
            Predicate<Map<String, String>> place = of("LoadBalancer", "app/" + balancer.get("name").asText() + "/", 1);
            same(balancer.get("requests5m"), truth.fiveMinutes("RequestCount", place, "RequestCount"));
            same(balancer.get("http5xx5m"), truth.fiveMinutes("HTTPCode_Target_5XX_Count", place, "RequestCount")
                    + truth.fiveMinutes("HTTPCode_ELB_5XX_Count", place, "RequestCount"));
            for (JsonNode group : balancer.get("targets")) {
                Predicate<Map<String, String>> target = of("TargetGroup",
                        "targetgroup/" + group.get("group").asText() + "/", 2);
                same(group.get("healthy"), truth.last("HealthyHostCount", target));
                same(group.get("unhealthy"), truth.last("UnHealthyHostCount", target));
            }
        }
        for (JsonNode database : shown.get("databases")) {
            String id = database.get("id").asText();
            Predicate<Map<String, String>> place = dimensions -> dimensions.equals(Map.of("DBInstanceIdentifier", id))
                    || dimensions.equals(Map.of("DBClusterIdentifier", id));
            same(database.get("connections"), truth.last("DatabaseConnections", place));
            same(database.get("cpuPercent"), truth.last("CPUUtilization", place));
            String size = id.contains("aurora") ? "acu" : "freeStorageBytes";
            String metric = id.contains("aurora") ? "ServerlessDatabaseCapacity" : "FreeStorageSpace";
            // A period of five minutes may have become complete between the reading and the instant of the snapshot.
            assertThat(database.get(size).asDouble()).isIn(truth.last(metric, place),
                    new Truth(truth.metrics(), truth.asOf() - 120).last(metric, place));
        }
        for (JsonNode cache : shown.get("caches")) {
            Predicate<Map<String, String>> nodes = of("CacheClusterId", cache.get("id").asText(), 1);
            double hits = truth.last("CacheHits", nodes);
            same(cache.get("hitRatePercent"), 100 * hits / (hits + truth.last("CacheMisses", nodes)));
            same(cache.get("evictions5m"), truth.fiveMinutes("Evictions", nodes, "Evictions"));
        }
        for (JsonNode queue : shown.get("queues")) {
            Map<String, String> place = Map.of("QueueName", queue.get("dlq").get("name").asText());
            same(queue.get("dlq").get("oldestAgeSeconds"),
                    truth.last("ApproximateAgeOfOldestMessage", place::equals));
        }
    }

    private static Predicate<Map<String, String>> of(String name, String prefix, int size) {
        return dimensions -> dimensions.size() == size && dimensions.getOrDefault(name, "").startsWith(prefix);
    }

    private static void same(JsonNode shown, double expected) {
        assertThat(shown.isNumber()).as("%s, expected %s", shown, expected).isTrue();
        assertThat(shown.asDouble()).isCloseTo(expected, within(Math.max(1e-6, Math.abs(expected) * 1e-9)));
    }

    /// What boto3 read of every metric of the catalogue. Only periods that were complete at the instant count.
    private record Truth(JsonNode metrics, long asOf) {

        /// Of all series that fit, added together, the newest value.
        double last(String name, Predicate<Map<String, String>> place) {
            assertThat(sums(name, place)).as(name + " in " + metrics).isNotEmpty();
            return sums(name, place).lastEntry().getValue();
        }

        /// The sum over the five minutes that end with the newest sample of the other metric.
        double fiveMinutes(String name, Predicate<Map<String, String>> place, String newestOf) {
            long newest = sums(newestOf, place).lastKey();
            return sums(name, place).tailMap(newest - 240, true).values().stream().mapToDouble(Double::doubleValue)
                    .sum();
        }

        private TreeMap<Long, Double> sums(String name, Predicate<Map<String, String>> place) {
            var sums = new TreeMap<Long, Double>();
            var seen = new HashSet<Map<String, String>>();
            for (JsonNode metric : metrics) {
                var dimensions = new HashMap<String, String>();
                metric.get("dimensions").properties()
                        .forEach(dimension -> dimensions.put(dimension.getKey(), dimension.getValue().asText()));
                boolean wanted = metric.get("name").asText().equals(name) && place.test(dimensions);
                if (wanted && seen.add(dimensions)) {
                    metric.get("samples").forEach(sample -> {
                        if (sample.get(0).asLong() + metric.get("period").asLong() <= asOf) {
                            sums.merge(sample.get(0).asLong(), sample.get(1).asDouble(), Double::sum);
                        }
                    });
                }
            }
            return sums;
        }
    }

    private Program.Result status(String... more) {
        var arguments = new ArrayList<>(List.of("status", "--json", "--timeout", "240", "--endpoint-url",
                emulator.endpoint().toString()));
        arguments.addAll(List.of(more));
        return Program.start(home, Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"),
                arguments.toArray(String[]::new));
    }

    private void change(String stack, String account, String region, String... what) {
        var arguments = new ArrayList<>(List.of("--account-id", account, "--region", region));
        arguments.addAll(List.of(what));
        emulator.python("change.py", arguments);
    }

    private static String account(String stack) {
        return stack.equals("codemate-dev") ? Emulator.OTHER_ACCOUNT : Emulator.ACCOUNT;
    }

    private static JsonNode service(Program.Result result, String stack, String name) {
        return named(result.stack(stack).get("services"), name);
    }

    private static JsonNode alarm(Program.Result result, String stack, String name) {
        for (JsonNode alarm : result.stack(stack).get("alarms")) {
            if (alarm.get("name").asText().equals(name) && alarm.get("source").asText().equals("cloudwatch")) {
                return alarm;
            }
        }
        throw new AssertionError("no CloudWatch alarm " + name);
    }

    private static JsonNode named(JsonNode list, String name) {
        for (JsonNode one : list) {
            if (one.get("name").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("no " + name + " in " + list);
    }

    private static String catalogue() {
        ArrayNode metrics = JsonMapper.builder().build().createArrayNode();
        MetricCatalogue.standard().all().stream().filter(metric -> metric.origin() instanceof CloudWatch)
                .map(metric -> (CloudWatch) metric.origin()).filter(metric -> !metric.statistic().startsWith("p"))
                .forEach(metric -> metrics.addObject().put("namespace", metric.namespace()).put("name", metric.name())
                        .put("statistic", metric.statistic()).put("period", metric.period().toSeconds()));
        return metrics.toString();
    }
}
