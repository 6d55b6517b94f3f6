package io.watchdeck.operations.preflight;

import static io.watchdeck.operations.preflight.Given.known;
import static io.watchdeck.operations.preflight.Given.spot;
import static io.watchdeck.operations.preflight.Given.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.model.Phrase;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// From 90 of 100 on Spot, unless a test says otherwise.
class SpotConsequencesTest {

    private static final Phrase NOW = weighted(90, 10);

    private static Phrase weighted(int spot, int onDemand) {
        return Phrase.of("list.and", Phrase.of("operation.spot.weighted", "FARGATE_SPOT", spot),
                Phrase.of("operation.spot.weighted", "FARGATE", onDemand));
    }

    private final Given given = new Given();

    @Test
    void saysHowTasksWouldBeSharedOut() {
        assertThat(given.said(spot(Fleet.SPOT_70, false))).contains(Consequence.of(Topic.SPOT, Weight.TOLD,
                "operation.spot.changed", Phrase.of("operation.spot.share", 4, 1))
                .from(value(NOW), value(weighted(70, 30))));
    }

    @Test
    void onlyAForcedDeploymentMovesRunningTasks() {
        assertThat(given.said(spot(Fleet.SPOT_70, false), Topic.DEPLOYMENT)).containsExactly(
                Consequence.of(Topic.DEPLOYMENT, Weight.TOLD, "operation.spot.noMove", 5));
        assertThat(given.said(spot(Fleet.SPOT_70, false))).extracting(Consequence::topic)
                .doesNotContain(Topic.HEADROOM, Topic.STOPPING, Topic.ALARM);
        assertThat(Consequences.of(spot(Fleet.SPOT_70, false), given.facts()).headroom()).isEmpty();
    }

    @Test
    void aForcedOneIsARollout() {
        assertThat(given.said(spot(Fleet.SPOT_70, true))).extracting(one -> one.sentence().key())
                .contains("operation.spot.changed", "operation.revision.same", "operation.rollout.quiet",
                        "operation.rollout.tasks", "operation.headroom.full",
                        "operation.alarm.breakerBack", "operation.stopping.inTime")
                .doesNotContain("operation.spot.noMove");
        assertThat(Consequences.of(spot(Fleet.SPOT_70, true), given.facts()).headroom()).isPresent();
    }

    /// Six are wanted and five run yet.
    @Test
    void aRolloutWhileTasksAreStillMissingCountsFromThoseThatAreWanted() {
        given.state(Fleet.service(6, 5));
        Phrase from = Phrase.of("operation.counts.fromWanted", 5, 6);

        assertThat(given.said(spot(Fleet.SPOT_70, true), Topic.TASKS)).containsExactly(
                Consequence.of(Topic.TASKS, Weight.TOLD, "list.sentences", from,
                        Phrase.of("operation.rollout.tasks", 6, 6, 12)));
        assertThat(given.said(spot(Fleet.SPOT_70, true), Topic.SPOT)).extracting(Consequence::sentence)
                .containsExactly(Phrase.of("list.sentences", from,
                        Phrase.of("operation.spot.changed", Phrase.of("operation.spot.share", 4, 2))));
    }

    @Test
    void weightsThatAreStillFollowedAreToldToBeReplaced() {
        given.followed(Entries.begun(spot(Fleet.ON_DEMAND, false)), Entries.begun(Given.scale(9)));

        assertThat(given.said(spot(Fleet.SPOT_70, false), Topic.FOLLOWED)).extracting(one -> one.sentence().key(),
                one -> one.sentence().arguments().getFirst()).containsExactly(
                        tuple("operation.followed.replaced", Phrase.of("operation.followed.weights")),
                        tuple("operation.followed.beside", Phrase.of("operation.followed.scale")));
    }

    @Test
    void withoutABaseOnDemandNoTaskIsSure() {
        Consequence noBase = Consequence.of(Topic.BASE, Weight.WARNING, "operation.spot.noBase");

        assertThat(given.said(spot(Fleet.SPOT_70, false))).contains(noBase);
        assertThat(given.said(spot(List.of(new CapacityShare("FARGATE_SPOT", 70, 0),
                new CapacityShare("FARGATE", 30, 1)), false))).doesNotContain(noBase);
        assertThat(given.said(spot(Fleet.ON_DEMAND, false))).doesNotContain(noBase);
    }

    @Test
    void aWeightBeyondAThousandIsRefused() {
        Consequence refused = Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.spot.weight", 1000);

        assertThat(given.said(spot(shares(1001, 1), false))).contains(refused);
        assertThat(given.said(spot(shares(1, -1), false))).contains(refused);
        assertThat(given.said(spot(shares(1000, 0), false))).doesNotContain(refused);
    }

    @Test
    void weightsOfNothingAreRefused() {
        assertThat(given.said(spot(shares(0, 0), false), Topic.TARGET)).containsExactly(
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.spot.zero"));
    }

    @Test
    void theWeightsThatAreThereAlreadyAreRefusedUnlessTasksAreToMove() {
        assertThat(given.said(spot(Fleet.SPOT_90, false), Topic.TARGET)).containsExactly(
                Consequence.of(Topic.TARGET, Weight.SAME, "operation.spot.same"));
        assertThat(given.said(spot(Fleet.SPOT_90, true), Topic.TARGET)).isEmpty();
    }

    @Test
    void aLaunchTypeNeedsAForcedDeployment() {
        given.state(Fleet.with(Fleet.service(5, 5), List.of()));

        assertThat(given.said(spot(Fleet.SPOT_70, false), Topic.TARGET)).containsExactly(
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.spot.needsForce", "FARGATE"));
        assertThat(given.said(spot(Fleet.SPOT_70, true), Topic.TARGET)).isEmpty();
        assertThat(given.said(spot(Fleet.SPOT_70, true), Topic.SPOT)).extracting(Consequence::before)
                .containsExactly(java.util.Optional.of(value("FARGATE")));
    }

    @Test
    void tasksThatMoveToSpotAreCutOffThereToo() {
        given.state(Fleet.with(Fleet.service(5, 5), Fleet.ON_DEMAND))
                .drain(Fleet.GROUP, known(Duration.ofSeconds(300)));

        assertThat(given.said(spot(Fleet.SPOT_70, true), Topic.STOPPING)).extracting(one -> one.sentence().key())
                .containsExactly("operation.stopping.late");
    }

    private static List<CapacityShare> shares(int spot, int onDemand) {
        return List.of(new CapacityShare("FARGATE_SPOT", spot, 0), new CapacityShare("FARGATE", onDemand, 0));
    }
}
