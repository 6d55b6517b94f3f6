package io.watchdeck.watch;

import static io.watchdeck.metrics.Points.at;
import static io.watchdeck.metrics.Points.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmTurn;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.ConditionTurn;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.PastJudge.CloudPast;
import io.watchdeck.watch.PastJudge.Kept;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PastJudgeTest {

    private static final MetricCatalogue CATALOGUE = MetricCatalogue.standard();
    private static final StackFile SHOP = Rig.stack("shop", """
            stack: Shop
            environment: production
            region: eu-west-1
            cluster: shop
            services: [{name: api, desired: 2}, {name: worker, desired: 1}]
            loadBalancers: [{name: shop-alb, targetGroups: [shop-tg]}]
            databases: [{id: main, engine: postgres, maxConnections: 100}]
            queues: [{name: jobs, deadLetterQueue: jobs-dlq}]
            alarmSeverities: {"shop-*": critical}
            rules:
              - {name: CPU, metric: service.cpu, above: 70, period: 2m, breaching: 2, of: 3, severity: warning}
              - {name: CPU is full, metric: service.cpu, above: 95, period: 1m, severity: critical, on: api}
              - {name: Errors, metric: lb.5xx, above: 300, period: 5m, severity: warning, missing: notBreaching}
              - {name: Connections, metric: db.connections, above: 80 % of maxConnections, period: 1m,
                 severity: critical}
              - {name: Storage, metric: db.freeStorage, below: 60, period: 5m, severity: warning}
            """);
    private static final Limits LIMITS = limits();
    private static final PastJudge JUDGE = new PastJudge(CATALOGUE);
    private static final TimeRange NIGHT = new TimeRange(at(60), at(300));
    private static final CloudPast NO_ALARMS = new CloudPast(List.of(), Optional.of(List.of()));

    /// What a condition is told of: name and component.
    private record Who(String name, String on) {
        static Who of(Condition one) {
            return new Who(one.name(), one.on().name());
        }
    }

    @Test
    void itIsWhatTheJudgeTellsAtEachMinute() {
        for (int seed = 0; seed < 25; seed++) {
            Map<SeriesId, Series> past = past(seed);
            CloudAlarm cloud = alarm("OK", at(200));
            List<AlarmTurn> history = List.of(turn(at(80), "OK", "ALARM"), turn(at(200), "ALARM", "OK"));

            List<ConditionTurn> turns = JUDGE.turns(SHOP, LIMITS, all(past),
                    new CloudPast(List.of(cloud), Optional.of(history)), NIGHT);

            Map<Who, State> told = new HashMap<>();
            int next = 0;
            for (Instant now = NIGHT.from(); now.isBefore(NIGHT.to()); now = now.plusSeconds(60)) {
                for (; next < turns.size() && !turns.get(next).at().isAfter(now); next++) {
                    told.put(Who.of(turns.get(next).condition()), turns.get(next).condition().state());
                }
                Map<Who, State> live = judged(past, cloud(cloud, history, now), now).stream()
                        .collect(Collectors.toMap(Who::of, Condition::state));
                assertThat(told).as("night %s at %s", seed, now).isEqualTo(live);
            }
            assertThat(turns).hasSizeGreaterThan(20);
        }
    }

    @Test
    void aTurnIsTheConditionThatTheJudgeWouldHaveMade() {
        Map<SeriesId, Series> past = past(7);

        for (ConditionTurn turn : JUDGE.turns(SHOP, LIMITS, all(past), NO_ALARMS, NIGHT)) {
            assertThat(judged(past, Optional.empty(), turn.at())).as("%s", turn).contains(turn.condition());
        }
    }

    @Test
    void asMuchAsIsNeededIsEnough() {
        TimeRange needed = JUDGE.needed(SHOP, NIGHT);
        Map<SeriesId, Series> past = past(3);
        Function<SeriesId, Optional<Kept>> enough = id -> Optional.ofNullable(past.get(id))
                .map(series -> new Kept(series.between(needed.from(), needed.to()), List.of()));

        assertThat(needed.from()).isBefore(NIGHT.from());
        assertThat(JUDGE.turns(SHOP, LIMITS, enough, NO_ALARMS, NIGHT)).extracting(PastJudgeTest::said)
                .isEqualTo(JUDGE.turns(SHOP, LIMITS, all(past), NO_ALARMS, NIGHT).stream().map(PastJudgeTest::said)
                        .toList());
    }

    private static String said(ConditionTurn turn) {
        return turn.at() + " " + Who.of(turn.condition()) + " " + turn.condition().state();
    }

    @Test
    void theMetricsOfAllRulesAreAskedFor() {
        assertThat(JUDGE.series(SHOP)).contains(id("service.cpu", "worker"), id("db.connections", "main"),
                id("service.missing", "api"), id("tg.unhealthy", "shop-tg"))
                .doesNotContain(id("lb.requests", "shop-alb"));
    }

    @Test
    void whatNobodyKnowsOfIsNotKnown() {
        List<ConditionTurn> turns = JUDGE.turns(SHOP, LIMITS, _ -> Optional.empty(), NO_ALARMS, NIGHT);

        assertThat(turns).isNotEmpty().allMatch(turn -> turn.condition().state() == State.UNKNOWN)
                .allMatch(turn -> turn.at().equals(NIGHT.from()));
    }

    @Test
    void withoutALimitNothingIsKnown() {
        Limits none = new Limits(SHOP, List.of(), List.of(), Optional.empty());

        assertThat(JUDGE.turns(SHOP, none, all(past(1)), NO_ALARMS, NIGHT))
                .filteredOn(turn -> turn.condition().name().equals("Connections")).singleElement()
                .satisfies(turn -> assertThat(turn.condition().state()).isEqualTo(State.UNKNOWN));
    }

    @Test
    void anAlarmIsAsItsHistoryTells() {
        assertThat(alarmTurns(alarm("OK", at(200)), Optional.of(List.of(turn(at(80), "OK", "ALARM"),
                turn(at(200), "ALARM", "OK"))))).containsExactly(at(60) + " OK", at(80) + " ALARM", at(200) + " OK");
    }

    @Test
    void anAlarmThatDidNotTurnIsAsItWas() {
        assertThat(alarmTurns(alarm("ALARM", at(10)), Optional.of(List.of()))).containsExactly(at(60) + " ALARM");
        assertThat(alarmTurns(alarm("OK", at(60)), Optional.of(List.of()))).containsExactly(at(60) + " OK");
    }

    @Test
    void anAlarmWhoseHistoryIsMissingIsNotKnown() {
        assertThat(alarmTurns(alarm("ALARM", at(10)), Optional.empty())).containsExactly(at(60) + " UNKNOWN");
        assertThat(alarmTurns(alarm("ALARM", at(200)), Optional.of(List.of()))).containsExactly(at(60) + " UNKNOWN");
    }

    @Test
    void theHistoryOfOtherAlarmsIsNobodys() {
        var other = new AlarmTurn("other", at(80), "OK", "ALARM", "");

        assertThat(alarmTurns(alarm("OK", at(10)), Optional.of(List.of(other)))).containsExactly(at(60) + " OK");
    }

    @Test
    void anAlarmInAlarmSaysWhatItSaidThen() {
        var cloud = new CloudPast(List.of(alarm("OK", at(200))), Optional.of(List.of(turn(at(80), "OK", "ALARM"))));

        assertThat(JUDGE.turns(SHOP, LIMITS, all(Map.of()), cloud, NIGHT))
                .filteredOn(turn -> turn.at().equals(at(80))).singleElement().satisfies(turn -> {
                    assertThat(turn.condition().since()).contains(at(80));
                    assertThat(turn.condition().sentence().arguments().toString()).contains("91");
                });
    }

    @Test
    void noTimeHasNoTurns() {
        assertThat(JUDGE.turns(SHOP, LIMITS, all(past(1)), NO_ALARMS, new TimeRange(at(60), at(60)))).isEmpty();
    }

    @Test
    void whatNobodyCountedHasNoPast() {
        Map<SeriesId, Series> past = Map.of(id("service.missing", "api"), minutes(0, 0, 0, 1, 1, 1, 1, 1, 1));
        Function<SeriesId, Optional<Kept>> closed = id -> Optional.ofNullable(past.get(id))
                .map(series -> new Kept(series, List.of(new TimeRange(at(9), NIGHT.to()))));

        assertThat(JUDGE.turns(SHOP, LIMITS, closed, NO_ALARMS, new TimeRange(at(5), at(100))))
                .filteredOn(turn -> turn.condition().metric().equals(Optional.of("service.missing"))
                        && turn.condition().on().name().equals("api"))
                .extracting(turn -> turn.at() + " " + turn.condition().state())
                .containsExactly(at(5) + " OK", at(8) + " ALARM", at(10) + " UNKNOWN");
    }

    private static List<String> alarmTurns(CloudAlarm alarm, Optional<List<AlarmTurn>> history) {
        return JUDGE.turns(SHOP, LIMITS, _ -> Optional.empty(), new CloudPast(List.of(alarm), history), NIGHT)
                .stream().filter(turn -> turn.condition().source() == Condition.Source.CLOUDWATCH)
                .map(turn -> turn.at() + " " + turn.condition().state()).toList();
    }

    /// The alarm as it was.
    private static Optional<CloudAlarm> cloud(CloudAlarm alarm, List<AlarmTurn> history, Instant now) {
        return Optional.of(history.stream().filter(turn -> !turn.at().isAfter(now)).reduce((_, last) -> last)
                .map(turn -> alarm.in(turn.state(), turn.reason(), turn.at()))
                .orElseGet(() -> alarm.in(history.getFirst().before(), "", at(0))));
    }

    private static CloudAlarm alarm(String state, Instant since) {
        return new CloudAlarm("shop-errors", "arn", false, state, "", since, "", "", "", Duration.ZERO, Map.of(),
                "GreaterThanThreshold", OptionalDouble.of(70), List.of());
    }

    private static AlarmTurn turn(Instant at, String before, String state) {
        return new AlarmTurn("shop-errors", at, before, state,
                "Threshold Crossed: 1 datapoint [91.0 (22/09/26 05:19:00)] was greater than the threshold (70.0).");
    }

    /// What the judge of live snapshots tells with the samples that had ended.
    private static List<Condition> judged(Map<SeriesId, Series> past, Optional<CloudAlarm> alarm, Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        var board = new Board(clock);
        Cloud cloud = new FakeCloud(clock).cloud();
        cloud.fleet().services(SHOP.cluster(), List.of("api", "worker"))
                .forEach((name, state) -> board.services.accept(new ServiceKey(SHOP.cluster(), name), state));
        board.queues.acceptAll(cloud.queues().queues(List.of("jobs", "jobs-dlq")));
        past.forEach((id, series) -> board.history.record(id, series.complete(base(id), now)));
        past.forEach((id, series) -> board.metrics.accept(id, Reading.known(series, now)));
        return new Judge(CATALOGUE).conditions(SHOP, board,
                new Panel<>(new Loadable.Ready<>(alarm.stream().toList(), now), Duration.ofMinutes(1)), LIMITS, false,
                now);
    }

    private static Limits limits() {
        try (var rig = new Rig()) {
            rig.watch(SHOP);
            StackSnapshot stack = Rig.only(rig.watch.current());
            return new Limits(SHOP, stack.services(), stack.databases(), Optional.empty());
        }
    }

    /// All that the rules of the shop judge, restless about their thresholds, with gaps.
    private static Map<SeriesId, Series> past(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
        var past = new HashMap<SeriesId, Series>();
        for (SeriesId id : JUDGE.series(SHOP).stream().sorted(Comparator.comparing(SeriesId::toString))
                .toList()) {
            long step = base(id).toSeconds();
            var samples = new ArrayList<Sample>();
            double value = 80;
            for (long second = at(0).getEpochSecond(); second < NIGHT.to().getEpochSecond(); second += step) {
                value = random.nextInt(10) == 0 ? random.nextInt(110) : value;
                second += random.nextInt(15) == 0 ? step * random.nextInt(9) : 0;
                samples.add(new Sample(Instant.ofEpochSecond(second), random.nextInt(6) == 0 ? 0 : value));
            }
            past.put(id, Series.of(samples));
        }
        return past;
    }

    private static Duration base(SeriesId id) {
        return CATALOGUE.get(id.metric()).origin() instanceof CloudWatch cloudWatch ? cloudWatch.period()
                : Duration.ofMinutes(1);
    }

    private static Function<SeriesId, Optional<Kept>> all(Map<SeriesId, Series> past) {
        return id -> Optional.ofNullable(past.get(id)).map(series -> new Kept(series, List.of()));
    }

    private static SeriesId id(String metric, String component) {
        return new SeriesId(SHOP.id(), metric, component);
    }
}
