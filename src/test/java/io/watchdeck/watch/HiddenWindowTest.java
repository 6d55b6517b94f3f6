package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.FakeMetricSource.Asked;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How often metrics are read, and which, by who can see them.
@Timeout(30)
class HiddenWindowTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Optional<StackId> SHOP = Optional.of(Rig.shop().id());

    private final MutableClock clock = new MutableClock(Rig.NOW);
    private final ClockPace pace = new ClockPace(clock, Subject.values().length + 3);
    private final FakeCloud cloud = new FakeCloud(clock);
    private final LiveWatch watch = new LiveWatch(new WatchSettings(Rhythm.standard(),
            new Meter(PriceList.shipped(), clock), Money.usd("2"), false), _ -> cloud.cloud(),
            MetricCatalogue.standard(), clock, pace);

    @BeforeEach
    void start() throws InterruptedException {
        Rig.cpu(cloud, Rig.levelUntil(3 * 60, 40));
        cloud.metrics().put("AWS/ApplicationELB", "UnHealthyHostCount", Rig.levelUntil(3 * 60, 0), "TargetGroup",
                "targetgroup/shop-tg/1", "LoadBalancer", "app/shop-alb/1");
        cloud.metrics().put("AWS/ApplicationELB", "RequestCount", Rig.levelUntil(3 * 60, 9), "LoadBalancer",
                "app/shop-alb/1");
        cloud.queue("jobs", 0, Optional.of("jobs-dlq"));
        watch.stacks(List.of(Rig.shop()), List.of());
        watch.start();
        pace.settle();
        assertThat(readings(0)).isEqualTo(1);
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void aStackThatNobodyLooksAtIsReadEveryFiveMinutes() throws InterruptedException {
        assertThat(readings(4)).isZero();
        assertThat(readings(1)).isEqualTo(1);
        assertThat(readings(10)).isEqualTo(2);
    }

    @Test
    void theStackThatIsLookedAtIsReadEveryMinute() throws InterruptedException {
        look();

        assertThat(cloud.metrics().reads()).as("at once").hasSizeGreaterThan(1);
        assertThat(readings(5)).isEqualTo(5);
    }

    @Test
    void whileTheWindowIsHiddenEveryStackIsReadEveryFifteenMinutes() throws InterruptedException {
        look();
        readings(1);
        watch.visible(false);

        assertThat(readings(14)).isZero();
        assertThat(readings(1)).isEqualTo(1);
        assertThat(readings(15)).isEqualTo(1);
    }

    @Test
    void whileTheWindowIsHiddenOnlyWhatARuleNeedsIsRead() throws InterruptedException {
        look();
        readings(1);
        assertThat(names(last())).contains("CPUUtilization", "MemoryUtilization", "RequestCount", "FreeStorageSpace");
        watch.visible(false);

        readings(15);

        assertThat(names(last())).containsExactlyInAnyOrder("CPUUtilization", "DatabaseConnections",
                "UnHealthyHostCount", "ApproximateAgeOfOldestMessage");
    }

    @Test
    void whatIsOnNoScreenIsNotReadForALook() throws InterruptedException {
        look();

        readings(2);

        assertThat(cloud.metrics().reads().stream().flatMap(read -> read.queries().stream())
                .map(MetricQuery::name)).doesNotContain("RequestCountPerTarget");
    }

    @Test
    void whatIsDueIsReadAtOnceWhenTheWindowIsShownAgain() throws InterruptedException {
        watch.visible(false);
        readings(16);
        int before = cloud.metrics().reads().size();

        watch.visible(true);
        pace.settle();

        assertThat(cloud.metrics().reads()).hasSize(before + 1);
        assertThat(names(last())).as("also what the overview shows").contains("RequestCount");
        assertThat(readings(4)).isZero();
        assertThat(readings(1)).isEqualTo(1);
    }

    @Test
    void aWindowThatWasHiddenForAMomentIsNotReadAgain() throws InterruptedException {
        readings(2);
        watch.visible(false);
        int before = cloud.metrics().reads().size();

        watch.visible(true);
        pace.settle();

        assertThat(cloud.metrics().reads()).hasSize(before);
        assertThat(readings(3)).isEqualTo(1);
    }

    @Test
    void callsThatAreFreeKeepTheirRhythm() throws InterruptedException {
        watch.visible(false);
        cloud.forgetCalls();

        readings(3);

        assertThat(cloud.calls(Subject.SERVICES)).hasSize(3);
    }

    @Test
    void alarmsAreReadEveryMinuteAndWhileTheWindowIsHiddenEveryThree() throws InterruptedException {
        readings(1);
        cloud.forgetCalls();
        readings(3);
        assertThat(cloud.calls(Subject.ALARMS)).hasSize(3);
        watch.visible(false);
        readings(1);
        cloud.forgetCalls();

        readings(9);

        assertThat(cloud.calls(Subject.ALARMS)).hasSize(3);
        assertThat(alarms().every()).isEqualTo(Duration.ofMinutes(3));
        assertThat(alarms().freshness(clock.instant())).isEqualTo(Freshness.ON_TIME);
    }

    @Test
    void alarmsAreReadAtOnceWhenTheWindowIsShownAgain() throws InterruptedException {
        watch.visible(false);
        readings(1);
        cloud.forgetCalls();

        watch.visible(true);
        pace.settle();

        assertThat(cloud.calls(Subject.ALARMS)).hasSize(1);
        assertThat(alarms().every()).isEqualTo(MINUTE);
    }

    @Test
    void alarmsOfAHiddenWindowAreReadEveryMinuteWhileSomethingIsOpen() throws InterruptedException {
        cloud.service("api", 0, 2);
        readings(6);
        assertThat(watch.current().severity()).isEqualTo(Severity.CRITICAL);
        watch.visible(false);
        cloud.forgetCalls();

        readings(3);

        assertThat(cloud.calls(Subject.ALARMS)).hasSize(3);
    }

    @Test
    void anAlarmThatIsNotAnsweredIsAskedForAgainSoonAlsoWhileNobodyLooks() throws InterruptedException {
        watch.visible(false);
        cloud.fail(Subject.ALARMS, Failure.unreachable("cloudwatch"));
        readings(1);
        cloud.forgetCalls();

        pace.pass(Duration.ofSeconds(20));

        assertThat(cloud.calls(Subject.ALARMS)).hasSize(1);
    }

    /// CloudWatch has a period a minute or more after its end.
    @Test
    void aFigureOfFiveMinutesIsReadWhenItMayHaveComeAndOnceMore() throws InterruptedException {
        cloud.metrics().put("AWS/RDS", "FreeStorageSpace", Rig.levelUntil(3 * 60, 9), "DBInstanceIdentifier", "main");
        look();
        int before = cloud.metrics().reads().size();

        assertThat(readings(15)).isEqualTo(15);

        assertThat(cloud.metrics().reads().stream().skip(before).filter(read -> names(read)
                .contains("FreeStorageSpace")).map(read -> read.range().to().getEpochSecond() / 60 % 5))
                .containsExactly(3L, 1L, 3L, 1L, 3L, 1L);
    }

    @Test
    void theAgeOfAFigureIsJudgedByItsRhythm() throws InterruptedException {
        watch.visible(false);
        readings(1);
        assertThat(cpu().every()).isEqualTo(Duration.ofMinutes(16));
        readings(13);
        assertThat(cpu().freshness(clock.instant())).isEqualTo(Freshness.ON_TIME);

        watch.visible(true);
        look();

        assertThat(cpu().every()).isEqualTo(Duration.ofMinutes(2));
    }

    private void look() throws InterruptedException {
        watch.focus(SHOP);
        pace.settle();
    }

    private Panel<?> alarms() {
        return watch.current().stacks().getFirst().alarms();
    }

    private Panel<?> cpu() {
        return watch.current().stacks().getFirst().services().getFirst().cpu().latest();
    }

    private int readings(int minutes) throws InterruptedException {
        int before = minutes == 0 ? 0 : cloud.metrics().reads().size();
        for (int i = 0; i < minutes; i++) {
            pace.pass(MINUTE);
        }
        return cloud.metrics().reads().size() - before;
    }

    private Asked last() {
        return cloud.metrics().reads().getLast();
    }

    private static Set<String> names(Asked asked) {
        return asked.queries().stream().map(MetricQuery::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
