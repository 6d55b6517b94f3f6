package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Coverage;
import io.watchdeck.metrics.FakeMetricSource.Asked;
import io.watchdeck.metrics.HistoryAnswer.Kept;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Failure;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2MetricStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is asked of CloudWatch about the past, and what is known of it then.
class BackfillTest {

    private static final StackFile SHOP = Rig.shop();
    private static final SeriesId CPU = new SeriesId(SHOP.id(), "service.cpu", "api");
    private static final SeriesId MEMORY = new SeriesId(SHOP.id(), "service.memory", "api");
    private static final SeriesId P95 = new SeriesId(SHOP.id(), "lb.p95", "shop-alb");
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(400));

    private final MutableClock clock = new MutableClock(NOW);
    private final FakeCloud cloud = new FakeCloud(clock);
    private final Database database = Database.temporary(clock);
    private final MetricCatalogue catalogue = MetricCatalogue.standard();
    private final MetricArchive archive = new MetricArchive(
            () -> new MetricArchive.Stores(new H2MetricStore(database, catalogue), new H2CoverageStore(database)),
            catalogue);
    private final SiteReader site = new SiteReader(List.of(SHOP), cloud.cloud(), new Board(Optional.of(archive), clock),
            catalogue, new Attempts(Rhythm.standard(), clock), clock);
    private final Backfill backfill = new Backfill(site, archive, clock);

    BackfillTest() {
        site.read(Subject.IDENTITY);
        Rig.cpu(cloud, hourly(LONG_AGO, 40));
        cloud.metrics().put("AWS/ApplicationELB", "TargetResponseTime", hourly(LONG_AGO, 0.2), "LoadBalancer",
                "app/shop-alb/1");
        cloud.metrics().put("AWS/ApplicationELB", "RequestCount", hourly(LONG_AGO, 5), "LoadBalancer",
                "app/shop-alb/1");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Series hourly(Instant from, double value) {
        var samples = new ArrayList<Sample>();
        for (Instant at = Tier.HOUR.begin(from); at.isBefore(NOW); at = at.plus(Tier.HOUR.period())) {
            samples.add(new Sample(at, value));
        }
        return Series.of(samples);
    }

    private List<Asked> asked() {
        return cloud.metrics().reads();
    }

    private List<Duration> periods(String metric) {
        return asked().stream().flatMap(one -> one.queries().stream()).filter(query -> query.name().equals(metric))
                .map(query -> query.period()).distinct().toList();
    }

    private Kept kept(SeriesId id, Tier tier, Instant from) {
        return archive.read(new HistoryQuery(List.of(id), new TimeRange(from, clock.instant()), tier)).kept().get(id);
    }

    @Test
    void aStackThatWasNeverWatchedIsFetchedAsFarAsCloudWatchGoes() {
        backfill.fill();

        assertThat(periods("CPUUtilization")).contains(Duration.ofMinutes(1), Duration.ofMinutes(5),
                Duration.ofHours(1));
        assertThat(asked().stream().map(one -> one.range().from()).min(Instant::compareTo).orElseThrow())
                .isBetween(NOW.minus(Duration.ofDays(455)), NOW.minus(Duration.ofDays(454)));
        Series hours = kept(CPU, Tier.HOUR, LONG_AGO).series();
        assertThat(hours.size()).isEqualTo(hourly(LONG_AGO, 40).between(LONG_AGO, NOW).size());
        assertThat(hours.samples()).allMatch(sample -> sample.value() == 40);
    }

    @Test
    void noTimeIsAskedForTwice() {
        backfill.fill();
        int before = asked().size();

        backfill.fill();

        assertThat(asked()).hasSize(before);
    }

    @Test
    void aTimeWithoutPointsIsKnownToHaveNone() {
        backfill.fill();

        assertThat(kept(CPU, Tier.MINUTE, NOW.minus(Duration.ofDays(15))).coverage()).allSatisfy(
                part -> assertThat(part.missed()).isEmpty());
        assertThat(archive.unread(CPU, new TimeRange(NOW.minus(Duration.ofDays(450)), NOW.minusSeconds(360))))
                .isEmpty();
    }

    @Test
    void afterTheConsoleWasAwayItAsksSinceThenInMinutes() {
        backfill.fill();
        int before = asked().size();
        clock.forward(Duration.ofHours(10));

        backfill.fill();

        List<Asked> since = asked().subList(before, asked().size());
        assertThat(since).filteredOn(one -> one.queries().stream().anyMatch(query -> query.name()
                .equals("CPUUtilization"))).singleElement().satisfies(one -> {
                    assertThat(one.range()).isEqualTo(
                            new TimeRange(Tier.MINUTE.begin(NOW).minusSeconds(600),
                                    Tier.MINUTE.begin(clock.instant())));
                    assertThat(one.queries()).allMatch(query -> query.period().equals(Duration.ofMinutes(1)));
                });
    }

    @Test
    void theLastMinutesBeforeTheConsoleEndedCameLaterAndAreFetched() {
        Rig.cpu(cloud, Rig.levelUntil(38, 40));
        backfill.fill(Set.of(CPU));
        site.read(Subject.METRICS);
        Rig.cpu(cloud, Rig.levelUntil(41 + 10 * 60, 40));
        clock.forward(Duration.ofHours(10));

        backfill.fill(Set.of(CPU));

        Instant before = Tier.MINUTE.begin(NOW).minusSeconds(600);
        assertThat(kept(CPU, Tier.MINUTE, before).series().between(before, Tier.MINUTE.begin(NOW)).size())
                .isEqualTo(10);
    }

    @Test
    void whatWasReadStaysReadWhenItIsAskedForAgainInVain() {
        backfill.fill(Set.of(CPU));
        site.read(Subject.METRICS);
        clock.forward(Duration.ofHours(10));
        cloud.metrics().refuse(_ -> true, Failure.throttled("cloudwatch:GetMetricData"));

        backfill.fill(Set.of(CPU));

        assertThat(kept(CPU, Tier.MINUTE, NOW.minusSeconds(600)).coverage()).extracting(Coverage::range)
                .extracting(TimeRange::from)
                .containsExactly(NOW.minusSeconds(600), Tier.MINUTE.begin(NOW));
    }

    @Test
    void whatNobodyNeedsIsFetchedWhenSomebodyLooks() {
        cloud.metrics().put("AWS/ECS", "MemoryUtilization", hourly(LONG_AGO, 60), "ClusterName", "shop", "ServiceName",
                "api");
        backfill.fill();
        clock.forward(Duration.ofHours(10));
        cloud.metrics().put("AWS/ECS", "MemoryUtilization", Series.of(List.of(new Sample(NOW.plusSeconds(3600 - 1950),
                61))), "ClusterName", "shop", "ServiceName", "api");
        backfill.fill();
        assertThat(kept(MEMORY, Tier.MINUTE, NOW).series().isEmpty()).isTrue();

        assertThat(backfill.fill(Set.of(MEMORY))).isTrue();

        assertThat(kept(MEMORY, Tier.MINUTE, NOW).series().samples()).extracting(Sample::value).containsExactly(61.0);
        assertThat(backfill.fill(Set.of(MEMORY))).isFalse();
    }

    @Test
    void whatSomebodyLooksAtGoesOnAndItsLateMinutesAreNotMissed() {
        cloud.metrics().put("AWS/ECS", "MemoryUtilization", Rig.level(60), "ClusterName", "shop", "ServiceName", "api");
        backfill.fill(Set.of(MEMORY));
        assertThat(backfill.fill(Set.of(MEMORY))).isFalse();
        int before = asked().size();
        clock.forward(Duration.ofMinutes(2));
        cloud.metrics().put("AWS/ECS", "MemoryUtilization", Rig.levelUntil(43, 60), "ClusterName", "shop",
                "ServiceName", "api");

        backfill.fill(Set.of(MEMORY));

        assertThat(asked()).hasSize(before + 1);
        assertThat(kept(MEMORY, Tier.MINUTE, NOW.minusSeconds(600)).series().last()).map(Sample::at)
                .contains(Tier.MINUTE.begin(NOW).plusSeconds(60));
    }

    @Test
    void whatHasLongerPeriodsIsKeptByThem() {
        var storage = new SeriesId(SHOP.id(), "db.freeStorage", "main");
        cloud.metrics().put("AWS/RDS", "FreeStorageSpace", hourly(LONG_AGO, 20), "DBInstanceIdentifier", "main");

        backfill.fill(Set.of(storage));

        var store = new H2MetricStore(database, catalogue);
        var week = new TimeRange(NOW.minus(Duration.ofDays(7)), NOW);
        assertThat(store.read(storage, Tier.FIVE_MINUTES, week).isEmpty()).isFalse();
        assertThat(store.read(storage, Tier.MINUTE, week).isEmpty()).isTrue();
    }

    @Test
    void percentilesAreFetchedInEachPeriodBecauseTheyDoNotFollowFromFinerOnes() {
        backfill.fill();

        assertThat(asked().stream().filter(one -> one.range().to().isAfter(NOW.minus(Duration.ofDays(1))))
                .flatMap(one -> one.queries().stream())
                .filter(query -> query.statistic().equals("p95")).map(query -> query.period()))
                .containsOnly(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1));
        assertThat(kept(P95, Tier.HOUR, NOW.minus(Duration.ofDays(30))).series().size()).isGreaterThan(700);
    }

    @Test
    void whatIsRefusedIsKnownAsMissedAndAskedForAgain() {
        cloud.metrics().refuse(query -> query.name().equals("CPUUtilization"),
                Failure.denied("cloudwatch:GetMetricData"));
        backfill.fill();

        assertThat(kept(CPU, Tier.MINUTE, NOW.minus(Duration.ofDays(1))).coverage())
                .extracting(Coverage::missed).containsOnly(Optional.of(Failure.Kind.DENIED));

        cloud.metrics().refuse(_ -> false, Failure.denied(""));
        backfill.fill();
        assertThat(kept(CPU, Tier.HOUR, LONG_AGO).series().isEmpty()).isFalse();
    }

    private void idleFor(Duration length) {
        Series past = hourly(LONG_AGO, 0.2).between(LONG_AGO, NOW.minus(length));
        cloud.metrics().put("AWS/ApplicationELB", "TargetResponseTime", past, "LoadBalancer", "app/shop-alb/1");
    }

    @Test
    void whatSomebodyLooksAtIsNotAskedForAtEachLookBecauseNothingNewerComes() {
        idleFor(Duration.ofDays(2));
        assertThat(backfill.fill(Set.of(P95))).isTrue();
        int before = asked().size();
        clock.forward(Duration.ofMinutes(1));

        assertThat(backfill.fill(Set.of(P95))).isFalse();

        assertThat(asked()).hasSize(before);
    }

    @Test
    void whatIsThereAlreadyIsNoNews() {
        idleFor(Duration.ofDays(2));
        backfill.fill(Set.of(P95));
        int before = asked().size();
        clock.forward(Duration.ofHours(7));

        assertThat(backfill.fill(Set.of(P95))).isFalse();

        assertThat(asked()).hasSizeGreaterThan(before);
    }

    @Test
    void whatIsRefusedIsNotAskedForAtEachLook() {
        cloud.metrics().refuse(query -> query.name().equals("CPUUtilization"),
                Failure.denied("cloudwatch:GetMetricData"));
        backfill.fill(Set.of(CPU));
        int before = asked().size();
        clock.forward(Duration.ofMinutes(1));
        backfill.fill(Set.of(CPU));
        assertThat(asked()).hasSize(before);
        clock.forward(Duration.ofMinutes(10));

        backfill.fill(Set.of(CPU));

        assertThat(asked()).hasSizeGreaterThan(before);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void ofThoseWhoLookWhileNobodyAnswersOneWaits() throws InterruptedException {
        cloud.hang(Subject.METRICS);
        Thread filling = Thread.ofPlatform().start(backfill::fill);
        cloud.awaitCall(Subject.METRICS);
        Thread waiting = Thread.ofPlatform().start(() -> backfill.fill(Set.of(CPU)));
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        assertThat(backfill.fill(Set.of(MEMORY))).isFalse();

        cloud.releaseAll();
        filling.join();
        waiting.join();
    }

    @Test
    void whatIsReadIsKeptWithTheTimeItWasAbout() {
        Rig.cpu(cloud, Rig.level(40));

        EnumSet.of(Subject.SERVICES, Subject.METRICS).forEach(site::read);

        Kept kept = kept(CPU, Tier.MINUTE, NOW.minus(Duration.ofHours(1)));
        assertThat(kept.series().last()).hasValueSatisfying(last -> assertThat(last.value()).isEqualTo(40));
        assertThat(kept.coverage()).singleElement().satisfies(part -> assertThat(part.missed()).isEmpty());
        assertThat(kept(new SeriesId(SHOP.id(), "service.running", "api"), Tier.MINUTE, NOW.minusSeconds(120))
                .series().size()).isEqualTo(1);
    }

    @Test
    void whatFailedIsMissedOnlySinceItWasReadLast() {
        Rig.cpu(cloud, Rig.level(40));
        site.read(Subject.METRICS);
        cloud.metrics().refuse(_ -> true, Failure.throttled("cloudwatch:GetMetricData"));
        clock.forward(Duration.ofMinutes(5));

        site.read(Subject.METRICS);

        assertThat(kept(CPU, Tier.MINUTE, NOW.minus(Duration.ofHours(1))).coverage()).extracting(Coverage::missed)
                .containsExactly(Optional.empty(), Optional.of(Failure.Kind.THROTTLED));
    }

    @Test
    void ofWhatItCountsItselfItKnowsWhenItCountedWhenItCouldNotAndWhenItDidNotLook() {
        var running = new SeriesId(SHOP.id(), "service.running", "api");
        cloud.service("api", 2, 2);
        Instant first = Tier.MINUTE.begin(NOW);
        site.read(Subject.SERVICES);
        clock.forward(Duration.ofMinutes(2));
        site.read(Subject.SERVICES);
        cloud.fail(Subject.SERVICES, Failure.denied("ecs:DescribeServices"));
        clock.forward(Duration.ofMinutes(1));
        site.read(Subject.SERVICES);
        cloud.heal();
        clock.forward(Duration.ofHours(1));
        site.read(Subject.SERVICES);

        Instant last = Tier.MINUTE.begin(clock.instant());
        assertThat(kept(running, Tier.MINUTE, first).coverage()).containsExactly(
                Coverage.read(new TimeRange(first, first.plusSeconds(180))),
                Coverage.missed(new TimeRange(first.plusSeconds(180), first.plusSeconds(240)), Failure.Kind.DENIED),
                Coverage.read(new TimeRange(last, clock.instant())));
    }

    @Test
    void nothingOfAStackIsAskedForBeforeItsAccountIsConfirmed() {
        var stranger = new SiteReader(List.of(Rig.stack("shop", Rig.SHOP + "account: '999999999999'\n")), cloud.cloud(),
                new Board(clock), catalogue, new Attempts(Rhythm.standard(), clock), clock);
        stranger.read(Subject.IDENTITY);

        new Backfill(stranger, archive, clock).fill();

        assertThat(asked()).isEmpty();
    }
}
