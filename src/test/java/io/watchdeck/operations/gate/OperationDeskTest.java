package io.watchdeck.operations.gate;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.Entries.reminding;
import static io.watchdeck.operations.Entries.scale;
import static io.watchdeck.operations.gate.Desk.answered;
import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(Desk.<List<JournalEntry>>answered(answer -> rig.desk.journal(Set.of(TIKETI), day, 10, answer)))
                .containsExactly(one);
        assertThat(Desk.<List<JournalEntry>>answered(answer -> rig.desk.journal(Set.of(), day, 1, answer))).hasSize(1);
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
        assertThat(rig.desk.where(moment.file().id())).containsExactly("--region", "eu-west-1", "--profile", "sora");
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
