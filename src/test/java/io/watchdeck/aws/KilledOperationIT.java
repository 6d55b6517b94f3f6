package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.OperatingConsole.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

/// A console that is killed while it forces a deployment, in front of a server that records what arrives: one request,
/// whatever happens, and a journal that tells the truth afterwards.
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class KilledOperationIT {

    private static final String STACK = """
            stack: Shop
            environment: development
            region: ap-northeast-2
            cluster: shop
            services: [{name: shop-api, desired: 3}]
            """;

    @TempDir
    private Path folder;

    private final LoopbackAws aws = new LoopbackAws();
    private final FakeEcs ecs = new FakeEcs(aws, "shop").service("shop-api", 3, "COMPLETED");
    private final FakeRollouts rollouts = new FakeRollouts(aws, ecs).definition("shop-api:7");
    private KillableConsole console;

    @BeforeEach
    void begin() throws IOException {
        console = new KillableConsole(aws, folder, STACK);
        assertThat(console.start()).isEmpty();
    }

    @AfterEach
    void end() {
        console.close();
        aws.close();
    }

    @Test
    void isFollowedOnAfterAKillInTheMidstOfTheRollout() throws Exception {
        var followed = new Line("forceDeployment", "running", "", 1, 1);
        List<Line> lines = console.tell("deploy");
        while (!lines.equals(List.of(followed))) {
            lines = console.tell("forward 1");
        }
        console.kill();
        assertThat(console.start()).containsExactly(followed);
        complete();

        assertThat(console.tell("forward 10"))
                .containsExactly(new Line("forceDeployment", "worked", "proof.rollout.worked", 1, 1));
        assertThat(aws.requests("UpdateService")).hasSize(1);
    }

    @Test
    void whatWasDoneThoughNobodySawTheAnswerIsFoundOut() throws Exception {
        killedBeforeTheAnswer(true);
        assertThat(console.start()).containsExactly(new Line("forceDeployment", "running", "", 1, 0));
        complete();

        assertThat(console.tell("forward 10"))
                .containsExactly(new Line("forceDeployment", "worked", "proof.rollout.workedUnsure", 1, 0));
        assertThat(aws.requests("UpdateService")).hasSize(1);
    }

    @Test
    void whatWasNotDoneIsFoundOutAndNotSentAgain() throws Exception {
        killedBeforeTheAnswer(false);
        assertThat(console.start()).containsExactly(new Line("forceDeployment", "running", "", 1, 0));

        assertThat(console.tell("forward 30")).extracting(Line::result).containsExactly("running");
        assertThat(console.tell("forward 60"))
                .containsExactly(new Line("forceDeployment", "notDone", "proof.rollout.none", 1, 0));
        assertThat(aws.requests("UpdateService")).hasSize(1);
    }

    /// @param done whether the server does what is asked before it goes silent
    private void killedBeforeTheAnswer(boolean done) throws Exception {
        var arrived = new CountDownLatch(1);
        aws.trouble(request -> {
            if (!request.operation().equals("UpdateService")) {
                return Optional.empty();
            }
            if (done) {
                rollouts.update(request);
            }
            arrived.countDown();
            return Optional.of(aws.hanging());
        });
        console.send("deploy");
        assertThat(arrived.await(30, TimeUnit.SECONDS)).as("it has left").isTrue();
        console.kill();
        aws.trouble(_ -> Optional.empty());
    }

    /// All tasks of the new deployment run, and the old one is gone.
    private void complete() {
        var service = ecs.service("shop", "shop-api");
        var newest = Wire.objects(service.get("deployments")).getFirst();
        newest.put("rolloutState", "COMPLETED");
        newest.put("runningCount", 3);
        service.put("deployments", List.of(newest));
        rollouts.newest("status", "SUCCESSFUL");
    }
}
