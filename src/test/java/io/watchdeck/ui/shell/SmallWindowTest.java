package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.model.Phrase;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.Verdict.Result;
import io.watchdeck.settings.Looks;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.watch.StackSnapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The smallest window, with text as large as it can be had: what has no room goes on below or gives way to what matters.
@ExtendWith(ApplicationExtension.class)
class SmallWindowTest {

    private static final StackSnapshot TIKETI = Snapshots.tiketi();
    private static final Looks LARGE = new Looks(Optional.empty(), Optional.empty(), OptionalInt.of(150));

    private final FakeOperationDesk desk = new FakeOperationDesk(TIKETI, Snapshots.NOW);
    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.sandbox(), new Look(Theme.DARK, 1100, 700));
        window.shell.operate(desk, _ -> _ -> {});
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void aBannerSaysWhereTheFilesGo(FxRobot robot) {
        window.layout();
        Label text = (Label) robot.lookup("#banner-sandbox").query().lookup(".banner-text");

        assertThat(text.lookup(".text")).isInstanceOfSatisfying(Text.class,
                drawn -> assertThat(drawn.getText().replace('\n', ' ')).endsWith("~/.config/watchdeck/stacks."));
    }

    @Test
    void theNumberBesideTheAlarmsSaysWhatItCounts(FxRobot robot) {
        Button alarms = robot.lookup("#rail-alarms").queryButton();
        String number = robot.lookup("#rail-badge").queryLabeled().getText();

        assertThat(Texts.explanation(alarms)).isEqualTo("Alarms, " + number + " need someone, Ctrl+3");
        assertThat(alarms.getAccessibleText()).isEqualTo("Alarms, " + number + " need someone");
    }

    @Test
    void theRailTellsHowManyStacksHaveNoRoomAndLeadsThere(FxRobot robot) {
        window.layout();
        Button more = robot.lookup("#rail-more").queryButton();
        List<Node> stacks = stacks(robot);
        ScrollPane list = robot.lookup("#rail-list").queryAs(ScrollPane.class);
        assertThat(stacks).hasSize(6);
        long below = stacks.stream().filter(one -> !isSeen(one, list)).count();

        assertThat(below).isPositive();
        assertThat(more.isVisible()).isTrue();
        assertThat(more.getText()).isEqualTo(String.valueOf(below));
        assertThat(more.getAccessibleText()).endsWith(" below");

        robot.interact(more::fire);
        window.layout();
        assertThat(isSeen(stacks.getLast(), list)).isTrue();
        assertThat(more.getAccessibleText()).endsWith(" above: back to the worst");

        robot.interact(more::fire);
        window.layout();
        assertThat(isSeen(stacks.getFirst(), list)).isTrue();
        assertThat(more.getText()).isEqualTo(String.valueOf(below));
    }

    @Test
    void theNumberBelowTheRailFollowsStacksThatComeAndGo(FxRobot robot) {
        Button more = robot.lookup("#rail-more").queryButton();
        ScrollPane list = robot.lookup("#rail-list").queryAs(ScrollPane.class);
        for (int count : List.of(8, 9, 8)) {
            robot.interact(() -> window.watch.publish(Snapshots.of(Snapshots.many().stacks().subList(0, count))));
            window.layout();
            List<Node> stacks = stacks(robot);

            assertThat(stacks).hasSize(count);
            assertThat(more.getText()).as("of %d stacks", count)
                    .isEqualTo(String.valueOf(stacks.stream().filter(one -> !isSeen(one, list)).count()));
        }
    }

    @Test
    void eachStackIsWholeOnOneOfThePagesToWhichTheRailLeads(FxRobot robot) {
        robot.interact(() -> window.watch.publish(Snapshots.of(Snapshots.many().stacks().subList(0, 15))));
        window.layout();
        Button more = robot.lookup("#rail-more").queryButton();
        ScrollPane list = robot.lookup("#rail-list").queryAs(ScrollPane.class);
        List<Node> stacks = stacks(robot);
        var whole = new HashSet<Node>();
        int pages = 0;
        do {
            stacks.stream().filter(one -> isSeen(one, list)).forEach(whole::add);
            robot.interact(more::fire);
            window.layout();
            pages++;
        } while (list.getVvalue() > 0 && pages < stacks.size());

        assertThat(pages).isBetween(3, stacks.size() - 1);
        assertThat(stacks).hasSize(15).allMatch(whole::contains);
    }

    @Test
    void theRailTellsNothingWhereAllStacksAreSeen(FxRobot robot) {
        robot.interact(() -> window.watch.publish(Snapshots.of(List.of(TIKETI, Snapshots.glimpse()))));
        window.layout();

        assertThat(robot.lookup("#rail-more").query().isVisible()).isFalse();
    }

    private static List<Node> stacks(FxRobot robot) {
        return List.copyOf(robot.lookup("#rail-stack-list").queryAs(VBox.class).getChildren());
    }

    private static boolean isSeen(Node stack, ScrollPane list) {
        Bounds place = stack.localToScene(stack.getLayoutBounds());
        Bounds frame = list.localToScene(list.getLayoutBounds());
        return place.getMinY() >= frame.getMinY() - 1 && place.getMaxY() <= frame.getMaxY() + 1;
    }

    @Test
    void largeTextLeavesNothingBesideTheTables(FxRobot robot) {
        robot.interact(() -> window.shell.use(LARGE));
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            robot.interact(() -> window.shell.use(language));
            assertThatNothingIsBeside(robot, Screen.OVERVIEW, "#overview-table");
            assertThatNothingIsBeside(robot, Screen.QUEUES, "#queues-table");
        }
        robot.interact(() -> window.shell.use(Looks.none()));
        assertThatNothingIsBeside(robot, Screen.OVERVIEW, "#overview-table");
        assertThat(robot.lookup("#overview-table").queryTableView().getVisibleLeafColumns())
                .as("what went comes again").extracting(column -> column.getId()).contains("overview-cost");
    }

    private void assertThatNothingIsBeside(FxRobot robot, Screen screen, String table) {
        robot.interact(() -> window.shell.show(screen));
        window.layout();
        window.layout();
        window.layout();
        assertThat(robot.lookup(table).query().lookupAll(".scroll-bar")).as(screen.word())
                .filteredOn(bar -> ((ScrollBar) bar).getOrientation() == Orientation.HORIZONTAL)
                .isNotEmpty().noneMatch(Node::isVisible);
    }

    @Test
    void aWindowWithLargeTextHasRoomForOneCard(FxRobot robot) {
        robot.interact(() -> {
            window.shell.scene().getWindow().setWidth(1440);
            window.shell.scene().getWindow().setHeight(900);
            desk.ended(ended(), ended(), ended());
        });
        window.layout();
        assertThat(robot.lookup(".operation-card").queryAll()).hasSize(3);

        robot.interact(() -> window.shell.use(LARGE));
        window.layout();
        assertThat(robot.lookup(".operation-card").queryAll()).hasSize(1);
    }

    private static JournalEntry ended() {
        Operation scale = new Operation.Scale(TIKETI.file().id(),
                new ServiceKey(TIKETI.file().cluster(), "tiketi-backend-service"), OptionalInt.of(9), Optional.empty());
        return Entries.begun(scale).ended(new Verdict(Result.FAILED, Phrase.of("proof.scale.setBack", 9, 5),
                Snapshots.NOW));
    }
}
