package io.watchdeck.operations.preflight;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;
import static io.watchdeck.operations.preflight.Given.force;
import static io.watchdeck.operations.preflight.Given.known;
import static io.watchdeck.operations.preflight.Given.scale;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Dead;
import io.watchdeck.operations.FakeAccount;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Operation;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FactReaderTest {

    private final MutableClock clock = new MutableClock(NOON);
    private final FakeAccount account = new FakeAccount(clock);

    private Facts read(Operation operation) {
        return read(operation, Moment.tiketi().done(), OwnFacts.none(NOON));
    }

    private Facts read(Operation operation, StackSnapshot stack, OwnFacts own) {
        return new FactReader(account.cloud(), account.controls(), clock).read(operation, stack, own);
    }

    private static <T> T value(Reading<T> reading) {
        return ((Reading.Known<T>) reading).value();
    }

    private static Failure.Kind kind(Reading<?> reading) {
        return ((Reading.Unknown<?>) reading).failure().kind();
    }

    @Test
    void readsWhatAServiceIsJudgedByAndChangesNothing() {
        ServiceFacts service = read(scale(9)).service().orElseThrow();

        assertThat(value(service.state()).desired()).isEqualTo(5);
        assertThat(value(service.range()).max()).isEqualTo(10);
        assertThat(service.drains()).containsOnlyKeys(Fleet.GROUP);
        assertThat(account.asked()).containsExactlyInAnyOrder("services [tiketi-backend-service]", "tasks", "ranges",
                "settings", "deployments", "design " + Fleet.definition(88), "delays [tiketi-backend-tg]");
        assertThat(account.sent()).isEmpty();
    }

    @Test
    void tasksOfOtherServicesDoNotCount() {
        TaskState other = Fleet.task("x");
        account.tasks(Fleet.task("a"), new TaskState(other.arn(), "worker", other.taskDefinition(),
                other.lastStatus(), other.desiredStatus(), "", "", "", other.createdAt(), other.startedAt(),
                other.stoppingAt(), other.stoppedAt(), "", "", List.of()));

        assertThat(value(read(scale(9)).service().orElseThrow().tasks())).containsExactly(Fleet.task("a"));
    }

    @Test
    void theDesignIsThatOfTheRevisionToGoBackTo() {
        account.design(Fleet.definition(87), Fleet.design("INACTIVE"));

        assertThat(value(read(new Operation.RollBack(TIKETI, SERVICE, Fleet.definition(87))).service().orElseThrow()
                .design()).status()).isEqualTo("INACTIVE");
        assertThat(kind(read(force()).service().orElseThrow().design())).isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void aServiceThatCannotBeReadHasNeitherDesignNorTargets() {
        account.serviceFails(Given.DENIED);
        ServiceFacts service = read(force()).service().orElseThrow();

        assertThat(kind(service.state())).isEqualTo(Failure.Kind.DENIED);
        assertThat(kind(service.design())).isEqualTo(Failure.Kind.NOT_KEPT);
        assertThat(service.drains()).isEmpty();
    }

    @Test
    void whatAnAccountDoesNotReadIsNotKept() {
        account.withoutOptionalPorts();

        assertThat(kind(read(scale(9)).service().orElseThrow().range())).isEqualTo(Failure.Kind.NOT_KEPT);
        assertThat(kind(read(new Operation.Resubmit(TIKETI, "jobs", List.of("a"))).jobs().orElseThrow().queue()))
                .isEqualTo(Failure.Kind.NOT_KEPT);
    }

    @Test
    void readsAQueueItsSourcesAndThePipesThatEmptyThem() {
        account.queue(Dead.queue("sesami-analysis-jobs-dlq", 27));
        account.sources("sesami-analysis-jobs");
        account.queue(Dead.source("sesami-analysis-jobs", 4, "sesami-analysis-jobs-dlq"));
        account.pipe("sesami-sqs-to-batch", "RUNNING");
        account.redrives(Dead.task("COMPLETED", 1, 1, NOON));
        LetterFacts letters = read(new Operation.Redrive(TIKETI, "sesami-analysis-jobs-dlq", OptionalInt.empty(),
                OptionalInt.empty()), Moment.of("sesami-prod").done(),
                new OwnFacts(Optional.of(new OwnFacts.Look(Map.of("a", 27), NOON)), known(Map.of()), List.of()))
                .letters()
                .orElseThrow();

        assertThat(letters.messages()).isEqualTo(27);
        assertThat(letters.lookedAt()).isEqualTo(27);
        assertThat(letters.sourceStates()).containsOnlyKeys("sesami-analysis-jobs");
        assertThat(value(letters.pipes().get("sesami-sqs-to-batch")).isRunning()).isTrue();
        assertThat(value(letters.redrives())).hasSize(1);
    }

    @Test
    void aQueueWithoutSourcesAsksForNothingMore() {
        account.queue(Dead.queue("dlq", 27));
        LetterFacts letters = read(new Operation.Purge(TIKETI, "dlq")).letters().orElseThrow();

        assertThat(letters.sourceStates()).isEmpty();
        assertThat(letters.pipes()).isEmpty();
        assertThat(account.asked()).containsExactlyInAnyOrder("queues [dlq]", "sources dlq", "redrives dlq");
    }

    @Test
    void saysWhenItWasRead() {
        clock.forward(Duration.ofSeconds(7));

        assertThat(read(force()).asOf()).isEqualTo(NOON.plusSeconds(7));
    }
}
