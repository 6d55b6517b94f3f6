package io.watchdeck.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.model.Money;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.DatabaseSpec.Kind;
import io.watchdeck.stack.Plan.Amount;
import io.watchdeck.stack.RuleSpec.Direction;
import io.watchdeck.stack.RuleSpec.MissingData;
import io.watchdeck.stack.ServiceSpec.Range;
import io.watchdeck.stack.ServiceSpec.TaskSize;
import io.watchdeck.stack.Threshold.Absolute;
import io.watchdeck.stack.Threshold.Limit;
import io.watchdeck.stack.Threshold.PercentOf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The figures of the five design documents, file by file.
class ShippedStacksTest {

    private static final long GIB = 1L << 30;

    private final ShippedStacks shipped = new ShippedStacks(StackFiles.reader());

    @Test
    void allSixAreGood() {
        assertThat(shipped.all()).extracting(stack -> stack.id().value()).containsExactly("glimpse-prod",
                "sesami-prod", "bowwow-prod", "codemate-dev", "codemate-prod", "tiketi-prod");
    }

    static List<String> names() {
        return ShippedStacks.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void noneNamesAProfileOrAnEndpoint(String name) {
        Access access = shipped.get(name).access();

        assertThat(access.profile()).isEmpty();
        assertThat(access.endpoint()).isEmpty();
        assertThat(shipped.get(name).readOnly()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
            "glimpse-prod,  Glimpse,  PRODUCTION,  ap-northeast-2, glimpse-prod",
            "sesami-prod,   Sesami,   PRODUCTION,  ap-northeast-2, sesami-cluster",
            "bowwow-prod,   BowWow,   PRODUCTION,  us-east-1,      bowwow-cluster",
            "codemate-dev,  CodeMate, DEVELOPMENT, ap-northeast-2, codemate-cluster",
            "codemate-prod, CodeMate, PRODUCTION,  ap-northeast-2, codemate-cluster",
            "tiketi-prod,   Tiketi,   PRODUCTION,  ap-northeast-2, tiketi-cluster-prod"})
    void saysWhoAndWhereItIs(String id, String name, Environment environment, String region, String cluster) {
        StackFile stack = shipped.get(id);

        assertThat(stack.name()).isEqualTo(name);
        assertThat(stack.environment()).isEqualTo(environment);
        assertThat(stack.access().region().code()).isEqualTo(region);
        assertThat(stack.cluster()).isEqualTo(cluster);
    }

    @ParameterizedTest
    @CsvSource({
            "glimpse-prod,  glimpse-api,               2, 1, 20, 256,  512",
            "sesami-prod,   sesami-backend,            2, 2, 10, 512,  1024",
            "bowwow-prod,   bowwow-gateway,            2, 2, 20, 256,  512",
            "codemate-dev,  codemate-frontend-service, 1, 1, 2,  512,  1024",
            "codemate-dev,  codemate-backend-service,  1, 1, 2,  1024, 2048",
            "codemate-prod, codemate-frontend-service, 2, 2, 5,  512,  1024",
            "codemate-prod, codemate-backend-service,  2, 2, 6,  1024, 2048",
            "tiketi-prod,   tiketi-backend-service,    2, 2, 10, 2048, 4096"})
    void services(String id, String name, int desired, int min, int max, int cpu, int memory) {
        ServiceSpec service = service(id, name);

        assertThat(service.desired()).hasValue(desired);
        assertThat(service.scaling()).contains(new Range(min, max));
        assertThat(service.size()).contains(new TaskSize(cpu, memory));
    }

    @Test
    void poolsAndSpotSharesAreGivenWhereTheDocumentsKnowThem() {
        assertThat(service("glimpse-prod", "glimpse-api").poolPerTask()).hasValue(50);
        assertThat(service("glimpse-prod", "glimpse-api").spotWeight()).hasValue(90);
        assertThat(service("glimpse-prod", "glimpse-api").expected()).isEqualTo(new SpotExpectation(
                Optional.of(new SpotExpectation.Percent(3, 5)), Optional.of(Duration.ofSeconds(30))));
        assertThat(service("tiketi-prod", "tiketi-backend-service").poolPerTask()).hasValue(10);
        assertThat(service("tiketi-prod", "tiketi-backend-service").spotWeight()).isEmpty();
        assertThat(shipped.get("bowwow-prod").components().services()).hasSize(6)
                .allSatisfy(service -> assertThat(service.spotWeight()).hasValue(80))
                .allSatisfy(service -> assertThat(service.poolPerTask()).isEmpty());
        assertThat(shipped.get("bowwow-prod").components().services()).extracting(ServiceSpec::name).containsExactly(
                "bowwow-gateway", "bowwow-user-service", "bowwow-location-service", "bowwow-signal-service",
                "bowwow-push-service", "bowwow-analytics-service");
    }

    @ParameterizedTest
    @CsvSource({
            "glimpse-prod,  glimpse-alb,       glimpse-api-tg",
            "sesami-prod,   sesami-alb,        sesami-backend",
            "bowwow-prod,   bowwow-alb,        bowwow-gateway-tg",
            "codemate-dev,  codemate-alb-dev,  codemate-frontend-tg codemate-backend-tg",
            "codemate-prod, codemate-alb-prod, codemate-frontend-tg codemate-backend-tg",
            "tiketi-prod,   tiketi-alb-prod,   tiketi-backend-tg"})
    void loadBalancers(String id, String name, String targetGroups) {
        assertThat(shipped.get(id).components().loadBalancers())
                .containsExactly(new LoadBalancerSpec(name, List.of(targetGroups.split(" "))));
    }

    @ParameterizedTest
    @CsvSource({
            "glimpse-prod,  glimpse-db,       INSTANCE, postgres,          87,,",
            "sesami-prod,   sesami-db,        INSTANCE, postgres,          ,20,",
            "bowwow-prod,   bowwow-aurora,    CLUSTER,  aurora-postgresql, ,,16",
            "codemate-dev,  codemate-db-dev,  INSTANCE, postgres,          ,20,",
            "codemate-prod, codemate-db-prod, INSTANCE, postgres,          ,    50, ,",
            "tiketi-prod,   tiketi-db,        INSTANCE, postgres,          100,20,"})
    void databases(String id, String name, Kind kind, String engine, Integer connections, Integer storage,
            Double acu) {
        assertThat(shipped.get(id).components().databases()).singleElement().satisfies(database -> {
            assertThat(database.id()).isEqualTo(name);
            assertThat(database.kind()).isEqualTo(kind);
            assertThat(database.engine()).isEqualTo(engine);
            assertThat(database.maxConnections())
                    .isEqualTo(connections == null ? OptionalInt.empty() : OptionalInt.of(connections));
            assertThat(database.storageBytes())
                    .isEqualTo(storage == null ? OptionalLong.empty() : OptionalLong.of(storage * GIB));
            assertThat(database.maxAcu().isPresent()).isEqualTo(acu != null);
            database.maxAcu().ifPresent(max -> assertThat(max).isEqualTo(acu));
        });
    }

    @Test
    void caches() {
        assertThat(shipped.all()).flatExtracting(stack -> stack.components().caches()).containsExactly(
                new CacheSpec("glimpse-redis", OptionalInt.of(1)),
                new CacheSpec("bowwow-redis", OptionalInt.empty()),
                new CacheSpec("codemate-redis-dev", OptionalInt.of(1)),
                new CacheSpec("codemate-redis-prod", OptionalInt.of(2)),
                new CacheSpec("tiketi-redis", OptionalInt.of(4)));
    }

    @Test
    void queuesPipesBatchAndPipelines() {
        Components sesami = shipped.get("sesami-prod").components();

        assertThat(sesami.queues()).containsExactly(new QueueSpec("sesami-analysis-jobs",
                Optional.of("sesami-analysis-jobs-dlq"), Optional.of("sesami-sqs-to-batch")));
        assertThat(sesami.pipes()).containsExactly("sesami-sqs-to-batch");
        assertThat(sesami.batchQueues()).containsExactly("sesami-job-queue");
        assertThat(shipped.get("codemate-dev").components().pipelines()).containsExactly("codemate-dev");
        assertThat(shipped.get("codemate-prod").components().pipelines()).containsExactly("codemate-prod");
    }

    @ParameterizedTest
    @CsvSource({
            "glimpse-prod,  /ecs/glimpse-api",
            "sesami-prod,   /ecs/sesami-backend /aws/batch/sesami-worker",
            "bowwow-prod,   /ecs/bowwow-gateway /ecs/bowwow-user-service /ecs/bowwow-location-service"
                    + " /ecs/bowwow-signal-service /ecs/bowwow-push-service /ecs/bowwow-analytics-service",
            "codemate-dev,  /aws/ecs/codemate-frontend /aws/ecs/codemate-backend /aws/rds/codemate-db"
                    + " /aws/elasticache/codemate-redis",
            "codemate-prod, /aws/ecs/codemate-frontend /aws/ecs/codemate-backend /aws/rds/codemate-db"
                    + " /aws/elasticache/codemate-redis",
            "tiketi-prod,   /ecs/tiketi-backend /rds/tiketi-db /elasticache/tiketi-redis"})
    void logGroups(String id, String groups) {
        assertThat(shipped.get(id).components().logGroups()).containsExactly(groups.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
            "glimpse-prod,  56,     71,     45",
            "codemate-dev,  198.10, 198.10, 138.55",
            "codemate-prod, 674.56, 674.56, 408.36",
            "tiketi-prod,   350,    350.00, 250"})
    void plansWithTheirLinesAndTargets(String id, String declared, String lines, String target) {
        Plan plan = shipped.get(id).plan().orElseThrow();

        assertThat(plan.total()).contains(Amount.of(Money.usd(declared)));
        assertThat(plan.linesTotal()).contains(Amount.of(Money.usd(lines)));
        assertThat(plan.target()).contains(Money.usd(target));
    }

    @ParameterizedTest
    @CsvSource({
            "glimpse-prod,  23 17 13 12 4 2",
            "codemate-dev,  25.11 50.22 14.60 2.76 11.68 0.30 0.50 18.40 1.84 43.07 0.59 3.03 0.50 2.00 20.00 1.00"
                    + " 2.50",
            "codemate-prod, 50.22 150.67 58.40 6.90 3.50 49.64 1.65 1.00 18.40 17.52 86.14 2.95 13.35 12.12 7.50 3.00"
                    + " 1.00 0.60 4.00 180.00 1.00 5.00",
            "tiketi-prod,   5 0.25 23 100 80 30 70 10 2 0.50 1 28.25"})
    void planLines(String id, String amounts) {
        assertThat(shipped.get(id).plan().orElseThrow().lines())
                .extracting(line -> line.amount().from().amount().toPlainString()).containsExactly(amounts.split(" "));
    }

    @Test
    void bowwowPlansItsFirstPhaseAsARange() {
        Plan plan = shipped.get("bowwow-prod").plan().orElseThrow();

        assertThat(plan.total()).contains(new Amount(Money.usd("156"), Money.usd("256")));
        assertThat(plan.linesTotal()).isEqualTo(plan.total());
        assertThat(plan.lines()).extracting(line -> line.amount().from().amount() + "–" + line.amount().to().amount())
                .containsExactly("80–120", "30–60", "20–40", "16–16", "10–20");
        assertThat(plan.target()).isEmpty();
    }

    @Test
    void bowwowPlansItsGrowthToo() {
        assertThat(shipped.get("bowwow-prod").plan().orElseThrow().phases()).singleElement().satisfies(phase -> {
            assertThat(phase.name()).isEqualTo("Growth phase");
            assertThat(phase.total()).contains(new Amount(Money.usd("530"), Money.usd("970")));
            assertThat(phase.lines())
                    .extracting(line -> line.amount().from().amount() + "–" + line.amount().to().amount())
                    .containsExactly("300–500", "100–200", "60–120", "20–50", "50–100");
            assertThat(phase.contradiction()).isEmpty();
        });
    }

    @Test
    void glimpseContradictsItselfNowAndBefore() {
        Plan plan = shipped.get("glimpse-prod").plan().orElseThrow();

        assertThat(plan.contradiction()).contains(Amount.of(Money.usd("-15")));
        assertThat(plan.phases()).singleElement().satisfies(before -> {
            assertThat(before.total()).contains(Amount.of(Money.usd("83")));
            assertThat(before.lines()).extracting(line -> line.amount().from().amount().toPlainString())
                    .containsExactly("40", "17", "13", "12", "4", "7");
            assertThat(before.contradiction()).contains(Amount.of(Money.usd("-10")));
        });
    }

    @Test
    void noOtherPlanContradictsItself() {
        assertThat(shipped.all()).filteredOn(stack -> stack.plan().flatMap(Plan::contradiction).isPresent())
                .extracting(stack -> stack.id().value()).containsExactly("glimpse-prod");
    }

    @Test
    void tiketiKnowsWhatDevelopmentAndAPeakForGoodWouldCost() {
        assertThat(shipped.get("tiketi-prod").plan().orElseThrow().phases())
                .extracting(Plan.Phase::name, phase -> phase.total().or(() -> phase.lines().stream().findFirst()
                        .map(Plan.Line::amount)).orElseThrow().to().amount().toPlainString())
                .containsExactly(tuple("Development environment", "100"), tuple("5 tasks for good", "250"));
    }

    @Test
    void sesamiHasNeitherPlanNorRules() {
        assertThat(shipped.get("sesami-prod").plan()).isEmpty();
        assertThat(shipped.get("sesami-prod").rules()).isEmpty();
    }

    @Test
    void whatAwsDoesNotBillHasNoService() {
        assertThat(shipped.all()).flatExtracting(stack -> stack.plan().map(Plan::lines).orElse(List.of()))
                .filteredOn(line -> line.service().isEmpty()).extracting(Plan.Line::name, Plan.Line::reserve)
                .containsExactly(tuple("AI service", false),
                        tuple("AI services", false),
                        tuple("Reserve", true));
    }

    @Test
    void glimpseRules() {
        assertThat(shipped.get("glimpse-prod").rules()).extracting(ShippedStacksTest::told).containsExactly(
                "service.cpu ABOVE 70.0 1/1 PT5M NOTICE scale out",
                "service.memory ABOVE 80.0 1/1 PT5M NOTICE scale out",
                "service.running BELOW 2.0 1/1 PT1M WARNING",
                "lb.5xx ABOVE 10.0 1/1 PT5M WARNING",
                "db.connections ABOVE 45.0 1/1 PT5M WARNING");
    }

    @Test
    void bowwowRule() {
        assertThat(shipped.get("bowwow-prod").rules()).singleElement().satisfies(rule -> {
            assertThat(told(rule)).isEqualTo("service.cpu ABOVE 80.0 2/2 PT5M WARNING");
            assertThat(rule.name()).isEqualTo("BowWow-HighCPU");
            assertThat(rule.on()).contains("bowwow-gateway");
        });
    }

    @ParameterizedTest
    @CsvSource({"codemate-dev", "codemate-prod"})
    void codemateRulesAreTheSameInBothEnvironments(String id) {
        assertThat(shipped.get(id).rules()).extracting(ShippedStacksTest::told).containsExactly(
                "service.cpu ABOVE 80.0 1/1 PT5M WARNING",
                "tg.unhealthy ABOVE 0.0 2/2 PT1M CRITICAL urgent",
                "db.connections ABOVE 80.0 % of MAX_CONNECTIONS 1/1 PT5M WARNING",
                "lb.target5xx ABOVE 10.0 1/1 PT1M CRITICAL urgent",
                "cost.forecast ABOVE 80.0 % of PLAN 1/1 PT1H NOTICE mail",
                "cost.monthToDate ABOVE 100.0 % of PLAN 1/1 PT1H NOTICE urgent");
        assertThat(shipped.get(id).alarmSeverities()).isEqualTo(Map.of("codemate-urgent", Severity.CRITICAL));
    }

    @Test
    void tiketiRules() {
        assertThat(shipped.get("tiketi-prod").rules()).extracting(ShippedStacksTest::told).containsExactly(
                "service.cpu ABOVE 90.0 1/1 PT5M CRITICAL critical",
                "db.connections ABOVE 90.0 1/1 PT5M CRITICAL critical",
                "lb.5xx ABOVE 10.0 1/1 PT1M CRITICAL critical",
                "service.cpu ABOVE 70.0 2/2 PT5M WARNING",
                "cache.hitRate BELOW 80.0 1/1 PT5M WARNING",
                "db.freeStorage BELOW 20.0 % of STORAGE 1/1 PT5M WARNING");
        assertThat(shipped.get("tiketi-prod").alarmSeverities()).containsExactly(
                Map.entry("tiketi-critical", Severity.CRITICAL), Map.entry("tiketi-warning", Severity.WARNING));
    }

    @Test
    void contradictionsAreTold() {
        assertThat(shipped.get("glimpse-prod").contradictions()).hasSize(3);
        assertThat(shipped.get("glimpse-prod").contradictions().getLast()).isEqualTo(
                "Autoscaling of glimpse-api may go down to 1 task, while 'Running tasks' alarms below 2.");
        assertThat(shipped.get("codemate-prod").contradictions()).singleElement().asString().contains("counts 3");
        assertThat(shipped.get("tiketi-prod").contradictions()).singleElement().asString().contains("2–10");
    }

    @Test
    void codemateDevelopmentLivesInAnAccountOfItsOwn() {
        assertThat(shipped.get("codemate-dev").account()).contains("222222222222");
        assertThat(shipped.get("codemate-dev").access().role()).contains("arn:aws:iam::222222222222:role/ops");
        assertThat(shipped.get("codemate-prod").account()).isEmpty();
    }

    @Test
    void missingDataOfCostKeepsTheState() {
        assertThat(shipped.get("codemate-prod").rules()).filteredOn(rule -> rule.metric().startsWith("cost."))
                .extracting(RuleSpec::missing).containsOnly(MissingData.IGNORE);
    }

    @Test
    void anUnknownNameIsAMistakeOfTheProgram() {
        assertThatThrownBy(() -> shipped.get("nobody")).isInstanceOf(IllegalStateException.class);
    }

    private ServiceSpec service(String id, String name) {
        return shipped.get(id).components().services().stream().filter(service -> service.name().equals(name))
                .findFirst().orElseThrow();
    }

    private static String told(RuleSpec rule) {
        String threshold = switch (rule.threshold()) {
            case Absolute(double value) -> String.valueOf(value);
            case PercentOf(double percent, Limit limit) -> percent + " % of " + limit;
        };
        Direction direction = rule.direction();
        Duration period = rule.period();
        return rule.metric() + " " + direction + " " + threshold + " " + rule.breaching() + "/" + rule.evaluated()
                + " " + period + " " + rule.severity() + rule.says().map(word -> " " + word).orElse("");
    }
}
