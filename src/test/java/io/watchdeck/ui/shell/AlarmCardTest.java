package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.model.Phrase;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Verdict;
import io.watchdeck.settings.Looks;
import io.watchdeck.settings.Notices;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// An alarm that fires while somebody works.
@ExtendWith(ApplicationExtension.class)
class AlarmCardTest {

    private static final WatchSnapshot MOMENT = Snapshots.moment();

    private final FakeOperationDesk desk = new FakeOperationDesk(Snapshots.tiketi(), Snapshots.NOW);
    private Window window;
    private boolean passed;

    @Start
    void start(Stage stage) {
        window = new Window(stage, MOMENT, new Look(Theme.DARK, 1440, 900));
        window.shell.operate(desk, _ -> _ -> {});
        window.shell.show(Screen.QUEUES);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    private static Change raised(int index) {
        StackSnapshot stack = MOMENT.stacks().get(index);
        Condition condition = stack.verdict().open().getFirst();
        Finding finding = Finding.of(condition);
        return new Change(Snapshots.NOW, Change.What.RAISED, true, new Occurrence(new UUID(1, index),
                AlarmKey.of(stack.file().id(), condition), Snapshots.NOW, finding, finding.severity(),
                finding.value(), new Status.Open(Snapshots.NOW, Snapshots.NOW), Optional.empty()));
    }

    private void fires(FxRobot robot, int... stacks) {
        robot.interact(() -> {
            window.watch.alarms().tell(IntStream.of(stacks).mapToObj(AlarmCardTest::raised).toList());
            // Next after what shows it: a little later a click is its own.
            Platform.runLater(() -> passed = card(robot).isMouseTransparent());
        });
        window.layout();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Node card(FxRobot robot) {
        return robot.lookup("#alarm-card").query();
    }

    private static boolean isTold(FxRobot robot) {
        return robot.lookup("#alarm-card").tryQuery().filter(Node::isVisible).isPresent();
    }

    private void seen(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !card(robot).isMouseTransparent());
    }

    @Test
    void itMovesNothingAndTakesNoFocus(FxRobot robot) {
        window.layout();
        TextInputControl filter = robot.lookup(".filter").match(TextInputControl.class::isInstance).query();
        robot.interact(filter::requestFocus);
        List<String> controls = List.of("#queues", "#queue-redrive", "#queue-purge", "#status-bar", "#rail-list");
        List<Bounds> before = controls.stream().map(one -> place(robot.lookup(one).query())).toList();

        fires(robot, 0);

        assertThat(controls).extracting(one -> place(robot.lookup(one).query())).isEqualTo(before);
        assertThat(window.shell.scene().getFocusOwner()).isSameAs(filter);
        assertThat(isTold(robot)).isTrue();
        assertThat(Window.texts(card(robot))).contains("Sesami PROD: Critical");
        assertThat(place(card(robot)).getMaxX()).isBetween(1400.0, 1440.0);
        assertThat(passed).as("whoever clicks as it comes means what is below").isTrue();
    }

    @Test
    void itLiesOnNoControlOfTheSettingsWhateverSectionIsChosen(FxRobot robot) {
        for (int percent : new int[] {100, 150}) {
            robot.interact(() -> {
                window.shell.use(new Looks(Optional.empty(), Optional.empty(), OptionalInt.of(percent)));
                window.shell.show(Screen.SETTINGS);
            });
            fires(robot, 0);
            ListView<?> sections = robot.lookup("#settings-sections").queryListView();
            robot.interact(sections::requestFocus);
            for (int section = 0; section < sections.getItems().size(); section++) {
                robot.type(section == 0 ? KeyCode.HOME : KeyCode.DOWN);
                window.layout();
                window.layout();

                assertThat(isTold(robot)).isTrue();
                Object chosen = sections.getSelectionModel().getSelectedItem();
                robot.interact(() -> assertThat(Covering.byCards(window.shell.scene(), "#settings"))
                        .as("%s at %s %%", chosen, percent).isEmpty());
            }
        }
    }

    @Test
    void severalAreOneCardBelowWhatCameOfOperations(FxRobot robot) {
        robot.interact(() -> desk.ended(ended(), ended(), ended()));
        fires(robot, 0, 2);

        assertThat(robot.lookup(".alarm-card").queryAll()).hasSize(1);
        assertThat(Window.texts(card(robot))).anyMatch(text -> text.endsWith("need someone, the worst Critical"));
        assertThat(robot.lookup(".operation-card").queryAll()).as("three cards at the most").hasSize(3);
        assertThat(robot.lookup("#operation-cards-more").queryLabeled().getText()).isEqualTo("1 more");
        robot.lookup(".operation-card").queryAll()
                .forEach(other -> assertThat(place(other).getMaxY()).isLessThanOrEqualTo(place(card(robot)).getMaxY()));
    }

    @Test
    void whoOpensItGoesToTheAlarmAndHasSeenIt(FxRobot robot) throws TimeoutException {
        fires(robot, 0);
        seen(robot);
        robot.clickOn("#alarm-card-open");
        robot.moveTo("#rail");
        window.layout();

        Change told = raised(0);
        assertThat(window.shell.navigator().place()).isEqualTo(Place.of(told.after().key().stack(), told.after().id()));
        assertThat(isTold(robot)).isFalse();
    }

    @Test
    void whoClosesItStaysAndIsToldOfTheNextOne(FxRobot robot) throws TimeoutException {
        fires(robot, 0);
        seen(robot);
        robot.clickOn("#alarm-card-dismiss");
        assertThat(isTold(robot)).isFalse();
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.QUEUES);

        robot.moveTo("#rail");
        fires(robot, 2);
        assertThat(isTold(robot)).isTrue();
        assertThat(passed).isTrue();
    }

    @Test
    void escapeClosesItWhereNothingElseTakesItAndGoesBackOnlyThen(FxRobot robot) {
        TextInputControl filter = robot.lookup(".filter").match(TextInputControl.class::isInstance).query();
        robot.interact(() -> {
            filter.requestFocus();
            filter.setText("dlq");
        });
        fires(robot, 0);

        robot.type(KeyCode.ESCAPE);
        assertThat(filter.getText()).as("the filter is first").isEmpty();
        assertThat(isTold(robot)).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(isTold(robot)).isFalse();
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.QUEUES);
        robot.type(KeyCode.ESCAPE);
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.OVERVIEW);
    }

    @Test
    void itSaysWhichKeyClosesIt(FxRobot robot) {
        fires(robot, 0);

        assertThat(robot.lookup("#alarm-card-dismiss").queryButton().getTooltip().getText()).contains("Esc");
    }

    @Test
    void whoGoesToTheAlarmsByAnyWayHasSeenIt(FxRobot robot) {
        fires(robot, 0);
        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
        window.layout();

        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.ALARMS);
        assertThat(isTold(robot)).isFalse();
    }

    @Test
    void escapeTakesItAwayAtOnceAlsoWhereThePointerIsNear(FxRobot robot) throws TimeoutException {
        robot.interact(() -> desk.ended(ended()));
        fires(robot, 0);
        seen(robot);
        robot.moveTo("#alarm-card");
        Node other = robot.lookup(".operation-card").match(node -> node != card(robot)).query();
        Bounds before = place(other);

        robot.type(KeyCode.ESCAPE);
        window.layout();

        assertThat(isTold(robot)).isFalse();
        assertThat(place(other)).as("nothing moves below the pointer").isEqualTo(before);
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.QUEUES);
    }

    @Test
    void escapeTakesItAwayWhereItIsAlone(FxRobot robot) throws TimeoutException {
        fires(robot, 0);
        seen(robot);
        robot.moveTo("#alarm-card");

        robot.type(KeyCode.ESCAPE);
        window.layout();

        assertThat(isTold(robot)).isFalse();
        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.QUEUES);
    }

    @Test
    void openingTheAlarmsTakesItAwayAtOnceAlsoWhereThePointerIsNear(FxRobot robot) throws TimeoutException {
        fires(robot, 0);
        seen(robot);
        robot.moveTo("#alarm-card");

        robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT3).release(KeyCode.CONTROL);
        window.layout();

        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.ALARMS);
        assertThat(isTold(robot)).isFalse();
    }

    @Test
    void aPointerThatOnlyRestsNearDoesNotKeepIt(FxRobot robot) {
        robot.interact(() -> {
            var words = new Words(Locale.ENGLISH, Snapshots.ZONE);
            var model = new ShellViewModel(window.watch, words, Snapshots.NOW, "");
            var cards = new CardsPane(new OperationsViewModel(new Operating(Runnable::run), words, Snapshots.NOW),
                    model.unseen(), words, _ -> {});
            var root = new StackPane(cards);
            new Scene(root, 1440, 900);
            model.tell(List.of(raised(0)), Notices.none(), Snapshots.NOW);
            root.applyCss();
            root.layout();
            Bounds there = place(cards);

            rests(root, there);
            model.tick(Snapshots.NOW.plusSeconds(20));
            rests(root, there);
            model.tick(Snapshots.NOW.plusSeconds(49));
            assertThat(cards.getChildren()).as("the pointer had come").isNotEmpty();
            rests(root, there);
            model.tick(Snapshots.NOW.plusSeconds(50));
            assertThat(cards.getChildren()).isEmpty();
        });
    }

    @Test
    void whoWritesIsNotLookedAfterAtEveryCharacter(FxRobot robot) {
        robot.interact(() -> {
            var words = new Words(Locale.ENGLISH, Snapshots.ZONE);
            var model = new ShellViewModel(window.watch, words, Snapshots.NOW, "");
            var field = new TextField();
            var walked = new AtomicInteger();
            var page = new StackPane(field) {
                @Override
                public ObservableList<Node> getChildrenUnmodifiable() {
                    walked.incrementAndGet();
                    return super.getChildrenUnmodifiable();
                }
            };
            var cards = new CardsPane(new OperationsViewModel(new Operating(Runnable::run), words, Snapshots.NOW),
                    model.unseen(), words, _ -> {}).over(page, new SimpleObjectProperty<>(),
                            new SimpleObjectProperty<>());
            var root = new StackPane(page, cards);
            new Scene(root, 1440, 900);
            model.tell(List.of(raised(0)), Notices.none(), Snapshots.NOW);
            root.applyCss();
            root.layout();
            walked.set(0);

            released(field, KeyCode.A);
            root.layout();
            assertThat(walked).as("a character").hasValue(0);
            released(field, KeyCode.ENTER);
            root.layout();
            assertThat(walked).as("what may have done something").hasPositiveValue();
        });
    }

    private static void released(Node node, KeyCode key) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, false, false, false));
    }

    /// The system tells of a pointer, also where it has not moved.
    private static void rests(Node root, Bounds there) {
        Event.fireEvent(root, new MouseEvent(MouseEvent.MOUSE_MOVED, there.getCenterX(), there.getCenterY(), 0, 0,
                MouseButton.NONE, 0, false, false, false, false, false, false, false, false, false, false, null));
    }

    @Test
    void itKeepsItsHeightWhileWhatItSaysChanges(FxRobot robot) {
        fires(robot, 0, 2);
        Bounds close = place(robot.lookup("#alarm-card-dismiss").query());

        Occurrence one = raised(2).after();
        robot.interact(() -> window.watch.alarms().tell(List.of(new Change(Snapshots.NOW, Change.What.RESOLVED, true,
                new Occurrence(one.id(), one.key(), one.raised(), one.now(), one.worst(), one.worstValue(),
                        new Status.Resolved(Snapshots.NOW, Optional.empty()), Optional.empty())))));
        window.layout();

        assertThat(Window.texts(card(robot))).contains("Sesami PROD: Critical");
        assertThat(place(robot.lookup("#alarm-card-dismiss").query())).isEqualTo(close);
    }

    @Test
    void aNarrowWindowShowsWhatCameLast(FxRobot robot) {
        robot.interact(() -> window.shell.scene().getWindow().setWidth(1100));
        window.layout();
        robot.interact(() -> desk.ended(ended()));
        fires(robot, 0);
        assertThat(robot.lookup(".operation-card").queryAll()).containsExactly(card(robot));
        assertThat(robot.lookup("#operation-cards-more").queryLabeled().getText()).isEqualTo("1 more");
    }

    private static JournalEntry ended() {
        Instant now = Snapshots.NOW;
        return Entries.withId(Entries.begunAt(Entries.begun(Entries.scale(9)), now), UUID.randomUUID())
                .ended(new Verdict(Verdict.Result.FAILED, Phrase.of("proof.scale.setBack", 9, 5), now));
    }
}
