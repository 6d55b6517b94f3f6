package io.watchdeck.operations.gate;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.Entries.at;
import static io.watchdeck.operations.Entries.scale;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.model.When;
import io.watchdeck.operations.Baseline;
import io.watchdeck.operations.Dead;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.OperationDesk.Confirmed;
import io.watchdeck.operations.preflight.Preview;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.refresh.Payer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// When operations are looked at, several of them side by side, and what is kept of them meanwhile.
@Timeout(20)
class SeveralOperationsTest {

    private final Desk rig = new Desk(Moment.tiketi());

    @BeforeEach
    void unlock() throws InterruptedException {
        rig.start();
        rig.unlock();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void looksEveryFiveSecondsAndLaterEveryFifteen() throws InterruptedException {
        rig.account.service(Fleet.with(Fleet.service(5, 5),
                Fleet.deployment(89, "PRIMARY", 5, 3, "IN_PROGRESS", NOON)));
        rig.account.answer(_ -> Sent.taken("ecs-svc/89", NOON));
        rig.run(new Operation.ForceDeployment(TIKETI, SERVICE));
        rig.looked();
        int before = looks();
        rig.pass(4);
        assertThat(looks()).isEqualTo(before);
        rig.pass(1);
        assertThat(looks()).isEqualTo(before + 1);
        rig.pass(600);
        assertThat(looks()).isEqualTo(before + 2);
        rig.pass(14);
        assertThat(looks()).isEqualTo(before + 2);
        rig.pass(1);
        assertThat(looks()).isEqualTo(before + 3);
    }

    private int looks() {
        return (int) rig.account.asked().stream().filter(call -> call.startsWith("services")).count();
    }

    // Several at a time.

    @Test
    void whatIsBeingSentIsNotLookedAt() throws InterruptedException {
        Preview preview = rig.preview(scale(9));
        var sending = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        rig.account.before(call -> {
            if (call.startsWith("update")) {
                sending.countDown();
                await(goOn);
            }
        });
        rig.run(preview, new Confirmed("", SERVICE.service(), Optional.empty()));
        sending.await();
        rig.account.service(Fleet.service(9, 9));
        rig.pass(120);
        assertThat(rig.desk.state().running()).hasSize(1);
        assertThat(rig.journal.only().isOver()).isFalse();
        goOn.countDown();

        assertThat(rig.verdict().sentence().key()).as("its answer is known").isEqualTo("proof.scale.worked");
    }

    /// A round of looks begins after an operation began and before it is sent, and lasts until it has been sent.
    @Test
    void anOperationIsLookedAtAsItIsThenAndNotAsItWasWhenTheRoundBegan() throws InterruptedException {
        rig.everythingIsThere();
        rig.account.redrives(Dead.task("RUNNING", 1, 27, NOON));
        rig.run(new Operation.CancelRedrive(TIKETI, "dlq", "handle"));
        rig.looked();
        Preview preview = rig.preview(scale(9));
        var looking = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        rig.account.before(call -> {
            if (call.startsWith("redrives")) {
                looking.countDown();
                await(goOn);
            }
        });
        rig.desk.run(preview, new Confirmed("", SERVICE.service(), Optional.empty()), _ -> {
            rig.clock.forward(Duration.ofSeconds(5));
            await(looking);
        });
        rig.await(_ -> rig.account.sent().size() == 2 && rig.journal.open().size() == 2
                && rig.journal.open().stream().noneMatch(JournalEntry::isUnsure)
                && rig.watch.readAgain().size() == 2);
        goOn.countDown();
        rig.settle();

        assertThat(rig.journal.open()).as("both go on").hasSize(2);
    }

    // Each by itself.

    private void aCancelIsFollowed() throws InterruptedException {
        rig.everythingIsThere();
        rig.account.redrives(Dead.task("RUNNING", 1, 27, NOON));
        rig.run(new Operation.CancelRedrive(TIKETI, "dlq", "handle"));
        rig.looked();
    }

    @Test
    void oneWhoseLookHangsKeepsNoOtherFromItsVerdict() throws InterruptedException {
        aCancelIsFollowed();
        var goOn = new CountDownLatch(1);
        var looks = new AtomicInteger();
        rig.account.before(call -> {
            if (call.startsWith("redrives")) {
                looks.incrementAndGet();
                await(goOn);
            }
        });
        rig.account.service(Fleet.service(5, 5));
        rig.run(scale(9));
        rig.account.service(Fleet.service(9, 9));
        while (rig.desk.state().ended().isEmpty()) {
            rig.pass(5);
        }
        assertThat(rig.verdict().sentence().key()).isEqualTo("proof.scale.worked");
        assertThat(looks).as("it is not asked twice at a time").hasValue(1);
        rig.account.redrives(Dead.task("CANCELLED", 1, 27, NOON));
        rig.account.before(_ -> {});
        goOn.countDown();
        while (!rig.desk.state().running().isEmpty()) {
            rig.pass(5);
        }
        assertThat(rig.desk.state().ended()).as("it is followed on").hasSize(2);
    }

    @Test
    void oneWhoseLookIsAMistakeKeepsNoOtherFromItsVerdict() throws InterruptedException {
        aCancelIsFollowed();
        rig.account.before(call -> {
            if (call.startsWith("redrives")) {
                throw new IllegalArgumentException("odd");
            }
        });
        rig.run(scale(9));
        rig.account.service(Fleet.service(9, 9));
        while (rig.desk.state().ended().isEmpty()) {
            rig.pass(5);
        }
        assertThat(rig.verdict().sentence().key()).isEqualTo("proof.scale.worked");
        rig.account.before(_ -> {});
        rig.account.redrives(Dead.task("CANCELLED", 1, 27, NOON));
        while (!rig.desk.state().running().isEmpty()) {
            rig.pass(5);
        }
        assertThat(rig.desk.state().ended()).as("it is followed on").hasSize(2);
    }

    @Test
    void nothingIsRememberedOfWhatIsOver() throws InterruptedException {
        rig.everythingIsThere();
        rig.account.queue(Dead.source("jobs", 3, "dlq"));
        rig.run(new Operation.Redrive(TIKETI, "dlq", OptionalInt.of(10), OptionalInt.of(5)));
        rig.looked();
        assertThat(rig.desk.remembered()).isOne();
        rig.account.redrives(Dead.task("COMPLETED", 27, 27, NOON));
        rig.pass(5);
        rig.run(new Operation.Purge(TIKETI, "dlq"));
        rig.verdict();
        rig.settle();
        assertThat(rig.desk.remembered()).as("the purge took the place of the redrive").isOne();
        rig.account.queue(Dead.queue("dlq", 0));
        rig.pass(61);

        assertThat(rig.desk.state().running()).isEmpty();
        assertThat(rig.desk.remembered()).isZero();
    }

    // What the journal keeps, and the meter.

    @Test
    void theJournalKeepsNoHundredThousandHashesAndTheVerdictIsStillByAllBodies() throws InterruptedException {
        int many = Baseline.MOST_HASHES + 3;
        rig.everythingIsThere();
        rig.account.queue(Dead.queue("dlq", many));
        DeadLetter[] all = IntStream.range(0, many).mapToObj(i -> Dead.letter("m" + i)).toArray(DeadLetter[]::new);
        rig.account.letters(all);
        Desk.<OperationDesk.Letters>answered(answer -> rig.desk.look(TIKETI, "dlq", many, answer));
        rig.account.queue(Dead.source("jobs", 0, "dlq"));
        rig.run(new Operation.Redrive(TIKETI, "dlq", OptionalInt.of(10), OptionalInt.empty()));
        rig.looked();
        assertThat(rig.journal.only().before().hashes()).hasSize(Baseline.MOST_HASHES);
        assertThat(rig.journal.only().before().unlisted()).isEqualTo(3);
        rig.account.redrives(Dead.task("COMPLETED", many, many, NOON));
        rig.account.queue(Dead.queue("dlq", 0));
        rig.account.letters();
        rig.pass(5);
        rig.pass(61);

        assertThat(rig.verdict().sentence().arguments().getLast()).isEqualTo(
                Phrase.of("proof.redrive.besides",
                        Phrase.of("proof.redrive.byBodies", (long) many, 0L, new When(NOON, at(66))),
                        Phrase.of("proof.redrive.noneLeft")));
    }

    @Test
    void everythingThatAnOperationAsksIsMeteredAsThat() throws InterruptedException {
        rig.everythingIsThere();
        var payers = new CopyOnWriteArrayList<Set<Payer>>();
        rig.account.before(_ -> payers.add(Behalf.current().whole(1).keySet()));
        rig.run(scale(9));
        rig.looked();
        Desk.<OperationDesk.Letters>answered(answer -> rig.desk.look(TIKETI, "dlq", 10, answer));
        Desk.<Reading<List<RedriveTask>>>answered(answer -> rig.desk.redrives(TIKETI, "dlq", answer));
        Desk.<Reading<List<OperationDesk.Revision>>>answered(
                answer -> rig.desk.backTo(new Operation.ForceDeployment(TIKETI, SERVICE), answer));

        assertThat(rig.account.asked()).hasSizeGreaterThan(9);
        assertThat(payers).containsOnly(Set.of(new Payer.Operations(TIKETI)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
