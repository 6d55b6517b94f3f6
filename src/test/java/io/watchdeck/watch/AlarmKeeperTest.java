package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmEvent;
import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.ConditionTurn;
import io.watchdeck.alarms.Episodes;
import io.watchdeck.alarms.Lifecycle;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Saying;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Status.Closed.Why;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CostDayStore;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2LedgerStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.store.H2StateStore;
import io.watchdeck.watch.past.AnswerStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a keeper makes of snapshots of an account, and what another finds that it kept.
@Timeout(30)
class AlarmKeeperTest {

    private static final StackFile SHOP = Rig.shop();
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Rig rig = new Rig();
    private final FakeCloud cloud = rig.cloud(SHOP);
    private final Database database = Database.temporary(rig.clock);
    private final List<Throwable> mistakes = new ArrayList<>();
    private final List<Change> told = new ArrayList<>();
    private Consumer<Runnable> mover = Runnable::run;
    private final AlarmKeeper keeper = keeper("sora");

    AlarmKeeperTest() {
        rig.watch(SHOP);
        cloud.service("api", 2, 2);
        keeper.told(told::addAll);
        keeper.watch(List.of(SHOP.id()));
    }

    @AfterEach
    void close() {
        assertThat(mistakes).isEmpty();
        rig.close();
        database.close();
    }

    private AlarmKeeper keeper(String person) {
        return keeper(person, database);
    }

    private AlarmKeeper keeper(String person, Database database) {
        var catalogue = MetricCatalogue.standard();
        var history = new WatchHistory(new MetricArchive(() -> new MetricArchive.Stores(
                new H2MetricStore(database, catalogue), new H2CoverageStore(database)), catalogue),
                () -> new H2StateStore(database), new WatchHistory.Fleet(() -> new H2FleetEventStore(database),
                        () -> new H2LedgerStore(database)),
                () -> new H2CostDayStore(database), () -> new H2OccurrenceStore(database), AnswerStore::none,
                new WatchHistory.Elsewhere(watching -> mover = watching, _ -> {}));
        return new AlarmKeeper(new WatchSettings(rig.rhythm, new Meter(PriceList.shipped(), rig.clock),
                Money.usd("2"), false, new CostNeed(CostNeed.Asked.DAILY), Optional.of(history),
                AlarmWishes.of(person)), rig.clock, () -> {}, mistakes::add);
    }

    private void cpu(double percent) {
        Rig.cpu(cloud, Rig.levelUntil(41 + Math.toIntExact(Duration.between(Rig.NOW, rig.clock.instant()).toMinutes()),
                percent));
    }

    /// How the stack stands with its occurrences, read anew.
    private StackSnapshot judged(AlarmKeeper by) {
        StackSnapshot judged = by.judge(rig.readAll().stacks(), rig.clock.instant()).getFirst();
        by.tell();
        return judged;
    }

    private StackSnapshot judged(AlarmKeeper by, Duration later, double cpu) {
        rig.clock.forward(later);
        cpu(cpu);
        return judged(by);
    }

    private static AlarmDesk.Said say(AlarmKeeper to, Saying saying) throws InterruptedException {
        var answer = new LinkedBlockingQueue<AlarmDesk.Said>();
        to.say(saying, answer::add);
        return answer.take();
    }

    private static Occurrence cpuOf(StackSnapshot stack) {
        return stack.occurrences().stream().filter(one -> one.key().topic().equals("service.cpu above")).findFirst()
                .orElseThrow();
    }

    private Saying acknowledge(Occurrence one) {
        return new Saying.Acknowledge(Set.of(one.id()), Optional.of(rig.clock.instant().plus(Duration.ofHours(4))),
                "looking");
    }

    @Test
    void nothingIsJudgedBeforeWhatWasKeptIsBack() {
        cpu(99);

        List<StackSnapshot> read = rig.readAll().stacks();

        assertThat(keeper.judge(read, rig.clock.instant())).isSameAs(read);
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsInAlarmIsOpenSinceItBeganAndSomebodyIsTold() {
        keeper.restore(true);
        cpu(99);

        Occurrence full = cpuOf(judged(keeper));

        assertThat(full.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(full.raised()).isBefore(Rig.NOW);
        assertThat(full.status()).isInstanceOf(Status.Open.class);
        assertThat(told).extracting(Change::what).containsExactly(What.RAISED);
        assertThat(told.getFirst().after()).isEqualTo(full);
    }

    @Test
    void whatCameBeforeAnybodyListensIsToldToTheFirstWhoDoes() {
        AlarmKeeper early = keeper("sora");
        early.watch(List.of(SHOP.id()));
        early.restore(true);
        cpu(99);
        judged(early);
        var heard = new ArrayList<Change>();

        early.told(heard::addAll);
        early.tell();

        assertThat(heard).extracting(Change::what).containsExactly(What.RAISED);
    }

    @Test
    void aNoticeTellsNobody() {
        keeper.restore(true);
        cpu(80);

        assertThat(cpuOf(judged(keeper)).severity()).isEqualTo(Severity.NOTICE);
        assertThat(told).isEmpty();
    }

    @Test
    void aWordIsKeptBeforeItIsAnswered() throws InterruptedException {
        keeper.restore(true);
        cpu(99);
        Occurrence open = cpuOf(judged(keeper));

        AlarmDesk.Said said = say(keeper, acknowledge(open));

        assertThat(said.taken()).extracting(Occurrence::id).containsExactly(open.id());
        assertThat(said.over()).isEmpty();
        assertThat(said.memory()).isFalse();
        AlarmKeeper next = keeper("jmin");
        next.watch(List.of(SHOP.id()));
        next.restore(true);
        Occurrence found = cpuOf(judged(next, MINUTE, 99));
        assertThat(found.id()).isEqualTo(open.id());
        assertThat(found.status()).isInstanceOf(Status.Acknowledged.class);
        assertThat(found.status().said().orElseThrow().person()).isEqualTo("sora");
        assertThat(found.status().said().orElseThrow().note()).isEqualTo("looking");
    }

    @Test
    void whatIsOverByThenStaysSo() throws InterruptedException {
        keeper.restore(true);
        cpu(99);
        Occurrence open = cpuOf(judged(keeper));
        judged(keeper, MINUTE, 20);

        AlarmDesk.Said said = say(keeper, acknowledge(open));

        assertThat(said.taken()).isEmpty();
        assertThat(said.over()).containsExactly(open.id());
        assertThat(keeper.resolved(List.of(SHOP.id()))).extracting(Occurrence::isResolved).containsOnly(true);
    }

    @Test
    void anAlarmThatNeverWasIsOver() throws InterruptedException {
        keeper.restore(true);
        UUID nobody = new UUID(1, 2);

        assertThat(say(keeper, new Saying.Snooze(Set.of(nobody), Rig.NOW.plusSeconds(600), "")).over())
                .containsExactly(nobody);
    }

    @Test
    void whatWasFoundIsTheSameForTheNextConsole() {
        keeper.restore(true);
        cpu(99);
        Occurrence open = cpuOf(judged(keeper));
        keeper.keep();

        AlarmKeeper next = keeper("sora");
        next.watch(List.of(SHOP.id()));
        next.restore(true);

        assertThat(cpuOf(judged(next, MINUTE, 99)).id()).isEqualTo(open.id());
    }

    @Test
    void aCommandThatLooksOnceKeepsNothing() {
        keeper.restore(false);
        cpu(99);
        judged(keeper);
        keeper.keep();

        assertThat(new H2OccurrenceStore(database).liveOrEndedAfter(Instant.EPOCH)).isEmpty();
        assertThat(new H2OccurrenceStore(database).judged(SHOP.id())).isEmpty();
    }

    @Test
    void theTimeThatNobodyJudgedIsJudgedFirst() {
        keeper.restore(true);
        cpu(20);
        judged(keeper);
        keeper.keep();
        AlarmKeeper next = begun();

        assertThat(judged(next, Duration.ofMinutes(10), 99).occurrences()).isEmpty();
        assertThat(next.behind(SHOP.id())).contains(Rig.NOW);

        next.judged(SHOP.id(), _ -> List.of(), rig.clock.instant());
        assertThat(cpuOf(judged(next, Duration.ofSeconds(10), 99)).severity()).isEqualTo(Severity.CRITICAL);
        assertThat(next.behind(SHOP.id())).isEmpty();
    }

    @Test
    void whatIsKnownOfAnEarlierTimeIsNotJudgedWhileNobodyAnswers() {
        keeper.restore(true);
        cpu(99);
        Occurrence open = cpuOf(judged(keeper));
        cloud.failEverything(Failure.unreachable("eu-west-1"));

        assertThat(cpuOf(judged(keeper, Duration.ofMinutes(30), 20)).id()).isEqualTo(open.id());
    }

    @Test
    void whatWasOverIsShownForADay() {
        keeper.restore(true);
        cpu(99);
        judged(keeper);
        judged(keeper, MINUTE, 20);

        assertThat(keeper.resolved(List.of(SHOP.id()))).hasSize(1);
        judged(keeper, OverLately.SHOWN.plus(MINUTE), 20);
        assertThat(keeper.resolved(List.of(SHOP.id()))).isEmpty();
    }

    @Test
    void aSnapshotInWhichNothingIsOtherIsTheSame() {
        keeper.restore(true);
        cpu(99);
        List<StackSnapshot> read = rig.readAll().stacks();
        StackSnapshot first = keeper.judge(read, rig.clock.instant()).getFirst();

        assertThat(keeper.judge(read, rig.clock.instant()).getFirst()).isSameAs(first);
    }

    @Test
    void whatSomebodyHasSaysWho() throws InterruptedException {
        keeper.restore(true);
        cpu(99);
        assertThat(judged(keeper).verdict().held()).isEmpty();
        say(keeper, acknowledge(cpuOf(judged(keeper))));

        Status held = judged(keeper).verdict().held().orElseThrow();

        assertThat(rig.say(HeldWords.of(held, rig.clock.instant()))).isEqualTo("sora has it until 08:42");
    }

    @Test
    void theHistoryOfOneTroubleIsTold() throws InterruptedException {
        keeper.restore(true);
        cpu(99);
        Occurrence open = cpuOf(judged(keeper));
        say(keeper, acknowledge(open));
        var changes = new LinkedBlockingQueue<List<Change>>();
        var episodes = new LinkedBlockingQueue<List<Occurrence>>();

        keeper.changes(open, changes::add);
        keeper.episodes(open.key(), Rig.NOW.minus(Duration.ofDays(90)), episodes::add);

        assertThat(changes.take()).extracting(Change::what).containsExactly(What.RAISED, What.ACKNOWLEDGED);
        assertThat(episodes.take()).extracting(Occurrence::id).containsExactly(open.id());
    }

    @Test
    void anotherNagHoldsForWhatIsOpenAlready() {
        keeper.restore(true);
        cpu(99);
        judged(keeper);
        keeper.wish(new AlarmWishes("sora", Optional.of(Duration.ofMinutes(2))));

        judged(keeper, Duration.ofMinutes(2), 99);

        assertThat(told).extracting(Change::what).containsExactly(What.RAISED, What.NAGGED);
    }

    @Test
    void theTroubleOfAConditionIsFound() {
        keeper.restore(true);
        cpu(99);
        StackSnapshot stack = judged(keeper);

        assertThat(stack.verdict().troubles()).allSatisfy(condition -> assertThat(stack.occurrence(condition)
                .orElseThrow().key()).isEqualTo(AlarmKey.of(SHOP.id(), condition)));
        assertThat(only(rig.watch.current()).occurrences()).extracting(Occurrence::key)
                .containsExactlyInAnyOrderElementsOf(stack.occurrences().stream().map(Occurrence::key).toList());
    }

    /// The next console, which has put back what was kept.
    private AlarmKeeper begun() {
        AlarmKeeper next = keeper("sora");
        next.watch(List.of(SHOP.id()));
        next.restore(true);
        return next;
    }

    @Test
    void whatIsFoundWhileTheWholeHistoryIsInMemoryIsLost() throws InterruptedException {
        try (Database instead = Database.temporary(rig.clock, Phrase.of("history.memory.full", "/data"))) {
            AlarmKeeper lost = keeper("sora", instead);
            lost.watch(List.of(SHOP.id()));
            lost.restore(true);
            cpu(99);

            assertThat(say(lost, acknowledge(cpuOf(judged(lost)))).memory()).isTrue();
        }
    }

    @Test
    void aServiceThatIsDeletedClosesItsAlarms() {
        keeper.restore(true);
        cpu(99);
        Occurrence open = cpuOf(judged(keeper));
        cloud.fail(Subject.SERVICES, Failure.notFound("service api", "shop"));

        assertThat(judged(keeper, MINUTE, 99).occurrences()).extracting(one -> one.key().on().name())
                .doesNotContain("api");
        assertThat(keeper.resolved(List.of(SHOP.id()))).filteredOn(one -> one.id().equals(open.id())).singleElement()
                .satisfies(one -> assertThat(one.status()).isEqualTo(
                        new Status.Closed(rig.clock.instant(), Why.NO_LONGER_EXISTS, Optional.empty())));
    }

    @Test
    void whatCannotBeReadStaysAndNagsNobody() {
        keeper.restore(true);
        cpu(99);
        judged(keeper);
        cloud.fail(Subject.METRICS, Failure.denied("cloudwatch:GetMetricData"));
        told.clear();

        for (int minutes = 0; minutes < 60; minutes += 2) {
            rig.clock.forward(Duration.ofMinutes(2));
            judged(keeper);
        }

        assertThat(told).isEmpty();
        assertThat(cpuOf(judged(keeper)).unknownSince()).isPresent();
        cloud.heal();
        judged(keeper, MINUTE, 99);
        assertThat(told).extracting(Change::what).containsExactly(What.NAGGED);
    }

    @Test
    void theFirstLookIntoThePastIsDoneAtTheNextStartWhereItWasNot() {
        keeper.restore(true);
        cpu(20);
        judged(keeper);
        keeper.keep();
        rig.clock.forward(Duration.ofMinutes(10));

        AlarmKeeper next = begun();
        assertThat(next.behind(SHOP.id())).contains(Rig.NOW);
        assertThat(next.before(SHOP.id())).isPresent();
        next.pastJudged(SHOP.id(), _ -> List.of(), Rig.NOW);
        next.keep();

        AlarmKeeper third = begun();
        assertThat(third.before(SHOP.id())).isEmpty();
        assertThat(third.behind(SHOP.id())).contains(Rig.NOW);
    }

    @Test
    void whatIsKnownOfThePastIsNotFoundAgainByTheFirstLook() {
        keeper.restore(true);
        cpu(99);
        judged(keeper);
        Instant end = judged(keeper, MINUTE, 20).asOf();
        keeper.keep();
        rig.clock.forward(Duration.ofDays(3));

        AlarmKeeper next = begun();
        Condition bad = Episodes.rule(Severity.WARNING, State.ALARM, 99);
        next.pastJudged(SHOP.id(), all -> {
            Occurrence known = new H2OccurrenceStore(database).liveOrEndedAfter(Instant.EPOCH).getFirst();
            var again = new Condition(known.now().name(), known.now().source(), known.key().on(), known.now().metric(),
                    Severity.CRITICAL, State.ALARM, bad.value(), bad.threshold(), bad.compared(), Optional.empty(),
                    bad.sentence());
            List<Change> changes = all.replay(SHOP.id(), List.of(new ConditionTurn(end.minusSeconds(60), again)),
                    rig.clock.instant());
            assertThat(changes).isEmpty();
            return changes;
        }, rig.clock.instant());

        assertThat(next.before(SHOP.id())).isEmpty();
    }

    @Test
    void aStackThatNoFileNamesIsLetGoAndComesBackWithItsWord() throws InterruptedException {
        keeper.restore(true);
        cpu(99);
        Occurrence open = cpuOf(judged(keeper));
        say(keeper, acknowledge(open));
        keeper.watch(List.of());
        keeper.restore(true);

        assertThat(say(keeper, acknowledge(open)).over()).as("in memory").containsExactly(open.id());

        keeper.watch(List.of(SHOP.id()));
        keeper.restore(true);
        assertThat(cpuOf(judged(keeper, MINUTE, 99)).status()).isInstanceOf(Status.Acknowledged.class);
    }

    @Test
    void onlyWhatWasOverOnWatchedStacksIsTold() throws InterruptedException {
        keeper.restore(true);
        Occurrence elsewhere = Episodes.open(Severity.WARNING, Rig.NOW.minusSeconds(90));
        Change over = new Lifecycle(Optional.empty()).after(elsewhere, new AlarmEvent.Cleared(Rig.NOW)).orElseThrow();
        new H2OccurrenceStore(database).put(List.of(over));
        cpu(99);
        judged(keeper);
        judged(keeper, MINUTE, 20);
        var answer = new LinkedBlockingQueue<List<Occurrence>>();

        keeper.resolved(Rig.NOW.minus(Duration.ofDays(90)), answer::add);

        assertThat(answer.take()).isNotEmpty().extracting(one -> one.key().stack()).containsOnly(SHOP.id());
    }

    /// Another process had the file: it kept what it found, and what somebody said.
    @Test
    void whatBothPlacesFoundIsOneWithItsWord() throws InterruptedException {
        keeper.restore(true);
        cpu(99);
        Occurrence inFile = cpuOf(judged(keeper));
        say(keeper, acknowledge(inFile));
        keeper.keep();
        Database memory = Database.temporary(rig.clock);
        AlarmKeeper other = keeper("jmin", memory);
        other.watch(List.of(SHOP.id()));
        other.restore(true);
        Occurrence twin = cpuOf(judged(other, MINUTE, 99));
        assertThat(twin.id()).isNotEqualTo(inFile.id());

        mover.accept(() -> memory.goOnIn(database));

        Occurrence one = cpuOf(judged(other, MINUTE, 99));
        assertThat(one.id()).isEqualTo(inFile.id());
        assertThat(one.status().said().orElseThrow().person()).isEqualTo("sora");
        assertThat(new H2OccurrenceStore(memory).liveOrEndedAfter(Instant.EPOCH)).extracting(Occurrence::key)
                .doesNotHaveDuplicates();
        assertThat(new H2OccurrenceStore(memory).changes(inFile.id())).extracting(Change::what)
                .containsExactly(What.RAISED, What.ACKNOWLEDGED);
        memory.close();
    }

    @Test
    void theTimeThatTheOtherPlaceDidNotJudgeIsJudgedAfterTheMove() {
        keeper.restore(true);
        cpu(20);
        judged(keeper);
        keeper.pastJudged(SHOP.id(), _ -> List.of(), Rig.NOW);
        keeper.keep();
        try (Database memory = Database.temporary(rig.clock)) {
            AlarmKeeper other = keeper("jmin", memory);
            other.watch(List.of(SHOP.id()));
            other.restore(true);
            judged(other, Duration.ofMinutes(10), 20);
            assertThat(other.behind(SHOP.id())).isEmpty();

            mover.accept(() -> memory.goOnIn(database));

            assertThat(other.behind(SHOP.id())).contains(Rig.NOW);
            assertThat(other.before(SHOP.id())).as("its past was judged there").isEmpty();
        }
    }

    @Test
    void twoOfOneTroubleInTheFileAreOneAtTheNextStart() {
        keeper.restore(true);
        cpu(99);
        Occurrence open = cpuOf(judged(keeper));
        keeper.keep();
        var twin = new Occurrence(UUID.randomUUID(), open.key(), open.raised().plusSeconds(1), open.now(), open.worst(),
                open.worstValue(), open.status(), Optional.empty());
        new H2OccurrenceStore(database).put(List.of(new Change(twin.raised(), What.RAISED, true, twin)));

        AlarmKeeper next = begun();

        assertThat(cpuOf(judged(next, MINUTE, 99)).id()).isEqualTo(open.id());
        assertThat(new H2OccurrenceStore(database).liveOrEndedAfter(Instant.EPOCH)).extracting(Occurrence::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void aWordThatCannotBeWrittenHoldsInMemoryAndSaysSo() throws InterruptedException {
        keeper.restore(true);
        cpu(99);
        Occurrence open = cpuOf(judged(keeper));
        keeper.keep();
        database.close();

        AlarmDesk.Said said = say(keeper, acknowledge(open));

        assertThat(said.taken()).extracting(Occurrence::id).containsExactly(open.id());
        assertThat(said.memory()).isTrue();
        assertThat(cpuOf(judged(keeper)).status()).isInstanceOf(Status.Acknowledged.class);
        assertThat(mistakes).isNotEmpty();
        mistakes.clear();
    }
}
