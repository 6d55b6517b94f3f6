package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.Phrase;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.OperationDesk.Begun;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.Screen;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A dialog that is left between the press of its button and the first request.
@ExtendWith(ApplicationExtension.class)
class LeavingTest extends OperatingWindow {

    private static final Operation SCALE = new Operation.Scale(TIKETI.file().id(),
            new ServiceKey(TIKETI.file().cluster(), "tiketi-backend-service"), OptionalInt.of(9), Optional.empty());

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private void confirm(FxRobot robot) {
        robot.interact(() -> {
            desk.unlock(TIKETI.file().id());
            window.shell.open(SCALE);
            desk.answerFacts(Snapshots.NOW);
        });
        robot.interact(() -> robot.lookup("#operation-name").queryAs(TextField.class)
                .setText("tiketi-backend-service"));
        robot.interact(() -> robot.lookup("#dialog-primary").queryAs(Button.class).fire());
    }

    private void answer(FxRobot robot, Begun begun) {
        robot.interact(() -> desk.answer(begun));
        robot.interact(() -> {});
    }

    @Test
    void escapeStopsWhatIsReadOnceMoreAndACardSaysSo(FxRobot robot) {
        confirm(robot);
        assertThat(desk.ran()).hasSize(1);
        robot.type(KeyCode.ESCAPE);

        assertThat(robot.lookup("#operation-dialog").tryQuery()).isEmpty();
        assertThat(desk.attempt().isTakenBack()).isTrue();
        answer(robot, new Begun.Declined(Phrase.of("gate.takenBack")));
        assertThat(Window.texts(robot.lookup("#operation-cards").query())).contains(
                "Scale tiketi-backend-service: not done", "It was stopped before it was sent: nothing was changed.");
    }

    @Test
    void whatTheGateDeclinesAfterwardsIsToldOnACardToo(FxRobot robot) {
        confirm(robot);
        robot.interact(() -> robot.lookup("#dialog-cancel").queryAs(Button.class).fire());
        answer(robot, new Begun.Declined(Phrase.of("gate.moved", "tiketi-backend-service")));

        assertThat(Window.texts(robot.lookup("#operation-cards").query()))
                .anyMatch(text -> text.startsWith("tiketi-backend-service is not what it was"));
    }

    @Test
    void escapeThatComesJustAfterItWasSentSaysSoAndLeavesNoScreen(FxRobot robot) {
        robot.interact(() -> window.shell.show(Screen.QUEUES));
        confirm(robot);
        answer(robot, new Begun.Running(Entries.begun(SCALE)));
        assertThat(robot.lookup("#operation-dialog").tryQuery()).isEmpty();
        robot.type(KeyCode.ESCAPE);

        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.QUEUES);
        assertThat(Window.texts(robot.lookup("#operation-cards").query())).contains(
                "Scale tiketi-backend-service: already sent");

        robot.type(KeyCode.ESCAPE);
        assertThat(window.shell.navigator().place().screen()).as("the next one is for the screen")
                .isNotEqualTo(Screen.QUEUES);
    }

    @Test
    void whoDoesSomethingElseFirstGoesBackWithEscape(FxRobot robot) {
        robot.interact(() -> window.shell.show(Screen.QUEUES));
        confirm(robot);
        answer(robot, new Begun.Running(Entries.begun(SCALE)));
        robot.type(KeyCode.DOWN);
        robot.type(KeyCode.ESCAPE);

        assertThat(window.shell.navigator().place().screen()).isNotEqualTo(Screen.QUEUES);
        assertThat(robot.lookup("#operation-cards").query().isVisible()).isFalse();
    }

    @Test
    void whatHasLeftWhenSomebodyLeavesIsToldToBeSent(FxRobot robot) {
        robot.interact(() -> window.shell.show(Screen.QUEUES));
        confirm(robot);
        desk.leaves();
        robot.type(KeyCode.ESCAPE);
        answer(robot, new Begun.Running(Entries.begun(SCALE)));

        assertThat(desk.attempt().isTakenBack()).isFalse();
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.QUEUES);
        assertThat(Window.texts(robot.lookup("#operation-cards").query())).contains(
                "Scale tiketi-backend-service: already sent");
    }

    @Test
    void afterUnlockingOneGoesOnWhereOneWasElseWithTheName(FxRobot robot) {
        robot.interact(() -> {
            window.shell.open(new Operation.ForceDeployment(SCALE.stack(), ((Operation.Scale) SCALE).service()));
            desk.answerFacts(Snapshots.NOW);
        });
        assertThat(focused()).isEqualTo("dialog-cancel");
        robot.press(KeyCode.ALT).type(KeyCode.U).release(KeyCode.ALT);
        assertThat(focused()).isEqualTo("operation-name");
        robot.type(KeyCode.ESCAPE);

        robot.interact(() -> {
            desk.lock(SCALE.stack());
            window.shell.open(SCALE);
            desk.answerFacts(Snapshots.NOW);
        });
        assertThat(focused()).isEqualTo("scale-desired");
        robot.clickOn("#operation-unlock");
        assertThat(focused()).isEqualTo("scale-desired");
    }

    private String focused() {
        return window.shell.scene().getFocusOwner().getId();
    }

    @Test
    void theDialogOfWhatHasBegunClosesAndTakesNothingBack(FxRobot robot) {
        confirm(robot);
        answer(robot, new Begun.Running(Entries.begun(SCALE)));

        assertThat(robot.lookup("#operation-dialog").tryQuery()).isEmpty();
        assertThat(desk.attempt().isTakenBack()).isFalse();
        assertThat(robot.lookup("#operation-cards").query().isVisible()).isFalse();
    }
}
