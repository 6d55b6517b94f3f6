package io.watchdeck.ui.spot;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.MetricArchive;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.stack.StackFile;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2CostDayStore;
import io.watchdeck.store.H2CoverageStore;
import io.watchdeck.store.H2FleetEventStore;
import io.watchdeck.store.H2LedgerStore;
import io.watchdeck.store.H2MetricStore;
import io.watchdeck.store.H2OccurrenceStore;
import io.watchdeck.store.H2StateStore;
import io.watchdeck.store.Opening;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.CountBarsPane;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.TimeChart;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerQuestion;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchHistory;
import io.watchdeck.watch.WatchSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A day of the simulated Glimpse, kept in a folder by a console that is closed and opened again, as the screen shows it.
/// The account goes on meanwhile.
@Tag("slow")
@Timeout(300)
@ExtendWith(ApplicationExtension.class)
class SpotInTheSandboxTest {

    private static final Instant END = Snapshots.NOW;
    private static final EnumSet<Subject> FREE = EnumSet.of(Subject.IDENTITY, Subject.SERVICES, Subject.TASKS);
    private static final StackFile GLIMPSE = Snapshots.file("glimpse-prod");
    private static final Duration STEP = Duration.ofMinutes(10);

    private final MutableClock clock = new MutableClock(END.minus(Duration.ofHours(25)));
    private final SandboxConnector sandbox = new SandboxConnector(List.of(GLIMPSE), 42, clock);
    /// When each task was given notice that the account ever showed as interrupted, whoever was looking.
    private final Map<String, Instant> happened = new TreeMap<>();

    @TempDir
    private Path folder;

    private Window window;
    private Optional<Console> open = Optional.empty();

    /// From its opening to its end.
    private final class Console implements AutoCloseable {

        private final Database database = ((Opening.Opened) Database.open(folder, clock, _ -> {})).database();
        private final MetricCatalogue catalogue = MetricCatalogue.standard();
        private final LiveWatch watch;

        Console() {
            var archive = new MetricArchive(() -> new MetricArchive.Stores(new H2MetricStore(database, catalogue),
                    new H2CoverageStore(database)), catalogue);
            var history = new WatchHistory(archive, () -> new H2StateStore(database),
                    () -> new H2FleetEventStore(database), () -> new H2CostDayStore(database),
                    () -> new H2OccurrenceStore(database), () -> new H2LedgerStore(database));
            watch = new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
                    Money.usd("2"), true, Optional.of(history)), sandbox, catalogue, clock);
            watch.stacks(List.of(GLIMPSE), List.of());
        }

        Console watch(Instant until) {
            watch.readOnce(FREE);
            while (clock.instant().isBefore(until)) {
                pass(until);
                watch.readOnce(FREE);
            }
            return this;
        }

        LedgerAnswer answer(LedgerQuestion question) {
            var answers = new LinkedBlockingQueue<LedgerAnswer>();
            watch.ledger().ask(question, answers::add);
            return taken(answers);
        }

        HistoryAnswer history(HistoryQuery query) {
            var answers = new LinkedBlockingQueue<Past>();
            watch.history(query, answers::add);
            return taken(answers).metrics();
        }

        @Override
        public void close() {
            watch.close();
            database.close();
        }
    }

    private static <T> T taken(LinkedBlockingQueue<T> answers) {
        try {
            return answers.take();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.of(List.of(Snapshots.glimpse())));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
        open.ifPresent(Console::close);
    }

    /// The account goes on for ten minutes, or less where that is the end.
    private void pass(Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        clock.forward(left.compareTo(STEP) < 0 ? left : STEP);
        if (sandbox.connect(GLIMPSE.access()).fleet()
                .tasks(GLIMPSE.cluster()) instanceof Reading.Known<List<TaskState>>(var tasks, var _)) {
            tasks.stream().filter(task -> task.stopCode().equals("SpotInterruption"))
                    .forEach(task -> happened.put(task.arn(), task.stoppingAt().orElseThrow()));
        }
    }

    private static Instant before(long hours) {
        return END.minus(Duration.ofHours(hours));
    }

    private void watched(Instant until) {
        try (Console console = new Console()) {
            console.watch(until);
        }
    }

    private void show(FxRobot robot) {
        var console = new Console();
        open = Optional.of(console);
        console.watch(END);
        robot.interact(() -> {
            window.watch.ledger(console::answer);
            window.watch.keep(console::history);
            window.shell.show(Screen.SPOT);
        });
        settle(robot);
    }

    private void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            window.shell.scene().getRoot().applyCss();
            window.shell.scene().getRoot().layout();
        });
    }

    private long interruptions(FxRobot robot) {
        return lines(robot).getItems().stream().filter(row -> row.facts().title().equals("Interrupted by Spot"))
                .count();
    }

    @SuppressWarnings("unchecked")
    private static ListView<Row<String, SpotLine>> lines(FxRobot robot) {
        return (ListView<Row<String, SpotLine>>) robot.lookup("#spot-list").queryAs(ListView.class);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private long lately() {
        return happened.values().stream().filter(at -> at.isAfter(before(24))).count();
    }

    @Test
    void aDayWithInterruptionsThreeHoursApartIsCompleteAfterARestart(FxRobot robot) {
        watched(before(12));
        pass(END);
        pass(END);
        show(robot);

        assertThat(lately()).isBetween(7L, 10L);
        assertThat(lines(robot).getItems()).extracting(Row::key).containsAll(happened.entrySet().stream()
                .filter(one -> one.getValue().isAfter(before(24))).map(Map.Entry::getKey).toList());
        assertThat(interruptions(robot)).isEqualTo(lately());
        assertThat(text(robot, "#spot-headline"))
                .contains(lately() + " interruptions in 24 hours");
        assertThat(text(robot, "#spot-second")).contains("all 24 h watched").doesNotContain("nobody watched");
        assertThat(robot.lookup("#spot-bars").query().getAccessibleText())
                .startsWith(lately() + " interruptions").endsWith("watched all the time");

        robot.interact(() -> robot.lookup("#spot-drawn-share").queryAs(ToggleButton.class).fire());
        settle(robot);
        assertThat(robot.lookup("#spot-share").queryAs(TimeChart.class).shown().plots().getFirst().lines())
                .allSatisfy(line -> assertThat(line.values().size()).isGreaterThan(20));
        robot.interact(() -> {
            lines(robot).requestFocus();
            lines(robot).getSelectionModel().select(0);
        });
        settle(robot);
        robot.type(KeyCode.C);
        assertThat(window.desktop.copied.getLast()).startsWith("arn:aws:ecs:");
        assertThat(Window.texts(robot.lookup("#spot-detail").query()))
                .contains("What AWS says", "What coincided", "glimpse-api");
    }

    @Test
    void fourClosedHoursAreDrawnAsAGapAndToldInTheRate(FxRobot robot) {
        watched(before(10));
        long known = happened.size();
        while (clock.instant().isBefore(before(6))) {
            pass(before(6));
        }
        Instant back = before(6);
        assertThat(happened.values()).as("something happened in it").anyMatch(
                at -> at.isAfter(before(10)) && at.isBefore(back.minus(Duration.ofHours(1))));
        show(robot);

        long unseen = happened.values().stream()
                .filter(at -> at.isAfter(before(10)) && at.isBefore(before(7))).count();
        assertThat(known).isPositive();
        assertThat(interruptions(robot)).isEqualTo(lately() - unseen);
        assertThat(text(robot, "#spot-second")).contains("21 h of 24 h watched",
                "nobody watched 3 h from 03:42 to 06:42");
        assertThat(Window.texts(robot.lookup("#spot-card-watched").query())).contains("21 h");
        CountBarsPane bars = robot.lookup("#spot-bars").queryAs(CountBarsPane.class);
        assertThat(bars.getAccessibleText()).endsWith("not watched: 3 h from 03:42 to 06:42");
        // Hours that were watched without an interruption are empty, and those that nobody watched are not.
        assertThat(drawn(robot, bars, Instant.parse("2026-09-21T19:05:00Z"), Instant.parse("2026-09-21T21:00:00Z")))
                .isGreaterThan(200);
        Instant quiet = quiet();
        assertThat(drawn(robot, bars, quiet, quiet.plus(Duration.ofMinutes(50)))).isZero();
    }

    /// The begin of an hour before the gap of which nothing is told and in which nothing happened.
    private Instant quiet() {
        Instant hour = Instant.parse("2026-09-21T06:00:00Z");
        while (happens(hour)) {
            hour = hour.plus(Duration.ofHours(1));
        }
        return hour;
    }

    private boolean happens(Instant hour) {
        return happened.values().stream().anyMatch(at -> at.isAfter(hour.minus(Duration.ofMinutes(10)))
                && at.isBefore(hour.plus(Duration.ofMinutes(70))));
    }

    /// How many pixels differ from the ground between two lines of the grid.
    private static int drawn(FxRobot robot, CountBarsPane bars, Instant from, Instant to) {
        var image = new WritableImage[1];
        robot.interact(() -> image[0] = bars.snapshot(null, null));
        PixelReader pixels = image[0].getPixelReader();
        Instant begin = Instant.parse("2026-09-21T04:00:00Z");
        double wide = bars.getWidth() - 44;
        double hours = 25;
        int left = (int) (34 + wide * Duration.between(begin, from).toMinutes() / 60.0 / hours) + 2;
        int right = (int) (34 + wide * Duration.between(begin, to).toMinutes() / 60.0 / hours) - 2;
        int bottom = (int) bars.getHeight() - 22;
        int drawn = 0;
        for (int y = bottom - 24; y < bottom - 4; y++) {
            for (int x = left; x < right; x++) {
                drawn += pixels.getArgb(x, y) != pixels.getArgb(36, bottom - 8) ? 1 : 0;
            }
        }
        return drawn;
    }
}
