package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.Phrase;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.operations.gate.LockState;
import io.watchdeck.operations.gate.OperationDesk;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.MeterMoments;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.watch.StackSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The bar below the screens: who we are, what is locked, what runs, what looking has cost and when it is looked next.
@ExtendWith(ApplicationExtension.class)
class StatusBarTest {

    private static final String HOST = "127.0.0.1:5591";
    private static final StackSnapshot TIKETI = Snapshots.tiketi();
    private static final Operation SCALE = new Operation.Scale(TIKETI.file().id(),
            new ServiceKey(TIKETI.file().cluster(), "tiketi-backend-service"), OptionalInt.of(9), Optional.empty());

    private final FakeOperationDesk desk = new FakeOperationDesk(TIKETI, Snapshots.NOW);
    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment(), new Look(Theme.DARK, 1100, 700));
        window.shell.operate(desk, _ -> _ -> {});
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void nothingStandsBesideWhatAwsCharges(FxRobot robot) {
        window.layout();
        assertThat(robot.lookup("#status-elsewhere").query().isVisible()).isFalse();
        assertThat(robot.lookup("#status-endpoint").query().isVisible()).isFalse();
    }

    @Test
    void whatNobodyChargesForIsSaidToBeNotOfAws(FxRobot robot) {
        robot.interact(() -> window.watch.publish(MeterMoments.elsewhere(HOST)));
        for (int width : List.of(1440, 1100)) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                robot.interact(() -> {
                    window.shell.scene().getWindow().setWidth(width);
                    window.shell.use(language);
                });
                for (int time = 0; time < 3; time++) {
                    window.layout();
                }
                for (String part : List.of("#status-spend", "#status-elsewhere", "#status-person", "#status-lock")) {
                    assertWhole(robot.lookup(part).queryLabeled(), width);
                }
                Label mark = robot.lookup("#status-elsewhere").queryAs(Label.class);
                assertThat(Texts.explanation(mark)).contains(HOST);
                Node host = robot.lookup("#status-endpoint").query();
                assertThat(host.isVisible()).as("%s at %d", language, width).isEqualTo(width == 1440);
            }
        }
    }

    /// It never takes the room from what matters more.
    @Test
    void aLongNameGoesBeforeWhenTheConsoleLooksNext(FxRobot robot) {
        robot.interact(() -> {
            window.watch.publish(MeterMoments.elsewhere("emulator.of-the-whole-team.in-a-building.example.com:4566"));
            window.shell.scene().getWindow().setWidth(1440);
            desk.lock(TIKETI.file().id(), new LockState.Unlocked(Snapshots.NOW.plusSeconds(900)));
        });
        for (int time = 0; time < 3; time++) {
            window.layout();
        }
        assertThat(robot.lookup("#status-endpoint").query().isVisible()).isFalse();
        assertWhole(robot.lookup("#status-elsewhere").queryLabeled(), 1440);
        assertWhole(robot.lookup("#status-next").queryLabeled(), 1440);
    }

    @Test
    void whatRunsLeadsToItsEntryFromTheStatusBarAgainAndAgain(FxRobot robot) {
        JournalEntry entry = Entries.begun(SCALE);
        robot.interact(() -> {
            desk.ended(ended());
            desk.runs(new OperationDesk.Running(entry, Optional.empty()));
        });
        for (int time = 0; time < 2; time++) {
            window.layout();
            robot.clickOn("#status-running");
            window.layout();
            assertThat(window.shell.navigator().place()).isEqualTo(Place.ofEntry(entry.id()));
            assertThat(selected(robot)).isEqualTo(entry.id());

            robot.interact(() -> list(robot).getSelectionModel()
                    .select(list(robot).getSelectionModel().getSelectedIndex() == 0 ? 1 : 0));
            assertThat(selected(robot)).isNotEqualTo(entry.id());
        }
    }

    @Test
    void whatRunsHidesNotWhenTheConsoleLooksNext(FxRobot robot) {
        for (int width : List.of(1440, 1100)) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                robot.interact(() -> {
                    window.shell.scene().getWindow().setWidth(width);
                    window.shell.use(language);
                    desk.runs(new OperationDesk.Running(Entries.begun(SCALE), Optional.empty()));
                });
                for (int time = 0; time < 3; time++) {
                    window.layout();
                }
                for (String part : List.of("#status-running", "#status-next")) {
                    Node shown = robot.lookup(part).query();
                    assertThat(isShown(shown)).as("%s at %d, %s", part, width, language).isTrue();
                    assertThat(shown.localToScene(shown.getLayoutBounds()).getMaxX()).isLessThanOrEqualTo(width);
                    assertThat(((Region) shown).getWidth())
                            .isGreaterThanOrEqualTo(Math.min(150, ((Region) shown).prefWidth(-1) - 1));
                }
            }
        }
    }

    @Test
    void whenTheConsoleLooksNextIsToldInFewWordsBeforeItGoes(FxRobot robot) {
        Labeled next = robot.lookup("#status-next").queryLabeled();
        var told = new ArrayList<String>();
        for (int width = 1400; width > 880; width -= 40) {
            width(robot, width);
            told.add(!isShown(next) ? "" : next.getText().replaceAll("[0-9].*", ""));
        }
        assertThat(told.stream().distinct()).containsExactly("Next refresh in ", "in ", "");
    }

    @Test
    void theTooltipOfTheNextLookIsNotOfAnEarlierOne(FxRobot robot) {
        Labeled next = robot.lookup("#status-next").queryLabeled();
        for (int width = 1400; width > 880 && !next.getText().startsWith("in "); width -= 40) {
            width(robot, width);
        }
        assertThat(next.getText()).startsWith("in ");
        assertThat(Texts.explanation(next)).startsWith("Next refresh in ").endsWith(next.getText());

        width(robot, 1400);
        robot.interact(() -> window.watch.publish(Snapshots.sandbox()));
        window.layout();
        assertThat(next.getText()).startsWith("Refreshing");
        assertThat(Texts.explanation(next)).isEqualTo(next.getText());
    }

    private void width(FxRobot robot, int wanted) {
        robot.interact(() -> window.shell.scene().getWindow().setWidth(wanted));
        window.layout();
        window.layout();
    }

    @Test
    void whatRunsIsToldWithItsUnderscores(FxRobot robot) {
        var scale = new Operation.Scale(TIKETI.file().id(), new ServiceKey("cluster", "push_worker"),
                OptionalInt.of(9), Optional.empty());
        robot.interact(() -> desk.runs(new OperationDesk.Running(Entries.begun(scale), Optional.empty())));
        window.layout();

        assertThat(robot.lookup("#status-running").query().lookup(".text")).isInstanceOfSatisfying(Text.class,
                shown -> assertThat(shown.getText()).startsWith("Being sent · Scale push_"));
    }

    @Test
    void stacksAreUnlockedByTheirNamesWithUnderscores(FxRobot robot) {
        MenuButton lock = robot.lookup("#status-lock").queryAs(MenuButton.class);

        robot.interact(() -> lock.getOnShowing().handle(new Event(MenuButton.ON_SHOWING)));
        assertThat(lock.isMnemonicParsing()).isFalse();
        assertThat(lock.getItems()).isNotEmpty().noneMatch(MenuItem::isMnemonicParsing);
    }

    @Test
    void whoWeAreIsSaidInFullHoweverManyStacksAreUnlocked(FxRobot robot) {
        robot.interact(() -> Snapshots.moment().stacks().forEach(stack -> desk.unlock(stack.file().id())));
        window.layout();

        Labeled person = robot.lookup("#status-person").queryLabeled();
        Labeled lock = robot.lookup("#status-lock").queryLabeled();
        assertThat(person.lookup(".text")).isInstanceOfSatisfying(Text.class,
                shown -> assertThat(shown.getText()).isEqualTo(person.getText()));
        assertThat(lock.getText()).isEqualTo("Writes unlocked: 6 stacks, 15 min left");
        assertThat(Texts.explanation(lock)).contains("Tiketi, 15 min left");
        assertThat(robot.lookup("#status-clock").query().getParent().isManaged())
                .as("what the names leave free is used").isTrue();

        Snapshots.moment().stacks().stream().skip(1).forEach(stack -> robot.interact(
                () -> desk.lock(stack.file().id(), new LockState.Locked())));
        window.layout();
        assertThat(lock.getText()).isEqualTo("Writes unlocked: "
                + Snapshots.moment().stacks().getFirst().file().name() + ", 15 min left");
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup("#activity-list").queryAs(ListView.class);
    }

    private static Object selected(FxRobot robot) {
        return ((Row<?, ?>) list(robot).getSelectionModel().getSelectedItem()).key();
    }

    private static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }

    private static JournalEntry ended() {
        return Entries.begun(SCALE).ended(new Verdict(Result.FAILED, Phrase.of("proof.scale.setBack", 9, 5),
                Snapshots.NOW));
    }

    private static void assertWhole(Labeled part, int width) {
        assertThat(part.isVisible() && part.getParent().isVisible()).as(part.getId()).isTrue();
        assertThat(((Text) part.lookup(".text")).getText()).as("%s at %d", part.getId(), width)
                .isEqualTo(part.getText());
        Bounds place = part.localToScene(part.getLayoutBounds());
        assertThat(place.getMaxX()).as("%s at %d", part.getId(), width).isLessThanOrEqualTo(width);
    }
}
