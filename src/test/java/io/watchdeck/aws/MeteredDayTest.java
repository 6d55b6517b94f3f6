package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.aws.AwsSettings.Sparing;
import io.watchdeck.aws.LoopbackAws.Request;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.refresh.Backoff;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CostDayStore;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2LedgerStore;
import io.watchdeck.store.H2MeterStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.store.H2StateStore;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchHistory;
import io.watchdeck.watch.WatchSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A console's time through the real clients: what the meter says is what arrived at the server, request by request, and
/// costs what AWS's price page says. A stack is looked at, the window is hidden and shown again, the share of the free
/// requests is used up on the way, and now and then AWS asks to slow down.
@ExtendWith(TestKeys.class)
@Execution(ExecutionMode.CONCURRENT)
class MeteredDayTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final BigDecimal A_REQUEST = new BigDecimal("0.00001");
    private static final BigDecimal A_QUESTION = new BigDecimal("0.01");
    /// Of CloudWatch, free up to a number.
    private static final Set<String> FREE = Set.of("GetMetricStatistics", "ListMetrics", "DescribeAlarms",
            "DescribeAlarmHistory");
    private static final BigDecimal A_QUEUE_REQUEST = new BigDecimal("0.0000004");
    /// Of SQS, all of them: free up to a number of their own.
    private static final Set<String> QUEUES = Set.of("GetQueueUrl", "GetQueueAttributes");
    private static final int SLOW_DOWN = 97;

    private final WholeAccount account = new WholeAccount(Duration.ofSeconds(20));
    private final Meter meter = new Meter(PriceList.shipped(), account.clock);
    private final Database database = Database.temporary(account.clock);
    private final AwsConnector connector = new AwsConnector(meter, account.clock,
            AwsSettings.standard().withEndpoint(account.aws.endpoint()).sparing(Sparing.MONEY), account.limiter,
            new Backoff(3, Duration.ofSeconds(1), Duration.ofSeconds(20), () -> 0.5, account.backoffs::add));
    /// The subjects; the backfill and that of the ledger, the events of databases, the inspection, the log, the history and the ages.
    private final ClockPace pace = new ClockPace(account.clock, Subject.values().length + 7);

    @AfterEach
    void close() {
        connector.close();
        account.close();
        database.close();
    }

    @Test
    void theBillOfAQuarterOfAnHourIsThatOfTheRequestsThatArrived() throws InterruptedException {
        live(15, 50);
        assertThat(account.aws.requests("GetQueueAttributes")).as("beyond the share").hasSizeGreaterThan(50);
    }

    @Test
    @Tag("slow")
    void theBillOfAnEveningAndANightIsThatOfTheRequestsThatArrived() throws InterruptedException {
        account.clock.forward(Duration.ofHours(16));
        live(8 * 60, 1_000);
        for (String day : List.of("2026-09-22", "2026-09-23")) {
            assertThat(meter.counted(LocalDate.parse(day), LocalDate.parse(day))).as(day).isNotEmpty();
        }
        assertThat(account.aws.requests("GetQueueAttributes")).as("beyond the share").hasSizeGreaterThan(1_000);
        assertThat(account.aws.requests().stream().filter(request -> FREE.contains(request.operation())))
                .as("beyond the share").hasSizeGreaterThan(1_000);
    }

    private void live(int minutes, long share) throws InterruptedException {
        meter.allowance().share(FreeShare.ofRequests(Long.toString(share)));
        meter.keepIn(new H2MeterStore(database));
        slowDownNowAndThen();
        StackFile shop = WholeAccount.shop("account: '" + WholeAccount.ACCOUNT + "'\ncost: {tags: {Project: shop}}\n");
        StackFile desk = WholeAccount.desk("account: '" + WholeAccount.ACCOUNT + "'\n");
        try (LiveWatch watch = watch()) {
            watch.stacks(List.of(shop, desk), List.of());
            watch.start();
            pace.settle();
            for (int minute = 0; minute < minutes; minute++) {
                int third = 3 * minute / minutes;
                watch.visible(third < 2);
                watch.focus(third == 0 ? Optional.of(shop.id()) : Optional.empty());
                pace.pass(MINUTE);
            }
        }

        Map<String, Long> arrived = account.aws.requests().stream().collect(Collectors.groupingBy(Request::operation,
                TreeMap::new, Collectors.counting()));
        assertThat(meter.calls().entrySet().stream().collect(Collectors.toMap(
                entry -> entry.getKey().substring(entry.getKey().indexOf(':') + 1), Map.Entry::getValue)))
                .isEqualTo(arrived);
        assertThat(arrived).as("both ways to metrics").containsKeys("GetMetricStatistics", "GetMetricData",
                "GetCostAndUsage");
        assertThat(meter.spentThisMonth().amount()).isEqualByComparingTo(bill(share));
        assertThat(meter.counted(LocalDate.parse("2026-09-01"), LocalDate.parse("2026-09-30")).stream()
                .map(MeteredCalls::price).reduce(BigDecimal.ZERO, BigDecimal::add)).as("as it is kept")
                .isEqualByComparingTo(bill(share));
    }

    private LiveWatch watch() {
        MetricCatalogue catalogue = MetricCatalogue.standard();
        var archive = new MetricArchive(() -> new MetricArchive.Stores(new H2MetricStore(database, catalogue),
                new H2CoverageStore(database)), catalogue);
        var history = new WatchHistory(archive, () -> new H2StateStore(database),
                () -> new H2FleetEventStore(database), () -> new H2CostDayStore(database),
                () -> new H2OccurrenceStore(database), () -> new H2LedgerStore(database));
        return new LiveWatch(new WatchSettings(Rhythm.standard(), meter, Money.usd("2"), false, Optional.of(history)),
                connector, catalogue, account.clock, pace);
    }

    private void slowDownNowAndThen() {
        var asked = new AtomicInteger();
        account.aws.trouble(_ -> asked.incrementAndGet() % SLOW_DOWN == 0
                ? Optional.of(LoopbackAws.xmlError(400, "Throttling", "Rate exceeded")) : Optional.empty());
    }

    /// From the requests alone.
    private BigDecimal bill(long share) {
        List<Request> requests = account.aws.requests();
        long free = requests.stream().filter(request -> FREE.contains(request.operation())).count();
        long metrics = account.aws.requests("GetMetricData").stream()
                .mapToLong(request -> request.metricIds().size()).sum();
        long queues = requests.stream().filter(request -> QUEUES.contains(request.operation())).count();
        return A_QUEUE_REQUEST.multiply(BigDecimal.valueOf(Math.max(0, queues - share)))
                .add(A_REQUEST.multiply(BigDecimal.valueOf(Math.max(0, free - share) + metrics)))
                .add(A_QUESTION.multiply(BigDecimal.valueOf(account.aws.requests("GetCostAndUsage").size())));
    }
}
