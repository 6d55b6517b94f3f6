package io.watchdeck.operations.preflight;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.preflight.Given.denied;
import static io.watchdeck.operations.preflight.Given.force;
import static io.watchdeck.operations.preflight.Given.known;
import static io.watchdeck.operations.preflight.Given.range;
import static io.watchdeck.operations.preflight.Given.scale;
import static io.watchdeck.operations.preflight.Given.spot;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Step;
import io.watchdeck.queues.JobOrder;
import io.watchdeck.queues.QueueState;
import io.watchdeck.stack.ServiceSpec.Range;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// The requests of each operation: what it changes, once, and nothing else.
class StepsTest {

    private final Given given = new Given();

    private List<Step> steps(Operation operation) {
        return Steps.of(operation, given.facts(), "why");
    }

    private static Step count(int desired) {
        return new Step.Update(SERVICE, ServiceChange.desired(desired));
    }

    private static List<Step> onQueue(Operation operation, String arn) {
        return onQueue(operation, arn, known("https://sqs.ap-northeast-2.amazonaws.com/210987654321/dlq"));
    }

    private static List<Step> onQueue(Operation operation, String arn, Reading<String> url) {
        var queue = new QueueState("dlq", arn, 3, 0, 0, Duration.ofDays(14), Duration.ofSeconds(30), false,
                Optional.empty());
        var letters = new LetterFacts("dlq", known(queue), url, known(List.of("jobs")), Map.of(), known(List.of()),
                Map.of(), Optional.empty());
        return Steps.of(operation,
                new Facts(Moment.tiketi().done(), NOON, Optional.empty(), Optional.of(letters), Optional.empty()), "");
    }

    @Test
    void scalingSendsTheCountAlone() {
        assertThat(steps(scale(9))).containsExactly(count(9));
        assertThat(steps(scale(9, 2, 10))).as("the range stays").containsExactly(count(9));
    }

    @Test
    void aCountThatNobodyHasSaidSendsNothingAndIsRefused() {
        var wish = new Operation.Scale(TIKETI, SERVICE, OptionalInt.empty(), Optional.empty());

        assertThat(steps(wish)).isEmpty();
        assertThat(Preview.of(wish, given.facts(), "").isRefused()).isTrue();
        given.stateUnread();
        assertThat(Preview.of(wish, given.facts(), "").isRefused()).isTrue();
    }

    @Test
    void theRangeComesBeforeTheCount() {
        assertThat(steps(scale(12, 2, 12))).containsExactly(new Step.SetRange(SERVICE, new Range(2, 12)), count(12));
    }

    @Test
    void aRangeAloneSendsNoCount() {
        assertThat(steps(range(2, 12))).containsExactly(new Step.SetRange(SERVICE, new Range(2, 12)));
        assertThat(steps(scale(5, 2, 12))).as("the count stays")
                .containsExactly(new Step.SetRange(SERVICE, new Range(2, 12)));
    }

    @Test
    void nothingIsSentWhereNothingChanges() {
        assertThat(steps(scale(5))).isEmpty();
        assertThat(steps(range(2, 10))).isEmpty();
        assertThat(steps(scale(5, 2, 10))).isEmpty();
    }

    @Test
    void aRangeThatNobodyCouldReadIsSent() {
        given.rangeFails(Given.DENIED);

        assertThat(steps(range(2, 10))).containsExactly(new Step.SetRange(SERVICE, new Range(2, 10)));
    }

    @Test
    void aForcedDeploymentChangesNothingElse() {
        assertThat(steps(force())).containsExactly(new Step.Update(SERVICE, ServiceChange.newDeployment()));
    }

    @Test
    void goingBackSendsTheTaskDefinition() {
        assertThat(steps(new Operation.RollBack(TIKETI, SERVICE, Fleet.definition(87)))).containsExactly(
                new Step.Update(SERVICE, ServiceChange.taskDefinition(Fleet.definition(87))));
    }

    @Test
    void weightsAreSentAsAWholeAndForcedOnlyWhereThatIsAskedFor() {
        assertThat(steps(spot(Fleet.SPOT_70, false))).containsExactly(
                new Step.Update(SERVICE, ServiceChange.strategy(Fleet.SPOT_70, false)));
        assertThat(steps(spot(Fleet.SPOT_70, true))).containsExactly(
                new Step.Update(SERVICE, ServiceChange.strategy(Fleet.SPOT_70, true)));
    }

    @Test
    void weightsThatStayAreNotSentWithAForcedDeployment() {
        assertThat(steps(spot(Fleet.SPOT_90, true))).containsExactly(
                new Step.Update(SERVICE, ServiceChange.newDeployment()));
    }

    @Test
    void stoppingNamesTheTaskItsClusterAndTheReason() {
        assertThat(steps(new Operation.StopTask(TIKETI, SERVICE, "arn:task"))).containsExactly(
                new Step.StopTask("tiketi-cluster-prod", "arn:task", "why"));
        assertThat(steps(new Operation.StopDeployment(TIKETI, SERVICE, "arn:deployment"))).containsExactly(
                new Step.StopDeployment("arn:deployment"));
    }

    @Test
    void eachJobIsARequestOfItsOwn() {
        var order = new JobOrder("a", "analysis-a", "arn:definition:3", List.of(), Optional.empty());
        var other = new JobOrder("b", "analysis-b", "arn:definition:3", List.of(), Optional.empty());
        var jobs = new JobFacts("jobs", List.of("a", "b", "c"), denied(), known(List.of(other, order)),
                known(Map.of()));
        var facts = new Facts(Moment.tiketi().done(), NOON, Optional.empty(), Optional.empty(), Optional.of(jobs));

        assertThat(Steps.of(new Operation.Resubmit(TIKETI, "jobs", List.of("a", "b")), facts, "")).containsExactly(
                new Step.Resubmit("jobs", order), new Step.Resubmit("jobs", other));
    }

    @Test
    void aRedriveGoesByTheArnOfItsQueue() {
        String arn = "arn:aws:sqs:ap-northeast-2:210987654321:dlq";

        assertThat(onQueue(new Operation.Redrive(TIKETI, "dlq", OptionalInt.of(10), OptionalInt.of(5)), arn))
                .containsExactly(new Step.StartRedrive("dlq", arn, OptionalInt.of(10)));
        assertThat(onQueue(new Operation.CancelRedrive(TIKETI, "dlq", "handle"), arn))
                .containsExactly(new Step.CancelRedrive("handle"));
    }

    @Test
    void aPurgeGoesByTheUrlThatSqsToldAlsoBehindAnotherEndpoint() {
        String arn = "arn:aws:sqs:ap-northeast-2:210987654321:dlq";

        assertThat(onQueue(new Operation.Purge(TIKETI, "dlq"), arn, known("http://localhost:9324/000000000000/dlq")))
                .containsExactly(new Step.Purge("dlq", "http://localhost:9324/000000000000/dlq"));
    }

    @Test
    void whereSqsToldNoUrlThePurgeSaysThatItAsksForIt() {
        List<Step> steps = onQueue(new Operation.Purge(TIKETI, "dlq"), "arn:aws:sqs:ap-northeast-2:210987654321:dlq",
                denied());

        assertThat(steps).singleElement().satisfies(step -> assertThat(step.request().fields()).singleElement()
                .satisfies(field -> assertThat(field.values()).containsExactly("sqs:GetQueueUrl(dlq)")));
    }
}
