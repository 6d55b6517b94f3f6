package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Saying;
import io.watchdeck.alarms.Status;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.Severity;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CostDayStore;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.store.H2StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
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
        var catalogue = MetricCatalogue.standard();
        var history = new WatchHistory(new MetricArchive(() -> new MetricArchive.Stores(
                new H2MetricStore(database, catalogue), new H2CoverageStore(database)), catalogue),
                () -> new H2StateStore(database), () -> new H2FleetEventStore(database),
                () -> new H2CostDayStore(database), () -> new H2OccurrenceStore(database));
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
        next.restore(true);
        next.watch(List.of(SHOP.id()));

        assertThat(cpuOf(judged(next, MINUTE, 99)).id()).isEqualTo(open.id());
    }

    @Test
    void aCommandThatLooksOnceKeepsNothing() {
        keeper.restore(false);
        cpu(99);
        judged(keeper);
        keeper.keep();

        assertThat(new H2OccurrenceStore(database).liveOrEndedAfter(Instant.EPOCH)).isEmpty();
        assertThat(new H2OccurrenceStore(database).judgedUntil(SHOP.id())).isEmpty();
    }

    @Test
    void theTimeThatNobodyJudgedIsJudgedFirst() {
        keeper.restore(true);
        cpu(20);
        judged(keeper);
        keeper.keep();
        AlarmKeeper next = keeper("sora");
        next.restore(true);
        next.watch(List.of(SHOP.id()));

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
        judged(keeper, AlarmKeeper.SHOWN.plus(MINUTE), 20);
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
