package io.watchdeck.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.MemoryJournal;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.gate.Kept;
import io.watchdeck.operations.gate.LiveOperations;
import io.watchdeck.operations.gate.Reach;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.operations.OperationDialogs;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.AlarmWishes;
import io.watchdeck.watch.CostNeed;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does in a bad night, with keys alone, over the simulated account as the console watches it: acknowledges
/// an alarm, deploys a service anew and redrives dead letters. After each step it is asserted what has the focus.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class KeyboardStoryTest {

    private static final StackId GLIMPSE = new StackId("glimpse-prod");
    private static final StackId SESAMI = new StackId("sesami-prod");
    private static final ServiceKey API = new ServiceKey("glimpse-prod", "glimpse-api");
    private static final String LETTERS = "sesami-analysis-jobs-dlq";
    private static final int STEPS = 200;

    private final MutableClock clock = new MutableClock(Snapshots.NOW);
    private final MemoryJournal journal = new MemoryJournal();
    private final ClockPace pace = new ClockPace(clock, 1);
    private final List<StackFile> files = Stream.of("glimpse-prod", "sesami-prod").map(Snapshots::file).toList();
    private final SandboxConnector sandbox = new SandboxConnector(files, 42, clock);
    private final LiveWatch watch = new LiveWatch(new WatchSettings(Rhythm.standard(),
            new Meter(PriceList.shipped(), clock), Money.usd("2"), true, new CostNeed(CostNeed.Asked.TOLD),
            Optional.empty(), AlarmWishes.of("sora")), sandbox, MetricCatalogue.standard(), clock);
    private Stage stage;
    private Shell shell;
    private LiveOperations desk;
    private Words words;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(shell::close);
        desk.close();
        watch.close();
    }

    private void open(FxRobot robot, Locale language) {
        words = new Words(language, Snapshots.ZONE);
        watch.stacks(files, List.of());
        watch.look(EnumSet.allOf(Subject.class));
        robot.interact(() -> {
            shell = new Shell(watch, clock, new FxExecutor(), new FakeDesktop(), words,
                    new Look(Theme.DARK, 1280, 860), Window.SCREENS);
            desk = new LiveOperations(watch, new Reach(sandbox, sandbox), Kept.of(() -> journal),
                    new LiveOperations.Person(() -> "sora", false), clock, pace);
            desk.start();
            shell.operate(desk, OperationDialogs::new);
            stage.setScene(shell.scene());
            stage.sizeToScene();
            Window.toTheCorner(stage);
            stage.show();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void fromTheFirstWindowToTheLettersThatAreRedriven(Locale language, FxRobot robot) throws Exception {
        open(robot, language);
        focusIsOn("overview-table");
        acknowledges(robot);
        deploys(robot);
        redrives(robot);
    }

    private void acknowledges(FxRobot robot) throws Exception {
        control(robot, KeyCode.DIGIT3);
        focusIsOn("alarms-list");
        robot.type(KeyCode.HOME, KeyCode.A);
        focusIsOn("dialog-note");
        robot.write("looking at it");
        control(robot, KeyCode.ENTER);
        focusIsOn("alarms-list");

        await(() -> watch.current().stacks().stream().flatMap(stack -> stack.occurrences().stream())
                .anyMatch(KeyboardStoryTest::isHeld));
    }

    private static boolean isHeld(Occurrence one) {
        return one.status() instanceof Status.Acknowledged held && held.word().person().equals("sora")
                && held.word().note().equals("looking at it");
    }

    private void deploys(FxRobot robot) throws Exception {
        control(robot, KeyCode.K);
        focusIsOn("palette-field");
        robot.write("glimpse-api").type(KeyCode.ENTER);
        focusIsOn("services-table");
        robot.type(KeyCode.D);
        focusIsIn("operation-dialog");
        confirms(robot, API.service());
        focusIsOn("services-table");

        JournalEntry over = followed(1);
        assertThat(over.operation()).isInstanceOf(Operation.ForceDeployment.class);
        assertThat(over.note()).isEqualTo("as agreed");
        boolean anew = seen(GLIMPSE, stack -> stack.service(API).orElseThrow().view().deployments().stream()
                .anyMatch(one -> !one.createdAt().isBefore(Snapshots.NOW)));
        assertThat(anew).as("a deployment began in the account").isTrue();
        isTold(over);
        focusIsOn("services-table");
    }

    private void redrives(FxRobot robot) throws Exception {
        control(robot, KeyCode.DIGIT4);
        focusIsOn("queues-table");
        robot.write("/");
        focusIsOn("queues-filter");
        robot.write("sesami-analysis").type(KeyCode.ENTER);
        focusIsOn("queues-table");
        robot.type(KeyCode.R);
        focusIsIn("operation-dialog");
        confirms(robot, LETTERS);
        focusIsOn("queues-table");

        JournalEntry over = followed(2);
        assertThat(over.operation()).isInstanceOf(Operation.Redrive.class);
        long left = seen(SESAMI, stack -> stack.queue(LETTERS).orElseThrow().view().visible()
                + stack.queue(LETTERS).orElseThrow().view().inFlight());
        assertThat(left).as("letters that came back").isPositive().isLessThan(27);
        await(() -> Window.texts(robot.lookup("#redrive-verdict").query()).stream()
                .anyMatch(text -> text.equals(words.say(over.verdict().orElseThrow().sentence()))));
        focusIsOn("queues-table");
    }

    /// The stack is locked, and wants the name typed.
    private void confirms(FxRobot robot, String name) throws Exception {
        await(() -> robot.lookup("#operation-calls").tryQuery().isPresent());
        robot.press(KeyCode.ALT).type(KeyCode.U).release(KeyCode.ALT);
        for (int step = 0; step < 40 && !isFocused("operation-name"); step++) {
            robot.type(KeyCode.TAB);
            focusIsIn("operation-dialog");
        }
        focusIsOn("operation-name");
        robot.write(name).type(KeyCode.TAB);
        focusIsOn("operation-note");
        robot.write("as agreed");
        control(robot, KeyCode.ENTER);
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());
    }

    private void isTold(JournalEntry over) throws TimeoutException {
        String verdict = words.say(over.verdict().orElseThrow().sentence());
        await(() -> Window.texts(shell.scene().lookup("#operation-cards")).stream()
                .anyMatch(text -> text.contains(verdict)));
    }

    private JournalEntry followed(int count) throws Exception {
        await(() -> journal.size() == count
                && journal.puts().getLast().sendings().size() >= journal.puts().getLast().planned());
        for (int step = 0; step < STEPS && !journal.puts().getLast().isOver(); step++) {
            pace.pass(Duration.ofSeconds(20));
        }
        return journal.puts().getLast();
    }

    private void control(FxRobot robot, KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private boolean isFocused(String id) {
        WaitForAsyncUtils.waitForFxEvents();
        Node owner = shell.scene().getFocusOwner();
        return owner != null && id.equals(owner.getId());
    }

    private void focusIsOn(String id) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(owner().getId()).as(FocusTour.what(owner())).isEqualTo(id);
    }

    private void focusIsIn(String id) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Stream.iterate(owner(), one -> one != null, Node::getParent).map(Node::getId)).as(id).contains(id);
    }

    /// What has the focus, which is never lost: it can be seen and used.
    private Node owner() {
        Node owner = shell.scene().getFocusOwner();
        assertThat(owner).as("what has the focus").isNotNull();
        assertThat(owner.getScene()).isSameAs(shell.scene());
        assertThat(FocusTour.isShown(owner)).as(FocusTour.what(owner) + " is seen").isTrue();
        assertThat(owner.isDisabled()).as(FocusTour.what(owner) + " is disabled").isFalse();
        return owner;
    }

    private static void await(Callable<Boolean> wanted) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, wanted);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private <T> T seen(StackId id, Function<SimulatedStack, T> look) {
        var found = new AtomicReference<T>();
        StackFile file = files.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        sandbox.account(file.access()).change(id, (stack, _) -> found.set(look.apply(stack)));
        return found.get();
    }
}
