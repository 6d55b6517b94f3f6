package io.watchdeck.fleet.ledger;

import static io.watchdeck.fleet.ledger.Lines.API;
import static io.watchdeck.fleet.ledger.Lines.NOW;
import static io.watchdeck.fleet.ledger.Lines.at;
import static io.watchdeck.fleet.ledger.Lines.notice;
import static io.watchdeck.fleet.ledger.Lines.spot;
import static io.watchdeck.fleet.ledger.Lines.stopped;
import static io.watchdeck.fleet.ledger.Lines.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceState.ServiceEvent;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.ledger.LedgerEntry.Learnt;
import io.watchdeck.fleet.ledger.PlacementFailure.Cause;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {

    private static Optional<Interruption> of(TaskState task) {
        return Recognition.interruption("shop", task, NOW, Learnt.POLLED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            FARGATE_SPOT | SpotInterruption          | Your Spot Task was interrupted.                         | true
            FARGATE_SPOT | SpotInterruption          |                                                         | true
            FARGATE_SPOT | TerminationNotice         |                                                         | true
            FARGATE      | TerminationNotice         |                                                         | false
            FARGATE_SPOT |                           | Your Spot Task was interrupted.                         | true
            FARGATE_SPOT |                           | your spot task was INTERRUPTED                          | true
            FARGATE_SPOT | InfrastructureHealth      | Your Spot Task was interrupted.                         | true
            FARGATE_SPOT | ServiceSchedulerInitiated | Scaling activity initiated by (deployment ecs-svc/1)    | false
            FARGATE_SPOT | EssentialContainerExited  | Essential container in task exited                      | false
            FARGATE_SPOT | SomethingNew              |                                                         | false
            """)
    void anInterruptionIsKnownByCodeSentenceAndProvider(String provider, String code, String reason, boolean is) {
        TaskState ended = stopped(task("a", provider, -900, -860), -200, -80, code == null ? "" : code,
                reason == null ? "" : reason);

        assertThat(of(ended).isPresent()).isEqualTo(is);
    }

    @Test
    void allThatAwsSaysIsEntered() {
        TaskState ended = stopped(spot("a", -900, -860), -200, -80, "SpotInterruption",
                "Your Spot Task was interrupted.");

        assertThat(of(ended)).contains(new Interruption(API, "arn:task/a", "eu-west-1a", "FARGATE_SPOT",
                Optional.of(at(-860)), NOW, Optional.of(at(-200)), Optional.of(at(-80)), "SpotInterruption",
                "Your Spot Task was interrupted.", Learnt.POLLED, Optional.empty()));
        assertThat(of(ended).orElseThrow().age()).contains(Duration.ofSeconds(660));
    }

    @Test
    void aCodeThatIsNewIsKeptAsItIs() {
        assertThat(of(stopped(spot("a", -900, -860), -200, -80, "SpotReclaim2027", "Your Spot Task was interrupted.")))
                .get().extracting(Interruption::stopCode).isEqualTo("SpotReclaim2027");
    }

    @Test
    void aSpotTaskThatIsToStopAndRunsOnIsUnderNotice() {
        Interruption noticed = of(notice(spot("a", -900, -860), -20, "", "")).orElseThrow();

        assertThat(noticed.isCertain()).isFalse();
        assertThat(noticed.stoppedAt()).isEmpty();
        assertThat(noticed.at()).isEqualTo(at(-20));
        assertThat(of(notice(spot("a", -900, -860), -20, "SpotInterruption", "")).orElseThrow().isCertain()).isTrue();
        assertThat(of(notice(task("a", "FARGATE", -900, -860), -20, "", ""))).isEmpty();
        assertThat(of(notice(spot("a", -900, -860), -20, "UserInitiated", "bye"))).isEmpty();
        assertThat(of(spot("a", -900, -860))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            textBlock = """
                    CAPACITY   | (service api) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.
                    VCPU_LIMIT | (service api) was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently.
                    THROTTLED  | (service api) operations are being throttled on elb. Will try again later.
                    RESOURCE   | (service api) was unable to place a task because no container instance met all of its requirements. Reason: RESOURCE:MEMORY.
                    CAPACITY   | (service api) was unable to place a task. Reason: RESOURCE:FARGATE.
                    OTHER      | (service api) was unable to place a task. Reason: Something that is new.
                    """)
    void aPlacementFailureIsKnownByItsWords(Cause cause, String words) {
        assertThat(Recognition.placement(API, new ServiceEvent("e1", at(-5), words), Learnt.SERVICE_EVENT))
                .contains(new PlacementFailure(API, "e1", at(-5), cause, words, Learnt.SERVICE_EVENT));
    }

    @ParameterizedTest
    @CsvSource({"(service api) has reached a steady state.", "(service api) has started 2 tasks: (task a) (task b).",
            "(service api) is unable to consistently start tasks successfully."})
    void otherEventsAreNone(String words) {
        assertThat(Recognition.placement(API, new ServiceEvent("e1", at(-5), words), Learnt.SERVICE_EVENT)).isEmpty();
    }
}
