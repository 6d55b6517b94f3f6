package io.watchdeck.operations.preflight;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.preflight.Given.DENIED;
import static io.watchdeck.operations.preflight.Given.WHY;
import static io.watchdeck.operations.preflight.Given.denied;
import static io.watchdeck.operations.preflight.Given.force;
import static io.watchdeck.operations.preflight.Given.known;
import static io.watchdeck.operations.preflight.Given.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
import io.watchdeck.model.When;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RolloutConsequencesTest {

    private static final Instant EARLIER = NOON.minusSeconds(3600);

    private final Given given = new Given();

    private static Operation.RollBack back(int revision) {
        return new Operation.RollBack(TIKETI, SERVICE, Fleet.definition(revision));
    }

    @Test
    void aQuietServiceSaysOnlyWhatWillHappen() {
        List<Consequence> all = given.said(force());

        assertThat(all).extracting(Consequence::topic).containsExactly(Topic.TASKS, Topic.REVISION, Topic.HEADROOM,
                Topic.DEPLOYMENT, Topic.ALARM, Topic.IMAGE, Topic.STOPPING);
        assertThat(all).extracting(Consequence::weight).doesNotContain(Weight.REFUSED, Weight.UNKNOWN);
        assertThat(all).contains(Consequence.of(Topic.REVISION, Weight.TOLD, "operation.revision.same", "backend:88"));
    }

    // Tasks.

    @Test
    void aRollingDeploymentDoublesTheTasksAndTheirPools() {
        assertThat(given.said(force(), Topic.TASKS)).containsExactly(
                Consequence.of(Topic.TASKS, Weight.TOLD, "operation.rollout.tasks", 5, 5, 10));
        assertThat(given.said(force(), Topic.HEADROOM)).extracting(one -> one.sentence().key())
                .as("10 tasks of 10 connections").containsExactly("operation.headroom.full");
    }

    @Test
    void partsOfATaskAreKeptAsOneAndNotStarted() {
        given.settings(Fleet.settings(50, 150));

        assertThat(given.said(force(), Topic.TASKS)).containsExactly(
                Consequence.of(Topic.TASKS, Weight.TOLD, "operation.rollout.tasks", 5, 3, 7));
    }

    @Test
    void keepingNoTaskIsAWarning() {
        given.settings(Fleet.settings(0, 100));

        assertThat(given.said(force(), Topic.TASKS)).containsExactly(
                Consequence.of(Topic.TASKS, Weight.WARNING, "operation.rollout.noneKept", 5, 0, 5));
    }

    @Test
    void withoutPercentagesThoseOfEcsHold() {
        given.settings(new DeploymentSettings("ECS", OptionalInt.empty(), OptionalInt.empty(), true, true, List.of()));

        assertThat(given.said(force(), Topic.TASKS)).containsExactly(
                Consequence.of(Topic.TASKS, Weight.TOLD, "operation.rollout.tasks", 5, 5, 10));
    }

    @Test
    void unreadSettingsAreSaid() {
        given.settingsUnread();

        assertThat(given.said(force(), Topic.TASKS)).containsExactly(
                Consequence.of(Topic.TASKS, Weight.UNKNOWN, "operation.rollout.unknown", 5, WHY));
        assertThat(given.said(force(), Topic.ALARM)).containsExactly(
                Consequence.of(Topic.ALARM, Weight.UNKNOWN, "operation.alarm.unknown", WHY));
        assertThat(given.said(force(), Topic.TARGET)).isEmpty();
    }

    @Test
    void oldTasksMayBeMoreThanThePercentageAllows() {
        given.settings(Fleet.settings(100, 100)).state(Fleet.with(Fleet.service(5, 9),
                Fleet.deployment(88, "PRIMARY", 5, 1, "IN_PROGRESS"),
                Fleet.deployment(87, "ACTIVE", 0, 4, "COMPLETED")));

        assertThat(given.said(force(), Topic.TASKS)).containsExactly(
                Consequence.of(Topic.TASKS, Weight.TOLD, "operation.rollout.tasks", 9, 5, 9));
    }

    @Test
    void aServiceThatWantsNoTaskReplacesNone() {
        given.state(Fleet.service(0, 0));

        assertThat(given.said(force(), Topic.TASKS)).containsExactly(
                Consequence.of(Topic.TASKS, Weight.TOLD, "operation.rollout.noTasks"));
    }

    // A deployment that runs.

    @Test
    void noDeploymentIsFine() {
        assertThat(given.said(force(), Topic.DEPLOYMENT)).containsExactly(
                Consequence.of(Topic.DEPLOYMENT, Weight.FINE, "operation.rollout.quiet"));
    }

    @Test
    void aRunningDeploymentIsAWarning() {
        given.state(Fleet.with(Fleet.service(5, 3),
                Fleet.deployment(88, "PRIMARY", 5, 3, "IN_PROGRESS", NOON.minusSeconds(300))));

        assertThat(given.said(force(), Topic.DEPLOYMENT)).containsExactly(Consequence.of(Topic.DEPLOYMENT,
                Weight.WARNING, "operation.rollout.running", "backend:88", new When(NOON.minusSeconds(300), NOON), 3,
                5));
    }

    private void rollsOut() {
        given.state(Fleet.with(Fleet.service(5, 3),
                Fleet.deployment(88, "PRIMARY", 5, 3, "IN_PROGRESS", NOON.minusSeconds(300))));
    }

    @Test
    void theRolloutOfThisConsoleIsNamedWithWhoBeganItAndWhen() {
        rollsOut();
        JournalEntry own = begun(force()).sending(Entries.request(1)).answered(0, Sent.taken("ecs-svc/88", NOON));
        given.followed(own, begun(Entries.scale(9)));
        for (Operation.OfService next : List.of((Operation.OfService) force(),
                new Operation.RollBack(TIKETI, SERVICE, Fleet.definition(87)), Given.spot(Fleet.SPOT_70, true))) {
            assertThat(given.said(next, Topic.DEPLOYMENT)).containsExactly(Consequence.of(Topic.DEPLOYMENT,
                    Weight.WARNING, "operation.rollout.own", "backend:88", 3, 5,
                    Phrase.of("operation.stop.ownForced"), new When(NOON, NOON), "sora"));
            assertThat(given.said(next, Topic.FOLLOWED)).as("said once; what goes on beside is told too")
                    .extracting(one -> one.sentence().key()).containsExactly("operation.followed.beside");
        }
    }

    @Test
    void aRolloutOfThisConsoleThatIsNotThePrimaryOneIsToldToBeReplaced() {
        rollsOut();
        given.followed(begun(force()).sending(Entries.request(1)).answered(0, Sent.taken("ecs-svc/87", NOON)));

        assertThat(given.said(force(), Topic.DEPLOYMENT)).extracting(one -> one.sentence().key())
                .containsExactly("operation.rollout.running");
        assertThat(given.said(force(), Topic.FOLLOWED)).containsExactly(Consequence.of(Topic.FOLLOWED, Weight.TOLD,
                "operation.followed.replaced", Phrase.of("operation.stop.ownForced"), new When(NOON, NOON), "sora"));
    }

    // Alarms.

    @Test
    void withoutAlarmsTheCircuitBreakerIsSaid() {
        assertThat(given.said(force(), Topic.ALARM)).extracting(one -> one.sentence().key())
                .containsExactly("operation.alarm.breakerBack");
        given.settings(new DeploymentSettings("ECS", OptionalInt.of(100), OptionalInt.of(200), true, false,
                List.of()));
        assertThat(given.said(force(), Topic.ALARM)).extracting(one -> one.sentence().key())
                .containsExactly("operation.alarm.breaker");
        given.settings(new DeploymentSettings("ECS", OptionalInt.of(100), OptionalInt.of(200), false, false,
                List.of()));
        assertThat(given.said(force(), Topic.ALARM)).containsExactly(
                Consequence.of(Topic.ALARM, Weight.WARNING, "operation.alarm.none"));
    }

    @Test
    void aWiredAlarmThatIsLoudIsAWarning() {
        given.settings(Fleet.settings(100, 200, "cpu", "5xx", "p95"))
                .watched(Moment.tiketi().alarm("cpu", "ALARM").alarm("5xx", "ALARM").alarm("p95", "OK")
                        .alarm("somebody else's", "ALARM"));

        assertThat(given.said(force(), Topic.ALARM)).containsExactly(
                Consequence.of(Topic.ALARM, Weight.WARNING, "operation.alarm.loud", "cpu, 5xx"));
    }

    @Test
    void quietWiredAlarmsAreFine() {
        given.settings(Fleet.settings(100, 200, "cpu", "5xx"))
                .watched(Moment.tiketi().alarm("cpu", "OK").alarm("5xx", "INSUFFICIENT_DATA")
                        .alarm("somebody else's", "ALARM"));

        assertThat(given.said(force(), Topic.ALARM)).containsExactly(
                Consequence.of(Topic.ALARM, Weight.FINE, "operation.alarm.quiet", 2));
    }

    @Test
    void wiredAlarmsThatNobodyCouldReadAreNotQuiet() {
        given.settings(Fleet.settings(100, 200, "cpu", "5xx")).watched(Moment.tiketi().alarmsUnread());

        assertThat(given.said(force(), Topic.ALARM)).containsExactly(
                Consequence.of(Topic.ALARM, Weight.UNKNOWN, "operation.alarm.unread", "cpu, 5xx"));
    }

    // What Spot cuts off.

    @Test
    void whatStopsInTwoMinutesStopsInTime() {
        given.design(Fleet.design("ACTIVE", Fleet.stoppingIn(Duration.ofSeconds(120))))
                .drain(Fleet.GROUP, known(Duration.ofSeconds(120)));

        assertThat(given.said(force(), Topic.STOPPING)).containsExactly(
                Consequence.of(Topic.STOPPING, Weight.FINE, "operation.stopping.inTime"));
    }

    @Test
    void aLongerStopTimeoutIsCutOff() {
        given.design(Fleet.design("ACTIVE", Fleet.stoppingIn(Duration.ofSeconds(121))));

        assertThat(given.said(force(), Topic.STOPPING)).containsExactly(Consequence.of(Topic.STOPPING, Weight.WARNING,
                "operation.stopping.late", Phrase.of("operation.stopping.timeout", "app", Duration.ofSeconds(121))));
    }

    @Test
    void aLongerDeregistrationDelayIsCutOff() {
        given.drain(Fleet.GROUP, known(Duration.ofSeconds(300)));

        assertThat(given.said(force(), Topic.STOPPING)).containsExactly(Consequence.of(Topic.STOPPING, Weight.WARNING,
                "operation.stopping.late",
                Phrase.of("operation.stopping.drain", Fleet.GROUP, Duration.ofSeconds(300))));
    }

    @Test
    void bothAreSaidTogether() {
        given.design(Fleet.design("ACTIVE", Fleet.stoppingIn(Duration.ofSeconds(130))))
                .drain(Fleet.GROUP, known(Duration.ofSeconds(300)));

        assertThat(given.said(force(), Topic.STOPPING)).containsExactly(Consequence.of(Topic.STOPPING, Weight.WARNING,
                "operation.stopping.late", Phrase.of("list.and",
                        Phrase.of("operation.stopping.timeout", "app", Duration.ofSeconds(130)),
                        Phrase.of("operation.stopping.drain", Fleet.GROUP, Duration.ofSeconds(300)))));
    }

    @Test
    void whatIsNotKnownIsNotInTime() {
        Consequence unknown = Consequence.of(Topic.STOPPING, Weight.UNKNOWN, "operation.stopping.unknown");

        assertThat(new Given().designFails(DENIED).said(force(), Topic.STOPPING)).containsExactly(unknown);
        assertThat(new Given().drain("other-tg", denied()).said(force(), Topic.STOPPING)).containsExactly(unknown);
        assertThat(new Given().designFails(DENIED).drain("other-tg", known(Duration.ofSeconds(300)))
                .said(force(), Topic.STOPPING)).as("what is known is enough").extracting(Consequence::weight)
                .containsExactly(Weight.WARNING);
    }

    @Test
    void withoutSpotNothingIsCutOff() {
        given.state(Fleet.with(Fleet.service(5, 5), Fleet.ON_DEMAND)).drain(Fleet.GROUP,
                known(Duration.ofSeconds(300)));

        assertThat(given.said(force(), Topic.STOPPING)).isEmpty();
    }

    @Test
    void spotByItsBaseAloneIsSpotToo() {
        given.state(Fleet.with(Fleet.service(5, 5), List.of(
                new io.watchdeck.fleet.ServiceState.CapacityShare("FARGATE_SPOT", 0, 2),
                new io.watchdeck.fleet.ServiceState.CapacityShare("FARGATE", 1, 0))));

        assertThat(given.said(force(), Topic.STOPPING)).hasSize(1);
    }

    // Images.

    @Test
    void aTagIsPulledAnewAndADigestIsNot() {
        assertThat(given.said(force(), Topic.IMAGE)).containsExactly(
                Consequence.of(Topic.IMAGE, Weight.TOLD, "operation.image.tag", "backend:latest"));
        given.design(Fleet.design("ACTIVE", Fleet.container("backend@sha256:1"), Fleet.container("backend@sha256:1")));
        assertThat(given.said(force(), Topic.IMAGE)).containsExactly(
                Consequence.of(Topic.IMAGE, Weight.TOLD, "operation.image.fixed", "backend@sha256:1"));
        given.design(Fleet.design("ACTIVE", Fleet.container("backend@sha256:1"), Fleet.container("agent:1")));
        assertThat(given.said(force(), Topic.IMAGE)).containsExactly(
                Consequence.of(Topic.IMAGE, Weight.TOLD, "operation.image.tag", "backend@sha256:1, agent:1"));
    }

    @Test
    void anUnreadDesignHasUnknownImages() {
        assertThat(given.designFails(DENIED).said(force(), Topic.IMAGE)).containsExactly(
                Consequence.of(Topic.IMAGE, Weight.UNKNOWN, "operation.image.unknown", WHY));
        assertThat(given.design(Fleet.design("ACTIVE")).said(force(), Topic.IMAGE)).isEmpty();
    }

    // Who deploys.

    @Test
    void whatAnotherControllerDeploysIsRefused() {
        given.settings(new DeploymentSettings("CODE_DEPLOY", OptionalInt.of(100), OptionalInt.of(200), false, false,
                List.of()));
        Consequence refused =
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.controller", "CODE_DEPLOY");

        assertThat(given.said(force())).contains(refused);
        assertThat(given.said(back(87))).contains(refused);
    }

    // Back.

    @Test
    void theRevisionToGoBackToIsNamedWithItsLastSuccess() {
        given.deployments(Fleet.rollout(88, "SUCCESSFUL", NOON.minusSeconds(100)),
                Fleet.rollout(87, "ROLLBACK_FAILED", NOON.minusSeconds(200)),
                Fleet.rollout(87, "SUCCESSFUL", EARLIER), Fleet.rollout(87, "SUCCESSFUL", EARLIER.minusSeconds(9)));

        assertThat(given.said(back(87), Topic.REVISION)).containsExactly(Consequence.of(Topic.REVISION, Weight.TOLD,
                "operation.revision.back", "backend:87", Phrase.of("operation.revision.worked",
                        new When(EARLIER.plusSeconds(300), NOON)))
                .from(value("backend:88"), value("backend:87")));
    }

    @Test
    void aRevisionThatOnlyTheHistoryKnowsIsSaidToBeSo() {
        Phrase byHistory = Phrase.of("operation.revision.byHistory");

        assertThat(given.said(back(87), Topic.REVISION)).extracting(one -> one.sentence().arguments().get(1))
                .containsExactly(byHistory);
        assertThat(given.deploymentsUnread().said(back(87), Topic.REVISION))
                .extracting(one -> one.sentence().arguments().get(1)).containsExactly(byHistory);
    }

    @Test
    void theRevisionThatRunsIsNoWayBack() {
        assertThat(given.said(back(88), Topic.REVISION)).containsExactly(Consequence.of(Topic.REVISION, Weight.REFUSED,
                "operation.revision.already", "backend:88"));
    }

    @Test
    void aRevisionThatEcsNoLongerHasOrStartsIsRefused() {
        assertThat(given.designFails(Failure.notFound("task definition", "ECS")).said(back(87), Topic.REVISION))
                .containsExactly(Consequence.of(Topic.REVISION, Weight.REFUSED, "operation.revision.gone",
                        "backend:87"));
        assertThat(given.design(Fleet.design("INACTIVE")).said(back(87), Topic.REVISION)).containsExactly(
                Consequence.of(Topic.REVISION, Weight.REFUSED, "operation.revision.inactive", "backend:87",
                        "INACTIVE"));
    }

    @Test
    void aRevisionThatCannotBeReadIsNotKnown() {
        assertThat(given.designFails(DENIED).said(back(87), Topic.REVISION)).containsExactly(Consequence.of(
                Topic.REVISION, Weight.UNKNOWN, "operation.revision.unknown", "backend:87", WHY)
                .from(value("backend:88"), value("backend:87")));
    }

    @Test
    void goingBackIsARolloutToo() {
        assertThat(given.said(back(87))).extracting(Consequence::topic).containsExactly(Topic.TASKS, Topic.REVISION,
                Topic.HEADROOM, Topic.DEPLOYMENT, Topic.ALARM, Topic.IMAGE, Topic.STOPPING);
        assertThat(Consequences.of(back(87), given.facts()).headroom()).isPresent();
        assertThat(Consequences.of(force(), given.facts()).headroom()).isPresent();
    }
}
