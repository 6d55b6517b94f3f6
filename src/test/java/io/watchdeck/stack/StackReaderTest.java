package io.watchdeck.stack;

import static io.watchdeck.stack.StackFiles.GOOD;
import static io.watchdeck.stack.StackFiles.good;
import static io.watchdeck.stack.StackFiles.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Money;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.DatabaseSpec.Kind;
import io.watchdeck.stack.RuleSpec.Direction;
import io.watchdeck.stack.RuleSpec.MissingData;
import io.watchdeck.stack.RuleSpec.Origin;
import io.watchdeck.yaml.FileProblem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a good file says, and what is told of one that cannot be read at all. Mistakes within: [StackProblemsTest].
class StackReaderTest {

    @Test
    void theSmallestFileIsGood() {
        StackFile file = good("""
                stack: Shop
                environment: development
                region: us-gov-west-1
                cluster: shop
                services: [{name: api}]
                """);

        assertThat(file.id().value()).isEqualTo("shop");
        assertThat(file.name()).isEqualTo("Shop");
        assertThat(file.environment()).isEqualTo(Environment.DEVELOPMENT);
        assertThat(file.components().services()).extracting(ServiceSpec::name).containsExactly("api");
        assertThat(file.rules()).isEmpty();
        assertThat(file.plan()).isEmpty();
        assertThat(file.costFilter()).isEmpty();
        assertThat(file.readOnly()).isFalse();
    }

    @Test
    void accessIsReadInFull() {
        StackFile file = good(GOOD + """
                profile: ops
                account: 012345678901
                role: arn:aws:iam::012345678901:role/team/ops
                endpoint: http://localhost:5555
                readOnly: true
                """);

        assertThat(file.access().profile()).contains("ops");
        assertThat(file.account()).contains("012345678901");
        assertThat(file.access().role()).contains("arn:aws:iam::012345678901:role/team/ops");
        assertThat(file.access().endpoint()).contains(URI.create("http://localhost:5555"));
        assertThat(file.readOnly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"222222222222", "\"222222222222\"", "'222222222222'"})
    void anAccountMayBeQuotedOrNot(String account) {
        assertThat(good(GOOD + "account: " + account + "\n").account()).contains("222222222222");
    }

    @Test
    void koreanAndEmojiNamesWork() {
        StackFile file = StackFiles.reader().read("티켓-운영.yaml", GOOD.replace("Shop", "티켓 판매 🎟️")
                .replace("name: api", "name: 예매-서비스")).stack().orElseThrow();

        assertThat(file.id().value()).isEqualTo("티켓-운영");
        assertThat(file.name()).isEqualTo("티켓 판매 🎟️");
        assertThat(file.components().services()).extracting(ServiceSpec::name).containsExactly("예매-서비스");
    }

    @Test
    void columnsCountAnEmojiAsOneCharacter() {
        assertThat(problems(GOOD + "cost: {tags: {🎟️: x}, servces: [a]}\n")).containsExactly(
                "shop.yaml:10:23: Unknown key 'servces'. Did you mean 'services'?");
    }

    @Test
    void anAuroraEngineIsAClusterUnlessItSaysOtherwise() {
        StackFile file = good("""
                stack: Shop
                environment: test
                region: eu-west-1
                cluster: shop
                databases:
                  - {id: one, engine: aurora-postgresql, maxAcu: 16}
                  - {id: two, engine: aurora-mysql, kind: instance}
                  - {id: three, engine: mysql, maxConnections: 200, storageGiB: 20}
                """);

        assertThat(file.components().databases()).extracting(DatabaseSpec::kind).containsExactly(Kind.CLUSTER,
                Kind.INSTANCE, Kind.INSTANCE);
        assertThat(file.components().databases().getFirst().maxAcu()).hasValue(16);
        assertThat(file.components().databases().getLast().storageBytes()).hasValue(20L << 30);
    }

    @Test
    void aPipeOfAQueueIsReadWithoutBeingListedAgain() {
        StackFile file = good(GOOD + """
                queues: [{name: jobs, deadLetterQueue: jobs-dlq, pipe: jobs-to-batch}]
                pipes: [other, jobs-to-batch]
                """);

        assertThat(file.components().pipes()).containsExactly("other", "jobs-to-batch");
    }

    @Test
    void aRuleHasCloudWatchsOwnDefaults() {
        StackFile file = good(GOOD + """
                rules:
                  - {name: CPU, metric: service.cpu, above: 80, severity: warning}
                """);

        assertThat(file.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.direction()).isEqualTo(Direction.ABOVE);
            assertThat(rule.period()).isEqualTo(Duration.ofMinutes(5));
            assertThat(rule.breaching()).isEqualTo(1);
            assertThat(rule.evaluated()).isEqualTo(1);
            assertThat(rule.missing()).isEqualTo(MissingData.MISSING);
            assertThat(rule.origin()).isEqualTo(Origin.DOCUMENT);
            assertThat(rule.on()).isEmpty();
            assertThat(rule.says()).isEmpty();
        });
    }

    @Test
    void aRuleIsReadInFull() {
        StackFile file = good(GOOD + """
                rules:
                  - name: Too few
                    metric: service.running
                    on: api
                    below: 50 % of desired
                    period: 1m
                    breaching: 2
                    of: 3
                    missing: notBreaching
                    severity: critical
                    says: urgent
                """);

        assertThat(file.rules()).containsExactly(new RuleSpec("Too few", "service.running",
                Optional.of("api"), Direction.BELOW,
                new Threshold.PercentOf(50, Threshold.Limit.DESIRED_TASKS), Duration.ofMinutes(1), 2, 3,
                Severity.CRITICAL, MissingData.NOT_BREACHING, Origin.DOCUMENT, Optional.of("urgent")));
    }

    @ParameterizedTest
    @CsvSource({"breaching: 2, 2, 2", "of: 3, 3, 3", "'breaching: 2, of: 3', 2, 3"})
    void whatIsNotSaidOfNAndMIsTheOther(String keys, int breaching, int evaluated) {
        StackFile file = good(GOOD + "rules: [{name: CPU, metric: service.cpu, above: 80, severity: notice, " + keys
                + "}]\n");

        assertThat(file.rules().getFirst().breaching()).isEqualTo(breaching);
        assertThat(file.rules().getFirst().evaluated()).isEqualTo(evaluated);
    }

    @ParameterizedTest
    @CsvSource({"300, PT5M", "300s, PT5M", "5m, PT5M", "1 m, PT1M", "1h, PT1H", "1d, PT24H", "\"60\", PT1M"})
    void periodsAreWrittenInSecondsOrWithAUnit(String written, Duration period) {
        String value = written.equals("\"60\"") ? "60" : written;
        StackFile file = good(GOOD + "rules: [{name: CPU, metric: service.cpu, above: 80, severity: notice, period: "
                + value + "}]\n");

        assertThat(file.rules().getFirst().period()).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80 % of maxConnections", "80% of maxConnections", "\"80 % of maxConnections\"",
            "80.0 %  of  maxConnections"})
    void aPercentageOfALimitIsWrittenWithOrWithoutQuotes(String written) {
        StackFile file = good(GOOD + "rules:\n  - {name: C, metric: db.connections, severity: notice, above: "
                + written + "}\n");

        assertThat(file.rules().getFirst().threshold())
                .isEqualTo(new Threshold.PercentOf(80, Threshold.Limit.MAX_CONNECTIONS));
    }

    @Test
    void aBarePercentageIsTheValueOfAPercentageMetric() {
        StackFile file = good(GOOD + "rules: [{name: C, metric: service.cpu, severity: notice, above: 80 %}]\n");

        assertThat(file.rules().getFirst().threshold()).isEqualTo(new Threshold.Absolute(80));
    }

    @Test
    void costMayPassItsPlan() {
        StackFile file = good(GOOD + """
                plan: {total: 10}
                rules: [{name: P, metric: cost.forecast, severity: notice, above: 120 % of plan}]
                """);

        assertThat(file.rules().getFirst().threshold())
                .isEqualTo(new Threshold.PercentOf(120, Threshold.Limit.PLAN));
    }

    @Test
    void aPlanKeepsItsTotalBesideItsLines() {
        Plan plan = good(GOOD + """
                plan:
                  currency: EUR
                  total: {from: 10, to: 12.50}
                  target: 9
                  lines:
                    - {name: ECS, amount: 5, service: Amazon Elastic Container Service}
                    - {name: Reserve, amount: {from: 1, to: 2}, reserve: true}
                """).plan().orElseThrow();

        assertThat(plan.total().orElseThrow().isRange()).isTrue();
        assertThat(plan.total().orElseThrow().to().amount()).isEqualByComparingTo("12.5");
        assertThat(plan.linesTotal().orElseThrow().to().amount()).isEqualByComparingTo("7");
        assertThat(plan.target().map(Money::currency)).contains(Currency.getInstance("EUR"));
        assertThat(plan.lines()).extracting(Plan.Line::reserve).containsExactly(false, true);
    }

    @Test
    void costFilterAndAlarmSeverities() {
        StackFile file = good(GOOD + """
                cost:
                  tags: {Project: shop, Stage: "1"}
                  categories: {Team: shop}
                  services: [Amazon CloudFront]
                alarmSeverities:
                  shop-*-high: notice
                  "*": critical
                """);

        assertThat(file.costFilter()).contains(new CostFilter(Map.of("Project", "shop", "Stage", "1"),
                Map.of("Team", "shop"), List.of("Amazon CloudFront")));
        assertThat(file.alarmSeverities()).containsExactly(Map.entry("shop-*-high", Severity.NOTICE),
                Map.entry("*", Severity.CRITICAL));
    }

    @Test
    void aTaskCountOutsideItsRangeIsAContradictionAndNoMistake() {
        StackFile file = good(GOOD.replace("- name: api", "- {name: api, desired: 1, scaling: {min: 2, max: 10}}")
                + "contradictions: [At night one task is to run.]\n");

        assertThat(file.contradictions()).containsExactly("At night one task is to run.",
                "Service api has a task count of 1, but scales from 2 to 10.");
    }

    @ParameterizedTest
    @CsvSource({"'below: 2', true", "'below: 1.5', true", "'below: 1', false", "'above: 2', false",
            "'below: 50 % of desired', false", "'below: 2, on: api', true", "'below: 2, on: worker', false"})
    void autoscalingThatDoesWhatARuleCallsTroubleIsAContradictionAndNoMistake(String threshold, boolean told) {
        StackFile file = good(GOOD.replace("- name: api", "- {name: api, scaling: {min: 1, max: 10}}\n  - name: worker")
                + "rules: [{name: Tasks, metric: service.running, severity: warning, " + threshold + "}]\n");

        assertThat(file.contradictions()).hasSize(told ? 1 : 0).allMatch(text -> text.startsWith(
                "Autoscaling of api may go down to 1 task, while 'Tasks' alarms below "));
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreNoProblem() {
        assertThat(good("\uFEFF" + GOOD.replace("\n", "\r\n")).name()).isEqualTo("Shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n\n", "# only a comment\n"})
    void anEmptyFileIsTold(String text) {
        assertThat(problems(text)).containsExactly(
                "shop.yaml: The file is empty. Begin with 'stack: ' and a name, or remove the file.");
    }

    @Test
    void aFileFromDiskIsNamedAsThePersonNamedIt(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("tiketi-prod.yaml"), GOOD + "extra: 1\n");

        assertThat(StackFiles.reader().read(file).complaints()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(file.toString());
            assertThat(problem.line()).isEqualTo(10);
            assertThat(problem.column()).isEqualTo(1);
        });
        Files.writeString(file, GOOD);
        assertThat(StackFiles.reader().read(file).stack().orElseThrow().id().value()).isEqualTo("tiketi-prod");
    }

    @Test
    void aFileThatIsNotUtf8IsToldWithThePlace(@TempDir Path folder) throws Exception {
        byte[] latin = "stack: Shop\ncluster: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("a.yaml"), latin);

        assertThat(StackFiles.reader().read(file).complaints()).containsExactly(
                new FileProblem(file.toString(), 2, 13, "The file is not UTF-8.", "Save it as UTF-8."));
    }

    @Test
    void aHugeFileIsNotRead(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.yaml"), "#".repeat(300_000));

        assertThat(StackFiles.reader().read(file).complaints()).extracting(FileProblem::problem)
                .containsExactly("The file is larger than 256 KiB.");
        assertThat(problems("#".repeat(300_000))).containsExactly(
                "shop.yaml: The file is larger than 256 KiB. Is it a stack file?");
    }

    @Test
    void aFileThatIsNotThereAndAFolderAreTold(@TempDir Path folder) {
        assertThat(StackFiles.reader().read(folder.resolve("none.yaml")).complaints())
                .extracting(FileProblem::problem).containsExactly("There is no such file.");
        assertThat(StackFiles.reader().read(folder).complaints()).extracting(FileProblem::problem)
                .containsExactly("This is a folder, not a file.");
    }

    @Test
    void aFileWithoutANameHasNoId() {
        assertThat(StackFiles.reader().read(".yaml", GOOD).complaints()).extracting(FileProblem::problem)
                .containsExactly("The file has no name to call the stack by.");
    }
}
