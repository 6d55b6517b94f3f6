package io.watchdeck.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written is read back as the same stack, whatever the names are.
class StackWriterTest {

    private final StackWriter writer = new StackWriter();

    static List<String> shipped() {
        return ShippedStacks.names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedStackIsReadBackAsItIs(String name) {
        StackFile file = new ShippedStacks(StackFiles.reader()).get(name);

        assertThat(readBack(file, Remarks.none())).isEqualTo(file);
    }

    @Test
    void everyKeyOfTheFormatIsReadBack() {
        StackFile file = StackFiles
                .good("""
                        stack: "2024"
                        environment: test
                        region: eu-west-1
                        account: "012345678901"
                        profile: "it's me: #1"
                        role: arn:aws:iam::012345678901:role/ops/reader
                        endpoint: http://localhost:4566
                        cluster: shop
                        services:
                          - {name: api, desired: 9, scaling: {min: 1, max: 4}, poolPerTask: 0, spotWeight: 50, spotExpected: {interruptionPercent: {from: 3, to: 5.5}, replacementSeconds: 30}, cpu: 256, memory: 512}
                          - {name: idle, desired: 0, spotExpected: {interruptionPercent: 4}}
                          - {name: late, spotExpected: {replacementSeconds: 90}}
                        eventLog: "/ecs: events"
                        databases:
                          - {id: old, kind: instance, engine: aurora-mysql}
                          - {id: multi, kind: cluster, engine: postgres, maxConnections: 400, storageGiB: 100}
                          - {id: main, engine: aurora-postgresql, maxAcu: 16.5}
                        caches: [{id: redis, nodes: 3}, {id: sessions}]
                        queues:
                          - {name: jobs.fifo, deadLetterQueue: jobs-dlq.fifo, pipe: jobs}
                          - {name: mails, pipe: mails}
                        pipes: [nightly, jobs]
                        plan:
                          currency: EUR
                          total: {from: 10, to: 20.50}
                          target: 9.90
                          lines: [{name: Reserve, amount: 5, reserve: true}, {name: ECS, amount: {from: 1, to: 2}, service: "A: b", usage: ["*Hours", b]}]
                          phases:
                            - {name: "Later: more", total: 30, lines: [{name: ECS, amount: 4, service: ECS}]}
                            - {name: Before, lines: [{name: ECS, amount: {from: 1, to: 2}}]}
                        cost: {tags: {Project: shop, "aws:x": "true"}, categories: {Team: "on"}, services: [Amazon ElastiCache]}
                        rules:
                          - {name: Few, metric: service.running, on: api, below: 50 % of desired, period: 90m, breaching: 2, of: 5,
                             severity: critical, missing: notBreaching, says: "no!"}
                          - {name: Low, metric: db.freeStorage, on: multi, below: 0.5, severity: notice}
                          - {name: CPU, metric: service.cpu, above: 90 %, of: 3, severity: warning, missing: ignore}
                        alarmSeverities: {z-*: critical, a-*: notice}
                        contradictions: ["one: two", "- three"]
                        readOnly: true
                        """);

        assertThat(file.contradictions()).as("one is found by the reader").hasSize(3);
        assertThat(readBack(file, Remarks.none())).isEqualTo(file);
        assertThat(readBack(file, Remarks.none()).alarmSeverities().keySet()).containsExactly("z-*", "a-*");
    }

    @Test
    void aFilterForTheWholeAccountStaysOne() {
        StackFile file = StackFiles.good(StackFiles.GOOD + "cost: {}\n");

        assertThat(readBack(file, Remarks.none())).isEqualTo(file);
    }

    static Stream<String> oddNames() {
        return Stream.of("true", "Null", "no", "~", "12", "1e3", "0x1F", ".inf", "-", "- a", "a: b", "a #b", "a:b",
                "#a",
                "'", "\"", "\\", "{a}", "[a]", "a, b", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "?", "? a", ":",
                " a ", "a  b", "a\tb", "a\nb", "a\r\nb", "\u0085", "a\u2028b", "\uFEFFa", "\u0007", "\u00A0", "중앙 서비스",
                "😀", "=", "<<", "--- a", "...", "2026-09-22", "a\\nb", "/ecs/api", "arn aws", "a\u200Bb", "\u007F");
    }

    @ParameterizedTest
    @MethodSource("oddNames")
    void aNameThatMeansSomethingToYamlIsReadBackAsAName(String name) {
        if (!name.isBlank()) {
            assertThat(readBack(named(name), Remarks.none())).isEqualTo(named(name));
        }
    }

    @Test
    void anyNameIsReadBackAsItIs() {
        var random = new Random(42);
        String letters = " \t\n\r\"'\\:#-,[]{}&*!|>%@`?~=<.0123456789abcNTruefalsn_/가나\u0085\u2028\uFEFF\u200B😀";
        int[] alphabet = letters.codePoints().toArray();
        for (int i = 0; i < 400; i++) {
            var name = new StringBuilder();
            for (int length = 1 + random.nextInt(8); length > 0; length--) {
                name.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
            }
            if (!name.toString().isBlank()) {
                StackFile file = named(name.toString());
                assertThat(readBack(file, saying(name.toString()))).as(name.toString()).isEqualTo(file);
            }
        }
    }

    @Test
    void remarksStandBeforeAndBehindWhatTheyAreAbout() {
        StackFile file = StackFiles.good(StackFiles.GOOD);
        var said = new Remarks(List.of("Proposed."),
                Map.of("databases[main]", List.of("word ".repeat(40)), "pipelines", List.of("Not read.")),
                Map.of("services[api]", "runs in the cluster"), List.of("Left out: nothing."));

        assertThat(writer.text(file, said)).startsWith("# Proposed.\n\nstack: Shop\n")
                .contains("  - name: api                       # runs in the cluster\n")
                .contains("  # word word ", "word\n  # word", "word\n  - id: main\n")
                .endsWith("\n\n# Not read.\n\n# Left out: nothing.\n")
                .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 100));
        assertThat(readBack(file, said)).isEqualTo(file);
    }

    private static Remarks saying(String words) {
        return new Remarks(List.of(words), Map.of("services", List.of(words), "caches", List.of(words)),
                Map.of("services[" + words + "]", words), List.of(words));
    }

    private static StackFile named(String name) {
        StackFile file = StackFiles.good(StackFiles.GOOD);
        var components = new Components(
                List.of(new ServiceSpec(name, OptionalInt.empty(), Optional.empty(), OptionalInt.empty(),
                        OptionalInt.empty(), Optional.empty())),
                List.of(new LoadBalancerSpec(name, List.of(name))), List.of(), List.of(),
                List.of(new QueueSpec(name, Optional.of(name), Optional.of(name))), List.of(name), List.of(name),
                List.of(), List.of(name));
        return new StackFile(new StackId("shop"), name, file.environment(), file.access(), Optional.empty(), name,
                components, Optional.empty(), Optional.of(new CostFilter(Map.of(name, name), List.of(name))), List.of(),
                Map.of(), List.of(name), false);
    }

    private StackFile readBack(StackFile file, Remarks remarks) {
        String text = writer.text(file, remarks);
        StackReader.Outcome outcome = StackFiles.reader().read(file.id() + ".yaml", text);
        return outcome.stack().orElseThrow(() -> new AssertionError(outcome.complaints() + "\n" + text));
    }
}
