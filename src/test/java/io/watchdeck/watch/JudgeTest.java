package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Reading;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// What is said of what was not read, and of what is not there.
class JudgeTest {

    private static final Instant NOW = Rig.NOW;
    private static final StackFile SHOP = Rig.stack("shop", """
            stack: Shop
            environment: production
            region: eu-west-1
            cluster: shop
            services: [{name: api, desired: 2}]
            rules:
              - {name: Silent, metric: service.cpu, above: 70, period: 1m, severity: critical, missing: breaching}
              - {name: Tasks, metric: service.running, below: 2, period: 1m, severity: critical, missing: breaching}
            """);
    private static final String REASON =
            "Threshold Crossed: 1 datapoint [93.4 (22/09/26 03:30:00)] was greater than the threshold (70.0).";
    private static final SeriesId CPU = new SeriesId(SHOP.id(), "service.cpu", "api");
    private static final ServiceKey API = new ServiceKey("shop", "api");

    private final Board board = new Board(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void missingDataIsNotJudgedBeforeItsMetricWasReadAtAll() {
        assertThat(of("Silent").state()).isEqualTo(State.UNKNOWN);
        assertThat(of("Tasks").state()).isEqualTo(State.UNKNOWN);
        assertThat(of("running-below-desired").state()).as("it is not known to be OK either")
                .isEqualTo(State.UNKNOWN);
    }

    @Test
    void thatCloudWatchHasNothingIsMissingData() {
        board.metrics.accept(CPU, Reading.unknown(Failure.absent(), NOW));
        assertThat(of("Silent").state()).isEqualTo(State.ALARM);

        board.metrics.accept(CPU, Reading.known(Series.empty(), NOW));
        assertThat(of("Silent").state()).isEqualTo(State.ALARM);
    }

    @Test
    void ofAServiceThatDoesNotExistNothingIsKnownForGood() {
        board.metrics.accept(CPU, Reading.known(Series.empty(), NOW));
        board.services.accept(API, Reading.unknown(Failure.notFound("service api", "shop"), NOW));

        assertThat(List.of(of("Silent"), of("Tasks"), of("api-cpu-high"))).allSatisfy(one -> {
            assertThat(one.state()).isEqualTo(State.UNKNOWN);
            assertThat(one.gone()).isTrue();
        });
    }

    @Test
    void aServiceThatAwsWouldNotTellOfMayStillBeThere() {
        board.services.accept(API, Reading.unknown(Failure.denied("ecs:DescribeServices"), NOW));

        assertThat(List.of(of("Silent"), of("Tasks"), of("api-cpu-high"))).allSatisfy(one -> {
            assertThat(one.state()).isEqualTo(State.UNKNOWN);
            assertThat(one.gone()).isFalse();
        });
    }

    @Test
    void sinceWhenAnAlarmIsNotKnownIsSaidOnlyWhereCloudWatchSaysSo() {
        assertThat(of("api-cpu-high").since()).contains(NOW.minusSeconds(600));
        assertThat(of("api-cpu-high", NOW.minus(Duration.ofHours(3))).since()).isEmpty();
    }

    @Test
    void theValueOfAnAlarmIsOurOwnNewestReadingOverItsPeriod() {
        board.history.record(CPU, NOW.minusSeconds(180), 40);
        board.history.record(CPU, NOW.minusSeconds(120), 80);
        board.history.record(CPU, NOW.minusSeconds(60), 90);

        assertThat(ofAlarm(alarm("Average", 2, "ALARM", REASON)).value()).hasValue(85);
        assertThat(ofAlarm(alarm("Average", 1, "OK", "")).value()).hasValue(90);
        assertThat(ofAlarm(alarm("Maximum", 1, "OK", "")).value()).as("the console reads averages").isEmpty();
    }

    @Test
    void withoutAReadingItIsTheReasonOfTheAlarmButOfOneThatIsOkNothing() {
        assertThat(ofAlarm(alarm("Average", 1, "ALARM", REASON)).value()).hasValue(93.4);
        assertThat(ofAlarm(alarm("Average", 1, "OK", REASON)).value()).isEmpty();
        assertThat(ofAlarm(alarm("Average", 1, "INSUFFICIENT_DATA", REASON)).value()).isEmpty();
        board.history.record(CPU, NOW.minusSeconds(3600), 40);
        assertThat(ofAlarm(alarm("Average", 1, "ALARM", REASON)).value()).as("an hour old").hasValue(93.4);
    }

    private static CloudAlarm alarm(String statistic, int minutes, String state, String reason) {
        return new CloudAlarm("api-cpu-high", "arn", false, state, reason, NOW.minusSeconds(600), "AWS/ECS",
                "CPUUtilization", statistic, Duration.ofMinutes(minutes),
                Map.of("ClusterName", "shop", "ServiceName", "api"), "GreaterThanThreshold", OptionalDouble.of(70),
                List.of());
    }

    private Condition ofAlarm(CloudAlarm alarm) {
        return of("api-cpu-high", NOW, alarm);
    }

    private Condition of(String name) {
        return of(name, NOW);
    }

    private Condition of(String name, Instant alarmsRead) {
        return of(name, alarmsRead, alarm("Average", 1, "INSUFFICIENT_DATA", ""));
    }

    private Condition of(String name, Instant alarmsRead, CloudAlarm alarm) {
        return new Judge(MetricCatalogue.standard()).conditions(SHOP, board,
                new Panel<>(new Loadable.Ready<>(List.of(alarm), alarmsRead), Duration.ofMinutes(1)),
                new Limits(SHOP, List.of(), List.of(), Optional.empty()), false, NOW).stream()
                .filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
