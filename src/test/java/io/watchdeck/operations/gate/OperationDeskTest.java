package io.watchdeck.operations.gate;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.Entries.begunAt;
import static io.watchdeck.operations.Entries.reminding;
import static io.watchdeck.operations.Entries.scale;
import static io.watchdeck.operations.gate.Desk.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.FleetEvent;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.Dead;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.gate.OperationDesk.Letters;
import io.watchdeck.operations.gate.OperationDesk.Revision;
import io.watchdeck.operations.gate.OperationDesk.State;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.RedriveTask;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What screens ask of the desk beside running something.
@Timeout(20)
class OperationDeskTest {

    private final Desk rig = new Desk(Moment.tiketi());
    private final Operation.OfService service = new Operation.ForceDeployment(TIKETI, SERVICE);

    @BeforeEach
    void start() throws InterruptedException {
        rig.start();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    // Locks.

    @Test
    void unlockingAndLockingAreTold() {
        var told = new ArrayList<LockState>();
        rig.desk.subscribe(state -> told.add(state.locks().get(TIKETI)));
        assertThat(rig.desk.state().locks()).isEqualTo(java.util.Map.of(TIKETI, new LockState.Locked()));
        rig.desk.unlock(TIKETI);
        rig.desk.lock(TIKETI);

        assertThat(told).containsExactly(new LockState.Unlocked(NOON.plusSeconds(900)), new LockState.Locked());
    }

    @Test
    void aStackThatNobodyWatchesHasNoLock() {
        rig.desk.unlock(new StackId("other"));

        assertThat(rig.desk.state().locks()).containsOnlyKeys(TIKETI);
    }

    @Test
    void whoDoesNotListenAnyLongerIsToldNothing() {
        var told = new ArrayList<State>();
        rig.desk.subscribe(told::add).close();
        rig.desk.unlock(TIKETI);

        assertThat(told).isEmpty();
    }

    // Ways back.

    @Test
    void theRevisionsThatSucceededAreTheWaysBack() throws InterruptedException {
        rig.account.deployments(Fleet.rollout(89, "IN_PROGRESS", at(0)), Fleet.rollout(88, "SUCCESSFUL", at(-100)),
                Fleet.rollout(87, "SUCCESSFUL", at(-1000)), Fleet.rollout(86, "ROLLBACK_SUCCESSFUL", at(-2000)),
                Fleet.rollout(87, "SUCCESSFUL", at(-3000)), Fleet.rollout(85, "SUCCESSFUL", at(-4000)));
        Reading<List<Revision>> ways = answered(answer -> rig.desk.backTo(service, answer));

        assertThat(((Reading.Known<List<Revision>>) ways).value()).containsExactly(
                new Revision(Fleet.definition(87), Optional.of(at(-700))),
                new Revision(Fleet.definition(85), Optional.of(at(-3700))));
    }

    @Test
    void waysBackThatCannotBeReadAreNotNone() throws InterruptedException {
        rig.account.deploymentsFail(Failure.denied("ecs:ListServiceDeployments"));
        Reading<List<Revision>> ways = answered(answer -> rig.desk.backTo(service, answer));

        assertThat(ways).isInstanceOf(Reading.Unknown.class);
    }

    /// ECS forgets a service deployment after 90 days.
    @Test
    void whatEcsForgotIsKnownByWhatTheConsoleSawAndDid() throws InterruptedException {
        rig.account.deployments(Fleet.rollout(88, "SUCCESSFUL", at(-100)));
        rig.deployed = List.of(
                new FleetEvent.Deployed(SERVICE, Fleet.deployment(84, "PRIMARY", 5, 5, "COMPLETED", at(-9000))),
                new FleetEvent.Deployed(SERVICE, Fleet.deployment(83, "PRIMARY", 5, 5, "FAILED", at(-9900))),
                new FleetEvent.Deployed(new ServiceKey("other", "other"),
                        Fleet.deployment(82, "PRIMARY", 5, 5, "COMPLETED", at(-9000))));
        rig.journal.put(over(new Operation.RollBack(TIKETI, SERVICE, Fleet.definition(81)), Result.WORKED, -5000));
        rig.journal.put(over(new Operation.RollBack(TIKETI, SERVICE, Fleet.definition(80)), Result.FAILED, -5000));
        rig.journal.put(over(new Operation.StopTask(TIKETI, SERVICE, "task"), Result.WORKED, -5000));
        Reading<List<Revision>> ways = answered(answer -> rig.desk.backTo(service, answer));

        assertThat(((Reading.Known<List<Revision>>) ways).value()).containsExactly(
                new Revision(Fleet.definition(81), Optional.of(at(-5000))),
                new Revision(Fleet.definition(84), Optional.of(at(-9000))));
    }

    @Test
    void whereEcsDoesNotAnswerTheOwnHistoryIsTheWayBack() throws InterruptedException {
        rig.account.deploymentsFail(Failure.denied("ecs:ListServiceDeployments"));
        rig.journal.put(over(new Operation.RollBack(TIKETI, SERVICE, Fleet.definition(81)), Result.WORKED, -5000));
        Reading<List<Revision>> ways = answered(answer -> rig.desk.backTo(service, answer));

        assertThat(((Reading.Known<List<Revision>>) ways).value()).extracting(Revision::taskDefinition)
                .containsExactly(Fleet.definition(81));
    }

    private static JournalEntry over(Operation operation, Result result, int at) {
        return begunAt(begun(operation), at(at - 10))
                .ended(new Verdict(result, Phrase.of("proof.rollout.worked", "a", 1, 1), at(at)));
    }

    // Nobody waits for ever.

    @Test
    void aStackThatIsNotWatchedAnyLongerIsAFailureWhateverIsAsked() throws InterruptedException {
        rig.watch.knows();
        Failure gone = Asking.notWatched(TIKETI);

        assertThat(Desk.<Reading<Facts>>answered(answer -> rig.desk.facts(service, answer)))
                .isEqualTo(Reading.unknown(gone, NOON));
        assertThat(Desk.<Reading<List<Revision>>>answered(answer -> rig.desk.backTo(service, answer)))
                .isEqualTo(Reading.unknown(gone, NOON));
        assertThat(Desk.<Reading<List<RedriveTask>>>answered(answer -> rig.desk.redrives(TIKETI, "dlq", answer)))
                .isEqualTo(Reading.unknown(gone, NOON));
        assertThat(Desk.<Letters>answered(answer -> rig.desk.look(TIKETI, "dlq", 10, answer)).failure())
                .contains(gone);
    }

    @Test
    void aMistakeIsAFailureAndNoSilence() throws InterruptedException {
        rig.account.before(_ -> {
            throw new IllegalArgumentException("odd");
        });

        assertThat(Desk.<Reading<Facts>>answered(answer -> rig.desk.facts(service, answer)))
                .isInstanceOf(Reading.Unknown.class);
        assertThat(Desk.<Letters>answered(answer -> rig.desk.look(TIKETI, "dlq", 10, answer)).failure())
                .isPresent();
    }

    @Test
    void aJournalThatCannotBeReadIsAFailureAndNotEmpty() throws InterruptedException {
        rig.journal.unreadable("the file is damaged");
        Reading<List<JournalEntry>> read = answered(answer -> rig.desk.journal(Set.of(),
                TimeRange.last(Duration.ofDays(1), at(60)), 10, answer));

        assertThat(((Reading.Unknown<List<JournalEntry>>) read).failure().sentence())
                .isEqualTo(Phrase.of("journal.unread", "the file is damaged"));
    }

    // Letters.

    @Test
    void eachLookKnowsMoreUntilItIsForgotten() throws InterruptedException {
        rig.account.letters(Dead.letter("a"));
        assertThat(ids(10)).containsExactly("a");
        rig.account.letters(Dead.letter("b"));
        assertThat(ids(10)).containsExactly("a", "b");
        rig.desk.forget(TIKETI, "dlq");

        assertThat(ids(10)).containsExactly("b");
    }

    @Test
    void aLookHidesMessagesForAWhileAndChangesNothingElse() throws InterruptedException {
        Letters letters = answered(answer -> rig.desk.look(TIKETI, "dlq", 10, answer));

        assertThat(letters.complete()).isTrue();
        assertThat(rig.account.asked()).hasSize(5).containsOnly("receive dlq PT30S");
        assertThat(rig.account.sent()).isEmpty();
    }

    @Test
    void aLookThatFailsSaysWhy() throws InterruptedException {
        Failure denied = Failure.denied("sqs:ReceiveMessage");
        rig.account.lettersFail(denied);
        Letters letters = answered(answer -> rig.desk.look(TIKETI, "dlq", 10, answer));

        assertThat(letters.failure()).contains(denied);
        assertThat(letters.complete()).isFalse();
    }

    private List<String> ids(int most) throws InterruptedException {
        Letters letters = answered(answer -> rig.desk.look(TIKETI, "dlq", most, answer));
        return letters.letters().stream().map(DeadLetter::id).toList();
    }

    @Test
    void redrivesAreReadWhoeverBeganThem() throws InterruptedException {
        rig.account.redrives(Dead.task("RUNNING", 1, 2, NOON));
        Reading<List<RedriveTask>> tasks = answered(answer -> rig.desk.redrives(TIKETI, "dlq", answer));

        assertThat(((Reading.Known<List<RedriveTask>>) tasks).value()).hasSize(1);
    }

    // The journal.

    @Test
    void theJournalIsReadByStackAndRange() throws InterruptedException {
        JournalEntry one = begun(scale(9));
        JournalEntry other = begun(new Operation.Purge(new StackId("glimpse-prod"), "q"));
        List.of(one, other).forEach(rig.journal::put);
        TimeRange day = TimeRange.last(Duration.ofDays(1), at(60));

        assertThat(journal(Set.of(TIKETI), day, 10)).containsExactly(one);
        assertThat(journal(Set.of(), day, 1)).hasSize(1);
    }

    private List<JournalEntry> journal(Set<StackId> stacks, TimeRange range, int most) throws InterruptedException {
        Reading<List<JournalEntry>> read = answered(answer -> rig.desk.journal(stacks, range, most, answer));
        return ((Reading.Known<List<JournalEntry>>) read).value();
    }

    @Test
    void aReminderThatIsSettledIsShownNoMore() throws InterruptedException {
        JournalEntry over = reminding(begun(scale(9)), at(3600))
                .ended(new Verdict(Result.WORKED, Phrase.of("proof.scale.worked", 9, 9), at(5)));
        rig.journal.put(over);
        rig.restart();
        rig.await(state -> !state.reminders().isEmpty());
        rig.desk.settle(over.id());
        rig.await(state -> state.reminders().isEmpty());

        assertThat(rig.journal.only()).isEqualTo(over.settled());
    }

    // Where.

    @Test
    void theCommandLineSaysWhere() {
        assertThat(rig.desk.where(TIKETI)).containsExactly("--region", "ap-northeast-2");
        rig.endpoint("http://127.0.0.1:5555");
        assertThat(rig.desk.where(TIKETI)).containsExactly("--region", "ap-northeast-2", "--endpoint-url",
                "http://127.0.0.1:5555");
        assertThat(rig.desk.where(new StackId("other"))).isEmpty();
        assertThat(rig.desk.person()).isEqualTo("sora");
        Moment moment = Moment.of(io.watchdeck.stack.StackFiles.good("""
                stack: Shop
                environment: test
                region: eu-west-1
                profile: sora
                cluster: shop
                services: [{name: api}]
                databases: [{id: main, engine: postgres}]
                """));
        rig.watch.knows(moment.done());
        assertThat(rig.desk.where(moment.file().id())).containsExactly("--region", "eu-west-1", "--profile", "sora",
                "--endpoint-url", "http://127.0.0.1:5555");
    }

    @Test
    void closedItTellsNobody() {
        var told = new ArrayList<State>();
        rig.desk.subscribe(told::add);
        rig.desk.close();
        rig.desk.lock(TIKETI);

        assertThat(told).isEmpty();
    }
}
