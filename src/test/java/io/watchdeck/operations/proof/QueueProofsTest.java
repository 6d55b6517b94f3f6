package io.watchdeck.operations.proof;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.begun;
import static io.watchdeck.operations.proof.Told.counted;
import static io.watchdeck.operations.proof.Told.crashed;
import static io.watchdeck.operations.proof.Told.ended;
import static io.watchdeck.operations.proof.Told.going;
import static io.watchdeck.operations.proof.Told.lost;
import static io.watchdeck.operations.proof.Told.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.BatchQueueState.Health;
import io.watchdeck.queues.JobControl.Submitted;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.RedriveTask;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueProofsTest {

    private static final Instant SOON = at(60);
    private static final Instant SETTLED = at(61);

    // A purge of 27 messages.

    private final JournalEntry purge =
            begun(new Operation.Purge(TIKETI, "dlq"), Baseline.ofMessages(27, Map.of()), 1);

    private static QueueState queue(long visible, long inFlight, long delayed) {
        return new QueueState("dlq", "arn:dlq", visible, inFlight, delayed, Duration.ofDays(14),
                Duration.ofSeconds(30), false, Optional.empty());
    }

    @Test
    void anEmptyQueueIsBelievedOnceTheCountsHaveSettled() {
        going(QueueProofs.purge(taken(purge), queue(0, 0, 0), SOON), "proof.purge.settling");
        ended(QueueProofs.purge(taken(purge), queue(0, 0, 0), SETTLED), SETTLED, Result.WORKED, "proof.purge.worked",
                27L);
        ended(QueueProofs.purge(lost(purge), queue(0, 0, 0), SETTLED), SETTLED, Result.WORKED, "proof.purge.worked",
                27L);
    }

    @Test
    void whatIsHiddenOrDelayedIsThereToo() {
        going(QueueProofs.purge(taken(purge), queue(0, 1, 0), at(180)), "proof.purge.going", 1L);
        going(QueueProofs.purge(taken(purge), queue(0, 0, 1), at(180)), "proof.purge.going", 1L);
        going(QueueProofs.purge(taken(purge), queue(5, 3, 2), at(180)), "proof.purge.going", 10L);
    }

    @Test
    void whatIsLeftMayHaveBeenSentSince() {
        Instant late = at(181);

        ended(QueueProofs.purge(taken(purge), queue(27, 0, 0), late), late, Result.NOT_KNOWN, "proof.purge.left", 27L);
        ended(QueueProofs.purge(lost(purge), queue(26, 0, 0), late), late, Result.NOT_KNOWN, "proof.purge.left", 26L);
    }

    @Test
    void asManyAsBeforeWithoutAnAnswerMeanThatItWasNotDone() {
        Instant late = at(181);

        ended(QueueProofs.purge(lost(purge), queue(20, 7, 0), late), late, Result.NOT_DONE, "proof.purge.notDone",
                27L);
        ended(QueueProofs.purge(crashed(purge), queue(28, 0, 0), late), late, Result.NOT_DONE, "proof.purge.notDone",
                28L);
    }

    @Test
    void whatNobodyCountedBeforeIsNotTakenForNothing() {
        JournalEntry uncounted = begun(new Operation.Purge(TIKETI, "dlq"), Baseline.none(), 1);
        Instant late = at(181);

        ended(QueueProofs.purge(taken(uncounted), queue(0, 0, 0), SETTLED), SETTLED, Result.WORKED,
                "proof.purge.workedUncounted");
        ended(QueueProofs.purge(lost(uncounted), queue(5, 0, 0), late), late, Result.NOT_KNOWN, "proof.purge.left",
                5L);
    }

    // A cancel.

    private final JournalEntry cancel = begun(new Operation.CancelRedrive(TIKETI, "dlq", "handle"),
            Baseline.ofMessages(27, Map.of()), 1);

    private static List<RedriveTask> task(String status) {
        return List.of(one(status, 12), one("COMPLETED", 99));
    }

    private static RedriveTask one(String status, long moved) {
        return new RedriveTask(Optional.empty(), status, "arn:dlq", Optional.empty(), OptionalInt.empty(), moved,
                OptionalLong.of(27), "denied by KMS", NOON);
    }

    @Test
    void theNewestTaskTellsWhatBecameOfTheCancel() {
        ended(QueueProofs.cancel(taken(cancel), task("CANCELLED"), at(5)), at(5), Result.WORKED,
                "proof.cancel.worked", 12L);
        ended(QueueProofs.cancel(taken(cancel), task("COMPLETED"), at(5)), at(5), Result.NOT_DONE,
                "proof.cancel.tooLate", 12L);
        ended(QueueProofs.cancel(taken(cancel), task("FAILED"), at(5)), at(5), Result.NOT_DONE, "proof.cancel.failed",
                12L, "denied by KMS");
        ended(QueueProofs.cancel(taken(cancel), List.of(), at(5)), at(5), Result.WORKED, "proof.cancel.gone");
    }

    @Test
    void aTaskThatRunsOnWasNotCancelled() {
        going(QueueProofs.cancel(taken(cancel), task("RUNNING"), SOON), "proof.readingBack");
        ended(QueueProofs.cancel(taken(cancel), task("RUNNING"), SETTLED), SETTLED, Result.FAILED,
                "proof.cancel.runs", 12L);
        ended(QueueProofs.cancel(lost(cancel), task("RUNNING"), SETTLED), SETTLED, Result.NOT_DONE,
                "proof.cancel.runs", 12L);
        ended(QueueProofs.cancel(crashed(cancel), task("RUNNING"), SETTLED), SETTLED, Result.NOT_DONE,
                "proof.cancel.runs", 12L);
    }

    @Test
    void cancellingTakesAWhile() {
        going(QueueProofs.cancel(taken(cancel), task("CANCELLING"), at(300)), "proof.cancel.going", "CANCELLING", 12L);
        ended(QueueProofs.cancel(taken(cancel), task("CANCELLING"), at(301)), at(301), Result.NOT_KNOWN,
                "proof.cancel.late", "CANCELLING");
    }

    // Jobs.

    private final Operation.Resubmit three = new Operation.Resubmit(TIKETI, "jobs", List.of("a", "b", "c"));

    private Finding jobs(JournalEntry entry, Set<String> submitted, Instant now, String... failed) {
        return QueueProofs.jobs(entry, three, submitted, new BatchQueueState("jobs",
                new Health("ENABLED", "VALID", ""), Map.of(), Set.of(),
                Arrays.stream(failed).map(id -> new FailedJob(id, "job", NOON, id.equals("a") ? "old" : "exit " + id))
                        .toList()),
                now);
    }

    private static Set<String> ids(String... ids) {
        return new LinkedHashSet<>(List.of(ids));
    }

    private JournalEntry begunJobs() {
        return begun(three, Baseline.none(), 3);
    }

    @Test
    void newJobsAreWatchedForTwoMinutes() {
        JournalEntry all = taken(taken(taken(begunJobs(), "x"), "y"), "z");
        Finding found = jobs(all, ids("x", "y", "z"), at(119), "a", "b", "c");

        going(found, "proof.jobs.going", 3);
        counted(found, 3, 3);
        ended(jobs(all, ids("x", "y", "z"), at(120), "a", "b", "c"), at(120), Result.WORKED, "proof.jobs.worked", 3,
                "x, y, z");
    }

    @Test
    void oneThatFailsAgainIsAFailureAtOnce() {
        JournalEntry all = taken(taken(taken(begunJobs(), "x"), "y"), "z");

        ended(jobs(all, ids("x", "y", "z"), at(5), "a", "y", "x"), at(5), Result.FAILED, "proof.jobs.failed", 2, 3,
                "exit y; exit x");
    }

    @Test
    void aJobWhoseAnswerWasLostIsNotKnown() {
        ended(jobs(lost(taken(taken(begunJobs(), "x"), "y")), ids("x", "y"), at(120)), at(120), Result.NOT_KNOWN,
                "proof.jobs.unsure", 2, 1);
        ended(jobs(crashed(taken(taken(begunJobs(), "x"), "y")), ids("x", "y"), at(120)), at(120), Result.NOT_KNOWN,
                "proof.jobs.unsure", 2, 1);
    }

    private Finding lostOne(JournalEntry entry, Set<String> known, Instant now, Submitted... namesakes) {
        return QueueProofs.lost(entry, three, known, List.of(namesakes), new BatchQueueState("jobs",
                new Health("ENABLED", "VALID", ""), Map.of(), Set.of(), List.of()), now);
    }

    @Test
    void theLostJobIsTheFirstWithoutAnAnswer() {
        assertThat(QueueProofs.lost(lost(taken(begunJobs(), "x")), three)).contains("b");
        assertThat(QueueProofs.lost(crashed(begunJobs()), three)).contains("a");
        assertThat(QueueProofs.lost(taken(taken(taken(begunJobs(), "x"), "y"), "z"), three)).isEmpty();
    }

    @Test
    void aLostJobThatBatchHasByItsNameWasSubmitted() {
        JournalEntry last = lost(taken(taken(begunJobs(), "x"), "y"));
        Submitted found = new Submitted("new", at(1));

        ended(lostOne(last, ids("x", "y"), at(120), new Submitted("x", at(1)), found), at(120), Result.WORKED,
                "proof.jobs.workedUnsure", 3, "x, y, new");
        ended(lostOne(lost(taken(begunJobs(), "x")), ids("x"), at(120), found), at(120), Result.PARTLY,
                "proof.jobs.partly", 2, 3, "x, new");
        going(lostOne(last, ids("x", "y"), at(119), found), "proof.jobs.going", 3);
    }

    @Test
    void aLostJobOfWhoseNameBatchHasNoneWasNotSubmitted() {
        ended(lostOne(lost(begunJobs()), ids(), at(120)), at(120), Result.NOT_DONE, "proof.jobs.notDone");
        ended(lostOne(lost(taken(begunJobs(), "x")), ids("x"), at(120), new Submitted("x", at(1))), at(120),
                Result.PARTLY, "proof.jobs.partly", 1, 3, "x");
    }

    @Test
    void ofSeveralJobsOfTheNameOrOneThatMayBeOlderNobodyCanTell() {
        JournalEntry last = lost(taken(taken(begunJobs(), "x"), "y"));

        ended(lostOne(last, ids("x", "y"), at(120), new Submitted("n", at(1)), new Submitted("m", at(2))), at(120),
                Result.NOT_KNOWN, "proof.jobs.unsure", 2, 1);
        ended(lostOne(last, ids("x", "y"), at(120), new Submitted("n", at(-1))), at(120), Result.NOT_KNOWN,
                "proof.jobs.unsure", 2, 1);
    }

    @Test
    void jobsThatWereNeverSentAreToldApart() {
        ended(jobs(lost(begunJobs()), ids(), at(120)), at(120), Result.NOT_KNOWN, "proof.jobs.unsent", 0, 1, 2);
        ended(jobs(crashed(taken(begunJobs(), "x")), ids("x"), at(120)), at(120), Result.NOT_KNOWN,
                "proof.jobs.unsent", 1, 1, 1);
    }
}
