package io.watchdeck.operations.preflight;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.preflight.Given.WHY;
import static io.watchdeck.operations.preflight.Given.denied;
import static io.watchdeck.operations.preflight.Given.known;
import static io.watchdeck.operations.preflight.Given.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Reading;
import io.watchdeck.model.When;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.RedriveTask;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// 27 dead letters of one source that a running pipe empties, at which nobody has looked, until a test says otherwise.
class LetterConsequencesTest {

    private Reading<QueueState> queue = known(dlq(25, 0, 2, false));
    private Reading<List<String>> sources = known(List.of("jobs"));
    private Map<String, Reading<QueueState>> states = Map.of("jobs", known(source("jobs", 900, 3)));
    private Reading<List<RedriveTask>> redrives = known(List.of());
    private Map<String, Reading<PipeState>> pipes = Map.of("pipe", known(pipe("RUNNING")));
    private final Map<String, Integer> looked = new HashMap<>();
    private Instant lookedSince = NOON.minusSeconds(300);
    private Instant hidden = NOON;
    private Optional<OwnFacts.Bounced> bounced = Optional.empty();

    private static QueueState dlq(long visible, long inFlight, long delayed, boolean fifo) {
        return new QueueState("dlq", "arn:aws:sqs:r:1:dlq", visible, inFlight, delayed, Duration.ofDays(14),
                Duration.ofSeconds(30), fifo, Optional.empty());
    }

    private static QueueState source(String name, int visibility, int receives) {
        return new QueueState(name, "arn:aws:sqs:r:1:" + name, 0, 0, 0, Duration.ofDays(14),
                Duration.ofSeconds(visibility), false,
                Optional.of(new QueueState.RedrivePolicy("arn:aws:sqs:r:1:dlq", receives)));
    }

    private static PipeState pipe(String state) {
        return new PipeState("pipe", state, "", "arn:jobs", "arn:batch");
    }

    private static RedriveTask task(String status) {
        return new RedriveTask(Optional.of("handle"), status, "arn:dlq", Optional.empty(), OptionalInt.empty(), 12,
                OptionalLong.of(27), "", NOON.minusSeconds(60));
    }

    private Facts facts() {
        return new Facts(Moment.tiketi().done(), NOON, Optional.empty(),
                Optional.of(new LetterFacts("dlq", queue, Reading.known("https://q/dlq", NOON), sources, states,
                        redrives, pipes, look(), bounced)),
                Optional.empty());
    }

    private Optional<OwnFacts.Look> look() {
        return looked.isEmpty() ? Optional.empty() : Optional.of(new OwnFacts.Look(looked, lookedSince, hidden));
    }

    private List<Consequence> redrive() {
        return redrive(OptionalInt.empty());
    }

    private List<Consequence> redrive(OptionalInt rate) {
        return Given.spoken(Consequences.of(new Operation.Redrive(TIKETI, "dlq", rate, OptionalInt.of(5)), facts())
                .all());
    }

    private List<Consequence> redrive(Topic topic) {
        return redrive().stream().filter(one -> one.topic() == topic).toList();
    }

    private List<Consequence> purge() {
        return Given.spoken(Consequences.of(new Operation.Purge(TIKETI, "dlq"), facts()).all());
    }

    @Test
    void saysWhatGoesWhereAndWhatSqsCannotDo() {
        assertThat(redrive()).containsExactly(
                Consequence.of(Topic.MESSAGES, Weight.TOLD, "operation.redrive.messages", 27L, "jobs"),
                Consequence.of(Topic.MOVING, Weight.TOLD, "operation.redrive.all"),
                Consequence.of(Topic.CONSUMER, Weight.FINE, "operation.redrive.pipe", "pipe"),
                Consequence.of(Topic.RETURN, Weight.TOLD, "operation.redrive.back", Duration.ofSeconds(2700)),
                Consequence.of(Topic.LOOKED, Weight.TOLD, "operation.redrive.notLooked"));
    }

    @Test
    void thatTheyCameBackLastTimeIsAWarning() {
        bounced = Optional.of(new OwnFacts.Bounced(27, 25, NOON.minusSeconds(600)));

        assertThat(redrive(Topic.RETURN)).startsWith(Consequence.of(Topic.RETURN, Weight.WARNING,
                "operation.redrive.bounced", 25L, 27L, new When(NOON.minusSeconds(600), NOON)));
    }

    @Test
    void severalSourcesAreNamedAndTheSlowestTellsWhenWhatFailsIsBack() {
        sources = known(List.of("jobs", "mails"));
        states = Map.of("jobs", known(source("jobs", 900, 3)), "mails", known(source("mails", 60, 50)));

        assertThat(redrive(Topic.MESSAGES)).containsExactly(
                Consequence.of(Topic.MESSAGES, Weight.TOLD, "operation.redrive.many", 27L, "jobs, mails"));
        assertThat(redrive(Topic.RETURN)).containsExactly(
                Consequence.of(Topic.RETURN, Weight.TOLD, "operation.redrive.back", Duration.ofSeconds(3000)));
    }

    @Test
    void whereNoSourceIsReadNobodyKnowsWhenWhatFailsIsBack() {
        states = Map.of("jobs", denied());

        assertThat(redrive(Topic.RETURN)).containsExactly(
                Consequence.of(Topic.RETURN, Weight.TOLD, "operation.redrive.backUnknown", "jobs"));
    }

    @Test
    void sourcesThatCannotBeReadAreNotKnown() {
        sources = denied();
        states = Map.of();

        assertThat(redrive(Topic.MESSAGES)).containsExactly(
                Consequence.of(Topic.MESSAGES, Weight.UNKNOWN, "operation.redrive.sourcesUnknown", 27L, WHY));
        assertThat(redrive()).extracting(Consequence::weight).doesNotContain(Weight.REFUSED);
    }

    @Test
    void whatALookHidesIsMovedOnlyAfterIt() {
        looked.put("a", 27);
        hidden = NOON.plusSeconds(24);
        Consequence all = Consequence.of(Topic.MOVING, Weight.WARNING, "operation.redrive.hidden", 27L, 27L,
                new When(hidden, NOON), Duration.ofSeconds(24));
        assertThat(redrive(Topic.MOVING)).as("SQS does not count it yet").contains(all);
        queue = known(dlq(0, 27, 0, false));
        assertThat(redrive(Topic.MOVING)).contains(all);
        hidden = NOON;
        queue = known(dlq(27, 0, 0, false));
        assertThat(redrive(Topic.MOVING)).as("all are visible again").containsExactly(
                Consequence.of(Topic.MOVING, Weight.TOLD, "operation.redrive.all"));
    }

    @Test
    void whatSomebodyElseHidesIsToldWithoutATime() {
        queue = known(dlq(20, 5, 2, false));

        assertThat(redrive(Topic.MOVING)).contains(
                Consequence.of(Topic.MOVING, Weight.WARNING, "operation.redrive.hiddenElse", 5L, 27L));
    }

    @Test
    void aFifoQueueMovesGroupByGroup() {
        queue = known(dlq(27, 0, 0, true));

        assertThat(redrive(Topic.MOVING)).containsExactly(
                Consequence.of(Topic.MOVING, Weight.TOLD, "operation.redrive.allFifo"));
    }

    @Test
    void aPipeThatStandsOrIsNotKnownIsSaid() {
        pipes = Map.of("pipe", known(pipe("STOPPED")));
        assertThat(redrive(Topic.CONSUMER)).containsExactly(
                Consequence.of(Topic.CONSUMER, Weight.WARNING, "operation.redrive.pipeStopped", "pipe", "STOPPED"));
        pipes = Map.of("pipe", denied());
        assertThat(redrive(Topic.CONSUMER)).containsExactly(
                Consequence.of(Topic.CONSUMER, Weight.UNKNOWN, "operation.redrive.pipeUnknown", "pipe", WHY));
        pipes = Map.of();
        assertThat(redrive(Topic.CONSUMER)).isEmpty();
    }

    @Test
    void whetherAnotherRunsMayNotBeKnown() {
        redrives = denied();

        assertThat(redrive(Topic.MOVING)).contains(
                Consequence.of(Topic.MOVING, Weight.UNKNOWN, "operation.redrive.tasksUnknown", WHY));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void aRateThatSqsDoesNotTakeIsRefused(int rate) {
        assertThat(redrive(OptionalInt.of(rate))).contains(
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.redrive.rate", 500));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void theEndsOfTheRateAreTaken(int rate) {
        assertThat(redrive(OptionalInt.of(rate))).extracting(Consequence::weight).doesNotContain(Weight.REFUSED);
    }

    @Test
    void anEmptyQueueHasNothingToMove() {
        queue = known(dlq(0, 0, 0, false));
        assertThat(redrive()).as("and nothing else is said of nothing").containsExactly(
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.redrive.empty"));
        queue = known(dlq(0, 1, 0, false));
        assertThat(redrive(Topic.TARGET)).as("one is hidden by a look").isEmpty();
    }

    @Test
    void aQueueWithoutASourceHasNowhereToMoveTo() {
        sources = known(List.of());

        assertThat(redrive(Topic.TARGET)).containsExactly(
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.redrive.noSource", "dlq"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUNNING", "CANCELLING", "SOMETHING_NEW"})
    void anotherRedriveUnderWayIsRefused(String status) {
        redrives = known(List.of(task("COMPLETED"), task(status)));

        assertThat(redrive(Topic.TARGET)).containsExactly(Consequence.of(Topic.TARGET, Weight.REFUSED,
                "operation.redrive.running", new When(NOON.minusSeconds(60), NOON), 12L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLETED", "CANCELLED", "FAILED"})
    void oneThatIsOverDoesNotStandAgainstAnother(String status) {
        redrives = known(List.of(task(status)));

        assertThat(redrive(Topic.TARGET)).isEmpty();
    }

    @Test
    void aLookAtAllOfThemLetsTheVerdictGoByBodies() {
        looked.putAll(Map.of("a", 20, "b", 7));
        assertThat(redrive(Topic.LOOKED)).containsExactly(
                Consequence.of(Topic.LOOKED, Weight.FINE, "operation.redrive.looked", 27));
        assertThat(facts().baseline().hashes()).isEqualTo(Map.of("a", 20, "b", 7));
        assertThat(facts().baseline().messages()).hasValue(27);
    }

    @Test
    void aLookAtAPartDoesNot() {
        looked.putAll(Map.of("a", 20, "b", 6));
        assertThat(redrive(Topic.LOOKED)).containsExactly(
                Consequence.of(Topic.LOOKED, Weight.TOLD, "operation.redrive.lookedPartly", 26, 27L));
        assertThat(facts().baseline().hashes()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNeitherMovedNorDestroyed() {
        queue = denied();
        Consequence refused = Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.unknown", WHY);

        assertThat(redrive()).containsExactly(refused);
        assertThat(purge()).containsExactly(refused);
    }

    @Test
    void cancellingKeepsWhatHasMoved() {
        assertThat(Given.spoken(Consequences.of(new Operation.CancelRedrive(TIKETI, "dlq", "handle"), facts()).all()))
                .containsExactly(Consequence.of(Topic.MOVING, Weight.TOLD, "operation.redrive.cancel"));
    }

    @Test
    void aPurgeOfWhatNobodyHasSeenWarnsTwice() {
        looked.put("a", 26);

        assertThat(purge()).containsExactly(
                Consequence.of(Topic.MESSAGES, Weight.WARNING, "operation.purge.messages", 27L)
                        .from(value(27L), value(0)),
                Consequence.of(Topic.MOVING, Weight.TOLD, "operation.purge.time"),
                Consequence.of(Topic.LOOKED, Weight.WARNING, "operation.purge.notLooked", 26, 27L));
    }

    @Test
    void aPurgeOfWhatWasLookedAtWarnsOnce() {
        looked.put("a", 27);

        assertThat(purge()).contains(Consequence.of(Topic.LOOKED, Weight.TOLD, "operation.purge.looked", 27,
                new When(lookedSince, NOON)));
    }

    @Test
    void aPurgeOfWhatNobodyLookedAtSaysSo() {
        assertThat(purge()).contains(Consequence.of(Topic.LOOKED, Weight.WARNING, "operation.purge.unseen", 27L));
    }

    /// 27 were seen and moved; five are back, and none of these has been seen.
    @Test
    void aLookBeforeARedriveDoesNotReassure() {
        looked.put("a", 27);
        queue = known(dlq(5, 0, 0, false));
        Consequence outdated = Consequence.of(Topic.LOOKED, Weight.WARNING, "operation.purge.outdated", 5L, 27,
                new When(lookedSince, NOON));

        assertThat(purge()).as("fewer are there than were seen").contains(outdated);
        looked.put("a", 5);
        assertThat(purge()).as("as many as were seen").extracting(Consequence::weight).doesNotContain(Weight.FINE);
        redrives = known(List.of(task("COMPLETED")));
        assertThat(purge()).as("a redrive began since").contains(Consequence.of(Topic.LOOKED, Weight.WARNING,
                "operation.purge.outdated", 5L, 5, new When(lookedSince, NOON)));
        assertThat(redrive(Topic.LOOKED)).containsExactly(Consequence.of(Topic.LOOKED, Weight.TOLD,
                "operation.redrive.lookedBefore", 5, 5L, new When(lookedSince, NOON)));
        assertThat(facts().baseline().hashes()).isEmpty();
        lookedSince = NOON.minusSeconds(10);
        assertThat(purge()).as("the redrive was before the look").contains(Consequence.of(Topic.LOOKED, Weight.TOLD,
                "operation.purge.looked", 5, new When(lookedSince, NOON)));
    }

    @Test
    void aRedriveThatMovedNothingLeavesALookValid() {
        looked.put("a", 27);
        redrives = known(List.of(new RedriveTask(Optional.empty(), "FAILED", "arn:dlq", Optional.empty(),
                OptionalInt.empty(), 0, OptionalLong.of(27), "AWS.SimpleQueueService.NonExistentQueue",
                NOON.minusSeconds(60))));

        assertThat(purge()).contains(Consequence.of(Topic.LOOKED, Weight.TOLD, "operation.purge.looked", 27,
                new When(lookedSince, NOON)));
        assertThat(facts().baseline().hashes()).containsEntry("a", 27);
        redrives = known(List.of(new RedriveTask(Optional.of("handle"), "RUNNING", "arn:dlq", Optional.empty(),
                OptionalInt.empty(), 0, OptionalLong.of(27), "", NOON.minusSeconds(60))));
        assertThat(facts().baseline().hashes()).as("one that runs may move some yet").isEmpty();
    }

    @Test
    void whatIsInAQueueThatCannotBeReadIsNotNoMessage() {
        queue = denied();

        assertThat(facts().baseline().messages()).isEmpty();
    }
}
