package io.watchdeck.operations.preflight;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.preflight.Given.WHY;
import static io.watchdeck.operations.preflight.Given.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.ServiceDeployment;
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
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Five tasks are wanted; the deployment of revision 88 has two of them, four of revision 87 are left.
class StopConsequencesTest {

    private static final Instant EARLIER = NOON.minusSeconds(3600);

    private final Given given = new Given()
            .state(Fleet.with(Fleet.service(5, 6), Fleet.deployment(88, "PRIMARY", 5, 2, "IN_PROGRESS", NOON),
                    Fleet.deployment(87, "ACTIVE", 4, 4, "COMPLETED", EARLIER)))
            .deployments(Fleet.rollout(88, "IN_PROGRESS", NOON), Fleet.rollout(86, "ROLLBACK_SUCCESSFUL", EARLIER),
                    Fleet.rollout(87, "SUCCESSFUL", EARLIER), Fleet.rollout(85, "SUCCESSFUL", EARLIER));

    private static Operation.StopDeployment stop(int revision) {
        return new Operation.StopDeployment(TIKETI, SERVICE, "arn:deployment:" + revision);
    }

    @Test
    void stoppingIsARolloutToo() {
        assertThat(given.said(stop(88))).extracting(Consequence::topic).containsExactly(Topic.TASKS, Topic.REVISION,
                Topic.HEADROOM, Topic.DEPLOYMENT, Topic.ALARM, Topic.STOPPING);
        assertThat(Consequences.of(stop(88), given.facts()).headroom()).isPresent();
    }

    @Test
    void itGoesBackToWhatSucceededLast() {
        assertThat(given.said(stop(88), Topic.REVISION)).containsExactly(
                Consequence.of(Topic.REVISION, Weight.TOLD, "operation.stop.rollback", "backend:87")
                        .from(value("backend:88"), value("backend:87")));
    }

    @Test
    void aForcedDeploymentGoesBackToTheSameRevision() {
        ServiceDeployment forced = new ServiceDeployment("arn:deployment:90", "IN_PROGRESS", "", NOON,
                Optional.of(NOON), Optional.empty(), Optional.of(Fleet.definition(88)), Optional.empty());
        given.deployments(forced, Fleet.rollout(88, "SUCCESSFUL", EARLIER));
        assertThat(given.said(stop(90), Topic.REVISION)).containsExactly(
                Consequence.of(Topic.REVISION, Weight.TOLD, "operation.stop.same", "backend:88"));
    }

    @Test
    void whereNothingSucceededItIsTheRevisionBefore() {
        Phrase before = Phrase.of("operation.stop.before");

        assertThat(given.deployments(Fleet.rollout(88, "PENDING", NOON)).said(stop(88), Topic.REVISION))
                .containsExactly(Consequence.of(Topic.REVISION, Weight.TOLD, "operation.stop.rollback", before)
                        .from(value("backend:88"), value(before)));
    }

    @Test
    void aRevisionThatEcsDoesNotTellIsSaidToBeUnknown() {
        ServiceDeployment known = Fleet.rollout(88, "IN_PROGRESS", NOON);
        given.deployments(new ServiceDeployment(known.arn(), known.status(), known.reason(), known.createdAt(),
                known.startedAt(), known.finishedAt(), Optional.empty(), known.breaker()));

        assertThat(given.said(stop(88), Topic.REVISION)).extracting(Consequence::before)
                .containsExactly(Optional.of(Phrase.of("operation.stop.unknown")));
    }

    // Tasks and connections.

    @Test
    void theTasksOfBothSidesAreTold() {
        assertThat(given.said(stop(88), Topic.TASKS)).containsExactly(Consequence.of(Topic.TASKS, Weight.TOLD,
                "list.sentences", Phrase.of("operation.stop.tasks", 2, 1), Phrase.of("operation.stop.kept", 5, 10)));
    }

    @Test
    void noMoreTasksRunAtOnceThanTheRulesAllowOrRunAlready() {
        given.settings(Fleet.settings(0, 100));

        assertThat(given.said(stop(88), Topic.TASKS)).containsExactly(Consequence.of(Topic.TASKS, Weight.WARNING,
                "list.sentences", Phrase.of("operation.stop.tasks", 2, 1),
                Phrase.of("operation.stop.noneKept", 0, 6)));
    }

    @Test
    void rulesThatCannotBeReadAreNotKnown() {
        given.settingsUnread();

        assertThat(given.said(stop(88), Topic.TASKS)).containsExactly(Consequence.of(Topic.TASKS, Weight.UNKNOWN,
                "list.sentences", Phrase.of("operation.stop.tasks", 2, 1),
                Phrase.of("operation.stop.keptUnknown", WHY)));
        assertThat(given.said(stop(88), Topic.ALARM)).containsExactly(
                Consequence.of(Topic.ALARM, Weight.UNKNOWN, "operation.alarm.unknown", WHY));
    }

    @Test
    void aServiceThatWantsNoTaskReplacesNone() {
        given.state(Fleet.with(Fleet.service(0, 0), Fleet.deployment(88, "PRIMARY", 0, 0, "IN_PROGRESS", NOON)));

        assertThat(given.said(stop(88), Topic.TASKS)).containsExactly(
                Consequence.of(Topic.TASKS, Weight.TOLD, "operation.rollout.noTasks"));
    }

    /// Six tasks run and ten may, which want all of 100 connections.
    @Test
    void theConnectionsDuringTheRollbackAreJudged() {
        assertThat(given.said(stop(88), Topic.HEADROOM)).hasSize(1).allSatisfy(one -> {
            assertThat(one.weight()).isEqualTo(Weight.WARNING);
            assertThat(one.sentence().key()).isEqualTo("operation.headroom.tight");
            assertThat(one.before()).contains(value(60));
            assertThat(one.after()).contains(value(100));
        });
    }

    // Whose it is.

    private static JournalEntry taken(Operation operation, String id) {
        return begun(operation).sending(Entries.request(1)).answered(0, Sent.taken(id, NOON));
    }

    @Test
    void aDeploymentThatThisConsoleFollowsIsNamedWithWhatBecomesOfIt() {
        given.followed(begun(Entries.scale(9)), taken(Given.force(), "ecs-svc/88"));
        assertThat(given.said(stop(88), Topic.DEPLOYMENT)).containsExactly(Consequence.of(Topic.DEPLOYMENT,
                Weight.TOLD, "operation.stop.own", Phrase.of("operation.stop.ownForced"), new When(NOON, NOON),
                "sora"));

        given.followed(taken(new Operation.RollBack(TIKETI, SERVICE, Fleet.definition(88)), "ecs-svc/88"));
        assertThat(given.said(stop(88), Topic.DEPLOYMENT)).extracting(one -> one.sentence().arguments().getFirst())
                .containsExactly(Phrase.of("operation.stop.ownRollBack"));
        given.followed(taken(Given.spot(Fleet.SPOT_70, true), "ecs-svc/88"));
        assertThat(given.said(stop(88), Topic.DEPLOYMENT)).extracting(one -> one.sentence().arguments().getFirst())
                .containsExactly(Phrase.of("operation.stop.ownWeights"));
    }

    @Test
    void anotherDeploymentThanTheFollowedOneIsNotOurs() {
        given.followed(taken(Given.force(), "ecs-svc/80"), begun(Given.force()));

        assertThat(given.said(stop(88), Topic.DEPLOYMENT)).containsExactly(
                Consequence.of(Topic.DEPLOYMENT, Weight.TOLD, "operation.stop.other", new When(NOON, at(0))));
    }

    /// ECS answers a change of the count, or of weights that nothing follows yet, with the deployment that is there.
    @Test
    void aChangeThatBeganNoDeploymentIsNotTakenForTheOneThatDid() {
        given.followed(taken(Entries.scale(9), "ecs-svc/88"), taken(Given.spot(Fleet.SPOT_70, false), "ecs-svc/88"));

        assertThat(given.said(stop(88), Topic.DEPLOYMENT)).containsExactly(
                Consequence.of(Topic.DEPLOYMENT, Weight.TOLD, "operation.stop.other", new When(NOON, at(0))));
    }

    // What watches the rollback.

    @Test
    void whatEndsARollbackIsTold() {
        assertThat(given.said(stop(88), Topic.ALARM)).containsExactly(
                Consequence.of(Topic.ALARM, Weight.FINE, "operation.stop.breaker"));
        given.settings(new DeploymentSettings("ECS", OptionalInt.of(100), OptionalInt.of(200), false, false,
                List.of()));
        assertThat(given.said(stop(88), Topic.ALARM)).containsExactly(
                Consequence.of(Topic.ALARM, Weight.WARNING, "operation.stop.noBreaker"));
    }

    @Test
    void anAlarmThatRingsIsToldAndWarnsOfNothing() {
        given.settings(Fleet.settings(100, 200, "5xx", "cpu"))
                .watched(Moment.tiketi().alarm("5xx", "ALARM").alarm("cpu", "OK"));
        assertThat(given.said(stop(88), Topic.ALARM)).containsExactly(
                Consequence.of(Topic.ALARM, Weight.TOLD, "operation.stop.loud", "5xx"));
        given.watched(Moment.tiketi().alarm("5xx", "OK").alarm("cpu", "OK"));
        assertThat(given.said(stop(88), Topic.ALARM)).containsExactly(
                Consequence.of(Topic.ALARM, Weight.FINE, "operation.alarm.quiet", 2));
        given.watched(Moment.tiketi().alarmsUnread());
        assertThat(given.said(stop(88), Topic.ALARM)).containsExactly(
                Consequence.of(Topic.ALARM, Weight.UNKNOWN, "operation.alarm.unread", "5xx, cpu"));
    }

    @Test
    void tasksOnSpotAreCutOffThereToo() {
        given.design(Fleet.design("ACTIVE", Fleet.stoppingIn(Duration.ofSeconds(121))));

        assertThat(given.said(stop(88), Topic.STOPPING)).extracting(one -> one.sentence().key())
                .containsExactly("operation.stopping.late");
        given.state(Fleet.with(Fleet.service(5, 5), Fleet.ON_DEMAND));
        assertThat(given.said(stop(88), Topic.STOPPING)).isEmpty();
    }

    // What cannot be stopped.

    @Test
    void aDeploymentThatIsOverCannotBeStopped() {
        assertThat(given.deployments(Fleet.rollout(88, "SUCCESSFUL", EARLIER)).said(stop(88))).containsExactly(
                Consequence.of(Topic.DEPLOYMENT, Weight.REFUSED, "operation.stop.over", "SUCCESSFUL"));
        assertThat(given.said(stop(77))).containsExactly(
                Consequence.of(Topic.DEPLOYMENT, Weight.REFUSED, "operation.stop.gone"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP_REQUESTED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS"})
    void norOneThatIsBeingStopped(String status) {
        assertThat(given.deployments(Fleet.rollout(88, status, EARLIER)).said(stop(88))).containsExactly(
                Consequence.of(Topic.DEPLOYMENT, Weight.REFUSED, "operation.stop.already", status));
    }

    @Test
    void whatCannotBeReadIsNotStopped() {
        assertThat(given.deploymentsUnread().said(stop(88))).containsExactly(
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.unknown", WHY));
    }
}
