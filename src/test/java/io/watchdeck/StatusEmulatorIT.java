package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.LeafComparison.Excuse;
import io.watchdeck.LeafComparison.Form;
import io.watchdeck.emulator.Emulator;
import io.watchdeck.emulator.EmulatorExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `status --json` of the shipped stacks against the emulator, the program started as a person starts it: every leaf is
/// the one that `expected.py` makes of what boto3 reads at the same time and of the stack files, in two Regions and in two
/// accounts, and follows when something changes.
@ExtendWith(EmulatorExtension.class)
class StatusEmulatorIT {

    private static final Path SHIPPED = Path.of("src", "main", "resources", "io", "watchdeck", "stack", "shipped");

    private static final String LOOPBACK = "io.watchdeck.aws.StatusLoopbackTest";
    private static final String COUNT = "io.watchdeck.OneCountTest";
    private static final String CALLS = "io.watchdeck.aws.ReadingCallsTest";

    /// What is not compared. All else that `status --json` prints is, also what is added to it one day.
    private static final List<Excuse> UNSERVED = List.of(
            new Excuse("verdict", Form.WORDS, "our own words", LOOPBACK),
            new Excuse("openAlarms", Form.NUMBER, "our own count, within bounds below", COUNT),
            new Excuse("stacks[*].openAlarms", Form.NUMBER, "our own count, within bounds below", COUNT),
            new Excuse("stacks[*].verdict", Form.WORDS, "our own words", LOOPBACK),
            new Excuse("stacks[*].alarms[*].says", Form.WORDS, "our own words", LOOPBACK),
            new Excuse("stacks[*].failures[*].message", Form.WORDS, "our own words", LOOPBACK),
            new Excuse("stacks[*].loadBalancers[*].p95Ms", Form.NOTHING, "moto fails on percentiles", LOOPBACK),
            new Excuse("stacks[*].pipelines[*].asOf", Form.NOTHING, "moto has no GetPipelineState", LOOPBACK),
            new Excuse("stacks[*].pipelines[*].state", Form.NOTHING, "moto has no GetPipelineState", LOOPBACK),
            new Excuse("stacks[*].pipelines[*].stage", Form.NOTHING, "moto has no GetPipelineState", LOOPBACK),
            new Excuse("stacks[*].pipelines[*].since", Form.NOTHING, "moto has no GetPipelineState", LOOPBACK),
            new Excuse("stacks[*].cost.asOf", Form.NOTHING, "status does not ask Cost Explorer", LOOPBACK),
            new Excuse("stacks[*].cost.monthToDate", Form.NOTHING, "status does not ask Cost Explorer", LOOPBACK),
            new Excuse("stacks[*].cost.forecast", Form.NOTHING, "status does not ask Cost Explorer", LOOPBACK),
            new Excuse("stacks[*].cost.againstPlan", Form.NOTHING, "status does not ask Cost Explorer", LOOPBACK),
            new Excuse("stacks[*].cost.billCurrency", Form.NOTHING, "status does not ask Cost Explorer", LOOPBACK),
            new Excuse("stacks[*].cost.lines[*].actual", Form.NOTHING, "status does not ask Cost Explorer", LOOPBACK),
            new Excuse("stacks[*].cost.services", Form.NOTHING, "status does not ask Cost Explorer", LOOPBACK),
            new Excuse("meter.today", Form.NUMBER, "moto bills nothing", LOOPBACK),
            new Excuse("meter.month", Form.NUMBER, "moto bills nothing", LOOPBACK),
            new Excuse("meter.calls.*", Form.NUMBER, "our own count", CALLS));

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
        change(Emulator.ACCOUNT, "ap-northeast-2", freshDatum("142"));

        compare(run());

        change(Emulator.ACCOUNT, "ap-northeast-2", """
                desired glimpse-prod glimpse-api 5
                range glimpse-prod glimpse-api 3 17
                message sesami-analysis-jobs {"job_id":"1"}
                message sesami-analysis-jobs-dlq {}
                pipe sesami-sqs-to-batch stop
                parameter sesami-postgres15 60
                parameter codemate-postgres17 150
                parameter tiketi-postgres15 91
                alarm glimpse-ecs-cpu-high INSUFFICIENT_DATA unknown
                """ + freshDatum("177"));
        change(Emulator.ACCOUNT, "us-east-1", """
                desired bowwow-cluster bowwow-gateway 4
                alarm BowWow-HighCPU ALARM 뜨거워요🔥
                """);
        change(Emulator.OTHER_ACCOUNT, "ap-northeast-2", """
                desired codemate-cluster codemate-backend-service 2
                alarm codemate-dev-5xx ALARM test
                """);

        Run run = run();
        compare(run);
        Program.Result after = run.result();
        assertThat(service(after, "glimpse-prod", "glimpse-api").get("desired").asInt()).isEqualTo(5);
        assertThat(service(after, "glimpse-prod", "glimpse-api").get("max").asInt()).isEqualTo(17);
        assertThat(service(after, "bowwow-prod", "bowwow-gateway").get("desired").asInt()).isEqualTo(4);
        assertThat(service(after, "codemate-dev", "codemate-backend-service").get("desired").asInt()).isEqualTo(2);
        assertThat(after.stack("sesami-prod").get("pipes").get(0).get("state").asText()).isEqualTo("STOPPED");
        assertThat(after.stack("sesami-prod").get("queues").get(0).get("dlq").get("visible").asInt()).isEqualTo(4);
        assertThat(after.stack("sesami-prod").get("databases").get(0).get("maxConnections").asInt()).isEqualTo(60);
        assertThat(alarm(after, "glimpse-prod", "glimpse-ecs-cpu-high").get("state").asText()).isEqualTo("UNKNOWN");
        assertThat(alarm(after, "bowwow-prod", "BowWow-HighCPU").get("state").asText()).isEqualTo("ALARM");
        assertThat(alarm(after, "codemate-dev", "codemate-dev-5xx").get("state").asText()).isEqualTo("ALARM");
        JsonNode tiketi = after.stack("tiketi-prod").get("databases").get(0);
        assertThat(tiketi.get("connections").asInt()).isEqualTo(177);
        assertThat(tiketi.get("maxConnectionsDisagrees").asInt()).isEqualTo(91);
    }

    @Test
    void whatTheAccountDoesNotHaveIsNotFoundAndKeepsNothingElseFromBeingRead() throws IOException {
        emulator.provision(Emulator.ACCOUNT, "all");
        Path folder = Files.createDirectory(home.resolve("stacks"));
        Files.writeString(folder.resolve("lost.yaml"), """
                stack: Lost
                environment: test
                region: ap-northeast-2
                cluster: glimpse-prod
                services: [{name: glimpse-api}, {name: glimpse-ghost}]
                queues: [{name: no-such-queue}]
                """);
        Files.writeString(folder.resolve("nowhere.yaml"), """
                stack: Nowhere
                environment: test
                region: ap-northeast-2
                cluster: no-such-cluster
                services: [{name: api}]
                """);
        Files.writeString(folder.resolve("foreign.yaml"), """
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
    private static String freshDatum(String value) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        return "datum AWS/RDS DatabaseConnections {\"DBInstanceIdentifier\":\"tiketi-db\"} "
                + Instant.ofEpochSecond(now / 60 * 60 - 60) + " " + value;
    }

    /// Every leaf is the one that is expected, and nothing is old enough to be absent.
    private void compare(Run run) {
        JsonNode shown = run.result().json();
        JsonNode expected = emulator.python("expected.py", "--stacks", SHIPPED.toString(), "--shown",
                file("shown.json", run.result().out()).toString());

        assertThat(shown.get("stacks")).extracting(stack -> stack.get("stack").asText())
                .containsExactlyInAnyOrder("bowwow-prod", "codemate-dev", "codemate-prod", "glimpse-prod",
                        "sesami-prod", "tiketi-prod");
        assertThat(new LeafComparison(UNSERVED, run.from(), run.to()).complaints(shown, expected)).isEmpty();
        shown.get("stacks").forEach(StatusEmulatorIT::countsWhatNobodyHas);
        assertThat(shown.get("openAlarms").asInt()).isEqualTo(
                shown.findValues("openAlarms").stream().mapToInt(JsonNode::asInt).sum() / 2);
        expected.get("stacks").forEach(stack -> stack.get("failures").forEach(failure -> assertThat(
                failure.get("kind").asText().equals("absent") && !failure.get("path").asText().endsWith(".p95Ms")
                        && !failure.get("path").asText().startsWith("alarms["))
                .as(failure.toString()).isFalse()));
    }

    /// Several rules and CloudWatch alarms may tell of one trouble, which is one open alarm.
    private static void countsWhatNobodyHas(JsonNode stack) {
        var loud = new ArrayList<JsonNode>();
        stack.get("alarms").forEach(one -> {
            if (one.get("state").asText().equals("ALARM")
                    && Set.of("warning", "critical").contains(one.get("severity").asText())) {
                loud.add(one);
            }
        });
        assertThat(stack.get("openAlarms").asInt()).as(stack.get("stack").asText())
                .isBetween(loud.isEmpty() ? 0 : 1, loud.size());
    }

    @Test
    void whatTheEmulatorCannotServeIsCoveredElsewhere() throws ReflectiveOperationException {
        for (Excuse excuse : UNSERVED) {
            assertThat(Class.forName(excuse.covered()).getDeclaredMethods()).as(excuse.toString())
                    .anyMatch(method -> method.isAnnotationPresent(Test.class));
            assertThat(excuse.reason()).isNotBlank();
        }
    }

    private record Run(Program.Result result, Instant from, Instant to) {}

    /// Once more where five minutes ended meanwhile: whether that period counts depends on the instant of the reading.
    private Run run() {
        while (true) {
            Instant from = Clock.systemUTC().instant();
            Program.Result result = status();
            Instant to = Clock.systemUTC().instant();
            if (from.getEpochSecond() / 300 == to.getEpochSecond() / 300) {
                return new Run(result, from, to);
            }
        }
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(home.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Program.Result status(String... more) {
        // Each run knows only what it reads: with the history of the one before it would know since when more exactly.
        var arguments = new ArrayList<>(List.of("status", "--json", "--timeout", "240", "--endpoint-url",
                emulator.endpoint().toString(), "--data", home.resolve("data-" + UUID.randomUUID()).toString()));
        arguments.addAll(List.of(more));
        return Program.start(home, Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"),
                arguments.toArray(String[]::new));
    }

    /// @param changes one a line, in the words of `change.py`
    private void change(String account, String region, String changes) {
        var arguments = new ArrayList<>(List.of("--account-id", account, "--region", region));
        arguments.addAll(List.of(changes.strip().replace("\n", " + ").split(" ")));
        emulator.python("change.py", arguments);
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
}
