package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.gate.Kept;
import io.watchdeck.operations.gate.LiveOperations;
import io.watchdeck.operations.gate.Reach;
import io.watchdeck.refresh.Background;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.sandbox.compute.Fate;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.LaneChart;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Saved;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.AlarmWishes;
import io.watchdeck.watch.CostNeed;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The timeline over a sandbox that was watched while a deployment went wrong: its cursor, its events, and the screens as
/// they were.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TimelineWindowTest {

    private static final StackId TIKETI = new StackId("tiketi-prod");
    private static final ZoneId ZONE = ZoneOffset.ofHours(9);
    private static final Duration STEP = Duration.ofSeconds(20);

    private final MutableClock clock = new MutableClock(Instant.parse("2026-09-22T04:00:00Z"));
    private final ClockPace pace = new ClockPace(clock, Subject.values().length + 6);
    private final FakeDesktop desktop = new FakeDesktop();
    @TempDir
    Path folder;
    private KeptHistory history;
    private LiveWatch watch;
    private LiveOperations operations;
    private Shell shell;
    /// What the screens said at the moment, when that was now.
    private Instant moment;
    private List<String> overview;
    private List<String> stack;

    @Start
    void start(Stage stage) {
        List<StackFile> stacks =
                List.of(Wiring.shippedStacks().get("glimpse-prod"), Wiring.shippedStacks().get("tiketi-prod"));
        var sandbox = new SandboxConnector(stacks, 42, clock);
        history = KeptHistory.temporary(clock);
        MetricCatalogue catalogue = MetricCatalogue.standard();
        watch = new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
                Money.usd("2"), true, new CostNeed(CostNeed.Asked.DAILY), Optional.of(history.of(catalogue)),
                AlarmWishes.of("sora")), sandbox, catalogue, clock, pace);
        watch.stacks(stacks, List.of());
        operations = new LiveOperations(watch, new Reach(sandbox, sandbox), Kept.of(NoJournal::new),
                new LiveOperations.Person(() -> "sora", false), clock);
        var watching = new Watching(watch, Optional.of(operations), Optional.of(history), Optional.empty(), () -> {},
                () -> {});
        shell = Wiring.shell(watching, clock, new FxExecutor(), desktop, this::file, new Words(Locale.ENGLISH, ZONE),
                new Look(Theme.DARK, 1000, 900), io.watchdeck.ui.Window.surroundings(Map.of()));
        stage.setScene(shell.scene());
        stage.setWidth(1000);
        stage.setHeight(900);
        Window.toTheCorner(stage);
        stage.show();
        broken = () -> sandbox.account(stacks.getLast().access()).change(TIKETI, (simulated, now) -> simulated
                .services().iterator().next().deployBroken(Fate.NEVER_HEALTHY, now));
    }

    private Runnable broken = () -> {};
    private Path chosen = Path.of("none");

    /// The person chooses a file at once.
    private void file(String name, Supplier<byte[]> content, Consumer<Saved> told) {
        chosen = folder.resolve(name);
        Background.run("report", () -> {
            try {
                Files.write(chosen, content.get());
                Platform.runLater(() -> told.accept(new Saved(chosen, Optional.empty())));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }, mistake -> Platform.runLater(() -> told.accept(new Saved(chosen,
                Optional.of(Phrase.of("ui.unsaved.other", String.valueOf(mistake.getMessage())))))));
    }

    @BeforeEach
    void watch(FxRobot robot) throws InterruptedException {
        watch.start();
        pace.settle();
        pass(Duration.ofMinutes(4));
        broken.run();
        pass(Duration.ofMinutes(5));
        overview = seen(robot, Place.of(Screen.OVERVIEW), "#overview-table");
        stack = seen(robot, Place.of(TIKETI), "#services-table");
        moment = clock.instant();
        pass(Duration.ofMinutes(6));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(shell::close);
        operations.close();
        watch.close();
        history.close();
    }

    private void pass(Duration length) throws InterruptedException {
        for (Duration left = length; left.isPositive(); left = left.minus(STEP)) {
            pace.pass(STEP);
        }
    }

    /// What a screen says at the moment; a pause composes anew and reads nothing.
    private List<String> seen(FxRobot robot, Place place, String part) throws InterruptedException {
        robot.interact(() -> shell.show(place));
        pace.settle();
        watch.pause(watch.paused());
        pace.settle();
        WaitForAsyncUtils.waitForFxEvents();
        return texts(robot, part);
    }

    private List<String> texts(FxRobot robot, String part) {
        robot.interact(() -> shell.scene().getRoot().applyCss());
        robot.interact(() -> shell.scene().getRoot().layout());
        return Window.texts(robot.lookup(part).query());
    }

    private static void await(Callable<Boolean> wanted) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, wanted);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void open(FxRobot robot) throws TimeoutException {
        robot.interact(() -> shell.show(Place.of(Screen.TIMELINE, TIKETI)));
        await(() -> !events(robot).getItems().isEmpty());
        texts(robot, "#timeline");
    }

    private static LaneChart lanes(FxRobot robot) {
        return robot.lookup("#timeline-lanes").queryAs(LaneChart.class);
    }

    private static String cursor(FxRobot robot) {
        return robot.lookup("#timeline-moment").queryAs(TextField.class).getText();
    }

    private static ListView<Row<String, ?>> events(FxRobot robot) {
        return robot.lookup("#timeline-events").queryListView();
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(ButtonBase.class).fire());
    }

    private static String said(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Labeled.class).getText();
    }

    @Test
    void keysMouseAndEventsMoveTheCursor(FxRobot robot) throws TimeoutException {
        open(robot);
        assertThat(lanes(robot).shown().lanes()).hasSizeGreaterThan(6);
        assertThat(cursor(robot)).isEqualTo("Tue 22 Sep 13:15:00");

        robot.interact(() -> lanes(robot).requestFocus());
        robot.type(KeyCode.LEFT);
        assertThat(cursor(robot)).as("a pixel of a day").isBetween("Tue 22 Sep 13:12:00", "Tue 22 Sep 13:14:00");
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        assertThat(cursor(robot)).startsWith("Tue 22 Sep 12:1");
        robot.type(KeyCode.HOME);
        assertThat(cursor(robot)).isEqualTo("Mon 21 Sep 13:15:00");
        robot.press(KeyCode.CONTROL).type(KeyCode.RIGHT).release(KeyCode.CONTROL);
        assertThat(cursor(robot)).as("the first event").isGreaterThan("Mon 21 Sep 13:15:00");
        robot.type(KeyCode.END);
        assertThat(cursor(robot)).isEqualTo("Tue 22 Sep 13:15:00");

        double x = lanes(robot).localToScene(lanes(robot).xOf(moment), 60).getX();
        robot.interact(() -> lanes(robot).fireEvent(pressed(x)));
        assertThat(cursor(robot)).startsWith("Tue 22 Sep 13:0");

        await(() -> events(robot).getItems().size() > 1);
        robot.interact(() -> events(robot).getSelectionModel().select(1));
        Row<String, ?> chosen = events(robot).getSelectionModel().getSelectedItem();
        assertThat(chosen.facts().toString()).contains("at=" + at(robot));
    }

    private static javafx.scene.input.MouseEvent pressed(double x) {
        return new javafx.scene.input.MouseEvent(javafx.scene.input.MouseEvent.MOUSE_PRESSED, x, 60, x, 60,
                javafx.scene.input.MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true,
                false, false, null);
    }

    /// The cursor as it is typed, read again.
    private String at(FxRobot robot) {
        String time = cursor(robot).substring(cursor(robot).lastIndexOf(' ') + 1);
        return java.time.LocalDate.of(2026, 9, 22).atTime(java.time.LocalTime.parse(time)).atZone(ZONE).toInstant()
                .toString();
    }

    @Test
    void theScreensShowAgainWhatTheyShowedAndNothingCanBeChangedUntilLive(FxRobot robot)
            throws TimeoutException, InterruptedException {
        open(robot);
        robot.interact(() -> {
            TextField field = robot.lookup("#timeline-moment").queryAs(TextField.class);
            field.requestFocus();
            field.setText("13:09");
            field.fireEvent(new javafx.event.ActionEvent());
        });
        assertThat(moment).isEqualTo(Instant.parse("2026-09-22T04:09:00Z"));
        await(() -> !robot.lookup("#timeline-stack-then").queryAs(ButtonBase.class).isDisabled());

        fire(robot, "#timeline-overview-then");
        await(() -> isShown(robot, "#past-banner") && isShown(robot, "#overview"));
        assertThat(said(robot, "#past-moment")).isEqualTo("Tue 22 Sep 13:09:00, 6 min ago");
        assertThat(texts(robot, "#overview-table")).containsExactlyInAnyOrderElementsOf(overview);

        robot.interact(() -> shell.show(Place.of(TIKETI)));
        assertThat(said(robot, "#past-moment")).as("goes on from screen to screen").startsWith("Tue 22 Sep 13:09:00");
        assertThat(texts(robot, "#services-table")).containsExactlyInAnyOrderElementsOf(stack);
        assertThat(robot.lookup("#action-scale").queryAs(ButtonBase.class).isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#services-table").query().requestFocus());
        robot.type(KeyCode.S);
        assertThat(robot.lookup(".dialog").tryQuery()).isEmpty();
        assertThat(said(robot, "#status-told")).startsWith("This is the past");

        pass(Duration.ofMinutes(1));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(texts(robot, "#services-table")).as("what is read meanwhile")
                .containsExactlyInAnyOrderElementsOf(stack);

        fire(robot, "#past-live");
        assertThat(isShown(robot, "#past-banner")).isFalse();
        assertThat(robot.lookup("#action-scale").queryAs(ButtonBase.class).isDisabled()).isFalse();
        assertThat(shell.navigator().place()).isEqualTo(Place.of(TIKETI));
    }

    @Test
    void ofATimeInWhichNobodyWatchedNoScreenIsShown(FxRobot robot) throws TimeoutException {
        robot.interact(() -> shell.show(Place.of(Screen.OVERVIEW).at(Instant.parse("2026-09-20T00:00:00Z"))));

        await(() -> isShown(robot, "#past-cover") && said(robot, "#past-cover").startsWith("Not recorded"));
        assertThat(robot.lookup("#overview").tryQuery()).isEmpty();
        fire(robot, "#past-live");
        assertThat(isShown(robot, "#past-cover")).isFalse();
        assertThat(isShown(robot, "#overview")).isTrue();
    }

    @Test
    void whatIsPinnedStandsInTheReportOfTheTimeShown(FxRobot robot) throws TimeoutException, IOException {
        open(robot);
        robot.interact(() -> lanes(robot).requestFocus());
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        robot.type(KeyCode.P);
        robot.interact(() -> ((TextField) robot.lookup(".pin-note").query()).setText("look here <first>"));
        robot.type(KeyCode.ENTER);
        assertThat(lanes(robot).shown().pins()).singleElement().satisfies(pin -> assertThat(pin.text())
                .isEqualTo("look here <first>"));
        assertThat(lanes(robot).isFocused()).as("a note may have more to say").isFalse();
        robot.type(KeyCode.ESCAPE);
        assertThat(lanes(robot).isFocused()).as("the keyboard is back on the lanes").isTrue();

        robot.interact(() -> robot.lookup("#timeline-hand-over").queryAs(MenuButton.class).getItems().stream()
                .filter(item -> item.getId().equals("timeline-hand-over-markdown")).findFirst().orElseThrow().fire());
        await(() -> isShown(robot, "#timeline-report-open"));

        assertThat(said(robot, "#timeline-report-text")).isEqualTo("Saved to " + chosen);
        assertThat(chosen.getFileName()).hasToString("hand-over-tiketi-prod-2026-09-21-to-2026-09-22.md");
        assertThat(Files.readString(chosen)).startsWith("# Hand-over: Tiketi\n").contains("Pinned by",
                "sora: look here \\<first\\>", "tiketi");
        fire(robot, "#timeline-report-open");
        assertThat(desktop.opened).containsExactly(chosen.toUri());
        fire(robot, "#timeline-report-close");
        assertThat(isShown(robot, "#timeline-report")).isFalse();
    }

    @Test
    void aReportThatCannotBeMadeSaysWhyWhereItWasAskedFor(FxRobot robot) throws TimeoutException, IOException {
        open(robot);
        Files.delete(folder);

        robot.interact(() -> robot.lookup("#timeline-hand-over").queryAs(MenuButton.class).getItems().getFirst()
                .fire());

        await(() -> said(robot, "#timeline-report-text").startsWith("There is no hand-over report hand-over-tiketi"));
        assertThat(isShown(robot, "#timeline-report-open")).isFalse();
        Files.createDirectory(folder);
    }

    @Test
    void theLogOfAReplayedStackIsReadAroundItsMomentOnceItIsUnfolded(FxRobot robot)
            throws TimeoutException, InterruptedException {
        robot.interact(() -> shell.show(Place.of(TIKETI).at(moment)));
        await(() -> isShown(robot, "#past-banner") && isShown(robot, "#services-table"));
        assertThat(robot.lookup("#history-chart").query().getAccessibleText()).as("its end is the moment")
                .contains("5xx").doesNotContain("now ");

        robot.interact(() -> robot.lookup("#services-table").query().requestFocus());
        robot.type(KeyCode.L);
        pass(Duration.ofMinutes(1));
        await(() -> !robot.lookup("#log-list").queryListView().getItems().isEmpty());

        List<String> log = texts(robot, "#drawer-logs");
        assertThat(log).contains("Log around 13:09:00").anySatisfy(said -> assertThat(said).startsWith("read at 13:1"))
                .anySatisfy(said -> assertThat(said).startsWith("13:0"));
        fire(robot, "#past-live");
        robot.interact(() -> robot.lookup("#services-table").query().requestFocus());
        robot.type(KeyCode.L);
        await(() -> texts(robot, "#drawer-logs").contains("Log tail"));
    }
}
