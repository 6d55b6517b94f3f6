package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.ui.OperatedInTheSandbox;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The dialog of an operation on a production stack, with the keyboard alone.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class EnterInTheSandboxTest extends OperatedInTheSandbox {

    private static final StackId GLIMPSE = new StackId("glimpse-prod");
    private static final ServiceKey API = new ServiceKey("glimpse-prod", "glimpse-api");

    EnterInTheSandboxTest() {
        super("glimpse-prod");
    }

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @BeforeEach
    void scale(FxRobot robot) throws Exception {
        robot.interact(() -> window.shell
                .open(new Operation.Scale(GLIMPSE, API, OptionalInt.of(4), Optional.empty())));
        await(() -> robot.lookup("#operation-calls").tryQuery().isPresent());
    }

    @Test
    void enterInAFieldNeverCancelsAndSaysWhatIsMissing(FxRobot robot) {
        for (String field : new String[] {"scale-desired", "operation-note", "operation-name"}) {
            staysOpen(robot, field, "is locked");
        }
        robot.press(KeyCode.ALT).type(KeyCode.U).release(KeyCode.ALT);
        for (String field : new String[] {"scale-desired", "operation-note", "operation-name"}) {
            staysOpen(robot, field, "Type glimpse-api to confirm.");
        }
        type(robot, "glimpse");
        staysOpen(robot, "operation-name", "Type glimpse-api to confirm.");
        type(robot, "glimpse-api");
        staysOpen(robot, "operation-name", "Ctrl+Enter");
        assertThat(journal.size()).isZero();
    }

    @Test
    void whatIsConfirmedIsDoneWithControlAndEnterInItsField(FxRobot robot) throws Exception {
        assertThat(why(robot)).endsWith("is locked: Alt+U unlocks it.");
        robot.press(KeyCode.ALT).type(KeyCode.U).release(KeyCode.ALT);
        type(robot, "glimpse-api");
        focus(robot, "operation-name");
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
        sent();

        int desired = seen(GLIMPSE, stack -> stack.service(API).orElseThrow().desired());
        assertThat(desired).isEqualTo(4);
    }

    @Test
    void theConfirmationIsSeenInTheLowestWindow(FxRobot robot) {
        robot.interact(() -> {
            window.shell.scene().getWindow().setWidth(1100);
            window.shell.scene().getWindow().setHeight(700);
        });
        robot.interact(() -> window.shell.scene().getRoot().layout());

        for (String field : new String[] {"operation-name", "operation-note", "dialog-primary"}) {
            var node = robot.lookup("#" + field).query();
            assertThat(node.localToScene(node.getLayoutBounds()).getMaxY()).as(field)
                    .isLessThan(window.shell.scene().getHeight() - 24);
        }
    }

    private void staysOpen(FxRobot robot, String field, String said) {
        focus(robot, field);
        robot.type(KeyCode.ENTER);

        assertThat(robot.lookup("#operation-dialog").tryQuery()).as("Enter in " + field).isPresent();
        assertThat(robot.lookup("#" + field).query().isFocused()).isTrue();
        assertThat(why(robot)).contains(said);
    }

    private static void focus(FxRobot robot, String field) {
        robot.interact(() -> robot.lookup("#" + field).query().requestFocus());
    }

    private static void type(FxRobot robot, String name) {
        robot.interact(() -> robot.lookup("#operation-name").queryAs(TextField.class).setText(name));
    }

    private static String why(FxRobot robot) {
        return robot.lookup("#dialog-why").queryLabeled().getText();
    }
}
