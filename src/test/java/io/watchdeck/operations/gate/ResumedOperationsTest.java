package io.watchdeck.operations.gate;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.before;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.Entries.reminding;
import static io.watchdeck.operations.Entries.request;
import static io.watchdeck.operations.Entries.scale;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
import io.watchdeck.model.When;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.gate.OperationDesk.Confirmed;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.stack.ServiceSpec.Range;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What an earlier run of the program left without a verdict, at any point of it, begins again a hundred seconds later with
/// the same journal.
@Timeout(20)
class ResumedOperationsTest {

    private static final int LATER = 100;

    private final Desk rig = new Desk(Moment.tiketi());
    private final Operation both =
            new Operation.Scale(TIKETI, SERVICE, OptionalInt.of(12), Optional.of(new Range(2, 12)));

    @AfterEach
    void close() {
        rig.close();
    }

    private Verdict resumed(JournalEntry left) throws InterruptedException {
        rig.journal.put(left);
        rig.clock.set(at(LATER));
        rig.start();
        return rig.verdict();
    }

    private static Verdict verdict(Result result, String key, Object... arguments) {
        return new Verdict(result, Phrase.of(key, arguments), at(LATER));
    }

    private static JournalEntry taken(JournalEntry entry) {
        return entry.sending(request(9)).answered(entry.sendings().size(), Sent.taken(at(1)));
    }

    @Test
    void nothingWasSent() throws InterruptedException {
        assertThat(resumed(begun(scale(9)))).isEqualTo(verdict(Result.NOT_DONE, "proof.neverSent"));
        assertThat(rig.account.sent()).isEmpty();
        assertThat(rig.account.asked()).isEmpty();
    }

    /// The simulated account begins anew with each run: what it shows now is nothing of what was done.
    @Test
    void inAnAccountThatBeganAnewNobodyKnowsWhatCameOfIt() throws InterruptedException {
        rig.anew(at(LATER));

        assertThat(resumed(taken(begun(scale(9))))).isEqualTo(verdict(Result.NOT_KNOWN, "proof.anew",
                new When(at(LATER), at(LATER))));
        assertThat(rig.account.asked()).isEmpty();
    }

    @Test
    void inAnotherAccountNobodyKnowsWhatCameOfIt() throws InterruptedException {
        JournalEntry one = taken(begun(scale(9)));
        var elsewhere = new JournalEntry.Place(one.place().environment(), Optional.of("999999999999"),
                one.place().region(), Optional.empty(), Optional.empty());

        assertThat(resumed(Entries.placed(one, elsewhere))).isEqualTo(verdict(Result.NOT_KNOWN, "proof.otherAccount",
                "999999999999", "210987654321"));
    }

    @Test
    void fewerWereSentThanPlanned() throws InterruptedException {
        assertThat(resumed(taken(begun(both, before(), 2))))
                .isEqualTo(verdict(Result.PARTLY, "proof.unfinished", 1, 2));
        assertThat(rig.account.sent()).as("the rest is never sent by itself").isEmpty();
    }

    @Test
    void oneMayHaveLeftAndWasNotDone() throws InterruptedException {
        assertThat(resumed(begun(scale(9)).sending(request(9))))
                .isEqualTo(verdict(Result.NOT_DONE, "proof.scale.notDone", 5));
        assertThat(rig.account.sent()).isEmpty();
    }

    @Test
    void oneMayHaveLeftAndWasDone() throws InterruptedException {
        rig.account.service(Fleet.service(9, 9));

        assertThat(resumed(begun(scale(9)).sending(request(9))))
                .isEqualTo(verdict(Result.WORKED, "proof.scale.workedUnsure", 9, 9));
    }

    @Test
    void theFirstOfTwoMayHaveLeft() throws InterruptedException {
        rig.account.range(Fleet.range(2, 12));

        assertThat(resumed(begun(both, before(), 2).sending(request(9))))
                .isEqualTo(verdict(Result.PARTLY, "proof.scale.partly",
                        Phrase.of("operation.range.ends", 2, 12), 5));
        assertThat(rig.account.sent()).isEmpty();
    }

    @Test
    void awsHadRefusedIt() throws InterruptedException {
        Failure denied = Failure.denied("ecs:UpdateService");

        assertThat(resumed(begun(scale(9)).sending(request(9)).answered(0, new Sent.Refused(denied, at(1)))))
                .isEqualTo(verdict(Result.NOT_DONE, "proof.refused", denied.sentence()));
    }

    @Test
    void itWasFollowedAndGoesOn() throws InterruptedException {
        rig.account.service(Fleet.pending(Fleet.service(9, 6), 3));
        rig.journal.put(taken(begun(scale(9))));
        rig.clock.set(at(LATER));
        rig.start();
        assertThat(rig.looked().running().getFirst().last().orElseThrow().done()).hasValue(6);
        rig.account.service(Fleet.service(9, 9));
        rig.pass(5);

        assertThat(rig.verdict().result()).isEqualTo(Result.WORKED);
        assertThat(rig.account.sent()).isEmpty();
    }

    @Test
    void aRolloutIsFollowedOnAndKeepsItsRemarks() throws InterruptedException {
        JournalEntry left = begun(new Operation.ForceDeployment(TIKETI, SERVICE)).sending(request(9))
                .answered(0, Sent.taken("ecs-svc/89", at(1)))
                .remarked(new JournalEntry.Remark(at(5), Phrase.of("proof.rollout.going", "backend:89", 1, 5,
                        Phrase.of("proof.rollout.noFailures"))));
        rig.account.service(Fleet.with(Fleet.service(5, 5), Fleet.deployment(89, "PRIMARY", 5, 5, "COMPLETED", at(1))));

        assertThat(resumed(left)).isEqualTo(verdict(Result.WORKED, "proof.rollout.worked", "backend:89", 5, 5));
        assertThat(rig.journal.only().remarks()).isEqualTo(left.remarks());
    }

    @Test
    void aReminderSurvives() throws InterruptedException {
        JournalEntry over = reminding(begun(scale(9)), at(3600))
                .ended(new Verdict(Result.WORKED, Phrase.of("proof.scale.worked", 9, 9), at(5)));
        rig.journal.put(over);
        rig.start();

        assertThat(rig.await(state -> !state.reminders().isEmpty()).reminders()).containsExactly(over);
    }

    @Test
    void aStackThatNobodyWatchesAnyLongerKeepsItOpen() throws InterruptedException {
        rig.watch.knows();
        rig.journal.put(begun(scale(9)).sending(request(9)));
        rig.start();
        rig.pass(4000);

        assertThat(rig.journal.only().isOver()).isFalse();
        assertThat(rig.account.asked()).isEmpty();
    }

    /// The program dies as its second request leaves: the thread that sends it goes no further, and nobody looks any more.
    @Test
    void dyingBetweenTwoRequestsIsToldRightAfterwards() throws InterruptedException {
        rig.start();
        rig.unlock();
        Preview preview = rig.preview(both);
        var dead = new CountDownLatch(1);
        rig.account.before(call -> {
            if (call.startsWith("update")) {
                rig.desk.close();
                dead.countDown();
                throw new IllegalStateException("killed");
            }
        });
        rig.run(preview, new Confirmed("", SERVICE.service(), Optional.empty()));
        dead.await();
        JournalEntry left = rig.journal.only();
        assertThat(left.sendings()).hasSize(2);
        assertThat(left.sendings().get(0).answer()).contains(Sent.taken("ecs-svc/new", NOON));
        assertThat(left.sendings().get(1).answer()).isEmpty();
        rig.account.before(_ -> {});
        rig.account.range(Fleet.range(2, 12));
        rig.clock.set(at(LATER));
        rig.restart();

        assertThat(rig.verdict()).isEqualTo(verdict(Result.PARTLY, "proof.scale.partly",
                Phrase.of("operation.range.ends", 2, 12), 5));
        assertThat(rig.account.sent()).containsExactly("range tiketi-backend-service 2–12");
        assertThat(rig.desk.state().locks().get(TIKETI)).as("it is locked again").isEqualTo(new LockState.Locked());
    }
}
