package io.watchdeck.sandbox;

import static io.watchdeck.model.Changes.taken;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Sent;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.Controls;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Remark;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.proof.Finding;
import io.watchdeck.operations.proof.Prover;
import io.watchdeck.operations.proof.Prover.Looking;
import io.watchdeck.operations.proof.Prover.Looking.Marks;
import io.watchdeck.operations.proof.Tally;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.LetterMark;
import io.watchdeck.sandbox.compute.Fate;
import io.watchdeck.sandbox.compute.SimulatedService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What reads operations back comes to the true verdict of what happened in the simulated account.
class SandboxProofTest {

    private static final StackId STACK = new StackId("sesami-prod");
    private static final ServiceKey SERVICE = new ServiceKey("sesami-cluster", "sesami-backend");
    private static final String DEAD = "sesami-analysis-jobs-dlq";
    private static final Duration LOOKS = Duration.ofSeconds(10);

    private final Life life = new Life(9);
    private final Controls controls = life.controls(STACK.value());
    private final Tally tally = new Tally();
    /// What this console did, all told.
    private final List<JournalEntry> journal = new ArrayList<>();

    @Test
    void aDeploymentWorks() {
        assertThat(after(new Operation.ForceDeployment(STACK, SERVICE), Baseline.none(),
                each -> each.services().update(SERVICE, ServiceChange.newDeployment())).result())
                .isEqualTo(Result.WORKED);
    }

    @Test
    void aDeploymentWhoseAnswerIsLostWorksAllTheSame() {
        assertThat(after(new Operation.ForceDeployment(STACK, SERVICE), Baseline.none(),
                each -> lost("ecs:UpdateService", true,
                        () -> each.services().update(SERVICE, ServiceChange.newDeployment())))
                .result())
                .isEqualTo(Result.WORKED);
    }

    @Test
    void aDeploymentThatNeverArrivedIsNotDone() {
        assertThat(after(new Operation.ForceDeployment(STACK, SERVICE), Baseline.none(),
                each -> lost("ecs:UpdateService", false,
                        () -> each.services().update(SERVICE, ServiceChange.newDeployment())))
                .result())
                .isEqualTo(Result.NOT_DONE);
    }

    @Test
    void aBadRevisionFails() {
        int[] bad = {0};
        change((service, _) -> bad[0] = service.deployments().register(Fate.OUT_OF_MEMORY));
        String name = "sesami-backend:" + bad[0];

        Verdict verdict = after(new Operation.RollBack(STACK, SERVICE, name), Baseline.none(),
                each -> each.services().update(SERVICE, ServiceChange.taskDefinition(name)));

        assertThat(verdict.result()).isEqualTo(Result.FAILED);
        assertThat(verdict.sentence().key()).isEqualTo("proof.rollout.failed");
    }

    @Test
    void aStoppedDeploymentIsStopped() {
        taken(controls.services().update(SERVICE, ServiceChange.newDeployment()));
        life.clock().advance(Duration.ofSeconds(30));
        ServiceDeployment running = value(controls.deployments().deployments(SERVICE)).getFirst();

        Verdict verdict = after(new Operation.StopDeployment(STACK, SERVICE, running.arn()), Baseline.none(),
                each -> each.services().stopDeployment(running.arn()));

        assertThat(verdict.result()).isEqualTo(Result.WORKED);
        assertThat(verdict.sentence().key()).isEqualTo("proof.stop.back");
    }

    /// The old tasks still run when it is stopped after half a minute.
    @Test
    void aDeploymentThatThisConsoleStoppedAndItsStopAreToldWithinAMinute() {
        JournalEntry forced = begun(new Operation.ForceDeployment(STACK, SERVICE), Baseline.none(),
                each -> each.services().update(SERVICE, ServiceChange.newDeployment()));
        life.clock().advance(Duration.ofSeconds(30));
        String arn = value(controls.deployments().deployments(SERVICE)).getFirst().arn();
        JournalEntry stop = begun(new Operation.StopDeployment(STACK, SERVICE, arn), Baseline.none(),
                each -> each.services().stopDeployment(arn));
        journal.add(stop);

        assertThat(look(forced)).isInstanceOfSatisfying(Finding.Ended.class, found -> {
            assertThat(found.verdict().result()).isEqualTo(Result.CANCELLED);
            assertThat(found.verdict().sentence().key()).isEqualTo("proof.rollout.stoppedHere");
        });
        life.clock().advance(Duration.ofSeconds(60));
        assertThat(look(stop)).isInstanceOfSatisfying(Finding.Ended.class,
                found -> assertThat(found.verdict().result()).isEqualTo(Result.WORKED));
    }

    @Test
    void aStoppedTaskIsReplaced() {
        String task = life.tasks(STACK.value()).getFirst().arn();

        assertThat(after(new Operation.StopTask(STACK, SERVICE, task), Baseline.none(),
                each -> each.services().stopTask(SERVICE.cluster(), task, "why")).result()).isEqualTo(Result.WORKED);
    }

    @Test
    void aResubmittedJobGoesOn() {
        String failed = batch().failed().getFirst().id();

        assertThat(after(new Operation.Resubmit(STACK, "sesami-job-queue", List.of(failed)), Baseline.none(),
                each -> each.jobs().resubmit("sesami-job-queue", failed)).result()).isEqualTo(Result.WORKED);
    }

    private BatchQueueState batch() {
        return value(life.cloud(STACK.value()).batch().orElseThrow().batchQueues(List.of("sesami-job-queue"))
                .get("sesami-job-queue"));
    }

    @Test
    void aPurgeIsProved() {
        assertThat(after(new Operation.Purge(STACK, DEAD), Baseline.ofMessages(27, Map.of()),
                each -> each.queues().purge(DEAD)).result()).isEqualTo(Result.WORKED);
    }

    @Test
    void ofARedriveFiveCameBackByTheirBodies() {
        var hashes = new HashMap<String, Integer>();
        look().marks().forEach(mark -> hashes.merge(mark.hash(), 1, Integer::sum));
        life.clock().advance(Duration.ofMinutes(1));

        Verdict verdict = after(new Operation.Redrive(STACK, DEAD, OptionalInt.of(5), OptionalInt.empty()),
                Baseline.ofMessages(27, hashes), each -> each.queues().redrive(DEAD, OptionalInt.of(5)));

        assertThat(verdict.result()).isEqualTo(Result.PARTLY);
        assertThat(verdict.sentence().key()).isEqualTo("proof.redrive.cameBack");
        assertThat(verdict.sentence().arguments().subList(0, 5)).as("moved, of all, back, remaining, unaccounted")
                .containsExactly(27L, 27L, 5L, 0L, 0L);
    }

    /// The messages that had moved before it was cancelled fail again minutes later.
    @Test
    void ofACancelledRedriveWhatCameBackAfterTheCancelIsCounted() {
        var hashes = new HashMap<String, Integer>();
        look().marks().forEach(mark -> hashes.merge(mark.hash(), 1, Integer::sum));
        life.clock().advance(Duration.ofMinutes(1));

        Verdict verdict = after(new Operation.Redrive(STACK, DEAD, OptionalInt.of(1), OptionalInt.empty()),
                Baseline.ofMessages(27, hashes), each -> {
                    Sent sent = each.queues().redrive(DEAD, OptionalInt.of(1));
                    life.clock().advance(Duration.ofSeconds(20));
                    String handle = value(each.redrives().redrives(DEAD)).getFirst().handle().orElseThrow();
                    taken(each.queues().cancelRedrive(handle));
                    return sent;
                });

        assertThat(verdict.result()).isEqualTo(Result.CANCELLED);
        List<Object> counts = verdict.sentence().arguments();
        long moved = (long) counts.get(0);
        long back = (long) counts.get(2);
        long remaining = (long) counts.get(3);
        assertThat(moved).isBetween(15L, 25L);
        assertThat(remaining).isEqualTo(27 - moved);
        assertThat(back).isBetween(1L, 5L);
        life.clock().advance(Duration.ofMinutes(5));
        assertThat(look().marks()).as("nothing came back after the verdict").hasSize((int) (back + remaining));
    }

    /// By the counts alone: the bodies are looked at here to know what is true.
    @Test
    void ofACancelledRedriveWhatStayedIsToldApartFromWhatCameBack() {
        var hashes = new HashMap<String, Integer>();
        look().marks().forEach(mark -> hashes.merge(mark.hash(), 1, Integer::sum));
        life.clock().advance(Duration.ofMinutes(1));
        Instant started = life.clock().instant();
        JournalEntry entry = begun(new Operation.Redrive(STACK, DEAD, OptionalInt.of(1), OptionalInt.of(5)),
                Baseline.ofMessages(27, hashes), each -> each.queues().redrive(DEAD, OptionalInt.of(1)));
        life.clock().advance(Duration.ofSeconds(20));
        taken(controls.queues().cancelRedrive(
                value(controls.redrives().redrives(DEAD)).getFirst().handle().orElseThrow()));
        life.clock().advance(Duration.ofSeconds(10));
        List<Object> first = stopped(entry);
        life.clock().advance(Duration.ofMinutes(1));
        List<Object> later = stopped(entry);

        List<LetterMark> there = look().marks().stream().filter(mark -> hashes.containsKey(mark.hash())).toList();
        long back = there.stream().filter(mark -> mark.sentAt().isAfter(started)).count();
        assertThat((long) later.getFirst()).as("moved").isEqualTo((long) first.getFirst()).isBetween(17L, 25L);
        assertThat(later.get(3)).as("stayed").isEqualTo(first.get(3)).isEqualTo(there.size() - back)
                .isEqualTo(27 - (long) later.getFirst());
        assertThat((long) first.get(1)).as("so soon nothing is back").isZero();
        assertThat((long) later.get(1)).as("back").isEqualTo(back).isPositive();
    }

    private List<Object> stopped(JournalEntry entry) {
        Phrase sentence = ((Finding.Going) look(entry)).sentence();
        assertThat(sentence.key()).isEqualTo("proof.redrive.endedEarly");
        return sentence.arguments();
    }

    @Test
    void aRedriveWhoseMessagesBounceIsToBeStopped() {
        life.connector().account(life.file(STACK.value()).access()).change(STACK, (stack, now) -> {
            stack.queue(DEAD).orElseThrow().purge(now);
            for (int index = 0; index < 200; index++) {
                stack.queue("sesami-analysis-jobs").orElseThrow().giveUp(stack.newMessage(now).saying("no job"), now);
            }
        });

        var operation = new Operation.Redrive(STACK, DEAD, OptionalInt.of(1), OptionalInt.of(5));
        JournalEntry entry = begun(operation, Baseline.ofMessages(200, Map.of()),
                each -> each.queues().redrive(DEAD, OptionalInt.of(1)));
        Finding found = look(entry);
        for (int looks = 0; looks < 12 && !(found instanceof Finding.Stop); looks++) {
            life.clock().advance(LOOKS);
            found = look(entry);
        }

        assertThat(found).isInstanceOf(Finding.Stop.class);
    }

    private static final Set<String> WATCHED_ON = Set.of("proof.redrive.completed", "proof.redrive.endedEarly");

    private Verdict after(Operation operation, Baseline before, Function<Controls, Sent> send) {
        JournalEntry entry = begun(operation, before, send);
        for (int looks = 0; looks < 400; looks++) {
            Finding found = look(entry);
            if (found instanceof Finding.Ended(Verdict verdict)) {
                return verdict;
            }
            if (found instanceof Finding.Going going && WATCHED_ON.contains(going.sentence().key())
                    && entry.remarks().isEmpty()) {
                entry = entry.remarked(new Remark(life.clock().instant(), going.sentence()));
            }
            life.clock().advance(LOOKS);
        }
        throw new AssertionError("no verdict");
    }

    private JournalEntry begun(Operation operation, Baseline before, Function<Controls, Sent> send) {
        JournalEntry entry = Entries.begunAt(Entries.begun(operation, before, 1), life.clock().instant())
                .sending(Entries.request(4));
        return entry.answered(0, send.apply(controls));
    }

    private Finding look(JournalEntry entry) {
        return new Prover(life.clock(), _ -> journal).look(entry, life.cloud(STACK.value()), controls, new Looking() {
            @Override
            public Marks look(String queue, Optional<Enough> until) {
                return SandboxProofTest.this.look();
            }

            @Override
            public boolean hides(String queue) {
                return false;
            }
        }, tally);
    }

    private Marks look() {
        var all = new ArrayList<LetterMark>();
        List<DeadLetter> page = page();
        for (; !page.isEmpty(); page = page()) {
            page.forEach(letter -> all.add(LetterMark.of(letter)));
        }
        return new Marks(all, true);
    }

    private List<DeadLetter> page() {
        return value(controls.queues().receive(DEAD, Duration.ofSeconds(30)));
    }

    private Sent lost(String action, boolean done, Supplier<Sent> change) {
        SandboxAccount account = life.connector().account(life.file(STACK.value()).access());
        account.loseAnswer(action, done);
        Sent sent = change.get();
        account.clearFault(action);
        return sent;
    }

    private void change(ObjLongConsumer<SimulatedService> deed) {
        life.connector().account(life.file(STACK.value()).access()).change(STACK,
                (stack, now) -> deed.accept(stack.service(SERVICE).orElseThrow(), now));
    }
}
