package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.ui.OperatedInTheSandbox;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.shell.Screen;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What is under way is stopped through the window: a deployment, and a redrive.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class StoppingInTheSandboxTest extends OperatedInTheSandbox {

    private static final StackId GLIMPSE = new StackId("glimpse-prod");
    private static final StackId SESAMI = new StackId("sesami-prod");
    private static final ServiceKey API = new ServiceKey("glimpse-prod", "glimpse-api");
    private static final String LETTERS = "sesami-analysis-jobs-dlq";

    StoppingInTheSandboxTest() {
        super("glimpse-prod", "sesami-prod");
    }

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void aRunningDeploymentIsStoppedAndRolledBack(FxRobot robot) throws Exception {
        deploy();
        openStop(robot);
        assertThat(robot.lookup("#operation-calls").query().getAccessibleText())
                .startsWith("ecs:StopServiceDeployment").contains("service-deployment/");
        robot.clickOn("#operation-unlock");
        confirm(robot, API.service());
        robot.clickOn("#dialog-primary");
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
        sent();
        JournalEntry over = followed();

        assertThat(over.operation()).isInstanceOfSatisfying(Operation.StopDeployment.class,
                stop -> assertThat(stop.deployment()).as("the one that was found").isNotEmpty());
        assertThat(over.note()).isEqualTo("as agreed");
        assertThat(over.verdict().orElseThrow().result()).isEqualTo(Result.WORKED);
        pace.pass(Duration.ofMinutes(30));
        assertThat(underWay()).isEmpty();
        assertThat(deployments().getFirst().status()).isEqualTo("ROLLBACK_SUCCESSFUL");
    }

    @Test
    void escAndCancelLetADeploymentGoOn(FxRobot robot) throws Exception {
        deploy();
        openStop(robot);
        robot.type(KeyCode.ESCAPE);
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
        openStop(robot);
        robot.clickOn("#operation-unlock");
        confirm(robot, API.service());
        robot.clickOn("#dialog-cancel");
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());

        assertThat(journal.size()).isZero();
        assertThat(underWay()).hasSize(1);
        pace.pass(Duration.ofMinutes(30));
        assertThat(deployments().getFirst().status()).isEqualTo("SUCCESSFUL");
    }

    @Test
    void whereNothingIsDeployedNothingCanBeStopped(FxRobot robot) throws Exception {
        robot.interact(() -> window.shell.open(new Operation.StopDeployment(GLIMPSE, API, "")));
        await(() -> robot.lookup(".consequence:refuses").tryQuery().isPresent());
        robot.clickOn("#operation-unlock");
        confirm(robot, API.service());

        assertThat(robot.lookup("#dialog-primary").queryAs(Button.class).isDisabled()).isTrue();
        assertThat(journal.size()).isZero();
    }

    @Test
    void aRunningRedriveIsCancelled(FxRobot robot) throws Exception {
        redrive(robot);
        openCancel(robot);
        assertThat(robot.lookup("#operation-calls").query().getAccessibleText())
                .startsWith("sqs:CancelMessageMoveTask");
        assertThat(robot.lookup("#dialog-cancel").queryAs(Button.class).getText()).isEqualTo("Keep running");
        robot.clickOn("#operation-unlock");
        confirm(robot, LETTERS);
        robot.clickOn("#dialog-primary");
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
        sent();
        JournalEntry over = followed();

        assertThat(over.operation()).isInstanceOf(Operation.CancelRedrive.class);
        assertThat(over.note()).isEqualTo("as agreed");
        assertThat(over.verdict().orElseThrow().result()).isEqualTo(Result.WORKED);
        assertThat(moves()).singleElement().isEqualTo("CANCELLED");
        assertThat(seen(SESAMI, StoppingInTheSandboxTest::letters)).as("what had not been moved stays")
                .isBetween(1L, 27L);
    }

    @Test
    void escAndCancelLetARedriveGoOn(FxRobot robot) throws Exception {
        redrive(robot);
        openCancel(robot);
        robot.type(KeyCode.ESCAPE);
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
        openCancel(robot);
        robot.clickOn("#operation-unlock");
        confirm(robot, LETTERS);
        robot.clickOn("#dialog-cancel");
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());

        assertThat(journal.size()).isZero();
        assertThat(moves()).singleElement().isEqualTo("RUNNING");
    }

    private void deploy() throws InterruptedException {
        sandbox.controls(Snapshots.file("glimpse-prod").access()).services().update(API,
                ServiceChange.newDeployment());
        pace.pass(Duration.ofSeconds(30));
        assertThat(underWay()).hasSize(1);
    }

    private void redrive(FxRobot robot) throws Exception {
        sandbox.controls(Snapshots.file("sesami-prod").access()).queues().redrive(LETTERS, OptionalInt.of(1));
        robot.interact(() -> window.shell.show(Screen.QUEUES));
        await(() -> robot.lookup("#queue-cancel-redrive").tryQuery().filter(node -> node.isVisible()).isPresent());
    }

    private void openStop(FxRobot robot) throws TimeoutException {
        robot.interact(() -> window.shell.open(new Operation.StopDeployment(GLIMPSE, API, "")));
        await(() -> robot.lookup("#operation-calls").tryQuery().isPresent());
    }

    private static void openCancel(FxRobot robot) throws TimeoutException {
        robot.clickOn("#queue-cancel-redrive");
        await(() -> robot.lookup("#operation-calls").tryQuery().isPresent());
    }

    private static void confirm(FxRobot robot, String name) {
        robot.interact(() -> {
            robot.lookup("#operation-name").tryQueryAs(TextField.class).ifPresent(field -> field.setText(name));
            robot.lookup("#operation-note").queryAs(TextField.class).setText("as agreed");
        });
    }

    private List<ServiceDeployment> deployments() {
        return ((Reading.Known<List<ServiceDeployment>>) sandbox
                .controls(Snapshots.file("glimpse-prod").access()).deployments().deployments(API)).value();
    }

    private List<ServiceDeployment> underWay() {
        return deployments().stream().filter(ServiceDeployment::isUnderWay).toList();
    }

    private List<String> moves() {
        return seen(SESAMI, stack -> stack.queue(LETTERS).orElseThrow().moveViews()).stream()
                .map(task -> task.status().toString()).toList();
    }

    private static long letters(SimulatedStack stack) {
        var queue = stack.queue(LETTERS).orElseThrow().view();
        return queue.visible() + queue.inFlight();
    }
}
