package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.MemoryJournal;
import io.watchdeck.operations.gate.Kept;
import io.watchdeck.operations.gate.LiveOperations;
import io.watchdeck.operations.gate.Reach;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.operations.OperationDialogs;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The palette over the simulated account, by keys alone.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class PaletteInTheSandboxTest {

    private static final StackId TIKETI = new StackId("tiketi-prod");

    private final MutableClock clock = new MutableClock(Snapshots.NOW);
    private final MemoryJournal journal = new MemoryJournal();
    private final List<StackFile> files = Stream.of("tiketi-prod", "sesami-prod").map(Snapshots::file).toList();
    private final SandboxConnector sandbox = new SandboxConnector(files, 42, clock);
    private final LiveWatch watch = new LiveWatch(new WatchSettings(Rhythm.standard(),
            new Meter(PriceList.shipped(), clock), Money.usd("2"), true), sandbox, MetricCatalogue.standard(), clock);
    private Window window;
    private LiveOperations desk;

    @Start
    void start(Stage stage) {
        watch.stacks(files, List.of());
        window = new Window(stage, watch.readOnce(EnumSet.allOf(Subject.class)), new Look(Theme.DARK, 1000, 900));
        operate(false);
    }

    private void operate(boolean readOnly) {
        desk = new LiveOperations(window.watch, new Reach(sandbox, sandbox), Kept.of(() -> journal),
                new LiveOperations.Person(() -> "sora", readOnly), clock, new ClockPace(clock, 1));
        desk.start();
        window.shell.operate(desk, OperationDialogs::new);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
        desk.close();
        watch.close();
    }

    @Test
    void controlKOpensItOnEveryScreenAndEscapeGivesTheFocusBack(FxRobot robot) {
        for (Screen screen : Screen.values()) {
            robot.interact(() -> window.shell.show(screen));
            WaitForAsyncUtils.waitForFxEvents();
            Node before = window.shell.scene().getFocusOwner();

            open(robot);
            assertThat(robot.lookup("#palette-field").query().isFocused()).as(screen + " has it").isTrue();
            assertThat(list(robot).getItems()).as(screen + " suggests").isNotEmpty();
            robot.type(KeyCode.ESCAPE);

            assertThat(shown(robot)).as(screen + " closes it").isFalse();
            assertThat(window.shell.scene().getFocusOwner()).as(screen + " focus").isSameAs(before);
            assertThat(window.shell.navigator().place().screen()).isEqualTo(screen);
        }
    }

    @Test
    void controlKClosesItAgain(FxRobot robot) {
        open(robot);
        open(robot);

        assertThat(shown(robot)).isFalse();
    }

    @Test
    void theFieldInTheTopBarOpensIt(FxRobot robot) {
        robot.clickOn("#go-to");

        assertThat(robot.lookup("#palette-field").query().isFocused()).isTrue();
    }

    @Test
    void leadsToAComponent(FxRobot robot) {
        open(robot);
        robot.write("backend tik").type(KeyCode.ENTER);

        assertThat(shown(robot)).isFalse();
        assertThat(window.shell.navigator().place()).isEqualTo(Place.of(TIKETI, "tiketi-backend-service"));
    }

    @Test
    void leadsToADeadLetterQueue(FxRobot robot) {
        open(robot);
        robot.write("dlq sesami").type(KeyCode.ENTER);

        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.QUEUES);
        assertThat(window.shell.navigator().place().component()).contains("sesami-analysis-jobs");
    }

    @Test
    void opensTheScaleDialogAsAPreviewWhileTheStackIsLocked(FxRobot robot) throws Exception {
        Node before = window.shell.scene().getFocusOwner();
        open(robot);
        robot.write("scale tiketi");
        assertThat(Window.texts(list(robot))).contains("locked");
        robot.type(KeyCode.ENTER);

        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#operation-unlock").tryQuery().isPresent());
        assertThat(robot.lookup("#dialog-title").queryLabeled().getText()).isEqualTo("Scale tiketi-backend-service");
        assertThat(robot.lookup("#dialog-primary").queryAs(Button.class).isDisabled()).isTrue();
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#operation-dialog").tryQuery()).isEmpty();
        assertThat(window.shell.scene().getFocusOwner()).isSameAs(before);
        assertThat(journal.size()).isZero();
    }

    @Test
    void enterThatIsHeldDownAnswersNothingInTheDialogThatItOpens(FxRobot robot) {
        open(robot);
        robot.write("scale tiketi").press(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Event.fireEvent(window.shell.scene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
        assertThat(robot.lookup("#operation-dialog").tryQuery()).isPresent();

        robot.release(KeyCode.ENTER).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#operation-dialog").tryQuery()).as("Enter in a field cancels nothing").isPresent();
        assertThat(journal.size()).isZero();
    }

    @Test
    void unlockingWhileItIsOpenTakesThePadlockAndMovesNothing(FxRobot robot) {
        open(robot);
        robot.write("scale tiketi").type(KeyCode.DOWN);
        int selected = list(robot).getSelectionModel().getSelectedIndex();

        robot.interact(() -> desk.unlock(TIKETI));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(list(robot).getItems().getFirst().locked()).isEmpty();
        assertThat(list(robot).getSelectionModel().getSelectedIndex()).isEqualTo(selected);
        assertThat(robot.lookup("#palette-field").query().isFocused()).isTrue();
    }

    @Test
    void readOnlyShowsThePadlockAndOpensThePreview(FxRobot robot) throws Exception {
        robot.interact(() -> {
            desk.close();
            operate(true);
        });
        open(robot);
        robot.write("redrive");
        assertThat(Window.texts(list(robot))).contains("read-only");
        robot.type(KeyCode.ENTER);

        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#operation-dialog").tryQuery().isPresent());
        assertThat(robot.lookup("#dialog-primary").queryAs(Button.class).isDisabled()).isTrue();
    }

    @Test
    void arrowsWrapAndTheSelectionIsSaidInTheField(FxRobot robot) {
        open(robot);
        robot.write("tiketi").type(KeyCode.UP);
        int last = list(robot).getItems().size() - 1;

        assertThat(list(robot).getSelectionModel().getSelectedIndex()).isEqualTo(last);
        assertThat(robot.lookup("#palette-field").query().getAccessibleHelp())
                .endsWith((last + 1) + " of " + (last + 1));
        robot.type(KeyCode.DOWN);
        assertThat(list(robot).getSelectionModel().getSelectedIndex()).isZero();
    }

    @Test
    void aSnapshotThatArrivesMovesNeitherTheSelectionNorTheFocus(FxRobot robot) {
        open(robot);
        robot.write("tiketi").type(KeyCode.DOWN, KeyCode.DOWN);
        PaletteRow selected = list(robot).getSelectionModel().getSelectedItem();

        robot.interact(() -> window.watch.publish(Snapshots.moment()));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(list(robot).getSelectionModel().getSelectedItem().id()).isEqualTo(selected.id());
        assertThat(robot.lookup("#palette-field").query().isFocused()).isTrue();
    }

    @Test
    void whatIsChosenIsOnTopNextTime(FxRobot robot) {
        open(robot);
        robot.write("cost").type(KeyCode.ENTER);
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.COST);
        open(robot);

        assertThat(PaletteRow.text(list(robot).getItems().getFirst().name())).isEqualTo("Cost");
    }

    @Test
    void aClickDoesIt(FxRobot robot) {
        open(robot);
        robot.write("language").clickOn("#palette-list");
        robot.interact(() -> {});

        assertThat(shown(robot)).isFalse();
        assertThat(window.shell.wordsProperty().get().locale().getLanguage()).isEqualTo("ko");
    }

    private static void open(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean shown(FxRobot robot) {
        return window.shell.covered() && Optional.ofNullable(window.shell.scene().lookup("#palette")).isPresent();
    }

    @SuppressWarnings("unchecked")
    private static ListView<PaletteRow> list(FxRobot robot) {
        return robot.lookup("#palette-list").queryAs(ListView.class);
    }
}
