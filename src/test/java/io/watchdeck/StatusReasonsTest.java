package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In `status --json` every `null` has a reason in `failures`, or `src/docs/status-json.md` says what it means.
class StatusReasonsTest {

    private static final List<String> BLOCKS = List.of("services", "loadBalancers", "databases", "caches", "queues",
            "batch", "pipes", "pipelines", "cost");

    /// What is `null` where there is no such thing, as the document lists it.
    private static final Set<String> OPTIONAL = Set.of("services.min", "services.max", "services.rollout",
            "databases.maxConnectionsDisagrees", "databases.freeStorageBytes", "databases.acu", "databases.maxAcu",
            "queues.dlq", "queues.pipe", "queues.dlq.expiresInSeconds", "pipelines.state", "pipelines.stage",
            "pipelines.since", "cost.forecast", "cost.plan", "cost.planLinesTotal", "cost.planAtAws",
            "cost.againstPlan", "cost.currency", "cost.billCurrency",
            "cost.lines.actual", "cost.lines.service");

    @TempDir
    Path folder;

    @Test
    void theSandboxTellsWhyWhatIsNullIsNull() {
        assertThat(unexplained(Program.run("status", "--sandbox", "--json").json())).isEmpty();
    }

    @Test
    void everyFigureHasAReasonWhenNobodyAnswers() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        Files.writeString(folder.resolve("shop.yaml"), """
                stack: Shop
                environment: test
                region: ap-northeast-2
                cluster: shop
                services: [{name: api}]
                loadBalancers: [{name: alb, targetGroups: [tg]}]
                databases: [{id: main, engine: postgres}, {id: aurora, engine: aurora-postgresql}]
                caches: [{id: redis}]
                queues: [{name: jobs, deadLetterQueue: jobs-dead, pipe: jobs-pipe}]
                batchQueues: [batch]
                pipelines: [deploy]
                cost: {tags: {Project: shop}}
                """);

        Program.Result result = Program.start(folder,
                Map.of("AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY", "secret"), "status", "--json", "--stacks",
                folder.toString(), "--endpoint-url", "http://127.0.0.1:" + port);

        assertThat(unexplained(result.json())).isEmpty();
        assertThat(result.failure("shop", "services[api].min")).isEqualTo("unreachable");
        assertThat(result.failure("shop", "services[api].spotRunning")).isEqualTo("unreachable");
        assertThat(result.failure("shop", "queues[jobs].pipe")).isEqualTo("unreachable");
        assertThat(result.failure("shop", "databases[aurora].maxAcu")).isEqualTo("unreachable");
        assertThat(result.failure("shop", "cost")).isEqualTo("notKept");
    }

    @Test
    void theDocumentListsWhatNeedsNoReason() throws IOException {
        String document = Files.readString(Path.of("src", "docs", "status-json.md"));

        assertThat(OPTIONAL).allSatisfy(path -> assertThat(document).contains("`" + path + "`"));
    }

    private static List<String> unexplained(JsonNode status) {
        var wrong = new ArrayList<String>();
        for (JsonNode stack : status.get("stacks")) {
            List<String> reasons = stack.get("failures").findValuesAsText("path");
            for (String block : BLOCKS) {
                nulls(stack.get(block), block).filter(path -> !explained(path, reasons))
                        .forEach(path -> wrong.add(stack.get("stack").asText() + " " + path));
            }
        }
        return wrong;
    }

    private static boolean explained(String path, List<String> reasons) {
        if (reasons.stream().anyMatch(path::startsWith) || OPTIONAL.contains(path.replaceAll("\\[[^]]*]", ""))) {
            return true;
        }
        // A block has no date as long as its first figure is not known.
        return path.endsWith(".asOf") && reasons.stream().anyMatch(reason -> reason.startsWith(
                path.substring(0, path.length() - "asOf".length())));
    }

    /// The paths of all leaves that are `null`, with elements of lists by their names.
    private static Stream<String> nulls(JsonNode node, String path) {
        if (node.isArray()) {
            return node.valueStream().flatMap(one -> nulls(one, path + "[" + name(one) + "]"));
        }
        if (node.isObject()) {
            return node.propertyStream().flatMap(one -> nulls(one.getValue(), path + "." + one.getKey()));
        }
        return node.isNull() ? Stream.of(path) : Stream.empty();
    }

    private static String name(JsonNode one) {
        return one.isTextual() ? one.asText() : Stream.of("name", "id", "queue", "group", "service").filter(one::has)
                .findFirst().map(key -> one.get(key).asText()).orElseThrow();
    }
}
