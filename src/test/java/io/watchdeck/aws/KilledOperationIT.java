package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.OperatingConsole;
import io.watchdeck.OperatingConsole.Line;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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

/// A console that is killed while it forces a deployment, in front of a server that records what arrives: one request,
/// whatever happens, and a journal that tells the truth afterwards.
@Tag("slow")
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
    private Process console;
    private PrintWriter commands;
    private BufferedReader says;
    private Instant now = AwsRig.NOW;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(folder.resolve("stacks"));
        Files.writeString(folder.resolve("stacks/shop.yaml"), STACK);
        assertThat(start()).isEmpty();
    }

    @AfterEach
    void end() {
        console.toHandle().destroyForcibly();
        aws.close();
    }

    @Test
    void isFollowedOnAfterAKillInTheMidstOfTheRollout() throws Exception {
        var followed = new Line("forceDeployment", "running", "", 1, 1);
        List<Line> lines = tell("deploy");
        while (!lines.equals(List.of(followed))) {
            lines = tell("forward 1");
        }
        kill();
        assertThat(start()).containsExactly(followed);
        complete();

        assertThat(tell("forward 10"))
                .containsExactly(new Line("forceDeployment", "worked", "proof.rollout.worked", 1, 1));
        assertThat(aws.requests("UpdateService")).hasSize(1);
    }

    @Test
    void whatWasDoneThoughNobodySawTheAnswerIsFoundOut() throws Exception {
        killedBeforeTheAnswer(true);
        assertThat(start()).containsExactly(new Line("forceDeployment", "running", "", 1, 0));
        complete();

        assertThat(tell("forward 10"))
                .containsExactly(new Line("forceDeployment", "worked", "proof.rollout.workedUnsure", 1, 0));
        assertThat(aws.requests("UpdateService")).hasSize(1);
    }

    @Test
    void whatWasNotDoneIsFoundOutAndNotSentAgain() throws Exception {
        killedBeforeTheAnswer(false);
        assertThat(start()).containsExactly(new Line("forceDeployment", "running", "", 1, 0));

        assertThat(tell("forward 30")).extracting(Line::result).containsExactly("running");
        assertThat(tell("forward 60"))
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
        commands.println("deploy");
        assertThat(arrived.await(30, TimeUnit.SECONDS)).as("it has left").isTrue();
        kill();
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

    private List<Line> start() throws IOException {
        console = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-Daws.accessKeyId=key",
                "-Daws.secretAccessKey=secret", "-cp", System.getProperty("java.class.path"),
                OperatingConsole.class.getName(), aws.endpoint().toString(), folder.resolve("stacks").toString(),
                folder.resolve("data").toString(), now.toString()).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        commands = new PrintWriter(console.outputWriter(), true);
        says = console.inputReader();
        return heard();
    }

    private void kill() throws InterruptedException {
        assertThat(console.toHandle().destroyForcibly()).isTrue();
        assertThat(console.waitFor()).as("SIGKILL").isEqualTo(128 + 9);
    }

    private List<Line> tell(String command) throws IOException {
        commands.println(command);
        return heard();
    }

    private List<Line> heard() throws IOException {
        var lines = new ArrayList<Line>();
        for (String line = says.readLine(); line != null; line = says.readLine()) {
            if (line.startsWith("at ")) {
                now = Instant.parse(line.substring(3));
                return lines;
            }
            if (line.startsWith("entry ")) {
                lines.add(Line.of(line));
            }
        }
        throw new AssertionError("the console ended");
    }
}
