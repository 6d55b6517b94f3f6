package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.Operation;
import io.watchdeck.ui.OperatedInTheSandbox;
import io.watchdeck.ui.Window;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What would not stand in the journal, and what cannot be judged, is not sent; the dialog says why.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class BlockedInTheSandboxTest extends OperatedInTheSandbox {

    private static final StackId GLIMPSE = new StackId("glimpse-prod");
    private static final ServiceKey API = new ServiceKey("glimpse-prod", "glimpse-api");

    BlockedInTheSandboxTest() {
        super("glimpse-prod");
    }

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void aJournalThatWouldBeLostIsToldAndNothingIsSent(FxRobot robot) throws Exception {
        journal.lossy(Phrase.of("journal.unwritten", "No space left on device"));
        int before = desired();
        open(robot, new Operation.Scale(GLIMPSE, API, OptionalInt.of(before + 1), Optional.empty()));
        await(() -> robot.lookup("#operation-calls").tryQuery().isPresent());
        robot.clickOn("#operation-unlock");
        robot.interact(() -> robot.lookup("#operation-name").queryAs(TextField.class).setText(API.service()));
        robot.clickOn("#dialog-primary");

        await(() -> robot.lookup("#operation-blocked").query().isVisible());
        assertThat(texts(robot)).contains("Nothing was sent").anyMatch(text -> text
                .contains("it would not stand in the journal") && text.contains("No space left on device"));
        assertThat(robot.lookup("#operation-dialog").tryQuery()).as("stays open").isPresent();
        assertThat(desired()).isEqualTo(before);
        assertThat(journal.size()).isZero();
    }

    @Test
    void aServiceThatTheAccountDoesNotKnowBlocksItsOperation(FxRobot robot) throws Exception {
        open(robot, new Operation.ForceDeployment(GLIMPSE, new ServiceKey("glimpse-prod", "no-such-service")));

        await(() -> robot.lookup("#operation-blocked").query().isVisible());
        assertThat(texts(robot)).contains("It cannot be done now");
        robot.clickOn("#operation-unlock");
        robot.interact(() -> robot.lookup("#operation-name").queryAs(TextField.class).setText("no-such-service"));
        assertThat(robot.lookup("#dialog-primary").queryAs(Button.class).isDisabled()).isTrue();
        robot.clickOn("#operation-ask-again");
        await(() -> robot.lookup("#operation-blocked").query().isVisible());
        assertThat(journal.size()).isZero();
    }

    private void open(FxRobot robot, Operation wish) {
        robot.interact(() -> window.shell.open(wish));
    }

    private int desired() {
        return seen(GLIMPSE, stack -> stack.service(API).orElseThrow().desired());
    }

    private static List<String> texts(FxRobot robot) {
        var found = new AtomicReference<List<String>>();
        robot.interact(() -> found.set(Window.texts(robot.lookup("#operation-blocked").query())));
        return found.get();
    }
}
