package io.watchdeck.operations.journal;

import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.stack.ServiceSpec.Range;
import io.watchdeck.words.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final String ARN = "arn:aws:ecs:ap-northeast-2:210987654321:";

    private final Words words = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    @Test
    void eachKindTellsWhatWasAndWhatWasToBe() {
        assertThat(said(new Operation.Scale(TIKETI, SERVICE, OptionalInt.of(9), Optional.of(new Range(4, 12)))))
                .containsExactly("TASKS 5 > 9", "RANGE 2–10 > 4–12");
        assertThat(said(new Operation.ForceDeployment(TIKETI, SERVICE)))
                .containsExactly("REVISION backend:88 > the same, all tasks new");
        assertThat(said(new Operation.RollBack(TIKETI, SERVICE, ARN + "task-definition/backend:87")))
                .containsExactly("REVISION backend:88 > backend:87");
        assertThat(said(new Operation.StopDeployment(TIKETI, SERVICE, ARN + "service-deployment/c/s/dep-7")))
                .containsExactly("DEPLOYMENT dep-7 > rolled back");
        assertThat(said(new Operation.SpotWeight(TIKETI, SERVICE,
                List.of(new CapacityShare("FARGATE_SPOT", 70, 0), new CapacityShare("FARGATE", 30, 2)), true)))
                .containsExactly("STRATEGY FARGATE_SPOT 90, FARGATE 10 > FARGATE_SPOT 70, FARGATE 30, base 2",
                        "REVISION backend:88 > the same, all tasks new");
        assertThat(said(new Operation.SpotWeight(TIKETI, SERVICE, Fleet.SPOT_70, false)))
                .containsExactly("STRATEGY FARGATE_SPOT 90, FARGATE 10 > FARGATE_SPOT 70, FARGATE 30");
        assertThat(said(new Operation.SpotWeight(TIKETI, SERVICE, Fleet.SPOT_90, true)))
                .containsExactly("REVISION backend:88 > the same, all tasks new");
        assertThat(said(new Operation.StopTask(TIKETI, SERVICE, ARN + "task/c/0f3c")))
                .containsExactly("TASK 0f3c > stopped");
        assertThat(said(new Operation.Resubmit(TIKETI, "jobs", List.of("a", "b"))))
                .containsExactly("JOBS 2 failed > 2 new");
    }

    @Test
    void messagesAreAboutAsManyAsSqsSays() {
        Baseline before = Baseline.ofMessages(1312, Map.of());

        assertThat(said(Entries.begun(new Operation.Purge(TIKETI, "dlq"), before, 1)))
                .containsExactly("MESSAGES about 1,312 > none");
        assertThat(said(Entries.begun(new Operation.Redrive(TIKETI, "dlq", OptionalInt.empty(), OptionalInt.empty()),
                before, 1))).containsExactly("MESSAGES about 1,312 > moved back");
        assertThat(said(Entries.begun(new Operation.CancelRedrive(TIKETI, "dlq", "handle"), before, 1)))
                .containsExactly("REDRIVE running > cancelled");
    }

    @Test
    void thatNotAllHashesAreKeptIsSaid() {
        Baseline all = Baseline.ofMessages(100_000, Map.of("a", 2));
        var part = new Baseline(all.desired(), all.range(), all.taskDefinition(), all.deployment(), all.strategy(),
                all.messages(), all.hashes(), 99_998, all.jobs());

        assertThat(said(Entries.begun(new Operation.Purge(TIKETI, "dlq"), part, 1))).containsExactly(
                "MESSAGES about 100,000 (the hashes of 2 bodies are kept, 99,998 are left out) > none");
    }

    @Test
    void eachJobIsNamedWithWhatBecameOfIt() {
        var jobs = new Operation.Resubmit(TIKETI, "jobs", List.of("a", "b"));
        JournalEntry entry = Entries.begun(jobs, Baseline.ofJobs(List.of(
                new FailedJob("a", "analysis-1", Entries.NOON, "exit 1"),
                new FailedJob("b", "analysis-2", Entries.NOON, "exit 2"))), 2).sending(Entries.request(1))
                .answered(0, Sent.taken("new-1", Entries.NOON));

        assertThat(said(entry)).hasSize(3).element(1).asString().startsWith("JOB analysis-1 (a), failed at ")
                .endsWith(": exit 1 > analysis-1 (new-1)");
        assertThat(said(entry)).last().asString().endsWith("exit 2 > analysis-2, no new job known");
    }

    @Test
    void whatWasNotKnownBeforeIsNotInvented() {
        assertThat(said(Entries.begun(Entries.scale(9), Baseline.none(), 1))).containsExactly("TASKS ? > 9");
        assertThat(said(Entries.begun(new Operation.Purge(TIKETI, "dlq"), Baseline.none(), 1)))
                .containsExactly("MESSAGES ? > none");
    }

    private List<String> said(Operation operation) {
        return said(Entries.begun(operation));
    }

    private List<String> said(JournalEntry entry) {
        return Change.of(entry).stream().map(change -> change.what() + " " + change.before().map(words::say).orElse("?")
                + " > " + words.say(change.after())).toList();
    }
}
