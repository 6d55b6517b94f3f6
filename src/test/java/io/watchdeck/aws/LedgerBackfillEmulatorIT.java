package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.watchdeck.emulator.Emulator;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ledger.Bookkeeping;
import io.watchdeck.fleet.ledger.EcsEvents;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.LedgerEntry.Learnt;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFiles;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CostDayStore;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2LedgerStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.store.H2StateStore;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerQuestion;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.WatchHistory;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/// A console that was closed for hours and a log group of the emulator that kept the events of ECS meanwhile, written by a
/// client that is not the console's.
@Tag("slow")
@ExtendWith(TestKeys.class)
@Timeout(400)
class LedgerBackfillEmulatorIT {

    private static final String GROUP = "/watchdeck/ecs-events";
    private static final ServiceKey API = new ServiceKey("glimpse-prod", "glimpse-api");

    private final Clock clock = Clock.systemUTC();
    private final Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void aGapIsFilledFromTheLog() throws Exception {
        assumeTrue(Emulator.missing().isEmpty(), () -> Emulator.missing().orElseThrow());
        try (Emulator emulator = Emulator.start(); Database database = Database.temporary(clock)) {
            emulator.provision(1, Emulator.ACCOUNT, "glimpse");
            write(emulator);
            StackFile stack = StackFiles.reader().read("glimpse-prod.yaml", """
                    stack: Glimpse
                    environment: test
                    region: ap-northeast-2
                    endpoint: %s
                    cluster: glimpse-prod
                    services: [{name: glimpse-api}]
                    eventLog: %s
                    """.formatted(emulator.endpoint(), GROUP)).stack().orElseThrow();
            watch(stack, database);
        }
    }

    private Instant before(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }

    /// One event before the console was closed, an interruption meanwhile, and one event lately.
    private void write(Emulator emulator) {
        Instant notice = before(240);
        var events = new TreeMap<Instant, String>(Comparator.naturalOrder());
        events.put(before(420), EcsEvents.running("glimpse-prod", "glimpse-api", "first", before(421)));
        events.put(notice, EcsEvents.notice("glimpse-prod", "glimpse-api", "taken", notice));
        events.put(notice.plusSeconds(55),
                EcsEvents.running("glimpse-prod", "glimpse-api", "next", notice.plusSeconds(5)));
        events.put(notice.plusSeconds(121), EcsEvents.interrupted("glimpse-prod", "glimpse-api", "taken", notice));
        events.put(before(10), EcsEvents.running("glimpse-prod", "glimpse-api", "last", before(11)));
        try (CloudWatchLogsClient logs = CloudWatchLogsClient.builder().region(Region.AP_NORTHEAST_2)
                .endpointOverride(emulator.endpoint()).build()) {
            logs.createLogGroup(request -> request.logGroupName(GROUP));
            logs.createLogStream(request -> request.logGroupName(GROUP).logStreamName("events"));
            logs.putLogEvents(request -> request.logGroupName(GROUP).logStreamName("events")
                    .logEvents(events.entrySet().stream().map(one -> InputLogEvent.builder()
                            .timestamp(one.getKey().toEpochMilli()).message(one.getValue()).build()).toList()));
        }
    }

    private void watch(StackFile stack, Database database) throws Exception {
        var catalogue = MetricCatalogue.standard();
        var archive = new MetricArchive(() -> new MetricArchive.Stores(new H2MetricStore(database, catalogue),
                new H2CoverageStore(database)), catalogue);
        var ledger = new H2LedgerStore(database);
        var history = new WatchHistory(archive, () -> new H2StateStore(database),
                () -> new H2FleetEventStore(database), () -> new H2CostDayStore(database),
                () -> new H2OccurrenceStore(database), () -> ledger);
        var meter = new Meter(PriceList.shipped(), clock);
        // The place of the stack file's access: Region, profile, role and endpoint.
        ledger.looked("ap-northeast-2 - - " + stack.access().endpoint().orElseThrow(), Map.of(
                Bookkeeping.tasksOf("glimpse-prod"), new TimeRange(before(600), before(360))));
        var snapshots = new LinkedBlockingQueue<WatchSnapshot>();
        try (var connector = new AwsConnector(meter, clock, AwsSettings.standard());
                var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), meter, Money.usd("2"), false,
                        Optional.of(history)), connector, catalogue, clock)) {
            watch.stacks(List.of(stack), List.of());
            watch.subscribe(snapshots::add);
            watch.start();
            awaitNoGap(snapshots);
            var answers = new LinkedBlockingQueue<LedgerAnswer>();
            watch.ledger().ask(LedgerQuestion.newest(new TimeRange(before(600), clock.instant()), 10), answers::add);

            LedgerAnswer answer = answers.take();
            assertThat(answer.services().getFirst().rate().attendance().gaps()).isEmpty();
            assertThat(answer.services().getFirst().backfill()).isEmpty();
            assertThat(answer.lines()).extracting(LedgerAnswer.Line::entry)
                    .filteredOn(entry -> entry.learnt() == Learnt.LOG).singleElement()
                    .isInstanceOfSatisfying(Interruption.class, one -> {
                        assertThat(one.service()).isEqualTo(API);
                        assertThat(one.at()).isEqualTo(before(240));
                        assertThat(one.timeToReplacement()).contains(Duration.ZERO);
                    });
        }
    }

    private static void awaitNoGap(LinkedBlockingQueue<WatchSnapshot> snapshots) throws InterruptedException {
        while (true) {
            WatchSnapshot next = snapshots.poll(180, TimeUnit.SECONDS);
            assertThat(next).as("a snapshot without a gap").isNotNull();
            if (next.stacks().getFirst().services().getFirst().interruptions()
                    .filter(lately -> lately.attendance().gaps().isEmpty()).isPresent()) {
                return;
            }
        }
    }
}
