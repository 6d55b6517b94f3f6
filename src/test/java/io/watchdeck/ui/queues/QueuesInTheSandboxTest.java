package io.watchdeck.ui.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.MemoryJournal;
import io.watchdeck.operations.Operation;
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
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The queues screen over the simulated account with its 27 dead letters.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class QueuesInTheSandboxTest {

    private static final StackId SESAMI = new StackId("sesami-prod");
    private static final String LETTERS = "sesami-analysis-jobs-dlq";
    private static final int STEPS = 200;

    private final MutableClock clock = new MutableClock(Snapshots.NOW);
    private final MemoryJournal journal = new MemoryJournal();
    private final List<StackFile> files = Stream.of("tiketi-prod", "sesami-prod").map(Snapshots::file).toList();
    private final SandboxConnector sandbox = new SandboxConnector(files, 42, clock);
    private final LiveWatch watch = new LiveWatch(new WatchSettings(Rhythm.standard(),
            new Meter(PriceList.shipped(), clock), Money.usd("2"), true), sandbox, MetricCatalogue.standard(), clock);
    private final ClockPace pace = new ClockPace(clock, 1);
    private Window window;
    private LiveOperations desk;

    @Start
    void start(Stage stage) {
        stage.setWidth(1000);
        stage.setHeight(900);
        watch.stacks(files, List.of());
        window = new Window(stage, watch.readOnce(EnumSet.allOf(Subject.class)), new Look(Theme.DARK, 1000, 900));
        operate(false);
    }

    private void show(FxRobot robot) {
        robot.interact(() -> window.shell.show(Screen.QUEUES));
    }

    private void operate(boolean readOnly) {
        desk = new LiveOperations(window.watch, new Reach(sandbox, sandbox), () -> journal,
                new LiveOperations.Person(() -> "sora", readOnly), clock, pace);
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
        await(() -> journal.size() == 1 && journal.only().sendings().size() >= journal.only().planned());
        pace.pass(Duration.ofSeconds(10));

        await(() -> texts(robot, "#redrive-state").contains("Snapshot: 27 bodies known"));
        for (int step = 0; step < STEPS && !journal.only().isOver(); step++) {
            pace.pass(Duration.ofSeconds(20));
        }
        JournalEntry over = journal.only();
        assertThat(over.operation()).isInstanceOf(Operation.Redrive.class);
        await(() -> texts(robot, "#redrive-state").contains("Redrive ended"));
        assertThat(texts(robot, "#redrive-verdict")).anyMatch(text -> text.contains("5 came back"));
        assertThat(visible() + hidden()).isEqualTo(5);
        pace.pass(Duration.ofSeconds(60));
        robot.clickOn("#look-again");
        await(() -> texts(robot, "#letter-groups-card").contains("5 dead letters in 2 groups"));
        assertThat(texts(robot, "#letter-groups")).anyMatch(text -> text.startsWith("3 came back from the redrive"));
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

    private static void await(Callable<Boolean> wanted) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, wanted);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private long hidden() {
        return seen(stack -> stack.queue(LETTERS).orElseThrow().view().inFlight());
    }

    private long visible() {
        return seen(stack -> stack.queue(LETTERS).orElseThrow().view().visible());
    }

    private <T> T seen(Function<io.watchdeck.sandbox.world.SimulatedStack, T> look) {
        var found = new AtomicReference<T>();
        sandbox.account(Snapshots.file("sesami-prod").access()).change(SESAMI,
                (stack, _) -> found.set(look.apply(stack)));
        return found.get();
    }
}
