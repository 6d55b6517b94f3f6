package io.watchdeck.operations.preflight;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.preflight.Given.scale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class HeadroomConsequencesTest {

    private static final String BACKEND = "tiketi-backend-service";

    private final Given given = new Given();

    private List<Consequence> at(int tasks) {
        return given.said(scale(tasks), Topic.HEADROOM);
    }

    private Headroom room(Moment moment) {
        return Consequences.of(scale(9), given.watched(moment).facts()).headroom().orElseThrow();
    }

    private static Phrase sum(int tasks, int connections, int others) {
        return Phrase.of("operation.headroom", 10, tasks, connections, 100, others, "tiketi-db");
    }

    @Test
    void eightTasksFit() {
        assertThat(at(8)).containsExactly(new Consequence(Topic.HEADROOM, Weight.FINE, sum(8, 80, 2),
                Optional.empty(), Optional.empty()).from(50, 80));
    }

    @Test
    void nineAreTight() {
        assertThat(at(9)).containsExactly(Consequence.of(Topic.HEADROOM, Weight.WARNING, "operation.headroom.tight",
                sum(9, 90, 2), 8).from(50, 90));
    }

    @Test
    void tenAreTooMany() {
        assertThat(at(10)).containsExactly(Consequence.of(Topic.HEADROOM, Weight.WARNING, "operation.headroom.full",
                sum(10, 100, 2), 2, 9).from(50, 100));
    }

    @Test
    void noTaskFitsWhereOthersHoldEverything() {
        given.watched(Moment.of("tiketi-prod").service(BACKEND, Fleet.service(5, 5))
                .database(OptionalInt.of(100), 170));

        assertThat(at(6)).containsExactly(Consequence.of(Topic.HEADROOM, Weight.WARNING, "operation.headroom.full",
                sum(6, 60, 120), 80, 0).from(50, 60));
    }

    @Test
    void withoutAPoolInTheStackFileItIsNotKnown() {
        given.watched(Moment.of("tiketi-prod").service(BACKEND, OptionalInt.empty(), 5)
                .database(OptionalInt.of(100), 52));

        assertThat(at(9)).containsExactly(Consequence.of(Topic.HEADROOM, Weight.TOLD, "operation.headroom.noPool"));
    }

    @Test
    void withoutALimitItIsNotKnown() {
        given.watched(Moment.of("tiketi-prod").service(BACKEND, Fleet.service(5, 5)).database(OptionalInt.empty(), 52));

        assertThat(at(9)).containsExactly(Consequence.of(Topic.HEADROOM, Weight.TOLD, "operation.headroom.noLimit"));
    }

    @Test
    void aLimitThatIsNotKnownIsToldBesideTheOther() {
        given.watched(Moment.tiketi().database(OptionalInt.empty(), 1));

        assertThat(at(8)).containsExactly(Consequence.of(Topic.HEADROOM, Weight.TOLD, "list.sentences", sum(8, 80, 2),
                Phrase.of("operation.headroom.otherLimit", "tiketi-db")).from(50, 80));
    }

    private static final Phrase LOADING =
            Phrase.of("operation.headroom.noOpen", Phrase.of("operation.headroom.loading"), "");

    private static Phrase unknown(int tasks, int connections, Phrase why) {
        return Phrase.of("operation.headroom.unknown", 10, tasks, connections, 100, "tiketi-db", why);
    }

    private Moment unknownOpen() {
        return Moment.of("tiketi-prod").service(BACKEND, Fleet.service(5, 5)).database(OptionalInt.of(100));
    }

    /// What is not known is no 0: no tick, no count that fits.
    @Test
    void whatOthersHoldIsNotKnownWhereConnectionsAreNot() {
        given.watched(unknownOpen());

        assertThat(at(8)).containsExactly(new Consequence(Topic.HEADROOM, Weight.UNKNOWN, unknown(8, 80, LOADING),
                Optional.empty(), Optional.empty()).from(50, 80));
        assertThat(Consequences.of(scale(8), given.facts()).headroom()).isEmpty();
        assertThat(at(11)).as("too many whatever others hold").containsExactly(Consequence.of(Topic.HEADROOM,
                Weight.WARNING, "operation.headroom.full", unknown(11, 110, LOADING), 10, 10).from(50, 110));
    }

    @Test
    void theReasonWhyConnectionsAreNotKnownIsTold() {
        given.watched(Moment.of("tiketi-prod").service(BACKEND, Fleet.service(5, 5))
                .connectionsFail(OptionalInt.of(100), Failure.absent()));

        assertThat(at(8)).extracting(Consequence::sentence).containsExactly(unknown(8, 80,
                Phrase.of("operation.headroom.noOpen", Failure.absent().sentence(), "")));
    }

    @Test
    void ofSeveralDatabasesOneThatIsNotKnownMakesItNotKnown() {
        given.watched(Moment.tiketi().database(OptionalInt.of(100)));

        assertThat(at(8)).extracting(Consequence::weight).containsExactly(Weight.UNKNOWN);
        assertThat(Consequences.of(scale(8), given.facts()).headroom()).isEmpty();
        assertThat(at(9)).extracting(Consequence::weight, one -> one.sentence().key())
                .containsExactly(tuple(Weight.WARNING, "operation.headroom.tight"));
    }

    @Test
    void ofAnotherServiceThatIsNotKnownNobodyKnowsWhatItHolds() {
        given.watched(Moment.tiketi().serviceFails("worker", OptionalInt.of(7), Given.DENIED));

        assertThat(at(8)).extracting(Consequence::weight, Consequence::sentence).containsExactly(
                tuple(Weight.UNKNOWN, unknown(8, 80, Phrase.of("operation.headroom.noTasks", Given.WHY, "worker"))));
    }

    @Test
    void itIsNotKnownForADeploymentEither() {
        given.watched(unknownOpen());

        assertThat(given.said(Given.force(), Topic.HEADROOM)).extracting(Consequence::weight)
                .containsExactly(Weight.UNKNOWN);
        assertThat(Consequences.of(Given.force(), given.facts()).headroom()).isEmpty();
    }

    /// CloudWatch's minute was over before three of five tasks began: those hold nothing of what was open then.
    @Test
    void whatWasOpenIsSetAgainstTheTasksOfThatMinute() {
        given.watched(Moment.of("tiketi-prod").service(BACKEND, Fleet.service(5, 5))
                .database(OptionalInt.of(100), 22.0));
        assertThat(others()).as("22 − 5 × 10").isZero();

        given.tasks(since("a", -3600), since("b", -3600), since("c", 10), since("d", 10), since("e", 10));
        assertThat(others()).as("22 − 2 × 10").isEqualTo(2);

        given.state(Fleet.service(1, 1)).tasks(since("a", -3600), Fleet.stopped("b", NOON.minusSeconds(3600),
                NOON.plusSeconds(10)));
        assertThat(others()).as("one has stopped since").isEqualTo(2);
    }

    private static TaskState since(String id, int seconds) {
        return Fleet.started(id, NOON.plusSeconds(seconds));
    }

    private int others() {
        return Consequences.of(scale(9), given.facts()).headroom().orElseThrow().others();
    }

    @Test
    void aServiceWithoutConnectionsNeedsNoRoom() {
        given.watched(Moment.of("tiketi-prod").service(BACKEND, OptionalInt.of(0), 5)
                .database(OptionalInt.of(100), 52));

        assertThat(at(9)).isEmpty();
    }

    @Test
    void thePoolsOfOtherServicesArePromisedWhetherOrNotTheyAreOpen() {
        assertThat(room(Moment.tiketi().service("worker", OptionalInt.of(7), 3)))
                .as("21 promised, and nothing is open beyond all pools")
                .isEqualTo(new Headroom("tiketi-db", 100, 10, 21));
    }

    @Test
    void whatIsOpenBeyondAllPoolsIsHeldByOthers() {
        assertThat(room(Moment.of("tiketi-prod").service(BACKEND, Fleet.service(5, 5))
                .service("worker", OptionalInt.of(7), 3).database(OptionalInt.of(100), 75.2)).others())
                .as("21 promised, and 76 − 71 beyond all pools").isEqualTo(26);
    }

    /// Tasks of an old deployment count neither as others nor twice, whether or not ECS counts them as running.
    @Test
    void whatOldDeploymentsHoldIsNotHeldByOthers() {
        var deploying = Fleet.with(Fleet.service(5, 5), Fleet.deployment(88, "PRIMARY", 5, 5, "IN_PROGRESS"),
                Fleet.deployment(87, "ACTIVE", 0, 4, "COMPLETED"));

        given.state(deploying);
        assertThat(room(Moment.of("tiketi-prod").service(BACKEND, deploying).database(OptionalInt.of(100), 92.0))
                .others()).isEqualTo(2);
        given.state(Fleet.with(Fleet.service(5, 9), Fleet.deployment(88, "PRIMARY", 5, 5, "IN_PROGRESS")));
        assertThat(room(Moment.of("tiketi-prod").service(BACKEND, Fleet.with(Fleet.service(5, 9),
                Fleet.deployment(88, "PRIMARY", 5, 5, "IN_PROGRESS"))).database(OptionalInt.of(100), 92.0)).others())
                .isEqualTo(2);
    }

    @Test
    void aServiceWithoutAKnownPoolPromisesNothing() {
        assertThat(room(Moment.tiketi().service("worker", OptionalInt.empty(), 3)).others()).isEqualTo(2);
    }

    @Test
    void ofSeveralDatabasesTheOneWithTheLeastRoomCounts() {
        assertThat(room(Moment.tiketi().database(OptionalInt.of(60), 52.0)).limit()).isEqualTo(60);
        assertThat(room(Moment.tiketi().database(OptionalInt.of(300), 52.0)).limit()).isEqualTo(100);
        assertThat(room(Moment.tiketi().database(OptionalInt.empty(), 52.0)).limit()).isEqualTo(100);
    }
}
