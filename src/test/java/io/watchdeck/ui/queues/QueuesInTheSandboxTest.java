package io.watchdeck.ui.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.ui.OperatedInTheSandbox;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.Screen;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The queues screen over the simulated account with its 27 dead letters.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class QueuesInTheSandboxTest extends OperatedInTheSandbox {

    private static final StackId SESAMI = new StackId("sesami-prod");
    private static final String LETTERS = "sesami-analysis-jobs-dlq";

    QueuesInTheSandboxTest() {
        super("tiketi-prod", "sesami-prod");
    }

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private void show(FxRobot robot) {
        robot.interact(() -> window.shell.show(Screen.QUEUES));
    }

    @Test
    void nobodyReceivesAMessageByLookingAtTheScreen(FxRobot robot) {
        show(robot);

        assertThat(visible()).isEqualTo(27);
        assertThat(hidden()).isZero();
    }

    @Test
    void lookingShowsFourGroupsAndWhatItDid(FxRobot robot) throws Exception {
        look(robot);

        assertThat(texts(robot, "#letter-groups-card")).contains("27 dead letters in 4 groups",
                "SubmitJob: sesami-worker:41 is not ACTIVE", "16", "SubmitJob: TooManyRequestsException", "6",
                "Body lacks repo_url", "3", "Body is not JSON", "2", "1 of 2 holds control characters");
        assertThat(texts(robot, "#look-note")).singleElement().asString().contains("Looking hid each message for 30 s");
        assertThat(hidden()).isEqualTo(27);
        assertThat(texts(robot, "#letter-sample")).contains("4 times, this look counted");
        assertThat(texts(robot, "#queues-table")).contains("13 d 2 h").noneMatch(text -> text.startsWith("at most"));
    }

    @Test
    void theSampleHidesPersonalFieldsUntilTheyAreWanted(FxRobot robot) throws Exception {
        look(robot);
        assertThat(body(robot)).contains("\"user_id\": \"", "••••••");

        robot.clickOn("#sample-personal");

        assertThat(body(robot)).doesNotContain("•");
        robot.clickOn("#sample-copy");
        assertThat(window.desktop.copied).singleElement().asString().startsWith("{\"user_id\":\"");
        robot.clickOn("#sample-next");
        assertThat(texts(robot, "#letter-sample")).contains("Group A, sample 2 of 16");
    }

    @Test
    void keysLeadFromTheTableToTheGroupsAndThroughTheirLetters(FxRobot robot) throws Exception {
        show(robot);
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#look-page").queryAs(Button.class).isFocused()).isTrue();
        robot.type(KeyCode.SPACE);
        await(() -> texts(robot, "#letter-groups-card").contains("27 dead letters in 4 groups"));
        robot.clickOn("#queues-table").type(KeyCode.ENTER).type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN)
                .type(KeyCode.RIGHT);

        assertThat(texts(robot, "#letter-sample")).contains("Group D, sample 2 of 2");
        assertThat(body(robot)).as("bytes, since it is no text").startsWith("0000  1b 5b 33 31");
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#queues-table").query().isFocused()).isTrue();
        robot.write('/');
        assertThat(robot.lookup("#queues-filter").query().isFocused()).isTrue();
    }

    @Test
    void everythingThatWasLookedAtIsExported(FxRobot robot) throws Exception {
        look(robot);

        robot.clickOn("#letters-export");

        assertThat(window.desktop.savedNames).containsExactly("watchdeck-sesami-analysis-jobs-dlq.jsonl");
        assertThat(new String(window.desktop.savedPictures.getFirst(), StandardCharsets.UTF_8).lines()).hasSize(27)
                .allMatch(line -> line.startsWith("{\"messageId\""));
    }

    @Test
    void aRedriveHasItsEffectAndItsVerdictIsShown(FxRobot robot) throws Exception {
        look(robot);
        pace.pass(Duration.ofSeconds(40));
        robot.clickOn("#queue-redrive");
        await(() -> robot.lookup("#operation-calls").tryQuery().isPresent());
        robot.clickOn("#operation-unlock");
        robot.interact(() -> {
            robot.lookup("#operation-name").queryAs(TextField.class).setText(LETTERS);
            robot.lookup("#operation-note").queryAs(TextField.class).setText("as agreed");
        });
        robot.clickOn("#dialog-primary");
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
        sent();
        pace.pass(Duration.ofSeconds(10));

        await(() -> texts(robot, "#redrive-state").contains("Snapshot: 27 bodies known"));
        JournalEntry over = followed();
        assertThat(over.operation()).isInstanceOf(Operation.Redrive.class);
        await(() -> texts(robot, "#redrive-state").contains("Redrive ended"));
        assertThat(texts(robot, "#redrive-verdict")).anyMatch(text -> text.contains("5 came back"));
        assertThat(visible() + hidden()).isEqualTo(5);
        pace.pass(Duration.ofSeconds(60));
        robot.clickOn("#look-again");
        await(() -> texts(robot, "#letter-groups-card").contains("5 dead letters in 2 groups"));
        assertThat(texts(robot, "#letter-groups")).contains("Last time, at 13:42, 3 of 3 came back");
    }

    @Test
    void escAndCancelOfTheDialogsChangeNothing(FxRobot robot) throws Exception {
        show(robot);
        for (String button : List.of("#queue-redrive", "#queue-purge")) {
            robot.clickOn(button);
            await(() -> robot.lookup("#operation-dialog").tryQuery().isPresent());
            robot.type(KeyCode.ESCAPE);
            await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
        }

        assertThat(journal.size()).isZero();
        assertThat(visible()).isEqualTo(27);
    }

    @Test
    void aLockedStackOpensThePreviewAlone(FxRobot robot) throws Exception {
        show(robot);
        robot.clickOn("#queue-purge");
        await(() -> robot.lookup("#operation-calls").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#operation-name").queryAs(TextField.class).setText(LETTERS));

        assertThat(robot.lookup("#dialog-primary").queryAs(Button.class).isDisabled()).isTrue();
        assertThat(journal.size()).isZero();
    }

    @Test
    void readOnlyRefusesEvenALook(FxRobot robot) throws Exception {
        robot.interact(() -> {
            desk.close();
            operate(true);
        });
        show(robot);

        await(() -> robot.lookup("#look-page").queryAs(Button.class).isDisabled());
        assertThat(texts(robot, "#letters-empty")).singleElement().asString().startsWith("Started with --read-only");
        robot.interact(() -> robot.lookup("#look-page").queryAs(Button.class).fire());
        assertThat(hidden()).isZero();
    }

    @Test
    void aRedriveOfSomebodyElseIsShownAndCanBeCancelled(FxRobot robot) throws Exception {
        robot.interact(() -> sandbox.controls(Snapshots.file("sesami-prod").access()).queues().redrive(LETTERS,
                java.util.OptionalInt.of(1)));
        show(robot);

        await(() -> texts(robot, "#redrive-state").contains("Redrive running, not begun here"));
        robot.clickOn("#queue-cancel-redrive");
        await(() -> robot.lookup("#operation-dialog").tryQuery().isPresent());
        assertThat(robot.lookup("#dialog-title").queryLabeled().getText()).startsWith("Cancel the redrive");
    }

    private void look(FxRobot robot) throws TimeoutException {
        show(robot);
        robot.clickOn("#look-page");
        await(() -> texts(robot, "#letter-groups-card").contains("27 dead letters in 4 groups"));
    }

    private static List<String> texts(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        var found = new AtomicReference<List<String>>();
        robot.interact(() -> found.set(node instanceof javafx.scene.control.Label label ? List.of(label.getText())
                : Window.texts(node)));
        return found.get();
    }

    private static String body(FxRobot robot) {
        var text = new StringBuilder();
        robot.interact(() -> robot.lookup("#sample-body").queryAs(TextFlow.class).getChildren().stream()
                .map(Text.class::cast).forEach(part -> text.append(part.getText())));
        return text.toString();
    }

    private long hidden() {
        return seen(SESAMI, stack -> stack.queue(LETTERS).orElseThrow().view().inFlight());
    }

    private long visible() {
        return seen(SESAMI, stack -> stack.queue(LETTERS).orElseThrow().view().visible());
    }
}
