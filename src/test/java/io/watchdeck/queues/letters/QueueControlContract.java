package io.watchdeck.queues.letters;

import static io.watchdeck.model.Changes.assertNotFound;
import static io.watchdeck.model.Changes.refused;
import static io.watchdeck.model.Changes.taken;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Changes;
import io.watchdeck.model.Readings;
import io.watchdeck.queues.QueueSource;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.DeadLetter.Attribute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [QueueControl] keeps.
public abstract class QueueControlContract {

    /// A queue without messages, which dead-letters to [#DEAD].
    protected static final String QUEUE = "queue-0001";
    /// A standard queue.
    protected static final String DEAD = "queue-0001-dlq";

    private static final Duration LONG = Duration.ofMinutes(5);

    /// An account, as it is changed and as it is read.
    public record Account(QueueControl control, RedriveSource redrives, QueueSource queues) {}

    /// What the sender of a message gave.
    public record Letter(String body, Map<String, Attribute> attributes) {
        static Letter of(String body) {
            return new Letter(body, Map.of());
        }
    }

    /// [#DEAD] holds these messages, which went there from [#QUEUE]; each was sent some minutes ago and received by
    /// nobody since.
    protected abstract Account withLetters(List<Letter> letters);

    /// [#DEAD] holds one message; messages may be neither received, moved nor destroyed.
    protected abstract Account denied();

    protected abstract Account throttled();

    @Test
    void aReceiveShowsAMessageAsItIs() {
        var letter = new Letter("{\"order\":7,\"note\":\"첫 번째\"}", Map.of("error", new Attribute("String", "Timeout"),
                "attempt", new Attribute("Number.int", "3"), "trace", new Attribute("Binary", "AAH/")));

        assertThat(value(withLetters(List.of(letter)).control.receive(DEAD, LONG))).singleElement()
                .satisfies(seen -> {
                    assertThat(seen.id()).isNotBlank();
                    assertThat(seen.body()).isEqualTo(letter.body);
                    assertThat(seen.attributes()).isEqualTo(letter.attributes);
                    assertThat(seen.source()).hasValueSatisfying(arn -> assertThat(arn).endsWith(":" + QUEUE));
                    assertThat(seen.receives()).isPositive();
                    assertThat(seen.firstReceivedAt())
                            .hasValueSatisfying(at -> assertThat(at).isAfter(seen.sentAt()));
                    assertThat(seen.system()).doesNotContainKeys("SentTimestamp", "ApproximateReceiveCount",
                            "ApproximateFirstReceiveTimestamp", "DeadLetterQueueSourceArn");
                });
    }

    @Test
    void aBodyMayHoldAnything() {
        List<String> bodies = List.of("\t a\r\nb \u0085\u2028", "<a>&amp;\"'\\</a>", "😀\uFFFD𝄞", " ",
                "{\"broken\": ", "\u001b[31mred\u0000\u0007", "x".repeat(100_000));

        Account account = withLetters(bodies.stream().map(Letter::of).toList());

        assertThat(value(account.control.receive(DEAD, LONG))).extracting(DeadLetter::body)
                .containsExactlyInAnyOrderElementsOf(bodies);
    }

    @Test
    void aReceiveGivesTenAtMostAndHidesThem() {
        Account account = withLetters(letters(25));
        var ids = new ArrayList<String>();

        for (int page = 0; page < 3; page++) {
            List<DeadLetter> seen = value(account.control.receive(DEAD, LONG));
            assertThat(seen).hasSizeBetween(page == 2 ? 5 : 1, QueueControl.MOST);
            seen.forEach(letter -> ids.add(letter.id()));
        }

        assertThat(ids).hasSize(25).doesNotHaveDuplicates();
        assertThat(value(account.control.receive(DEAD, LONG))).isEmpty();
        assertThat(queue(account, DEAD).visible()).isZero();
        assertThat(queue(account, DEAD).inFlight()).as("none was deleted").isEqualTo(25);
    }

    @Test
    void aReceiveRaisesTheCount() {
        Account account = withLetters(letters(1));

        DeadLetter first = value(account.control.receive(DEAD, Duration.ZERO)).getFirst();
        DeadLetter second = value(account.control.receive(DEAD, Duration.ZERO)).getFirst();

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.receives()).isEqualTo(first.receives() + 1);
        assertThat(second.sentAt()).isEqualTo(first.sentAt());
        assertThat(second.hash()).isEqualTo(first.hash());
    }

    @Test
    void anEmptyQueueShowsNothing() {
        assertThat(value(withLetters(List.of()).control.receive(DEAD, LONG))).isEmpty();
    }

    @Test
    void aQueueThatDoesNotExistIsNotFound() {
        QueueControl control = withLetters(List.of()).control;

        Readings.assertNotFound(control.receive("no-such-queue", LONG));
        assertNotFound(control.redrive("no-such-queue", OptionalInt.empty()));
        assertNotFound(control.purge("no-such-queue"));
    }

    @Test
    void aRedriveRunsAtTheRateItWasGiven() {
        Account account = withLetters(letters(12));

        var handle = taken(account.control.redrive(DEAD, OptionalInt.of(5)));

        assertThat(handle).isPresent();
        assertThat(value(account.redrives.redrives(DEAD))).first().satisfies(task -> {
            assertThat(task.isRunning()).isTrue();
            assertThat(task.handle()).isEqualTo(handle);
            assertThat(task.perSecond()).hasValue(5);
            assertThat(task.sourceArn()).endsWith(":" + DEAD);
            assertThat(task.destinationArn()).as("back to where each came from").isEmpty();
            assertThat(task.toMove()).hasValue(12);
        });
    }

    @Test
    void aRedriveWithoutARateLeavesItToSqs() {
        Account account = withLetters(letters(1));

        taken(account.control.redrive(DEAD, OptionalInt.empty()));

        assertThat(value(account.redrives.redrives(DEAD)).getFirst().perSecond()).isEmpty();
    }

    @Test
    void aSecondRedriveOfAQueueIsRefused() {
        Account account = withLetters(letters(12));
        taken(account.control.redrive(DEAD, OptionalInt.of(1)));

        refused(account.control.redrive(DEAD, OptionalInt.of(1)));

        assertThat(value(account.redrives.redrives(DEAD))).hasSize(1);
    }

    @Test
    void aQueueThatIsNobodysDeadLetterQueueCannotBeRedriven() {
        Account account = withLetters(letters(1));

        refused(account.control.redrive(QUEUE, OptionalInt.empty()));

        assertThat(value(account.redrives.redrives(QUEUE))).isEmpty();
    }

    @Test
    void aRedriveThatRunsCanBeCancelled() {
        Account account = withLetters(letters(12));
        String handle = taken(account.control.redrive(DEAD, OptionalInt.of(1))).orElseThrow();

        taken(account.control.cancelRedrive(handle));

        RedriveTask task = value(account.redrives.redrives(DEAD)).getFirst();
        assertThat(task.status()).isIn("CANCELLING", "CANCELLED");
        assertThat(task.handle()).as("told only while it runs").isEmpty();
        refused(account.control.cancelRedrive(handle));
    }

    @Test
    void aRedriveThatDoesNotExistCannotBeCancelled() {
        refused(withLetters(letters(1)).control.cancelRedrive("bm9ib2R5"));
    }

    @Test
    void aPurgeDestroysEveryMessage() {
        Account account = withLetters(letters(25));
        value(account.control.receive(DEAD, LONG));

        taken(account.control.purge(DEAD));

        assertThat(queue(account, DEAD).visible()).isZero();
        assertThat(queue(account, DEAD).inFlight()).isZero();
        assertThat(value(account.control.receive(DEAD, LONG))).isEmpty();
    }

    @Test
    void aSecondPurgeWithinAMinuteIsRefused() {
        Account account = withLetters(letters(1));
        taken(account.control.purge(DEAD));

        refused(account.control.purge(DEAD));
        taken(account.control.purge(QUEUE));
    }

    @Test
    void aRefusalNamesTheMissingAction() {
        QueueControl control = denied().control;

        Readings.assertDenied(control.receive(DEAD, LONG), "sqs:ReceiveMessage");
        Changes.assertDenied(control.redrive(DEAD, OptionalInt.empty()), "sqs:StartMessageMoveTask");
        Changes.assertDenied(control.cancelRedrive("bm9ib2R5"), "sqs:CancelMessageMoveTask");
        Changes.assertDenied(control.purge(DEAD), "sqs:PurgeQueue");
    }

    @Test
    void throttlingIsAFailureOfItsOwn() {
        QueueControl control = throttled().control;

        Readings.assertThrottled(control.receive(DEAD, LONG));
        Changes.assertThrottled(control.redrive(DEAD, OptionalInt.empty()));
        Changes.assertThrottled(control.cancelRedrive("bm9ib2R5"));
        Changes.assertThrottled(control.purge(DEAD));
    }

    private static List<Letter> letters(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> Letter.of("{\"order\":" + number + "}")).toList();
    }

    private static QueueState queue(Account account, String name) {
        return value(account.queues.queues(List.of(name)).get(name));
    }
}
