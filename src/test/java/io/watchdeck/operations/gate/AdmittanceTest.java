package io.watchdeck.operations.gate;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.scale;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Phrase;
import io.watchdeck.operations.Dead;
import io.watchdeck.operations.FakeAccount;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Spoken;
import io.watchdeck.operations.gate.OperationDesk.Confirmed;
import io.watchdeck.operations.preflight.FactReader;
import io.watchdeck.operations.preflight.OwnFacts;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.stack.Environment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Tiketi is unlocked and all is as it was when it was checked, until a test says otherwise.
class AdmittanceTest {

    private static final String NAME = SERVICE.service();

    private final MutableClock clock = new MutableClock(NOON);
    private final FakeAccount account = new FakeAccount(clock);
    private final FactReader reader = new FactReader(account.cloud(), account.controls(), clock);
    private Moment moment = Moment.tiketi();
    private Locks locks = new Locks(false, clock);

    AdmittanceTest() {
        locks.unlock(moment.file());
        account.queue(Dead.queue("dlq", 27));
        account.sources("jobs");
    }

    private Preview preview(Operation operation) {
        return Preview.of(operation, reader.read(operation, moment.done(), OwnFacts.none(NOON)), "");
    }

    private Optional<Phrase> declined(Operation operation, String typed) {
        return declined(preview(operation), typed);
    }

    private Optional<Phrase> declined(Preview preview, String typed) {
        Optional<Phrase> why = new Admittance(locks, reader).declined(preview,
                new Confirmed("", typed, Optional.empty()), moment.done());
        why.ifPresent(Spoken::fits);
        return why;
    }

    private static Phrase because(String key, Object... arguments) {
        return Phrase.of(key, arguments);
    }

    @Test
    void whatIsUnlockedConfirmedAndAsItWasMayRun() {
        assertThat(declined(scale(9), NAME)).isEmpty();
        assertThat(declined(new Operation.Redrive(TIKETI, "dlq", OptionalInt.empty(), OptionalInt.empty()), "dlq"))
                .isEmpty();
        assertThat(account.sent()).isEmpty();
    }

    @Test
    void whatIsReadOnlyMayNot() {
        locks = new Locks(true, clock);
        assertThat(declined(scale(9), NAME)).contains(because("gate.readOnly"));
        locks = new Locks(false, clock);
        moment.readOnly();
        assertThat(declined(scale(9), NAME)).contains(because("gate.readOnly"));
    }

    @Test
    void whatIsLockedMayNot() {
        locks.lock(TIKETI);

        assertThat(declined(scale(9), NAME)).contains(because("gate.locked", "Tiketi"));
    }

    @Test
    void theLockIsLookedAtWhenItIsToBeSent() {
        Preview preview = preview(scale(9));
        clock.forward(Locks.OPEN);

        assertThat(declined(preview, NAME)).contains(because("gate.locked", "Tiketi"));
    }

    @Test
    void whatIsRefusedMayNot() {
        assertThat(declined(scale(11), NAME)).contains(because("gate.refused"));
    }

    @Test
    void whatWouldChangeNothingMayNotAndThatIsWhatIsSaid() {
        int now = preview(scale(9)).facts().baseline().desired().orElseThrow();

        assertThat(declined(scale(now), NAME)).contains(because("gate.unchanged"));
    }

    @Test
    void whatSendsNothingMayNot() {
        Preview preview = preview(scale(9));

        assertThat(declined(new Preview(preview.operation(), preview.confirmation(), preview.consequences(), List.of(),
                preview.headroom(), preview.facts()), NAME)).contains(because("gate.refused"));
    }

    @Test
    void theNameMustBeTypedInProduction() {
        for (String typed : List.of("", "tiketi", NAME + " ", NAME.toUpperCase(java.util.Locale.ROOT), "Tiketi")) {
            assertThat(declined(scale(9), typed)).contains(because("gate.name", NAME));
        }
        assertThat(declined(new Operation.Purge(TIKETI, "dlq"), "")).contains(because("gate.name", "dlq"));
        assertThat(declined(new Operation.StopTask(TIKETI, SERVICE, Fleet.task("a").arn()), "")).isEmpty();
    }

    @Test
    void elsewhereOnlyAPurgeAsksForIt() {
        moment = Moment.tiketi().in(Environment.TEST);

        assertThat(declined(scale(9), "")).isEmpty();
        assertThat(declined(new Operation.Purge(TIKETI, "dlq"), "")).contains(because("gate.name", "dlq"));
        assertThat(declined(new Operation.Purge(TIKETI, "dlq"), "dlq")).isEmpty();
    }

    @Test
    void theTableIsAskedAnewWhateverTheDialogSaid() {
        Preview asked = preview(scale(9));

        assertThat(declined(new Preview(asked.operation(), io.watchdeck.operations.Confirmation.CLICK,
                asked.consequences(), asked.steps(), asked.headroom(), asked.facts()), ""))
                .contains(because("gate.name", NAME));
    }

    @Test
    void anotherAccountThanTheFileNamesIsLeftAlone() {
        moment.account("111111111111");
        assertThat(declined(scale(9), NAME)).contains(because("gate.account", "111111111111"));
        moment.account("210987654321");
        assertThat(declined(scale(9), NAME)).isEmpty();
        moment.nobody();
        assertThat(declined(scale(9), NAME)).contains(because("gate.account", "210987654321"));
    }

    @Test
    void withoutAnAccountInTheFileNobodyNeedsToConfirmIt() {
        moment.nobody();

        assertThat(declined(scale(9), NAME)).isEmpty();
    }

    @Test
    void whatHasChangedSinceItWasCheckedMayNot() {
        Preview preview = preview(scale(9));
        Optional<Phrase> moved = Optional.of(because("gate.moved", NAME));

        account.service(Fleet.service(6, 5));
        assertThat(declined(preview, NAME)).as("another count").isEqualTo(moved);
        account.service(Fleet.runs(Fleet.service(5, 5), Fleet.definition(89)));
        assertThat(declined(preview, NAME)).as("another revision").isEqualTo(moved);
        account.service(Fleet.with(Fleet.service(5, 5), Fleet.SPOT_70));
        assertThat(declined(preview, NAME)).as("other weights").isEqualTo(moved);
        account.service(Fleet.service(5, 3));
        assertThat(declined(preview, NAME)).as("tasks come and go").isEmpty();
    }

    @Test
    void aDeploymentThatBeganSinceItWasCheckedIsToldBeforeAnotherBegins() {
        Preview force = preview(new Operation.ForceDeployment(TIKETI, SERVICE));
        Preview scale = preview(scale(9));
        account.service(
                Fleet.with(Fleet.service(5, 5), Fleet.forced("ecs-svc/other", "PRIMARY", 5, "COMPLETED", NOON)));

        assertThat(declined(force, NAME)).contains(because("gate.moved", NAME));
        assertThat(declined(scale, NAME)).isEmpty();
    }

    // Deployments that are to be stopped.

    private static final String ROLLOUT = "arn:deployment:88";

    /// The deployment of revision 88 has so many tasks, and so many of revision 87 are left.
    private static ServiceState rolling(int fresh, int old) {
        return Fleet.with(Fleet.service(5, fresh + old),
                Fleet.deployment(88, "PRIMARY", 5, fresh, "IN_PROGRESS", NOON),
                Fleet.deployment(87, "ACTIVE", 5, old, "COMPLETED", NOON.minusSeconds(3600)));
    }

    private Preview stopping() {
        account.service(rolling(1, 5));
        account.deployments(Fleet.rollout(88, "IN_PROGRESS", NOON),
                Fleet.rollout(87, "SUCCESSFUL", NOON.minusSeconds(3600)));
        return preview(new Operation.StopDeployment(TIKETI, SERVICE, ROLLOUT));
    }

    @Test
    void aDeploymentIsNotStoppedWhenMoreTasksWouldStartAgainThanWereTold() {
        Preview preview = stopping();
        assertThat(declined(preview, NAME)).isEmpty();
        account.service(rolling(4, 5));
        assertThat(declined(preview, NAME)).as("what it replaces still runs in full").isEmpty();
        account.service(rolling(5, 0));
        assertThat(declined(preview, NAME)).contains(because("gate.stopTasks", 5, 0));
    }

    @Test
    void aDeploymentThatEndedSinceOrIsBeingStoppedIsNotStopped() {
        Preview preview = stopping();
        for (String status : List.of("SUCCESSFUL", "STOPPED", "STOP_REQUESTED", "ROLLBACK_IN_PROGRESS")) {
            account.deployments(Fleet.rollout(88, status, NOON),
                    Fleet.rollout(87, "SUCCESSFUL", NOON.minusSeconds(3600)));
            assertThat(declined(preview, NAME)).contains(because("gate.stopStatus", NAME, status));
        }
        account.deployments(Fleet.rollout(87, "SUCCESSFUL", NOON.minusSeconds(3600)));
        assertThat(declined(preview, NAME)).contains(because("gate.stopGone", NAME));
    }

    @Test
    void aDeploymentIsNotStoppedWhenItWouldGoBackElsewhereThanToldOrCannotBeReadAgain() {
        Preview preview = stopping();
        account.deployments(Fleet.rollout(88, "IN_PROGRESS", NOON),
                Fleet.rollout(86, "SUCCESSFUL", NOON.minusSeconds(60)));
        assertThat(declined(preview, NAME)).contains(because("gate.stopBack", NAME));
        Failure failure = Failure.unreachable("ecs");
        account.deploymentsFail(failure);
        assertThat(declined(preview, NAME)).contains(because("gate.unread", failure.sentence()));
        account.service(Fleet.with(Fleet.service(5, 5), Fleet.forced("ecs-svc/other", "PRIMARY", 5, "IN_PROGRESS",
                NOON)));
        assertThat(declined(preview, NAME)).as("another began").contains(because("gate.moved", NAME));
    }

    @Test
    void aCountIsCheckedAgainstTheRangeThatThePersonSaw() {
        Preview preview = preview(scale(9));
        account.range(Fleet.range(2, 8, "CPU 70 %"));
        assertThat(declined(preview, NAME)).contains(because("gate.movedRange", NAME));
        account.rangeFails(Failure.absent());
        assertThat(declined(preview, NAME)).as("gone").contains(because("gate.movedRange", NAME));
        Failure failure = Failure.unreachable("application-autoscaling");
        account.rangeFails(failure);
        assertThat(declined(preview, NAME)).contains(because("gate.unread", failure.sentence()));
        account.range(Fleet.range(2, 10));
        assertThat(declined(preview, NAME)).as("policies are no range").isEmpty();
    }

    // Queues.

    private static final Operation REDRIVE =
            new Operation.Redrive(TIKETI, "dlq", OptionalInt.empty(), OptionalInt.empty());
    private static final Operation PURGE = new Operation.Purge(TIKETI, "dlq");

    @Test
    void aQueueIsReadAgainBeforeItsMessagesAreMovedOrDestroyed() {
        for (Operation operation : List.of(REDRIVE, PURGE)) {
            account.queue(Dead.queue("dlq", 27));
            Preview preview = preview(operation);
            account.queue(Dead.queue("dlq", 0));
            assertThat(declined(preview, "dlq")).contains(because("gate.queueEmpty", "dlq", 27L));
            account.queue(Dead.queue("dlq", 55));
            assertThat(declined(preview, "dlq")).contains(because("gate.queueGrew", "dlq", 55L, 27L));
            account.queue(Dead.queue("dlq", 54));
            assertThat(declined(preview, "dlq")).as("no more than twice as many").isEmpty();
            account.queue(Dead.queue("dlq", 3));
            assertThat(declined(preview, "dlq")).as("fewer").isEmpty();
        }
    }

    @Test
    void aFewMoreLettersThanThereWereChangeNothing() {
        account.queue(Dead.queue("dlq", 1));
        Preview preview = preview(PURGE);
        account.queue(Dead.queue("dlq", 11));
        assertThat(declined(preview, "dlq")).isEmpty();
        account.queue(Dead.queue("dlq", 12));
        assertThat(declined(preview, "dlq")).contains(because("gate.queueGrew", "dlq", 12L, 1L));
    }

    @Test
    void aQueueThatIsGoneOrCannotBeReadIsLeftAlone() {
        Preview preview = preview(PURGE);
        account.queueFails("dlq", Failure.notFound("dlq", "here"));
        assertThat(declined(preview, "dlq")).contains(because("gate.queueGone", "dlq"));
        Failure failure = Failure.unreachable("sqs");
        account.queueFails("dlq", failure);
        assertThat(declined(preview, "dlq")).contains(because("gate.unread", failure.sentence()));
    }

    @Test
    void aRedriveThatBeganSinceItWasCheckedKeepsAnotherAndAPurgeBack() {
        for (Operation operation : List.of(REDRIVE, PURGE)) {
            account.redrives();
            Preview preview = preview(operation);
            account.redrives(Dead.task("RUNNING", 1, 27, NOON));
            assertThat(declined(preview, "dlq")).contains(because("gate.redriveRuns", "dlq"));
            account.redrives(Dead.task("COMPLETED", 27, 27, NOON));
            assertThat(declined(preview, "dlq")).isEmpty();
            Failure failure = Failure.unreachable("sqs");
            account.redrivesFail(failure);
            assertThat(declined(preview, "dlq")).contains(because("gate.unread", failure.sentence()));
        }
    }

    @Test
    void whatCannotBeReadAgainMayNot() {
        Preview preview = preview(scale(9));
        Failure failure = Failure.unreachable("ecs");
        account.serviceFails(failure);

        assertThat(declined(preview, NAME)).contains(because("gate.unread", failure.sentence()));
    }

    @Test
    void nothingIsReadOfWhatIsDeclinedAnyway() {
        Preview preview = preview(scale(9));
        int asked = account.asked().size();
        declined(preview, "wrong");

        assertThat(account.asked()).hasSize(asked);
    }

    @Test
    void whoeverLocksItWhileItIsReadOnceMoreStopsIt() {
        Preview preview = preview(scale(9));
        account.before(_ -> locks.lock(TIKETI));

        assertThat(declined(preview, NAME)).contains(because("gate.locked", "Tiketi"));
    }
}
