package io.watchdeck.operations.preflight;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.preflight.Given.WHY;
import static io.watchdeck.operations.preflight.Given.denied;
import static io.watchdeck.operations.preflight.Given.known;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.operations.preflight.OwnFacts.Resubmitted;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.BatchQueueState.Health;
import io.watchdeck.queues.JobOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobConsequencesTest {

    private static final Health WELL = new Health("ENABLED", "VALID", "");

    private static Operation.Resubmit again(String... jobs) {
        return new Operation.Resubmit(TIKETI, "jobs", List.of(jobs));
    }

    private static FailedJob failed(String id, String reason) {
        return new FailedJob(id, "analysis-" + id, NOON, reason);
    }

    private static JobOrder order(String id, Optional<Failure> objection) {
        return new JobOrder(id, "analysis-" + id, "arn:definition:3", List.of(), objection);
    }

    private static List<JobOrder> orders(FailedJob... failed) {
        return Arrays.stream(failed).map(job -> order(job.id(), Optional.empty())).toList();
    }

    private static Reading<BatchQueueState> queue(Health health, FailedJob... failed) {
        return known(new BatchQueueState("jobs", health, Map.of("RUNNABLE", 3), Set.of(), Arrays.asList(failed)));
    }

    private static List<Consequence> said(Operation.Resubmit operation, Health health, FailedJob... failed) {
        return said(operation, Map.of(), health, failed);
    }

    private static List<Consequence> said(Operation.Resubmit operation, Map<String, Resubmitted> before, Health health,
            FailedJob... failed) {
        return Given.spoken(JobConsequences.of(operation, new JobFacts("jobs", Arrays.stream(failed)
                .map(FailedJob::id).toList(), queue(health, failed), known(orders(failed)), known(before))));
    }

    private static final Instant AT = NOON.minusSeconds(60);

    /// Sending a job once more needs its choice, and is warned of.
    @Test
    void aJobThatWasSubmittedAgainIsWarnedOf() {
        FailedJob[] two = {failed("a", "exit 1"), failed("b", "exit 1")};
        Map<String, Resubmitted> before = Map.of("a", new Resubmitted(Optional.of("new-1"), AT, "hana"));

        assertThat(said(again("b"), before, WELL, two)).extracting(Consequence::weight)
                .doesNotContain(Weight.WARNING);
        assertThat(said(again("a", "b"), before, WELL, two)).contains(Consequence.of(Topic.JOBS, Weight.WARNING,
                "operation.jobs.before", "analysis-a", "new-1", AT, "hana"));
        assertThat(said(again("a"), Map.of("a", new Resubmitted(Optional.empty(), AT, "hana")), WELL, two))
                .contains(Consequence.of(Topic.JOBS, Weight.WARNING, "operation.jobs.perhapsBefore", "analysis-a", AT,
                        "hana"));
        assertThat(said(again(), before, WELL, two)).containsExactly(
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.jobs.none", 2));
        assertThat(said(again(), before, WELL, two[0])).containsExactly(
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.jobs.allBefore", 1));
    }

    @Test
    void whereTheJournalCannotBeReadWhatWasSubmittedAgainIsNotKnown() {
        FailedJob a = failed("a", "exit 1");

        assertThat(JobConsequences.of(again("a"), new JobFacts("jobs", List.of("a"), queue(WELL, a),
                known(orders(a)), denied()))).contains(Consequence.of(Topic.JOBS, Weight.UNKNOWN,
                        "operation.jobs.beforeUnknown", WHY));
    }

    @Test
    void whatBatchWouldNotTakeAgainIsRefusedBefore() {
        FailedJob a = failed("a", "exit 1");

        assertThat(JobConsequences.of(again("a"), new JobFacts("jobs", List.of("a"), queue(WELL, a), denied(),
                known(Map.of())))).containsExactly(Consequence.of(Topic.TARGET, Weight.REFUSED,
                        "operation.target.unknown", WHY));
        assertThat(JobConsequences.of(again("a"), new JobFacts("jobs", List.of("a"), queue(WELL, a),
                known(List.of()), known(Map.of())))).containsExactly(Consequence.of(Topic.TARGET, Weight.REFUSED,
                        "operation.jobs.gone", 1, 1));
        assertThat(JobConsequences.of(again("a"), new JobFacts("jobs", List.of("a"), queue(WELL, a),
                known(List.of(order("a", Optional.of(Given.DENIED)))), known(Map.of()))))
                .containsExactly(Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.jobs.objection", WHY));
    }

    @Test
    void eachFailedJobBecomesANewOne() {
        assertThat(said(again("a", "b"), WELL, failed("a", "exit 1"), failed("b", "exit 1"), failed("c", "other")))
                .containsExactly(
                        Consequence.of(Topic.JOBS, Weight.TOLD, "operation.jobs.again", 2)
                                .from(Phrase.of("operation.jobs.waiting", 3), Phrase.of("operation.jobs.waiting", 5)),
                        Consequence.of(Topic.RETURN, Weight.TOLD, "operation.jobs.reason", "exit 1"),
                        Consequence.of(Topic.LOOKED, Weight.TOLD, "operation.jobs.twice"));
    }

    @Test
    void differentReasonsAreCounted() {
        assertThat(said(again("a", "b"), WELL, failed("a", "exit 1"), failed("b", "out of memory"))).contains(
                Consequence.of(Topic.RETURN, Weight.TOLD, "operation.jobs.reasons", 2));
    }

    @Test
    void jobsThatBatchHasForgottenAreRefused() {
        assertThat(said(again("a", "b"), WELL, failed("a", "exit 1"))).containsExactly(
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.jobs.gone", 1, 2));
        assertThat(said(again(), WELL, failed("a", "exit 1"))).containsExactly(
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.jobs.none", 1));
    }

    @Test
    void aDisabledQueueTakesNone() {
        assertThat(said(again("a"), new Health("DISABLED", "VALID", ""), failed("a", "exit 1"))).containsExactly(
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.jobs.disabled", "jobs", "DISABLED"));
    }

    @Test
    void anUnhealthyQueueIsAWarning() {
        assertThat(said(again("a"), new Health("ENABLED", "INVALID", "no compute environment"),
                failed("a", "exit 1"))).contains(Consequence.of(Topic.CONSUMER, Weight.WARNING,
                        "operation.jobs.unhealthy", "jobs", "INVALID", "no compute environment"));
        assertThat(said(again("a"), new Health("ENABLED", "UPDATING", ""), failed("a", "exit 1")))
                .extracting(Consequence::topic).doesNotContain(Topic.CONSUMER);
    }

    @Test
    void whatCannotBeReadIsRefused() {
        assertThat(JobConsequences.of(again("a"), new JobFacts("jobs", List.of("a"), denied(),
                denied(), known(Map.of())))).containsExactly(
                        Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.unknown", WHY));
    }
}
