package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.LedgerCounts.Tally;
import io.watchdeck.fleet.ledger.LedgerEntry;
import io.watchdeck.fleet.ledger.PlacementFailure;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
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
import io.watchdeck.store.Opening;
import io.watchdeck.watch.LedgerAnswer.ServiceLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Days of the simulated Glimpse, nine tenths of which run on Spot, with a console that is closed and opened again. The
/// account goes on meanwhile, as AWS does.
@Timeout(240)
class LedgerDayTest {

    private static final Instant BEGIN = Instant.parse("2026-09-22T00:00:00Z");
    private static final EnumSet<Subject> FREE = EnumSet.of(Subject.IDENTITY, Subject.SERVICES, Subject.TASKS);
    private static final StackFile GLIMPSE = StackFiles.reader()
            .read("glimpse-prod.yaml", io.watchdeck.stack.ShippedStacks.text("glimpse-prod")).stack().orElseThrow();

    private final MutableClock clock = new MutableClock(BEGIN);
    private final SandboxConnector sandbox = new SandboxConnector(List.of(GLIMPSE), 42, clock);
    /// When each task was given notice that the account ever showed as interrupted, whoever was looking.
    private final Map<String, Instant> happened = new TreeMap<>();

    private final Set<String> ran = new HashSet<>();

    @TempDir
    private Path folder;

    /// From its opening to its end.
    private final class Console implements AutoCloseable {

        private final Database database = ((Opening.Opened) Database.open(folder, clock, _ -> {})).database();
        private final MetricCatalogue catalogue = MetricCatalogue.standard();
        private final LiveWatch watch;

        Console() {
            var archive = new MetricArchive(() -> new MetricArchive.Stores(new H2MetricStore(database, catalogue),
                    new H2CoverageStore(database)), catalogue);
            var history = new WatchHistory(archive, () -> new H2StateStore(database),
                    () -> new H2FleetEventStore(database), () -> new H2CostDayStore(database),
                    () -> new H2OccurrenceStore(database), () -> new H2LedgerStore(database));
            watch = new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
                    Money.usd("2"), true, Optional.of(history)), sandbox, catalogue, clock);
            watch.stacks(List.of(GLIMPSE), List.of());
        }

        /// Looks every ten minutes.
        Console watch(Duration length) {
            Instant end = clock.instant().plus(length);
            watch.readOnce(FREE);
            while (clock.instant().isBefore(end)) {
                pass(Duration.ofMinutes(10));
                watch.readOnce(FREE);
            }
            return this;
        }

        LedgerAnswer ask(TimeRange range) throws InterruptedException {
            var answers = new LinkedBlockingQueue<LedgerAnswer>();
            watch.ledger().ask(LedgerQuestion.newest(range, 1000), answers::add);
            return answers.take();
        }

        @Override
        public void close() {
            watch.close();
            database.close();
        }
    }

    /// The account goes on.
    private void pass(Duration length) {
        clock.forward(length);
        if (sandbox.connect(GLIMPSE.access()).fleet()
                .tasks(GLIMPSE.cluster()) instanceof Reading.Known<List<TaskState>>(var tasks, var _)) {
            tasks.stream().filter(task -> task.isSpot() && task.startedAt().isPresent())
                    .forEach(task -> ran.add(task.arn()));
            tasks.stream().filter(task -> task.stopCode().equals("SpotInterruption"))
                    .forEach(task -> happened.put(task.arn(), task.stoppingAt().orElseThrow()));
        }
    }

    /// While nobody looks: the truth is collected all the same.
    private void closed(Duration length) {
        for (Instant end = clock.instant().plus(length); clock.instant().isBefore(end);) {
            pass(Duration.ofMinutes(10));
        }
    }

    private static TimeRange since(Instant begin, MutableClock clock) {
        return new TimeRange(begin, clock.instant().plusSeconds(1));
    }

    private static List<Interruption> interruptions(LedgerAnswer answer) {
        return answer.lines().stream().map(LedgerAnswer.Line::entry).filter(Interruption.class::isInstance)
                .map(Interruption.class::cast).toList();
    }

    @Test
    void aDayWithInterruptionsThreeHoursApartIsCompleteAfterARestart() throws InterruptedException {
        try (Console first = new Console()) {
            first.watch(Duration.ofHours(12));
        }
        pass(Duration.ofMinutes(20));
        try (Console second = new Console()) {
            second.watch(Duration.ofMinutes(750));
            LedgerAnswer answer = second.ask(since(BEGIN.minus(Duration.ofHours(1)), clock));
            List<Interruption> kept = interruptions(answer).reversed();

            assertThat(kept).extracting(Interruption::task)
                    .containsExactlyInAnyOrderElementsOf(happened.keySet()).hasSizeBetween(7, 10);
            assertThat(kept).allSatisfy(one -> {
                assertThat(one.at()).isEqualTo(happened.get(one.task()));
                assertThat(one.stopCode()).isEqualTo("SpotInterruption");
                assertThat(one.zone()).isNotEmpty();
                assertThat(one.age()).isPresent();
                assertThat(one.timeToReplacement()).isPresent();
            });
            for (int i = 2; i < kept.size(); i++) {
                assertThat(Duration.between(kept.get(i - 1).at(), kept.get(i).at()))
                        .isBetween(Duration.ofMinutes(150), Duration.ofMinutes(210));
            }
            assertThat(kept.stream().flatMap(one -> one.replacement().stream()).distinct()).hasSameSizeAs(kept);
            ServiceLedger glimpse = answer.services().getFirst();
            assertThat(glimpse.rate().attendance().gaps()).isEmpty();
            assertThat(glimpse.rate().attendance().share()).isEqualTo(1);
            assertThat(glimpse.rate().interrupted()).isEqualTo(kept.size());
            assertThat(glimpse.rate().ran()).isEqualTo(ran.size());
            assertThat(glimpse.counts().all()).isEqualTo(new Tally(kept.size(),
                    (int) answer.lines().stream().filter(line -> line.entry() instanceof PlacementFailure).count()));
            assertThat(glimpse.counts().byDay(ZoneOffset.UTC).values().stream().mapToInt(Tally::interruptions).sum())
                    .isEqualTo(kept.size());
            assertThat(glimpse.replacement().open()).isZero();
            assertThat(glimpse.checks()).get().satisfies(checks -> {
                assertThat(checks.onSpot()).isTrue();
                assertThat(checks.guaranteed()).isZero();
            });
            assertThat(glimpse.saving()).isInstanceOf(io.watchdeck.cost.SpotSaving.Known.class);
        }
    }

    @Test
    void spotLacksCapacityNowAndThenAndTheReplacementIsLate() throws InterruptedException {
        try (Console console = new Console()) {
            console.watch(Duration.ofHours(48));
            LedgerAnswer answer = console.ask(since(BEGIN, clock));

            assertThat(answer.lines()).extracting(LedgerAnswer.Line::entry)
                    .filteredOn(entry -> entry.kind() == LedgerEntry.Kind.PLACEMENT_FAILURE).isNotEmpty()
                    .allSatisfy(entry -> assertThat(((PlacementFailure) entry).cause())
                            .isEqualTo(PlacementFailure.Cause.CAPACITY));
            assertThat(answer.services().getFirst().replacement().worst().orElseThrow())
                    .isGreaterThan(Duration.ofSeconds(30));
            assertThat(answer.services().getFirst().replacement().median().orElseThrow())
                    .isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    void whileTheConsoleIsClosedForFourHoursThereIsAGapAndTheRateSaysSo() throws InterruptedException {
        try (Console first = new Console()) {
            first.watch(Duration.ofHours(10));
        }
        Instant left = clock.instant();
        closed(Duration.ofHours(4));
        Instant back = clock.instant();
        try (Console second = new Console()) {
            second.watch(Duration.ofHours(6));
            LedgerAnswer answer = second.ask(since(BEGIN.minus(Duration.ofHours(1)), clock));
            var gap = new TimeRange(left, back.minus(Duration.ofHours(1)));
            ServiceLedger glimpse = answer.services().getFirst();

            assertThat(happened.values()).as("something happened in it").anyMatch(gap::contains);
            assertThat(glimpse.rate().attendance().gaps()).containsExactly(gap);
            assertThat(glimpse.rate().attendance().share()).isCloseTo(18 / 21.0, within(1e-3));
            assertThat(interruptions(answer)).extracting(Interruption::task)
                    .containsExactlyInAnyOrderElementsOf(happened.entrySet().stream()
                            .filter(one -> !gap.contains(one.getValue())).map(Map.Entry::getKey).toList());
            assertThat(glimpse.rate().interrupted()).isEqualTo(interruptions(answer).size());
            assertThat(second.watch.current().stacks().getFirst().services().getFirst().interruptions()).get()
                    .satisfies(lately -> {
                        assertThat(lately.attendance().gaps()).containsExactly(gap);
                        assertThat(lately.count()).isEqualTo(interruptions(answer).size());
                    });
        }
    }

    @Test
    void aReadingThatFailsIsNoLook() throws InterruptedException {
        try (Console console = new Console()) {
            console.watch(Duration.ofHours(1));
            Instant last = clock.instant();
            sandbox.account(GLIMPSE.access()).fault("ecs:ListTasks", Failure.unreachable("ecs"));
            console.watch(Duration.ofHours(3));
            ServiceLedger glimpse = console.ask(since(BEGIN, clock)).services().getFirst();

            assertThat(glimpse.rate().attendance().gaps()).containsExactly(new TimeRange(last, clock.instant()));
            assertThat(glimpse.events().gaps()).as("the events of the service were read").isEmpty();

            console.watch(Duration.ofHours(21));
            assertThat(console.watch.current().stacks().getFirst().services().getFirst().interruptions())
                    .as("of the last day nothing is known").isEmpty();
        }
    }

    @Test
    void pagesFollowEachOther() throws InterruptedException {
        try (Console console = new Console()) {
            console.watch(Duration.ofHours(24));
            LedgerAnswer all = console.ask(since(BEGIN, clock));
            var answers = new LinkedBlockingQueue<LedgerAnswer>();
            console.watch.ledger().ask(LedgerQuestion.newest(all.question().range(), 3), answers::add);
            LedgerAnswer first = answers.take();
            console.watch.ledger().ask(first.next(), answers::add);

            assertThat(first.lines()).isEqualTo(all.lines().subList(0, 3));
            assertThat(first.more()).isTrue();
            LedgerAnswer second = answers.take();
            // The first page comes once more where settings were still being read for its checks.
            while (!second.question().equals(first.next())) {
                second = answers.take();
            }
            assertThat(second.lines()).isEqualTo(all.lines().subList(3, 6));
            assertThat(all.more()).isFalse();
        }
    }

    @Test
    void whereNothingIsKeptTheAnswerSaysSo() throws InterruptedException {
        var answers = new LinkedBlockingQueue<LedgerAnswer>();
        try (var watch = new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
                Money.usd("2"), true), sandbox, MetricCatalogue.standard(), clock)) {
            watch.stacks(List.of(GLIMPSE), List.of());
            watch.ledger().ask(LedgerQuestion.newest(since(BEGIN, clock), 9), answers::add);

            assertThat(answers.take().kept()).isFalse();
            assertThat(watch.readOnce(FREE).stacks().getFirst().services().getFirst().interruptions()).isEmpty();
        }
    }
}
