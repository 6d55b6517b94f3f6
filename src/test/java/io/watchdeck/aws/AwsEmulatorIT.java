package io.watchdeck.aws;

import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.aws.AwsSettings.Sparing;
import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.DatabaseSource;
import io.watchdeck.data.LimitSource;
import io.watchdeck.emulator.Emulator;
import io.watchdeck.emulator.EmulatorExtension;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.Ranges;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.logs.LogSource;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Region;
import io.watchdeck.model.TimeRange;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.QueueState.RedrivePolicy;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.Backoff;
import io.watchdeck.refresh.Limiter;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.Access;
import io.watchdeck.watch.Cloud;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the ports read from the emulator is what boto3 reads from it at the same time, in two Regions and two accounts,
/// and they follow when something changes.
@Tag("slow")
@ExtendWith({TestKeys.class, EmulatorExtension.class})
class AwsEmulatorIT {

    /// A stack of `stacks.py` and how it is reached.
    enum World {
        GLIMPSE("glimpse", Emulator.ACCOUNT, "ap-northeast-2"),
        SESAMI("sesami", Emulator.ACCOUNT, "ap-northeast-2"),
        BOWWOW("bowwow", Emulator.ACCOUNT, "us-east-1"),
        CODEMATE("codemate", Emulator.ACCOUNT, "ap-northeast-2"),
        TIKETI("tiketi", Emulator.ACCOUNT, "ap-northeast-2"),
        CODEMATE_DEV("codemate-dev", Emulator.OTHER_ACCOUNT, "ap-northeast-2");

        private final String stack;
        private final String account;
        private final String region;

        World(String stack, String account, String region) {
            this.stack = stack;
            this.account = account;
            this.region = region;
        }

        Access access(Emulator emulator) {
            Optional<String> role = account.equals(Emulator.ACCOUNT) ? Optional.empty()
                    : Optional.of("arn:aws:iam::" + account + ":role/WatchdeckOperator");
            return new Access(Optional.empty(), role, new Region(region), Optional.of(emulator.endpoint()));
        }
    }

    /// What boto3 has read since something was changed last.
    private static final Map<World, JsonNode> TRUTH = new EnumMap<>(World.class);

    private final Emulator emulator;
    private final List<ApiCall> metered = new CopyOnWriteArrayList<>();
    private final AwsConnector connector;

    AwsEmulatorIT(Emulator emulator) {
        this.emulator = emulator;
        // moto reads metrics slowly and keeps no rate; how long to wait is not what is tested here.
        connector = new AwsConnector(metered::add, Clock.systemUTC(),
                AwsSettings.standard().withEndpoint(emulator.endpoint()).withTimeouts(new AwsSettings.Timeouts(
                        Duration.ofSeconds(5), Duration.ofMinutes(4), Duration.ofMinutes(5))),
                new Limiter(() -> 0, _ -> {}), Backoff.polite());
    }

    @BeforeEach
    void provision() {
        emulator.provision(Emulator.ACCOUNT, "all");
        emulator.provision(Emulator.OTHER_ACCOUNT, "codemate-dev");
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @ParameterizedTest
    @EnumSource
    void theCredentialsBelongToTheAccount(World world) {
        assertThat(value(cloud(world).identity().identity()).account()).isEqualTo(world.account);
    }

    @ParameterizedTest
    @EnumSource
    void servicesAndTasksAreThoseOfTheEmulator(World world) {
        JsonNode truth = read(world);
        List<String> names = names(truth.path("services"));

        Map<String, Reading<ServiceState>> services = cloud(world).fleet().services(cluster(truth), names);
        List<TaskState> tasks = value(cloud(world).fleet().tasks(cluster(truth)));

        assertThat(names).isNotEmpty();
        names.forEach(name -> assertSame(value(services.get(name)), truth.path("services").path(name)));
        assertThat(tasks).hasSize(truth.path("tasks").size()).isNotEmpty();
        truth.path("tasks").forEach(expected -> assertThat(tasks).anySatisfy(task -> assertSame(task, expected)));
    }

    private static void assertSame(ServiceState service, JsonNode truth) {
        assertThat(service.arn()).isEqualTo(truth.path("arn").asText());
        assertThat(service.status()).isEqualTo(truth.path("status").asText());
        assertThat(service.desired()).isEqualTo(truth.path("desired").asInt(-1));
        assertThat(service.running()).isEqualTo(truth.path("running").asInt(-1));
        assertThat(service.pending()).isEqualTo(truth.path("pending").asInt(-1));
        assertThat(service.taskDefinition()).isEqualTo(truth.path("taskDefinition").asText());
        var strategy = new ArrayList<String>();
        truth.path("strategy").forEach(item -> strategy.add(item.toString()));
        assertThat(service.strategy()).extracting(share -> "[\"%s\",%d,%d]".formatted(share.provider(), share.weight(),
                share.base())).containsExactlyElementsOf(strategy);
        assertThat(service.launchType()).isEqualTo(strategy.isEmpty() ? truth.path("launchType").asText() : "");
        assertThat(service.deployments()).hasSize(truth.path("deployments").size());
        Deployment primary = service.deployments().getFirst();
        JsonNode expected = truth.path("deployments").get(0);
        assertThat(primary.id()).isEqualTo(expected.path("id").asText());
        assertThat(primary.running()).isEqualTo(expected.path("running").asInt(-1));
        assertThat(primary.rolloutState()).isEqualTo(expected.path("rolloutState").asText());
    }

    private static void assertSame(TaskState task, JsonNode truth) {
        assertThat(task.arn()).isEqualTo(truth.path("arn").asText());
        assertThat("service:" + task.service()).isEqualTo(truth.path("group").asText());
        assertThat(task.lastStatus()).isEqualTo(truth.path("lastStatus").asText());
        assertThat(task.desiredStatus()).isEqualTo(truth.path("desiredStatus").asText());
        assertThat(task.stoppedReason()).isEqualTo(truth.path("stoppedReason").asText());
        assertThat(task.taskDefinition()).isEqualTo(truth.path("taskDefinition").asText());
    }

    @ParameterizedTest
    @EnumSource
    void queuesAreThoseOfTheEmulator(World world) {
        JsonNode truth = read(world);
        List<String> names = names(truth.path("queues"));

        Map<String, Reading<QueueState>> queues = cloud(world).queues().queues(names);

        assertThat(queues).hasSize(world == World.SESAMI ? 2 : 0);
        names.forEach(name -> {
            QueueState queue = value(queues.get(name));
            JsonNode expected = truth.path("queues").path(name);
            assertThat(queue.arn()).isEqualTo(expected.path("arn").asText());
            assertThat(queue.visible()).isEqualTo(expected.path("visible").asLong(-1));
            assertThat(queue.inFlight()).isEqualTo(expected.path("inFlight").asLong(-1));
            assertThat(queue.delayed()).isEqualTo(expected.path("delayed").asLong(-1));
            assertThat(queue.retention()).isEqualTo(Duration.ofSeconds(expected.path("retention").asLong()));
            assertThat(queue.visibility()).isEqualTo(Duration.ofSeconds(expected.path("visibility").asLong()));
            assertThat(queue.redrive().map(RedrivePolicy::deadLetterName).orElse(""))
                    .isEqualTo(truth.path("deadLetters").path(name).asText());
            assertThat(queue.redrive().map(RedrivePolicy::maxReceiveCount).orElse(0))
                    .isEqualTo(expected.path("maxReceiveCount").asInt());
        });
    }

    @ParameterizedTest
    @EnumSource
    void databasesAreThoseOfTheEmulator(World world) {
        JsonNode truth = read(world).path("databases");

        Map<String, Reading<DatabaseFacts>> databases = cloud(world).databases().orElseThrow().databases(names(truth));

        assertThat(databases).hasSize(1);
        databases.forEach((id, reading) -> {
            DatabaseFacts database = value(reading);
            JsonNode expected = truth.path(id);
            assertThat(database.id()).isEqualTo(id);
            assertThat(database.engine()).isEqualTo(expected.path("engine").asText());
            assertThat(database.engineVersion()).isEqualTo(expected.path("version").asText());
            assertThat(database.instanceClass()).isEqualTo(expected.path("class").asText());
            assertThat(database.status()).isEqualTo(expected.path("status").asText());
            assertThat(database.multiAz()).isEqualTo(expected.path("multiAz").asBoolean());
            assertThat(database.storageBytes()).isEqualTo(expected.has("storage")
                    ? OptionalLong.of(expected.path("storage").asLong()) : OptionalLong.empty());
            assertThat(database.maxAcu()).isEqualTo(expected.has("maxAcu")
                    ? OptionalDouble.of(expected.path("maxAcu").asDouble()) : OptionalDouble.empty());
            String parameter = expected.path("maxConnections").asText();
            if (parameter.matches("\\d+")) {
                assertThat(database.maxConnections()).hasValue(Integer.parseInt(parameter));
                assertThat(database.connectionsFrom()).isEqualTo(LimitSource.PARAMETER_GROUP);
            } else {
                assertThat(parameter).startsWith("LEAST(");
                assertThat(database.maxConnections()).hasValue(switch (database.instanceClass()) {
                    case "db.t4g.micro" -> 112;
                    case "db.t4g.small" -> 225;
                    case "db.t3.medium" -> 450;
                    default -> 2000;
                });
                assertThat(database.connectionsFrom()).isEqualTo(LimitSource.ESTIMATE);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void targetsAreThoseOfTheEmulator(World world) {
        JsonNode truth = read(world).path("targets");

        Map<String, Reading<List<TargetState>>> targets = targets(world, names(truth));

        assertThat(targets).isNotEmpty();
        targets.forEach((group, reading) -> assertThat(value(reading))
                .extracting(target -> "%s:%d %s %s %s".formatted(target.id(), target.port().orElse(0), target.state(),
                        target.reason(), target.description()))
                .as(group).isNotEmpty().containsExactlyInAnyOrderElementsOf(truth.path(group).valueStream()
                        .map(target -> "%s:%d %s %s %s".formatted(target.path("id").asText(),
                                target.path("port").asInt(), target.path("state").asText(),
                                target.path("reason").asText(), target.path("description").asText()))
                        .toList()));
    }

    @Test
    void databasesAndTargetsFollowWhatChanges() {
        JsonNode truth = read(World.TIKETI);
        String group = names(truth.path("targets")).getFirst();
        JsonNode leaving = truth.path("targets").path(group).get(0);

        change(World.TIKETI, "parameter", "tiketi-postgres15", "91");
        change(World.TIKETI, "deregister", group, leaving.path("id").asText(), leaving.path("port").asText());

        DatabaseFacts database = value(cloud(World.TIKETI).databases().orElseThrow().databases(List.of("tiketi-db"))
                .get("tiketi-db"));
        List<TargetState> targets = value(targets(World.TIKETI, List.of(group)).get(group));
        change(World.TIKETI, "parameter", "tiketi-postgres15", "90");
        assertThat(database.maxConnections()).hasValue(91);
        assertThat(targets).hasSize(truth.path("targets").path(group).size() - 1)
                .extracting(TargetState::id).doesNotContain(leaving.path("id").asText());
    }

    private Map<String, Reading<List<TargetState>>> targets(World world, List<String> groups) {
        return cloud(world).targets().orElseThrow().targets(groups);
    }

    @ParameterizedTest
    @EnumSource
    void autoscalingRangesAreThoseOfTheEmulator(World world) {
        JsonNode truth = read(world);
        List<String> names = names(truth.path("services"));

        Map<String, Reading<ScalingRange>> ranges =
                Ranges.of(cloud(world).scaling().orElseThrow(), cluster(truth), names);

        assertThat(ranges.keySet()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(truth.path("scaling").size()).isPositive();
        names.forEach(name -> {
            JsonNode expected = truth.path("scaling").path(name);
            if (expected.isMissingNode()) {
                assertThat(failure(ranges.get(name)).kind()).isEqualTo(Kind.ABSENT);
                return;
            }
            assertThat(value(ranges.get(name)).min()).isEqualTo(expected.path("min").asInt(-1));
            assertThat(value(ranges.get(name)).max()).isEqualTo(expected.path("max").asInt(-1));
            assertThat(value(ranges.get(name)).policies())
                    .containsExactlyInAnyOrderElementsOf(Wire.texts(expected.path("policies")));
        });
    }

    @Test
    void jobQueuesAndPipesAreThoseOfTheEmulator() {
        JsonNode truth = read(World.SESAMI);
        List<String> queues = names(truth.path("batch"));
        List<String> names = names(truth.path("pipes"));

        BatchQueueState queue = value(cloud(World.SESAMI).batch().orElseThrow().batchQueues(queues)
                .get(queues.getFirst()));
        PipeState pipe = value(cloud(World.SESAMI).pipes().orElseThrow().pipes(names).get(names.getFirst()));

        JsonNode expected = truth.path("batch").path(queues.getFirst());
        assertThat(queue.health()).isEqualTo(new BatchQueueState.Health(expected.path("state").asText(),
                expected.path("status").asText(), expected.path("reason").asText()));
        Map<String, Integer> counts = new TreeMap<>();
        names(expected.path("jobs")).forEach(status -> counts.put(status, expected.path("jobs").path(status).asInt()));
        assertThat(queue.jobs()).isEqualTo(counts).containsKeys("RUNNING", "RUNNABLE", "SUCCEEDED", "FAILED");
        assertThat(queue.atLeast()).isEmpty();
        assertThat(queue.failed()).hasSize(expected.path("failed").size()).allSatisfy(job -> {
            JsonNode one = expected.path("failed").path(job.id());
            assertThat(job.name()).isEqualTo(one.path("name").asText());
            assertThat(job.reason()).isEqualTo(one.path("reason").asText());
            assertThat(job.stoppedAt().toEpochMilli()).isEqualTo(one.path("stoppedAt").asLong());
        });
        JsonNode shown = truth.path("pipes").path(names.getFirst());
        assertThat(pipe).isEqualTo(new PipeState(names.getFirst(), shown.path("state").asText(),
                shown.path("reason").asText(), shown.path("source").asText(), shown.path("target").asText()));
        assertThat(metered).filteredOn(call -> call.operation().equals("ListJobs")).hasSize(7);
    }

    @ParameterizedTest
    @EnumSource
    void logLinesAreThoseOfTheEmulatorInBothOrders(World world) {
        JsonNode truth = read(world).path("logs");
        var range = TimeRange.last(Duration.ofHours(3), Instant.now(Clock.systemUTC()).plusSeconds(3600));

        assertThat(names(truth)).isNotEmpty().allSatisfy(group -> {
            var expected = new ArrayList<LogLine>();
            truth.path(group).forEach(line -> expected.add(new LogLine(Instant.ofEpochMilli(line.get(0).asLong()),
                    line.get(1).asText(), line.get(2).asText())));
            LogSource logs = cloud(world).logs().orElseThrow();
            LogQuery all = LogQuery.tail(group, range, 1000);

            assertThat(value(logs.groups(List.of(group)).get(group)).name()).isEqualTo(group);
            assertThat(expected).isNotEmpty();
            assertThat(value(logs.lines(all)).lines()).isEqualTo(expected.reversed());
            assertThat(value(logs.lines(all.oldestFirst())).lines()).isEqualTo(expected);
            assertThat(value(logs.lines(LogQuery.tail(group, range, 3))).lines())
                    .isEqualTo(expected.reversed().subList(0, 3));
            int middle = expected.size() / 2;
            assertThat(value(logs.around(LogQuery.tail(group, range, 1000), expected.get(middle).at())).lines())
                    .isEqualTo(expected);
        });
    }

    @Test
    void whatRdsToldOfADatabaseIsThatOfTheEmulator() {
        Instant now = Instant.now(Clock.systemUTC());

        List<DatabaseEvent> told = value(cloud(World.TIKETI).databases().orElseThrow().events(List.of("tiketi-db"),
                TimeRange.last(DatabaseSource.EVENTS_KEPT, now.plusSeconds(60))));

        assertThat(told).filteredOn(event -> event.sort() == DatabaseEvent.Sort.CREATION).singleElement()
                .satisfies(event -> {
                    assertThat(event.database()).isEqualTo("tiketi-db");
                    assertThat(event.message()).isEqualTo("DB instance created");
                    assertThat(event.at()).isBetween(now.minus(Duration.ofHours(1)), now);
                });
    }

    @Test
    void aRangeAndALogFollowWhatChanges() {
        String group = "/ecs/glimpse-api";
        Instant now = Instant.ofEpochSecond(Instant.now(Clock.systemUTC()).getEpochSecond());

        change(World.GLIMPSE, "range", "glimpse-prod", "glimpse-api", "3", "17");
        change(World.GLIMPSE, "log", group, "api/api/" + now.getEpochSecond(), now.toString(), "FATAL 힙이 가득");

        ScalingRange range = value(Ranges.of(cloud(World.GLIMPSE).scaling().orElseThrow(), "glimpse-prod",
                List.of("glimpse-api")).get("glimpse-api"));
        assertThat(List.of(range.min(), range.max())).containsExactly(3, 17);
        assertThat(value(cloud(World.GLIMPSE).logs().orElseThrow().lines(LogQuery.tail(group,
                TimeRange.last(Duration.ofMinutes(5), now.plusSeconds(1)), 10).withPattern("FATAL"))).lines())
                .containsExactly(new LogLine(now, "api/api/" + now.getEpochSecond(), "FATAL 힙이 가득"));
    }

    /// The emulator answers GetPipelineState with a page that the SDK cannot read.
    @Test
    void aPipelineThatTheEmulatorCannotTellFailsAlone() {
        var found = cloud(World.CODEMATE).pipelines().orElseThrow().pipelines(List.of("codemate-prod"));

        failure(found.get("codemate-prod"));
        assertThat(value(cloud(World.CODEMATE).identity().identity()).account()).isEqualTo(Emulator.ACCOUNT);
    }

    /// The emulator answers with a page of HTML: nobody takes that for a history without changes.
    @Test
    void theHistoryOfAlarmsThatTheEmulatorDoesNotKeepIsNotKnown() {
        Instant now = Instant.now(Clock.systemUTC());

        Failure failure = failure(cloud(World.TIKETI).alarms().turns(TimeRange.last(Duration.ofHours(1), now)));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure.action()).contains("cloudwatch:DescribeAlarmHistory");
    }

    @ParameterizedTest
    @EnumSource
    void alarmsAreThoseOfTheEmulator(World world) {
        JsonNode truth = read(world).path("alarms");

        List<CloudAlarm> alarms = value(cloud(world).alarms().alarms());

        assertThat(alarms).extracting(CloudAlarm::name).containsExactlyInAnyOrderElementsOf(names(truth));
        alarms.forEach(alarm -> {
            JsonNode expected = truth.path(alarm.name());
            assertThat(alarm.arn()).isEqualTo(expected.path("arn").asText());
            assertThat(alarm.state()).isEqualTo(expected.path("state").asText());
            assertThat(alarm.reason()).isEqualTo(expected.path("reason").asText());
            assertThat(alarm.threshold()).hasValue(expected.path("threshold").asDouble());
            assertThat(alarm.comparison()).isEqualTo(expected.path("comparison").asText());
            assertThat(alarm.namespace()).isEqualTo(expected.path("namespace").asText());
            assertThat(alarm.metric()).isEqualTo(expected.path("metric").asText());
            assertThat(alarm.dimensions()).isEqualTo(texts(expected.path("dimensions")));
            assertThat(alarm.actions()).isEqualTo(Wire.texts(expected.path("actions")));
            assertThat(alarm.composite()).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"TIKETI", "BOWWOW", "CODEMATE_DEV"})
    void everyMetricOfTheCatalogueIsThatOfTheEmulator(World world) {
        TimeRange range = lastTwentyMinutes();
        List<CloudWatch> wanted = MetricCatalogue.standard().all().stream()
                .filter(metric -> metric.origin() instanceof CloudWatch)
                .map(metric -> (CloudWatch) metric.origin()).toList();
        JsonNode truth = emulator.python("read.py", "--account-id", world.account, "--from", range.from().toString(),
                "--to", range.to().toString(), "--metrics", json(wanted), world.stack).path(world.stack);

        SequencedMap<MetricQuery, Series> expected = new LinkedHashMap<>();
        truth.path("metrics").forEach(node -> expected.put(query(node), series(node)));
        var asked = new ArrayList<MetricQuery>();
        wanted.forEach(metric -> value(cloud(world).metrics().dimensionSets(metric.namespace(), metric.name()))
                .forEach(dimensions -> asked.add(new MetricQuery(metric.namespace(), metric.name(), dimensions,
                        metric.statistic(), metric.period()))));
        var found = cloud(world).metrics().read(asked, range);

        assertThat(asked).containsExactlyInAnyOrderElementsOf(expected.keySet());
        assertThat(expected.values()).anyMatch(series -> series.size() >= 15);
        expected.forEach((query, series) -> assertThat(value(found.get(query))).as(query.toString())
                .isEqualTo(series));
        assertThat(metered).filteredOn(call -> call.operation().equals("GetMetricData")).extracting(ApiCall::units)
                .containsExactly(asked.size());
    }

    @ParameterizedTest
    @EnumSource(names = {"GLIMPSE", "BOWWOW", "CODEMATE_DEV"})
    void portsFollowWhatChanges(World world) {
        JsonNode before = read(world);
        String cluster = cluster(before);
        String service = names(before.path("services")).getFirst();
        int desired = before.path("services").path(service).path("desired").asInt() + 3;
        String task = before.path("tasks").get(0).path("arn").asText();
        String alarm = names(before.path("alarms")).stream().filter(name -> !name.startsWith("TargetTracking"))
                .findFirst().orElseThrow();

        change(world, "desired", cluster, service, Integer.toString(desired));
        change(world, "stop", cluster, task, "stopped by a test");
        change(world, "alarm", alarm, "INSUFFICIENT_DATA", "a test said so");

        Cloud cloud = cloud(world);
        assertThat(value(cloud.fleet().services(cluster, List.of(service)).get(service)).desired())
                .isEqualTo(desired);
        assertThat(value(cloud.fleet().tasks(cluster))).filteredOn(each -> each.arn().equals(task)).singleElement()
                .satisfies(each -> {
                    assertThat(each.isStopped()).isTrue();
                    assertThat(each.stoppedReason()).isEqualTo("stopped by a test");
                });
        assertThat(value(cloud.alarms().alarms())).filteredOn(each -> each.name().equals(alarm)).singleElement()
                .satisfies(each -> {
                    assertThat(each.state()).isEqualTo("INSUFFICIENT_DATA");
                    assertThat(each.reason()).isEqualTo("a test said so");
                });
    }

    @Test
    void aQueueFollowsAMessage() {
        String queue = "sesami-analysis-jobs";
        long before = value(cloud(World.SESAMI).queues().queues(List.of(queue)).get(queue)).visible();

        change(World.SESAMI, "message", queue, "{\"job_id\": \"j-한글\"}");

        assertThat(value(cloud(World.SESAMI).queues().queues(List.of(queue)).get(queue)).visible())
                .isEqualTo(before + 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"TIKETI", "BOWWOW", "CODEMATE_DEV"})
    void aMetricFollowsADatum(World world) {
        TimeRange range = lastTwentyMinutes();
        var query = new MetricQuery("Watchdeck/Test", "Probe", Map.of("World", world.stack), "Maximum",
                Duration.ofMinutes(1));
        assertThat(value(cloud(world).metrics().read(List.of(query), range).get(query)).isEmpty()).isTrue();

        change(world, "datum", query.namespace(), query.name(), "{\"World\": \"" + world.stack + "\"}",
                range.from().plusSeconds(300).toString(), "42.5");

        Series series = value(cloud(world).metrics().read(List.of(query), range).get(query));
        assertThat(series.samples()).singleElement().satisfies(sample -> {
            assertThat(sample.value()).isEqualTo(42.5);
            assertThat(sample.at()).isEqualTo(range.from().plusSeconds(300));
        });
        assertThat(value(cloud(world).metrics().dimensionSets(query.namespace(), query.name())))
                .containsExactly(Map.of("World", world.stack));
        assertOneByOneIsTheSame(world, query, range, series);
    }

    private void assertOneByOneIsTheSame(World world, MetricQuery query, TimeRange range, Series series) {
        var meter = new Meter(PriceList.shipped(), Clock.systemUTC());
        try (var sparing = new AwsConnector(meter, Clock.systemUTC(),
                AwsSettings.standard().withEndpoint(emulator.endpoint()).sparing(Sparing.MONEY))) {
            var sum = new MetricQuery(query.namespace(), query.name(), query.dimensions(), "Sum", query.period());
            var found = sparing.connect(world.access(emulator)).metrics().read(List.of(query, sum), range);

            assertThat(found.values()).allSatisfy(reading -> assertThat(value(reading)).isEqualTo(series));
            assertThat(meter.calls()).containsEntry("CloudWatch:GetMetricStatistics", 1L);
        }
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        Cloud cloud = cloud(World.GLIMPSE);

        assertThat(failure(cloud.fleet().services("glimpse-prod", List.of("no-such")).get("no-such")).kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(cloud.fleet().services("no-such-cluster", List.of("s")).get("s")).kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(cloud.queues().queues(List.of("no-such")).get("no-such")).kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(cloud.databases().orElseThrow().databases(List.of("no-such")).get("no-such")).kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(targets(World.GLIMPSE, List.of("no-such")).get("no-such")).kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(Ranges.of(cloud.scaling().orElseThrow(), "glimpse-prod", List.of("no-such")).get("no-such"))
                .kind()).isEqualTo(Kind.ABSENT);
        assertThat(failure(cloud.batch().orElseThrow().batchQueues(List.of("no-such")).get("no-such")).kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(cloud.pipes().orElseThrow().pipes(List.of("no-such")).get("no-such")).kind())
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(cloud.logs().orElseThrow().lines(LogQuery.tail("/no/such", lastTwentyMinutes(), 1)))
                .kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure(cloud.logs().orElseThrow().groups(List.of("/no/such")).get("/no/such")).kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void aCallThatTheEmulatorCannotAnswerStaysWithItsMetric() {
        TimeRange range = lastTwentyMinutes();
        change(World.GLIMPSE, "datum", "Watchdeck/Test", "Latency", "{}", range.from().toString(), "0.2");
        var percentile = new MetricQuery("Watchdeck/Test", "Latency", Map.of(), "p95", Duration.ofMinutes(1));
        var plain = new MetricQuery("Watchdeck/Test", "Latency", Map.of(), "Average", Duration.ofMinutes(1));

        var found = cloud(World.GLIMPSE).metrics().read(List.of(percentile, plain), range);

        assertThat(value(found.get(plain)).size()).isEqualTo(1);
        assertThat(failure(found.get(percentile)).kind()).isEqualTo(Kind.UNEXPECTED);
    }

    private Cloud cloud(World world) {
        return connector.connect(world.access(emulator));
    }

    private JsonNode read(World world) {
        return TRUTH.computeIfAbsent(world,
                _ -> emulator.python("read.py", "--account-id", world.account, world.stack).path(world.stack));
    }

    private void change(World world, String... what) {
        var arguments = new ArrayList<>(List.of("--account-id", world.account, "--region", world.region));
        arguments.addAll(List.of(what));
        TRUTH.clear();
        emulator.python("change.py", arguments);
    }

    /// Whole multiples of the longest period, so that both readers ask for the same.
    private static TimeRange lastTwentyMinutes() {
        long now = Instant.now(Clock.systemUTC()).getEpochSecond();
        return TimeRange.last(Duration.ofMinutes(20), Instant.ofEpochSecond(now / 300 * 300));
    }

    private static String cluster(JsonNode truth) {
        return truth.path("cluster").asText();
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new TreeMap<String, String>();
        names(object).forEach(name -> texts.put(name, object.path(name).asText()));
        return texts;
    }

    private static String json(List<CloudWatch> metrics) {
        return Wire.json(metrics.stream().map(metric -> Wire.object("namespace", metric.namespace(),
                "name", metric.name(), "statistic", metric.statistic(), "period", metric.period().toSeconds()))
                .toList());
    }

    private static MetricQuery query(JsonNode node) {
        return new MetricQuery(node.path("namespace").asText(), node.path("name").asText(),
                texts(node.path("dimensions")), node.path("statistic").asText(),
                Duration.ofSeconds(node.path("period").asLong()));
    }

    private static Series series(JsonNode node) {
        var samples = new ArrayList<Sample>();
        node.path("samples").forEach(pair -> samples.add(new Sample(
                Instant.ofEpochSecond(pair.get(0).asLong()), pair.get(1).asDouble())));
        return Series.of(samples);
    }
}
