package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.OperatingConsole.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A console that is killed while it watches a redrive, in front of a server that records what arrives: the watching goes
/// on after the restart, from what SQS tells of its move tasks, and one task was begun, whatever happens.
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class KilledRedriveIT {

    private static final String STACK = """
            stack: Shop
            environment: development
            region: ap-northeast-2
            cluster: shop
            services: [{name: shop-api, desired: 3}]
            queues: [{name: jobs, deadLetterQueue: jobs-dead}]
            """;
    private static final String DEAD = "jobs-dead";
    private static final Line RUNNING = new Line("redrive", "running", "", 1, 1);

    @TempDir
    private Path folder;

    private final LoopbackAws aws = new LoopbackAws();
    private final FakeSqs sqs = new FakeSqs(aws).source("jobs", DEAD).queue(DEAD, 0);
    private final FakeLetters letters = new FakeLetters(aws, sqs);
    private KillableConsole console;

    @BeforeEach
    void begin() throws IOException {
        for (String body : List.of("a", "b", "c", "d")) {
            letter(body, -3600);
        }
        console = new KillableConsole(aws, folder, STACK);
        assertThat(console.start()).isEmpty();
    }

    private void letter(String body, int second) {
        letters.letter(DEAD, "jobs", AwsRig.NOW.plusSeconds(second), body, Map.of());
    }

    @AfterEach
    void end() {
        console.close();
        aws.close();
    }

    /// Returns when SQS has taken it, which is after it stands in the journal.
    private void redrive() throws IOException {
        List<Line> lines = console.tell("redrive " + DEAD);
        while (!lines.equals(List.of(RUNNING))) {
            lines = console.tell("forward 1");
        }
    }

    /// Four bodies were looked at before; three move, one of them is back, one stays.
    @Test
    void theVerdictAfterAKillTellsMovedCameBackAndRemaining() throws Exception {
        console.tell("look " + DEAD);
        letters.show(DEAD);
        redrive();
        letters.move(DEAD, 1);
        assertThat(console.tell("forward 5")).containsExactly(RUNNING);
        console.kill();
        letters.move(DEAD, 2);
        assertThat(console.start()).containsExactly(RUNNING);
        assertThat(aws.requests("ListMessageMoveTasks")).as("it is watched again").isNotEmpty();
        letters.over("COMPLETED");
        console.tell("forward 5");
        letter("b", 60);

        // Three receives of fifteen minutes each, until what fails again is back.
        Line over = RUNNING;
        for (int minutes = 0; minutes < 60 && over.equals(RUNNING); minutes++) {
            over = console.tell("forward 60").getFirst();
        }
        assertThat(over).isEqualTo(new Line("redrive", "partly", "proof.redrive.cameBack", 1, 1));
        assertThat(console.figures()).as("moved, of, back, remaining, unaccounted").isEqualTo("3 4 1 1 0");
        assertThat(aws.requests("StartMessageMoveTask")).hasSize(1);
    }

    /// The counts alone seem to bounce; the bodies say so, and it is cancelled by the console that began anew.
    @Test
    void messagesThatComeBackAfterAKillEndIt() throws Exception {
        console.tell("look " + DEAD);
        letters.show(DEAD);
        redrive();
        letters.move(DEAD, 2);
        console.kill();
        letter("a", 60);
        letter("b", 60);
        console.start();

        assertThat(console.tell("forward 5")).extracting(Line::sent).as("cancelled once").containsExactly(2);
        letters.over("CANCELLED");
        Line over = console.tell("forward 15").getFirst();
        for (int minutes = 0; minutes < 60 && over.result().equals(RUNNING.result()); minutes++) {
            over = console.tell("forward 60").getFirst();
        }
        assertThat(over).isEqualTo(new Line("redrive", "cancelled", "proof.redrive.cancelled", 2, 2));
        assertThat(aws.requests("StartMessageMoveTask")).hasSize(1);
        assertThat(aws.requests("CancelMessageMoveTask")).hasSize(1);
    }

    @Test
    void whatWasBegunThoughNobodySawTheAnswerIsFoundOutAndNotBegunAgain() throws Exception {
        var arrived = new CountDownLatch(1);
        aws.trouble(request -> {
            if (!request.operation().equals("StartMessageMoveTask")) {
                return Optional.empty();
            }
            letters.task(DEAD, "TaskHandle", "handle", "Status", "RUNNING", "ApproximateNumberOfMessagesMoved", 0,
                    "ApproximateNumberOfMessagesToMove", 4);
            arrived.countDown();
            return Optional.of(aws.hanging());
        });
        console.send("redrive " + DEAD);
        assertThat(arrived.await(30, TimeUnit.SECONDS)).as("it has left").isTrue();
        console.kill();
        aws.trouble(_ -> Optional.empty());
        assertThat(console.start()).containsExactly(new Line("redrive", "running", "", 1, 0));
        letters.move(DEAD, 4);
        letters.over("COMPLETED");
        console.tell("forward 5");

        // The source holds nothing more: nothing can come back.
        assertThat(console.tell("forward 90")).containsExactly(
                new Line("redrive", "worked", "proof.redrive.worked", 1, 0));
        assertThat(aws.requests("StartMessageMoveTask")).hasSize(1);
    }
}
