package io.watchdeck.operations.preflight;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.preflight.Given.DENIED;
import static io.watchdeck.operations.preflight.Given.WHY;
import static io.watchdeck.operations.preflight.Given.ends;
import static io.watchdeck.operations.preflight.Given.range;
import static io.watchdeck.operations.preflight.Given.scale;
import static io.watchdeck.operations.preflight.Given.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.When;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleConsequencesTest {

    private final Given given = new Given();

    // The range that stays.

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 10})
    void aCountInsideTheRangeIsFineAndTargetTrackingIsNamed(int count) {
        assertThat(given.said(scale(count), Topic.RANGE)).containsExactly(Consequence.of(Topic.RANGE, Weight.FINE,
                "operation.range.tracked", count, ends(2, 10), POLICIES).from(5, count));
    }

    private static final Phrase POLICIES =
            Phrase.of("list.and", Phrase.of("policy.cpu", "70"), Phrase.of("policy.memory", "70"));
    private static final Phrase MIX = Phrase.of("list.and", Phrase.of("operation.spot.weighted", "FARGATE_SPOT", 90),
            Phrase.of("operation.spot.weighted", "FARGATE", 10));

    @Test
    void aRangeWithoutAPolicyMovesNothing() {
        assertThat(given.range(Fleet.range(2, 10)).said(scale(6), Topic.RANGE)).containsExactly(Consequence
                .of(Topic.RANGE, Weight.FINE, "operation.range.inside", 6, ends(2, 10)).from(5, 6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11})
    void aCountOutsideTheRangeIsRefused(int count) {
        assertThat(given.said(scale(count), Topic.RANGE)).containsExactly(Consequence.of(Topic.RANGE, Weight.REFUSED,
                "operation.range.outside", count, ends(2, 10)));
    }

    @Test
    void withoutAutoscalingTheCountStays() {
        assertThat(given.rangeFails(Failure.absent()).said(scale(6), Topic.RANGE)).containsExactly(Consequence
                .of(Topic.RANGE, Weight.FINE, "operation.range.unscaled").from(5, 6));
    }

    @Test
    void aRangeThatIsNotKnownIsSaid() {
        assertThat(given.rangeFails(DENIED).said(scale(6), Topic.RANGE)).containsExactly(Consequence
                .of(Topic.RANGE, Weight.UNKNOWN, "operation.range.unknown", WHY).from(5, 6));
    }

    // The range that changes.

    @Test
    void anotherRangeIsToldWithItsPolicies() {
        assertThat(given.said(range(2, 12), Topic.RANGE)).containsExactly(Consequence.of(Topic.RANGE, Weight.TOLD,
                "operation.range.changed", POLICIES).from(ends(2, 10), ends(2, 12)));
        assertThat(new Given().range(Fleet.range(2, 10)).said(range(2, 12), Topic.RANGE)).containsExactly(Consequence
                .of(Topic.RANGE, Weight.TOLD, "operation.range.changed", Phrase.of("operation.range.noPolicy"))
                .from(ends(2, 10), ends(2, 12)));
    }

    @ParameterizedTest
    @CsvSource({"5, 4", "-1, 4", "2, 5001"})
    void anImpossibleRangeIsRefused(int min, int max) {
        assertThat(given.said(range(min, max), Topic.RANGE)).containsExactly(Consequence.of(Topic.RANGE,
                Weight.REFUSED, "operation.range.impossible", ends(min, max)));
    }

    @ParameterizedTest
    @CsvSource({"12, 13, 20", "12, 2, 11"})
    void aCountOutsideTheNewRangeIsRefused(int count, int min, int max) {
        assertThat(given.said(scale(count, min, max), Topic.RANGE)).containsExactly(Consequence.of(Topic.RANGE,
                Weight.REFUSED, "operation.range.outsideNew", count, ends(min, max)));
    }

    @ParameterizedTest
    @CsvSource({"12, 12, 20", "12, 2, 12"})
    void aCountAtAnEndOfTheNewRangeIsInside(int count, int min, int max) {
        assertThat(given.said(scale(count, min, max), Topic.RANGE)).extracting(Consequence::weight)
                .containsExactly(Weight.TOLD);
    }

    @Test
    void aServiceWithoutARangeGetsNone() {
        assertThat(given.rangeFails(Failure.absent()).said(range(2, 12), Topic.RANGE)).containsExactly(Consequence
                .of(Topic.RANGE, Weight.REFUSED, "operation.range.none"));
    }

    @Test
    void aRangeThatCannotBeReadIsNotKnownBeforeItsChange() {
        assertThat(given.rangeFails(DENIED).said(range(2, 12), Topic.RANGE)).containsExactly(Consequence
                .of(Topic.RANGE, Weight.UNKNOWN, "operation.range.unknown", WHY));
    }

    // Counts.

    @Test
    void whatIsSoAlreadyChangesNothing() {
        Consequence same = Consequence.of(Topic.TARGET, Weight.SAME, "operation.scale.same", 5);

        assertThat(given.said(scale(5))).contains(same);
        assertThat(given.said(range(2, 10))).contains(same);
        assertThat(given.said(scale(5, 2, 10))).contains(same);
        assertThat(given.said(scale(5, 2, 12))).doesNotContain(same);
        assertThat(given.said(scale(6, 2, 10))).doesNotContain(same);
    }

    @Test
    void moreTasksThanEcsRunsAreRefused() {
        given.rangeFails(Failure.absent());

        assertThat(given.said(scale(5001))).contains(
                Consequence.of(Topic.TASKS, Weight.REFUSED, "operation.scale.tooMany", 5000));
        assertThat(given.said(scale(5000), Topic.TASKS)).isEmpty();
    }

    @Test
    void fewerThanNoTaskAreRefused() {
        assertThat(given.rangeFails(Failure.absent()).said(scale(-1), Topic.TASKS)).containsExactly(
                Consequence.of(Topic.TASKS, Weight.REFUSED, "operation.scale.negative"));
    }

    @Test
    void noTaskAtAllIsAWarning() {
        assertThat(given.range(Fleet.range(0, 10)).said(scale(0), Topic.TASKS)).containsExactly(Consequence
                .of(Topic.TASKS, Weight.WARNING, "operation.scale.none", "tiketi-backend-service"));
        assertThat(given.said(scale(1), Topic.TASKS)).isEmpty();
    }

    @Test
    void aRangeThatLeavesOutTheCountMovesIt() {
        assertThat(given.said(range(8, 10), Topic.HEADROOM)).extracting(Consequence::after)
                .containsExactly(java.util.Optional.of(value(80)));
        assertThat(given.said(range(1, 3), Topic.HEADROOM)).extracting(Consequence::after)
                .containsExactly(java.util.Optional.of(value(30)));
    }

    @Test
    void aRangeThatMovesNothingCostsNothing() {
        assertThat(given.said(range(2, 12), Topic.COST)).isEmpty();
        assertThat(given.said(range(2, 12), Topic.SPOT)).isEmpty();
    }

    // Beside the count.

    @Test
    void theTasksOfARunningDeploymentCountOnTop() {
        given.state(Fleet.with(Fleet.service(5, 7), Fleet.deployment(88, "PRIMARY", 5, 3, "IN_PROGRESS"),
                Fleet.deployment(87, "ACTIVE", 0, 4, "COMPLETED")));

        assertThat(given.said(scale(6), Topic.DEPLOYMENT)).containsExactly(Consequence.of(Topic.DEPLOYMENT,
                Weight.WARNING, "operation.scale.oldTasks", "backend:87", 4));
        assertThat(given.said(scale(6), Topic.HEADROOM)).extracting(Consequence::weight)
                .as("6 and 4 tasks on 100 connections").containsExactly(Weight.WARNING);
    }

    @Test
    void aDeploymentWithoutOldTasksIsAWarningToo() {
        given.state(Fleet.with(Fleet.service(5, 3), Fleet.deployment(88, "PRIMARY", 5, 3, "IN_PROGRESS")));

        assertThat(given.said(scale(6), Topic.DEPLOYMENT)).containsExactly(Consequence.of(Topic.DEPLOYMENT,
                Weight.WARNING, "operation.scale.deploying", "backend:88", 3, 5));
        assertThat(new Given().said(scale(6), Topic.DEPLOYMENT)).isEmpty();
    }

    @Test
    void theCostIsThatOfThePlan() {
        Phrase arithmetic = Phrase.of("unitPrice.plan", Phrase.of("unitPrice.amount", new Money(
                new java.math.BigDecimal("100"), java.util.Currency.getInstance("USD"))), "ECS Fargate (2 tasks)", 2);

        assertThat(given.said(scale(9), Topic.COST)).containsExactly(Consequence.of(Topic.COST, Weight.TOLD,
                "operation.scale.cost", 4, Money.usd("50.00"), arithmetic, Money.usd("0.27"))
                .to(Phrase.of("operation.scale.dearer", Money.usd("200.00"))));
        assertThat(given.said(scale(3), Topic.COST)).containsExactly(Consequence.of(Topic.COST, Weight.TOLD,
                "operation.scale.cost", 2, Money.usd("50.00"), arithmetic, Money.usd("0.14"))
                .to(Phrase.of("operation.scale.cheaper", Money.usd("100.00"))));
    }

    @Test
    void withoutAPriceTheReasonIsTold() {
        Moment glimpse = Moment.of("bowwow-prod");

        assertThat(given.watched(glimpse).said(scale(9), Topic.COST)).containsExactly(Consequence.of(Topic.COST,
                Weight.TOLD, "operation.scale.costUnknown", Phrase.of("unitPrice.noPlan")));
    }

    private static Phrase share(int spot, int onDemand) {
        return Phrase.of("operation.spot.share", spot, onDemand);
    }

    /// Whatever the strategy would have made of them: both that run are on demand.
    @Test
    void newTasksAreSharedOutByTheStrategyBesideWhatRuns() {
        given.state(Fleet.service(2, 2)).tasks(Fleet.onDemand("a"), Fleet.onDemand("b"));

        assertThat(given.said(scale(9), Topic.SPOT)).containsExactly(Consequence.of(Topic.SPOT, Weight.TOLD,
                "operation.spot.mix", MIX, 7, share(6, 1)).from(share(0, 2), share(6, 3)));
    }

    /// Four are wanted and two run yet: the price counts from four, the share from two.
    @Test
    void whileAnotherScaleIsUnderWayEachRowSaysWhatItCountsFrom() {
        given.state(Fleet.service(4, 2)).tasks(Fleet.onDemand("a"), Fleet.onDemand("b"));

        assertThat(given.said(scale(9), Topic.COST)).extracting(Consequence::sentence).satisfiesExactly(said -> {
            assertThat(said.arguments().getFirst()).isEqualTo(Phrase.of("operation.counts.fromWanted", 2, 4));
            assertThat(((Phrase) said.arguments().getLast()).arguments().getFirst()).isEqualTo(5);
        });
        assertThat(given.said(scale(9), Topic.SPOT)).containsExactly(Consequence.of(Topic.SPOT, Weight.TOLD,
                "list.sentences", Phrase.of("operation.counts.fromRunning", 2, 4),
                Phrase.of("operation.spot.mix", MIX, 7, share(6, 1))).from(share(0, 2), share(6, 3)));
    }

    @Test
    void whatThisConsoleStillFollowsOnTheServiceIsTold() {
        JournalEntry before = Entries.begun(scale(4));
        JournalEntry forced = Entries.begun(Given.force());
        given.followed(before, forced);

        assertThat(given.said(scale(9), Topic.FOLLOWED)).containsExactly(
                Consequence.of(Topic.FOLLOWED, Weight.TOLD, "operation.followed.replaced",
                        Phrase.of("operation.followed.scale"), new When(before.begun(), NOON), before.person()),
                Consequence.of(Topic.FOLLOWED, Weight.TOLD, "operation.followed.beside",
                        Phrase.of("operation.stop.ownForced"), new When(forced.begun(), NOON), forced.person()));
        assertThat(new Given().said(scale(9), Topic.FOLLOWED)).isEmpty();
    }

    @Test
    void whichTasksStopIsNotForetold() {
        given.tasks(Fleet.onDemand("a"), Fleet.task("b"), Fleet.task("c"), Fleet.task("d"), Fleet.task("e"));

        assertThat(given.said(scale(3), Topic.SPOT)).containsExactly(Consequence.of(Topic.SPOT, Weight.TOLD,
                "operation.spot.fewer", share(4, 1)));
    }

    @Test
    void whereTasksAreNotKnownTheirShareIsNot() {
        assertThat(given.tasksUnread().said(scale(9), Topic.SPOT)).containsExactly(Consequence.of(Topic.SPOT,
                Weight.UNKNOWN, "operation.spot.mixUnknown", MIX, WHY));
    }

    // What autoscaling alone may reach.

    @Test
    void theUpperEndOfARaisedRangeIsJudgedAgainstTheDatabase() {
        Phrase sum = Phrase.of("operation.headroom", 10, 20, 200, 100, 2, "tiketi-db");

        assertThat(given.said(range(2, 20), Topic.GROWTH)).containsExactly(Consequence.of(Topic.GROWTH,
                Weight.WARNING, "operation.headroom.most", 20, Phrase.of("operation.headroom.full", sum, 102, 9))
                .to(value(200)));
        assertThat(given.said(scale(6, 2, 20), Topic.GROWTH)).hasSize(1);
        assertThat(given.range(Fleet.range(2, 6)).said(range(2, 8), Topic.GROWTH)).containsExactly(Consequence.of(
                Topic.GROWTH, Weight.TOLD, "operation.headroom.most", 8,
                Phrase.of("operation.headroom", 10, 8, 80, 100, 2, "tiketi-db")).to(value(80)));
    }

    @Test
    void anUpperEndThatStaysOrSinksIsNotJudged() {
        assertThat(given.said(range(3, 10), Topic.GROWTH)).isEmpty();
        assertThat(given.said(range(2, 8), Topic.GROWTH)).isEmpty();
        assertThat(given.said(scale(6), Topic.GROWTH)).isEmpty();
    }

    @Test
    void aLaunchTypeIsNamed() {
        assertThat(given.state(Fleet.with(Fleet.service(5, 5), List.of())).said(scale(9), Topic.SPOT))
                .containsExactly(Consequence.of(Topic.SPOT, Weight.TOLD, "operation.spot.launchType", "FARGATE"));
    }

    @Test
    void aServiceThatCannotBeReadIsNotScaled() {
        assertThat(given.stateUnread().said(scale(9))).containsExactly(Consequence.of(Topic.TARGET, Weight.REFUSED,
                "operation.target.unknown", WHY));
    }

    @Test
    void isToldInTheOrderOfTheDialog() {
        given.state(Fleet.with(Fleet.service(5, 3), Fleet.deployment(88, "PRIMARY", 5, 3, "IN_PROGRESS")));

        assertThat(given.said(scale(9))).extracting(Consequence::topic).containsExactly(Topic.RANGE, Topic.HEADROOM,
                Topic.DEPLOYMENT, Topic.COST, Topic.SPOT);
        assertThat(Consequences.of(scale(9), given.facts()).headroom())
                .contains(new Headroom("tiketi-db", 100, 10, 22));
    }

    @Test
    void aStackWithoutDatabaseHasNothingToSayOfHeadroom() {
        assertThat(given.watched(Moment.of("tiketi-prod")).said(scale(9), Topic.HEADROOM)).isEmpty();
    }
}
