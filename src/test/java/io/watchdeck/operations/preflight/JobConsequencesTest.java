package io.watchdeck.operations.preflight;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.preflight.Given.WHY;
import static io.watchdeck.operations.preflight.Given.denied;
import static io.watchdeck.operations.preflight.Given.known;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Phrase;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.BatchQueueState.Health;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    private static List<Consequence> said(Operation.Resubmit operation, Health health, FailedJob... failed) {
        return Given.spoken(JobConsequences.of(operation, new JobFacts("jobs", known(new BatchQueueState("jobs", health,
                Map.of("RUNNABLE", 3), Set.of(), Arrays.asList(failed))))));
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
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.jobs.gone", 0, 0));
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
        assertThat(JobConsequences.of(again("a"), new JobFacts("jobs", denied()))).containsExactly(
                Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.unknown", WHY));
    }
}
