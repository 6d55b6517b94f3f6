package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.ServiceSpec.Range;
import io.watchdeck.ui.OperatedInTheSandbox;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.watch.StackSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Every operation through the window: its effect in the simulated account, its entry in the journal, and that Cancel,
/// Esc, a lock and read-only change nothing.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class OperationsInTheSandboxTest extends OperatedInTheSandbox {

    private static final StackId TIKETI = new StackId("tiketi-prod");
    private static final StackId GLIMPSE = new StackId("glimpse-prod");
    private static final StackId SESAMI = new StackId("sesami-prod");
    private static final ServiceKey BACKEND = new ServiceKey("tiketi-cluster-prod", "tiketi-backend-service");
    private static final ServiceKey API = new ServiceKey("glimpse-prod", "glimpse-api");
    private static final String LETTERS = "sesami-analysis-jobs-dlq";

    OperationsInTheSandboxTest() {
        super("tiketi-prod", "glimpse-prod", "sesami-prod");
    }

    @Start
    void start(Stage stage) {
        open(stage);
        window.shell.show(Place.of(TIKETI));
    }

    /// An operation, and how to see in the account that it was done.
    ///
    /// @param wish   made when the account is known
    /// @param done   judges the stack afterwards
    /// @param result that it comes to
    record Case(Operation.Kind kind, StackId stack, Function<OperationsInTheSandboxTest, Operation> wish,
            Predicate<SimulatedStack> done, Result result) {
        @Override
        public String toString() {
            return kind.word();
        }
    }

    static List<Case> operations() {
        return List.of(
                new Case(Operation.Kind.SCALE, GLIMPSE,
                        _ -> new Operation.Scale(GLIMPSE, API, OptionalInt.of(4), Optional.of(new Range(2, 12))),
                        stack -> stack.service(API).orElseThrow().desired() == 4
                                && stack.service(API).orElseThrow().range().equals(Optional.of(new Range(2, 12))),
                        Result.WORKED),
                new Case(Operation.Kind.FORCE_DEPLOYMENT, GLIMPSE,
                        _ -> new Operation.ForceDeployment(GLIMPSE, API),
                        stack -> begunLately(stack, API), Result.WORKED),
                new Case(Operation.Kind.ROLL_BACK, GLIMPSE, test -> new Operation.RollBack(GLIMPSE, API,
                        test.state(GLIMPSE, API).taskDefinition()),
                        stack -> begunLately(stack, API), Result.WORKED),
                new Case(Operation.Kind.SPOT_WEIGHT, GLIMPSE,
                        _ -> new Operation.SpotWeight(GLIMPSE, API,
                                List.of(new CapacityShare("FARGATE_SPOT", 70, 0), new CapacityShare("FARGATE", 30, 0)),
                                false),
                        stack -> weight(stack) == 70, Result.WORKED),
                new Case(Operation.Kind.STOP_TASK, GLIMPSE,
                        test -> new Operation.StopTask(GLIMPSE, API, test.tasks(GLIMPSE).getFirst().arn()),
                        stack -> stack.service(API).orElseThrow().taskViews().stream()
                                .anyMatch(task -> task.stopCode().equals("UserInitiated")),
                        Result.WORKED),
                new Case(Operation.Kind.RESUBMIT, SESAMI, test -> new Operation.Resubmit(SESAMI, "sesami-job-queue",
                        List.of(test.failedJob())),
                        stack -> stack.batchQueue("sesami-job-queue").orElseThrow().view().jobs().values().stream()
                                .mapToInt(Integer::intValue).sum() > 0,
                        Result.WORKED),
                new Case(Operation.Kind.REDRIVE, SESAMI,
                        _ -> new Operation.Redrive(SESAMI, LETTERS, OptionalInt.empty(), OptionalInt.empty()),
                        stack -> letters(stack) < 27, Result.PARTLY),
                new Case(Operation.Kind.PURGE, SESAMI, _ -> new Operation.Purge(SESAMI, LETTERS),
                        stack -> letters(stack) == 0, Result.WORKED));
    }

    private static boolean begunLately(SimulatedStack stack, ServiceKey service) {
        return stack.service(service).orElseThrow().view().deployments().stream()
                .anyMatch(one -> !one.createdAt().isBefore(Snapshots.NOW));
    }

    private static long letters(SimulatedStack stack) {
        var queue = stack.queue(LETTERS).orElseThrow().view();
        return queue.visible() + queue.inFlight();
    }

    private static int weight(SimulatedStack stack) {
        return stack.service(API).orElseThrow().view().strategy().stream()
                .filter(share -> share.provider().equals("FARGATE_SPOT")).mapToInt(CapacityShare::weight).sum();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void hasItsEffectInTheAccountAndItsEntryInTheJournal(Case one, FxRobot robot) throws Exception {
        open(one, robot);
        robot.clickOn("#operation-unlock");
        confirm(robot, one);
        robot.clickOn("#dialog-primary");
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
        sent();
        JournalEntry over = followed();

        assertThat(over.isOver()).as("has a verdict").isTrue();
        assertThat(over.operation().kind()).isEqualTo(one.kind());
        assertThat(over.person()).isEqualTo("sora");
        assertThat(over.note()).isEqualTo("as agreed");
        assertThat(over.verdict().orElseThrow().result()).as(over.verdict().orElseThrow().sentence().toString())
                .isEqualTo(one.result());
        assertThat(seen(one.stack(), one.done()::test)).as("the account").isTrue();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void escAndCancelChangeNothing(Case one, FxRobot robot) throws Exception {
        String before = seen(one.stack(), OperationsInTheSandboxTest::everything);
        open(one, robot);
        robot.type(KeyCode.ESCAPE);
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
        open(one, robot);
        robot.clickOn("#operation-unlock");
        confirm(robot, one);
        robot.clickOn("#dialog-cancel");
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());

        assertThat(journal.size()).isZero();
        assertThat(seen(one.stack(), OperationsInTheSandboxTest::everything)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aLockedStackRefusesItWhateverIsTyped(Case one, FxRobot robot) throws Exception {
        open(one, robot);
        confirm(robot, one);

        assertThat(robot.lookup("#dialog-primary").queryAs(Button.class).isDisabled()).isTrue();
        assertThat(robot.lookup("#dialog-why").queryLabeled().getText()).contains("locked");
        robot.type(KeyCode.ENTER);
        assertThat(journal.size()).isZero();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void readOnlyRefusesItAndCannotBeUnlocked(Case one, FxRobot robot) throws Exception {
        robot.interact(() -> {
            desk.close();
            operate(true);
        });
        open(one, robot);
        confirm(robot, one);

        assertThat(robot.lookup("#dialog-primary").queryAs(Button.class).isDisabled()).isTrue();
        assertThat(robot.lookup("#operation-unlock").query().isVisible()).isFalse();
        assertThat(robot.lookup("#dialog-why").queryLabeled().getText()).startsWith("Read-only");
        assertThat(journal.size()).isZero();
    }

    @Test
    void theButtonsAndKeysOfTheStackPageOpenTheSameDialogs(FxRobot robot) throws Exception {
        robot.clickOn("#action-scale");
        await(() -> title(robot).equals("Scale tiketi-backend-service"));
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#action-deploy");
        await(() -> title(robot).equals("Deploy tiketi-backend-service anew"));
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#services-table").type(KeyCode.R);
        await(() -> title(robot).equals("Roll back tiketi-backend-service"));
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.S);
        await(() -> title(robot).equals("Scale tiketi-backend-service"));
    }

    private static String title(FxRobot robot) {
        return robot.lookup("#dialog-title").tryQuery().map(node -> ((javafx.scene.control.Label) node).getText())
                .orElse("");
    }

    private void open(Case one, FxRobot robot) throws TimeoutException {
        Operation wish = one.wish().apply(this);
        robot.interact(() -> window.shell.open(wish));
        await(() -> robot.lookup("#operation-calls").tryQuery().isPresent());
    }

    private static void confirm(FxRobot robot, Case one) {
        robot.lookup("#operation-name").tryQuery().ifPresent(field -> robot.interact(
                () -> ((javafx.scene.control.TextField) field).setText(one.kind() == Operation.Kind.RESUBMIT ? ""
                        : one.stack().equals(SESAMI) ? LETTERS : API.service())));
        Node note = robot.lookup("#operation-note").query();
        robot.interact(() -> ((javafx.scene.control.TextField) note).setText("as agreed"));
    }

    private static String everything(SimulatedStack stack) {
        var said = new ArrayList<String>();
        stack.services().forEach(service -> said.add(service.view() + " " + service.range()));
        stack.queues().forEach(queue -> said.add(queue.view() + " " + queue.moveViews()));
        stack.batchQueue("sesami-job-queue").ifPresent(queue -> said.add(queue.view().jobs().toString()));
        return String.join("\n", said);
    }

    private ServiceState state(StackId id, ServiceKey service) {
        return snapshot(id).services().stream().filter(one -> one.spec().name().equals(service.service()))
                .flatMap(one -> one.state().state().latest().stream()).findFirst().orElseThrow();
    }

    private List<TaskState> tasks(StackId id) {
        return snapshot(id).services().getFirst().tasks().state().latest().orElseThrow().stream()
                .filter(TaskState::isRunning).toList();
    }

    private String failedJob() {
        return snapshot(SESAMI).batchQueues().getFirst().state().state().latest().orElseThrow().failed().getFirst()
                .id();
    }

    private StackSnapshot snapshot(StackId id) {
        return Map.copyOf(window.watch.current().stacks().stream()
                .collect(java.util.stream.Collectors.toMap(one -> one.file().id(), Function.identity()))).get(id);
    }
}
