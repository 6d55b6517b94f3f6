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
import io.watchdeck.ui.kit.Row;
import io.watchdeck.watch.StackSnapshot;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What stands around the screens: it neither covers them nor moves below the pointer.
@ExtendWith(ApplicationExtension.class)
class FrameInTheWindowTest {

    private static final StackSnapshot TIKETI = Snapshots.tiketi();
    private static final Operation SCALE = new Operation.Scale(TIKETI.file().id(),
            new ServiceKey(TIKETI.file().cluster(), "tiketi-backend-service"), OptionalInt.of(9), Optional.empty());

    private final FakeOperationDesk desk = new FakeOperationDesk(TIKETI, Snapshots.NOW);
    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment(), new Look(Theme.DARK, 1100, 700));
        window.shell.operate(desk, _ -> _ -> {});
        window.shell.show(Screen.QUEUES);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void whatCameOfOperationsMovesNothing(FxRobot robot) {
        wide(robot);
        List<String> controls = List.of("#queue-redrive", "#queue-purge", "#queues", "#status-bar", "#tool-help");
        List<Bounds> before = controls.stream().map(one -> place(robot.lookup(one).query())).toList();
        robot.interact(() -> desk.ended(ended(), ended(), ended(), ended()));
        window.layout();

        assertThat(controls).extracting(one -> place(robot.lookup(one).query())).isEqualTo(before);
        Bounds cards = place(robot.lookup("#operation-cards").query());
        assertThat(cards.getMaxX()).isBetween(1400.0, 1440.0);
        assertThat(cards.getWidth()).isLessThanOrEqualTo(340);
        assertThat(cards.getMaxY()).as("above the buttons").isLessThanOrEqualTo(
                place(robot.lookup("#queue-redrive").query()).getMinY());
        assertThat(robot.lookup(".operation-card").queryAll()).hasSize(3);
        assertThat(robot.lookup("#operation-cards-more").queryLabeled().getText()).isEqualTo("1 more");
    }

    @Test
    void whatIsToldCoversNothingThatIsToBePressed(FxRobot robot) {
        wide(robot);
        robot.interact(() -> desk.ended(ended(), ended()));
        assertThatNothingIsCovered(robot);
    }

    @Test
    void whatIsToldCoversNothingWhereTextIsLarge(FxRobot robot) {
        robot.interact(() -> {
            window.shell.use(new Looks(Optional.empty(), Optional.empty(), OptionalInt.of(125)));
            window.shell.scene().getWindow().setWidth(1375);
            window.shell.scene().getWindow().setHeight(875);
            desk.ended(ended());
        });
        window.layout();
        assertThat(robot.lookup("#operation-cards").query().getLocalToSceneTransform().getMxx()).isEqualTo(1.25);
        assertThatNothingIsCovered(robot);
        assertThat(asFarAsItMust(robot, Screen.STACKS)).isNotEqualTo(Point2D.ZERO);
    }

    /// How far the cards have gone aside.
    private Point2D asFarAsItMust(FxRobot robot, Screen screen) {
        robot.interact(() -> window.shell.show(screen));
        window.layout();
        window.layout();
        Node cards = robot.lookup("#operation-cards").query();
        Bounds place = place(cards);
        double zoom = cards.getLocalToSceneTransform().getMxx();
        var gone = new Point2D(-cards.getTranslateX() * zoom, -cards.getTranslateY() * zoom);
        var wanted = new BoundingBox(place.getMinX() + gone.getX(), place.getMinY() + gone.getY(), place.getWidth(),
                place.getHeight());
        Node page = robot.lookup(".past-pane").query();
        assertThat(Actions.in(page).aside(wanted, wanted.getMinX() - place(page).getMinX(),
                wanted.getMinY() - place(page).getMinY())).isEqualTo(gone);
        return gone;
    }

    private void assertThatNothingIsCovered(FxRobot robot) {
        for (Screen screen : List.of(Screen.OVERVIEW, Screen.STACKS, Screen.ALARMS, Screen.QUEUES, Screen.ALARMS)) {
            robot.interact(() -> window.shell.show(screen));
            window.layout();
            window.layout();
            Bounds cards = place(robot.lookup("#operation-cards").query());
            assertThat(pressed(robot)).as("something to press").isNotEmpty();
            assertThat(pressed(robot)).as(screen.word()).noneMatch(button -> place(button).intersects(cards));
            robot.lookup(".log-list").queryAll().forEach(log -> assertThat(place(log).intersects(cards)).isFalse());
        }
    }

    @Test
    void noToolIsBesideASmallWindowWithLargeText(FxRobot robot) {
        robot.interact(() -> window.shell.use(new Looks(Optional.empty(), Optional.of(Looks.DensityWord.COMPACT),
                OptionalInt.of(150))));
        for (Screen screen : List.of(Screen.ALARMS, Screen.SPOT, Screen.TIMELINE, Screen.EXPLORER, Screen.STACKS)) {
            robot.interact(() -> window.shell.show(screen));
            window.layout();
            window.layout();
            double width = window.shell.scene().getWidth();
            List<ButtonBase> beside = robot.lookup(".past-pane").lookup(ButtonBase.class::isInstance)
                    .<ButtonBase>queryAll().stream()
                    .filter(button -> isShown(button) && place(button).getMaxX() > width + 1).toList();
            assertThat(beside).as(screen.word()).isEmpty();
        }
    }

    private static boolean isShown(Node node) {
        return node == null || node.isVisible() && isShown(node.getParent());
    }

    private static List<Node> pressed(FxRobot robot) {
        return robot.lookup(".past-pane").lookup(ButtonBase.class::isInstance).queryAll().stream().filter(
                node -> isSeen(node) && !node.isDisabled()).toList();
    }

    /// Not scrolled away.
    private static boolean isSeen(Node node) {
        for (Node around = node; around != null; around = around.getParent()) {
            if (!around.isVisible() || around.getClip() != null
                    && !around.localToScene(around.getClip().getBoundsInParent()).intersects(place(node))) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aNarrowWindowShowsTheNewestAloneAndCountsTheOthers(FxRobot robot) {
        robot.interact(() -> desk.ended(ended(), ended(), ended()));
        window.layout();
        assertThat(robot.lookup(".operation-card").queryAll()).hasSize(1);
        assertThat(robot.lookup("#operation-cards-more").queryLabeled().getText()).isEqualTo("2 more");

        wide(robot);
        assertThat(robot.lookup(".operation-card").queryAll()).hasSize(3);
    }

    @Test
    void theTitleOfACardIsWholeInTwoLines(FxRobot robot) {
        var scale = new Operation.Scale(TIKETI.file().id(), new ServiceKey("cluster", "sesami-analysis-jobs-backend"),
                OptionalInt.of(9), Optional.empty());
        robot.interact(() -> desk.ended(Entries.begun(scale).ended(new Verdict(Result.FAILED,
                Phrase.of("proof.scale.setBack", 9, 5), Snapshots.NOW))));
        window.layout();

        assertThat(robot.lookup(".operation-card .card-title").query().lookup(".text")).isInstanceOfSatisfying(
                Text.class, shown -> assertThat(shown.getText()).endsWith(": failed"));
    }

    @Test
    void noneMovesBelowThePointerWhereOneIsClosed(FxRobot robot) throws TimeoutException {
        wide(robot);
        robot.interact(() -> desk.ended(ended(), ended()));
        seen(robot);
        window.layout();
        List<Node> cards = List.copyOf(((Pane) robot.lookup("#operation-cards").query()).getChildren());
        Bounds upper = place(cards.getFirst());

        robot.clickOn(cards.getLast().lookup(".card-close"));
        window.layout();
        assertThat(cards.getLast().isVisible()).isFalse();
        assertThat(place(cards.getFirst())).isEqualTo(upper);

        robot.moveTo("#rail");
        window.layout();
        assertThat(robot.lookup(".operation-card").queryAll()).containsExactly(cards.getFirst());
        assertThat(place(cards.getFirst()).getMinY()).as("it has come down").isGreaterThan(upper.getMinY());
    }

    private void wide(FxRobot robot) {
        robot.interact(() -> window.shell.scene().getWindow().setWidth(1440));
        window.layout();
    }

    @Test
    void whoPressesSomethingAsACardComesPressesWhatItCovers(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            desk.ended(ended());
            assertThat(robot.lookup(".operation-card").query().isMouseTransparent()).isTrue();
        });
        seen(robot);

        assertThat(robot.lookup(".operation-card").query().isMouseTransparent()).isFalse();
    }

    @Test
    void aCardLeadsToItsEntryInActivityAndIsSeenByThat(FxRobot robot) throws TimeoutException {
        JournalEntry first = ended();
        JournalEntry second = ended();
        wide(robot);
        robot.interact(() -> desk.ended(first, second));
        seen(robot);
        robot.clickOn(".operation-card .card-text");
        window.layout();
        assertThat(window.shell.navigator().place().screen()).as("only its link leads there")
                .isEqualTo(Screen.QUEUES);

        robot.clickOn(".operation-card .card-entry");
        robot.moveTo("#rail");
        window.layout();

        assertThat(window.shell.navigator().place()).isEqualTo(Place.ofEntry(second.id()));
        assertThat(selected(robot)).isEqualTo(second.id());
        assertThat(robot.lookup(".operation-card").queryAll()).hasSize(1);
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup("#activity-list").queryAs(ListView.class);
    }

    private static Object selected(FxRobot robot) {
        return ((Row<?, ?>) list(robot).getSelectionModel().getSelectedItem()).key();
    }

    @Test
    void noneComesOrGoesWhileThePointerIsOnThem(FxRobot robot) throws TimeoutException {
        wide(robot);
        robot.interact(() -> desk.ended(ended()));
        seen(robot);
        robot.moveTo(".operation-card");
        robot.interact(() -> desk.ended(ended(), ended()));
        assertThat(robot.lookup(".operation-card").queryAll()).hasSize(1);

        robot.moveTo("#rail");
        assertThat(robot.lookup(".operation-card").queryAll()).hasSize(2);
    }

    /// Until a card takes clicks.
    private void seen(FxRobot robot) throws TimeoutException {
        window.layout();
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> robot.lookup(".operation-card").queryAll().stream()
                .noneMatch(Node::isMouseTransparent));
    }

    @Test
    void closingOneGivesTheFocusBackToWhereItWas(FxRobot robot) throws TimeoutException {
        robot.interact(() -> desk.ended(ended()));
        seen(robot);
        TextInputControl filter = robot.lookup(".filter").match(TextInputControl.class::isInstance).query();
        robot.interact(filter::requestFocus);

        robot.clickOn(".card-close");
        window.layout();

        assertThat(robot.lookup(".operation-card").queryAll()).isEmpty();
        assertThat(robot.lookup("#operation-cards").query().isVisible()).isFalse();
        assertThat(window.shell.scene().getFocusOwner()).isSameAs(filter);
    }

    @Test
    void stacksKeepTheirPlacesInTheRailWhileThePointerIsThere(FxRobot robot) {
        window.layout();
        List<String> before = rail(robot);
        var stacks = Snapshots.moment().stacks().reversed();
        robot.moveTo("#rail-list");

        robot.interact(() -> window.watch.publish(Snapshots.of(stacks)));
        window.layout();
        assertThat(rail(robot)).isEqualTo(before);

        robot.moveTo("#status-bar");
        window.layout();
        assertThat(rail(robot)).isEqualTo(before.reversed()).isNotEqualTo(before);

        Node first = ((Pane) robot.lookup("#rail-stack-list").query()).getChildren().getFirst();
        robot.interact(first::requestFocus);
        robot.interact(() -> window.watch.publish(Snapshots.of(stacks.reversed())));
        window.layout();
        assertThat(rail(robot)).as("the focus is there").isEqualTo(before.reversed());
    }

    private static JournalEntry ended() {
        return Entries.begun(SCALE).ended(new Verdict(Result.FAILED, Phrase.of("proof.scale.setBack", 9, 5),
                Snapshots.NOW));
    }

    private static List<String> rail(FxRobot robot) {
        Pane list = robot.lookup("#rail-stack-list").query();
        return IntStream.range(0, list.getChildren().size()).mapToObj(list.getChildren()::get).map(Node::getId)
                .toList();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /// Neighbours share an edge.
    private static Bounds inner(Bounds all) {
        return new BoundingBox(all.getMinX() + 1, all.getMinY() + 1, all.getWidth() - 2, all.getHeight() - 2);
    }
}
