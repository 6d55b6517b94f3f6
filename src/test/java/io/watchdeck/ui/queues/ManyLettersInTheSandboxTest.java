package io.watchdeck.ui.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.ui.FxLoad;
import io.watchdeck.ui.OperatedInTheSandbox;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.Screen;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A dead-letter queue of 100,000 messages is looked at and redriven through the window. What the window does for it is
/// bounded: turns of the FX thread by the processor time that they take, cells by what is in sight, memory by a share of
/// what the letters themselves would need.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class ManyLettersInTheSandboxTest extends OperatedInTheSandbox {

    private static final StackId SESAMI = new StackId("sesami-prod");
    private static final String LETTERS = "sesami-analysis-jobs-dlq";
    private static final int MANY = 100_000;
    private static final long MEGABYTE = 1 << 20;
    /// The longest turn of the FX thread; 50 ms are meant, and a loaded machine needs a multiple of its processor time.
    private static final Duration TURN = Duration.ofMillis(200);
    private static final int STEPS = 400;

    ManyLettersInTheSandboxTest() {
        super("sesami-prod");
    }

    @Start
    void start(Stage stage) {
        sandbox.account(Snapshots.file("sesami-prod").access()).change(SESAMI, (stack, now) -> {
            stack.queue(LETTERS).orElseThrow().purge(now);
            stack.fillDeadLetters(LETTERS, MANY, now);
        });
        open(stage);
        window.shell.show(Screen.QUEUES);
    }

    @Test
    void neitherALookNorARedriveBlocksTheWindowOrGrowsItsMemory(FxRobot robot) throws Exception {
        robot.clickOn("#look-page");
        await(() -> texts(robot, "#letter-groups-card").stream()
                .anyMatch(text -> text.startsWith("100 of about 100,000 in ")));
        pace.pass(Duration.ofMinutes(1));
        long before = FxLoad.heap();

        try (var load = new FxLoad()) {
            robot.clickOn("#look-all");
            await(() -> texts(robot, "#letter-groups-card").stream()
                    .anyMatch(text -> text.contains(" of 100,000 looked at, in ")));
            robot.clickOn("#sample-next");
            robot.clickOn("#sample-next");
            report("look", load, FxLoad.heap() - before);

            assertThat(load.longest()).as("a turn of the FX thread during the look").isLessThan(TURN);
        }
        assertThat(robot.lookup("#letter-groups").<ListView<?>>query().getItems()).as("groups")
                .hasSizeLessThan(100);
        assertThat(robot.lookup(".group-cell").queryAll()).as("cells").hasSizeLessThan(30);
        assertThat(FxLoad.heap() - before).as("kept of a look").isLessThan(96 * MEGABYTE);

        pace.pass(Duration.ofMinutes(10));
        begin(robot);
        long moving = FxLoad.heap();
        try (var load = new FxLoad()) {
            for (int step = 0; step < STEPS && !journal.only().isOver(); step++) {
                pace.pass(Duration.ofSeconds(20));
            }
            report("redrive", load, FxLoad.heap() - moving);

            assertThat(load.longest()).as("a turn of the FX thread during the redrive").isLessThan(TURN);
        }
        JournalEntry over = journal.only();
        assertThat(over.operation()).isInstanceOf(Operation.Redrive.class);
        assertThat(over.isOver()).isTrue();
        await(() -> texts(robot, "#redrive-state").contains("Redrive ended"));
        assertThat(FxLoad.heap() - before).as("kept of look and redrive").isLessThan(160 * MEGABYTE);
    }

    private void begin(FxRobot robot) throws TimeoutException {
        robot.clickOn("#queue-redrive");
        await(() -> robot.lookup("#operation-calls").tryQuery().isPresent());
        robot.clickOn("#operation-unlock");
        robot.interact(() -> {
            robot.lookup("#redrive-rate").queryAs(TextField.class).setText("500");
            robot.lookup("#operation-name").queryAs(TextField.class).setText(LETTERS);
        });
        robot.clickOn("#dialog-primary");
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
        sent();
    }

    private static void report(String what, FxLoad load, long bytes) {
        System.getLogger(ManyLettersInTheSandboxTest.class.getName()).log(System.Logger.Level.INFO,
                "{0} of {1}: {2} turns of the FX thread, the longest {3} ms, heap {4} MB", what, MANY, load.turns(),
                load.longest().toMillis(), bytes / MEGABYTE);
    }

    private static List<String> texts(FxRobot robot, String id) {
        var found = new AtomicReference<List<String>>();
        robot.interact(() -> found.set(Window.texts(robot.lookup(id).query())));
        return found.get();
    }
}
