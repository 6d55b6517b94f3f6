package io.watchdeck.operations.gate;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.TIKETI;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.OperationDesk.Begun;
import io.watchdeck.operations.gate.OperationDesk.Confirmed;
import io.watchdeck.operations.preflight.Consequence;
import io.watchdeck.operations.preflight.Consequence.Weight;
import io.watchdeck.operations.preflight.JobFacts;
import io.watchdeck.operations.preflight.OwnFacts.Resubmitted;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.BatchQueueState.Health;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Jobs x and y of a Batch queue have failed.
@Timeout(20)
class ResubmissionsTest {

    private final Desk rig = new Desk(Moment.tiketi());
    private final Operation both = new Operation.Resubmit(TIKETI, "jobs", List.of("x", "y"));
    private final Operation first = new Operation.Resubmit(TIKETI, "jobs", List.of("x"));

    @BeforeEach
    void begin() throws InterruptedException {
        rig.account.batch(new BatchQueueState("jobs", new Health("ENABLED", "VALID", ""), Map.of(), Set.of(),
                List.of(new FailedJob("x", "analysis-x", NOON, "exit 1"),
                        new FailedJob("y", "analysis-y", NOON, "exit 1"))));
        rig.account.answer(call -> Sent.taken("new of " + call, rig.clock.instant()));
        rig.start();
        rig.unlock();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private JobFacts facts() throws InterruptedException {
        return rig.facts(both).jobs().orElseThrow();
    }

    private void sent(Operation operation) throws InterruptedException {
        assertThat(rig.run(operation)).isInstanceOf(Begun.Running.class);
        rig.await(state -> rig.journal.only().sendings().stream().anyMatch(one -> one.answer().isPresent()));
    }

    @Test
    void whileTheFirstIsWatchedAndAfterARestartTheJobIsNotOfferedAgain() throws InterruptedException {
        assertThat(facts().fresh()).containsExactly("x", "y");
        sent(first);

        assertThat(facts().again("x")).contains(new Resubmitted(Optional.of("new of resubmit jobs x"), NOON, "sora"));
        assertThat(facts().fresh()).containsExactly("y");
        rig.restart();
        rig.unlock();
        assertThat(facts().fresh()).containsExactly("y");
        assertThat(rig.preview(first).consequences()).as("whoever chooses it is warned")
                .filteredOn(one -> one.sentence().key().equals("operation.jobs.before"))
                .extracting(Consequence::weight).containsExactly(Weight.WARNING);
    }

    /// Two dialogs were open: the second does not know of what the first has sent.
    @Test
    void whatWasSentSinceItWasCheckedIsDeclined() throws InterruptedException {
        Preview other = rig.preview(first);
        sent(first);

        assertThat(rig.run(other, new Confirmed("", "jobs", Optional.empty()))).isInstanceOfSatisfying(
                Begun.Declined.class, why -> assertThat(why.why().key()).isEqualTo("gate.resubmitted"));
        assertThat(rig.account.sent()).containsExactly("resubmit jobs x");
    }

    @Test
    void chosenExpresslyItIsSentOnceMore() throws InterruptedException {
        sent(first);

        assertThat(rig.run(first)).isInstanceOf(Begun.Running.class);
        rig.await(_ -> rig.account.sent().size() == 2);
    }

    @Test
    void aSubmissionWhoseAnswerWasLostMayHaveBeenOne() throws InterruptedException {
        rig.account.answer(_ -> new Sent.Lost(Failure.unreachable("batch"), rig.clock.instant()));
        sent(first);

        assertThat(facts().again("x")).contains(new Resubmitted(Optional.empty(), NOON, "sora"));
    }

    @Test
    void aRefusedOneWasNone() throws InterruptedException {
        rig.account.answer(_ -> new Sent.Refused(Failure.denied("batch:SubmitJob"), rig.clock.instant()));
        sent(first);

        assertThat(facts().fresh()).containsExactly("x", "y");
    }

    @Test
    void theJournalKeepsWhatTheJobsWere() throws InterruptedException {
        sent(both);

        assertThat(rig.journal.only().before().jobs()).extracting(FailedJob::name)
                .containsExactly("analysis-x", "analysis-y");
        assertThat(rig.journal.only().commands().getFirst()).startsWith(
                "# x\naws batch submit-job --job-name analysis-x --job-queue jobs --job-definition arn:");
    }
}
