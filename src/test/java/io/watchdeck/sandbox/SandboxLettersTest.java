package io.watchdeck.sandbox;

import static io.watchdeck.model.Changes.taken;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.QueueControl;
import io.watchdeck.queues.letters.RedriveTask;
import io.watchdeck.sandbox.jobs.SimulatedMessage;
import io.watchdeck.sandbox.jobs.SimulatedPipe.Refusal;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Sesami's dead letters can be looked at, brought back and destroyed, and what brought them there decides what becomes of
/// them.
class SandboxLettersTest {

    private static final String STACK = "sesami-prod";
    private static final String QUEUE = "sesami-analysis-jobs";
    private static final String DEAD = "sesami-analysis-jobs-dlq";
    private static final Duration SHORT = Duration.ofSeconds(30);

    private final Life life = new Life(9);

    @Test
    void theyFailedForFourReasons() {
        List<DeadLetter> letters = look();

        assertThat(letters).hasSize(27);
        assertThat(letters).filteredOn(letter -> said(letter).equals("SubmitJob: sesami-worker:41 is not ACTIVE"))
                .hasSize(16);
        assertThat(letters).filteredOn(letter -> said(letter).equals("SubmitJob: TooManyRequestsException"))
                .hasSize(6);
        assertThat(letters).filteredOn(letter -> said(letter).isEmpty() && letter.body().startsWith("{"))
                .hasSize(3).noneMatch(letter -> letter.body().contains("repo_url"));
        assertThat(letters).filteredOn(letter -> !letter.body().startsWith("{")).hasSize(2)
                .anyMatch(letter -> letter.body().contains("\u0000") && letter.body().contains("\u001b"));
        assertThat(letters).allMatch(letter -> letter.source().orElseThrow().endsWith(":" + QUEUE))
                .allMatch(letter -> letter.receives() == 4, "three times by the pipe, once by us");
    }

    private static String said(DeadLetter letter) {
        return Optional.ofNullable(letter.attributes().get("ErrorMessage")).map(DeadLetter.Attribute::value)
                .orElse("");
    }

    @Test
    void theOldestIsDestroyedWithinADayOfItsFirstSending() {
        DeadLetter oldest = look().stream().min(Comparator.comparing(DeadLetter::sentAt)).orElseThrow();
        Duration left = Duration.between(life.clock().instant(), oldest.sentAt().plus(Duration.ofDays(14)));
        assertThat(left).isBetween(Duration.ofHours(21), Duration.ofHours(22));

        keepOnly(oldest);
        life.clock().advance(left.minusSeconds(40));
        assertThat(ids(look())).contains(oldest.id());
        life.clock().advance(Duration.ofMinutes(1));
        assertThat(ids(look())).doesNotContain(oldest.id());
    }

    /// As a message of unknown origin, which no redrive of a colleague moves.
    private void keepOnly(DeadLetter letter) {
        change((stack, now) -> {
            stack.queue(DEAD).orElseThrow().purge(now);
            stack.queue(DEAD).orElseThrow().send(
                    SimulatedMessage.sent(letter.id(), letter.body(), letter.sentAt().getEpochSecond()));
        });
    }

    @Test
    void aLookHidesMessagesForAWhileAndDeletesNone() {
        Set<String> first = ids(look());
        QueueState hidden = queue(DEAD);
        assertThat(hidden.visible()).isZero();
        assertThat(hidden.inFlight()).isEqualTo(27);
        assertThat(value(control().receive(DEAD, SHORT))).isEmpty();

        life.clock().advance(Duration.ofSeconds(40));
        assertThat(queue(DEAD).visible()).isEqualTo(27);
        assertThat(queue(DEAD).inFlight()).isZero();
        assertThat(ids(look())).isEqualTo(first);
    }

    @Test
    void theMetricsOfAQueueTellWhatIsHidden() {
        value(control().receive(DEAD, Duration.ofMinutes(5)));
        life.clock().advance(Duration.ofSeconds(90));

        assertThat(life.latest(STACK, "AWS/SQS", "ApproximateNumberOfMessagesNotVisible", "Maximum", DEAD))
                .hasValue(10);
        assertThat(life.latest(STACK, "AWS/SQS", "ApproximateNumberOfMessagesVisible", "Maximum", DEAD)).hasValue(17);
    }

    @Test
    void aRedriveBringsTwentyTwoThroughAndFiveComeBack() {
        List<DeadLetter> before = look();
        life.clock().advance(Duration.ofMinutes(1));
        long jobs = jobs();
        Instant begun = life.clock().instant();
        taken(control().redrive(DEAD, OptionalInt.of(1)));
        assertThat(task().moved()).isZero();
        life.clock().advance(Duration.ofSeconds(10));
        assertThat(task()).matches(RedriveTask::isRunning).matches(one -> one.moved() == 10)
                .matches(one -> one.toMove().orElseThrow() == 27);
        life.clock().advance(Duration.ofSeconds(80));

        assertThat(task().status()).isEqualTo("COMPLETED");
        assertThat(task().moved()).isEqualTo(27);
        assertThat(task().handle()).isEmpty();
        assertThat(jobs() - jobs).as("some of the services' own too").isGreaterThanOrEqualTo(22);
        List<DeadLetter> back = look();
        assertThat(back).hasSize(5).allMatch(letter -> letter.sentAt().isAfter(begun));
        assertThat(ids(back)).doesNotContainAnyElementsOf(ids(before));
        assertThat(before).extracting(DeadLetter::hash).containsAll(back.stream().map(DeadLetter::hash).toList());
        assertThat(back).noneMatch(letter -> letter.body().contains("repo_url"));
    }

    @Test
    void aCancelledRedriveLeavesWhatItHasMovedWhereItIs() {
        String handle = taken(control().redrive(DEAD, OptionalInt.of(1))).orElseThrow();
        life.clock().advance(Duration.ofSeconds(10));
        taken(control().cancelRedrive(handle));
        assertThat(task().status()).isEqualTo("CANCELLING");
        life.clock().advance(Duration.ofSeconds(10));

        assertThat(task().status()).isEqualTo("CANCELLED");
        assertThat(task().moved()).isEqualTo(10);
        assertThat(queue(DEAD).visible()).isEqualTo(17);
    }

    @Test
    void whatIsHiddenIsMovedAsSoonAsItIsVisible() {
        look();
        taken(control().redrive(DEAD, OptionalInt.empty()));
        life.clock().advance(Duration.ofSeconds(20));
        assertThat(task()).matches(RedriveTask::isRunning).matches(one -> one.moved() == 0);

        life.clock().advance(Duration.ofSeconds(20));
        assertThat(task().status()).isEqualTo("COMPLETED");
        assertThat(task().moved()).isEqualTo(27);
    }

    @Test
    void aMessageOfUnknownOriginFailsARedrive() {
        change((stack, now) -> {
            stack.queue(DEAD).orElseThrow().purge(now);
            stack.queue(DEAD).orElseThrow().send(stack.newMessage(now));
        });
        taken(control().redrive(DEAD, OptionalInt.empty()));
        life.clock().advance(Duration.ofSeconds(10));

        assertThat(task().status()).isEqualTo("FAILED");
        assertThat(task().reason()).isEqualTo("CouldNotDetermineMessageSource");
        assertThat(queue(DEAD).visible()).isEqualTo(1);
    }

    @Test
    void whenNothingIsAcceptedEverythingComesBackWithTheNewReason() {
        change((stack, _) -> stack.pipe("sesami-sqs-to-batch").orElseThrow()
                .refuseAll(Optional.of(Refusal.inactive("sesami-worker:42"))));
        Set<String> hashes = look().stream().map(DeadLetter::hash).collect(Collectors.toSet());
        life.clock().advance(Duration.ofSeconds(30));
        taken(control().redrive(DEAD, OptionalInt.empty()));
        life.clock().advance(Duration.ofSeconds(70));

        List<DeadLetter> back = look().stream().filter(letter -> hashes.contains(letter.hash())).toList();
        assertThat(back).hasSize(27);
        assertThat(back).filteredOn(letter -> said(letter).equals("SubmitJob: sesami-worker:42 is not ACTIVE"))
                .hasSize(22);
    }

    @Test
    void aLookAtASourceQueueMakesDeadLettersOfGoodMessages() {
        change((stack, now) -> {
            stack.pipe("sesami-sqs-to-batch").orElseThrow().change("STOPPED", "User initiated");
            stack.queue(QUEUE).orElseThrow().purge(now);
            stack.queue(QUEUE).orElseThrow().send(stack.newMessage(now));
        });
        for (int look = 0; look < 3; look++) {
            assertThat(value(control().receive(QUEUE, Duration.ZERO))).hasSize(1);
        }

        assertThat(value(control().receive(QUEUE, Duration.ZERO))).isEmpty();
        assertThat(queue(DEAD).visible()).isEqualTo(28);
    }

    @Test
    void aColleaguesRedriveIsSeenByEverybody() {
        life.clock().advance(Duration.ofMinutes(184));

        assertThat(task().startedAt()).isAfter(Stage.NOW);
        assertThat(task().perSecond()).hasValue(10);
        assertThat(task().status()).isEqualTo("COMPLETED");
        assertThat(queue(DEAD).visible()).as("what is at fault itself").isBetween(5L, 12L);
    }

    @Test
    @Timeout(60)
    void aHundredThousandAreLookedAtAndRedriven() {
        change((stack, now) -> {
            stack.queue(DEAD).orElseThrow().purge(now);
            stack.fillDeadLetters(DEAD, 100_000, now);
        });
        assertThat(queue(DEAD).visible()).isEqualTo(100_000);
        assertThat(look()).hasSize(100_000);
        taken(control().redrive(DEAD, OptionalInt.of(500)));
        life.clock().advance(Duration.ofMinutes(3));
        assertThat(task()).matches(RedriveTask::isRunning).matches(one -> one.moved() > 50_000);
        life.clock().advance(Duration.ofMinutes(3));

        assertThat(task().status()).isEqualTo("COMPLETED");
        assertThat(task().moved()).isEqualTo(100_000);
        assertThat(queue(DEAD).visible()).isLessThan(5);
        life.clock().advance(Duration.ofMinutes(15));
        assertThat(jobs()).isGreaterThanOrEqualTo(100_000);
    }

    /// Looks at all of them.
    private List<DeadLetter> look() {
        var all = new ArrayList<DeadLetter>();
        for (var page = page(); !page.isEmpty(); page = page()) {
            assertThat(page).hasSizeLessThanOrEqualTo(QueueControl.MOST);
            all.addAll(page);
        }
        return all;
    }

    private List<DeadLetter> page() {
        return value(control().receive(DEAD, SHORT));
    }

    private static Set<String> ids(List<DeadLetter> letters) {
        return new HashSet<>(letters.stream().map(DeadLetter::id).toList());
    }

    private QueueControl control() {
        return life.controls(STACK).queues();
    }

    private RedriveTask task() {
        return value(life.controls(STACK).redrives().redrives(DEAD)).getFirst();
    }

    private QueueState queue(String name) {
        return life.queue(STACK, name);
    }

    /// Jobs that were ever submitted and are still known.
    private long jobs() {
        return value(life.cloud(STACK).batch().orElseThrow().batchQueues(List.of("sesami-job-queue"))
                .get("sesami-job-queue")).jobs().values().stream().mapToInt(Integer::intValue).sum();
    }

    private void change(ObjLongConsumer<SimulatedStack> deed) {
        life.connector().account(life.file(STACK).access()).change(new StackId(STACK), deed);
    }
}
