package io.watchdeck.ui.timeline;

import static io.watchdeck.ui.timeline.TimelineStory.GLIMPSE;
import static io.watchdeck.ui.timeline.TimelineStory.LOSS;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.PageFactory;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.TailWish;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class CursorLogPaneTest {

    private final FakeWatch watch = TimelineStory.watch();
    private Shell shell;

    @Start
    void start(Stage stage) {
        Map<Screen, PageFactory> screens = new EnumMap<>(Window.SCREENS);
        screens.put(Screen.TIMELINE, context -> new TimelineView(context, Optional.of(TimelineStory.timeline()),
                TimelineStory.handingOver()));
        shell = new Shell(watch, Snapshots.CLOCK, new FxExecutor(), new FakeDesktop(), StoryArchive.WORDS,
                new Look(Theme.DARK, 1440, 900), screens);
        stage.setScene(shell.scene());
        stage.setWidth(1440);
        stage.setHeight(900);
        Window.toTheCorner(stage);
        stage.show();
        shell.show(Place.of(GLIMPSE, LOSS));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(shell::close);
    }

    private Optional<TailWish> wish() {
        return watch.inspected().flatMap(Inspection::tail);
    }

    private static void unfold(FxRobot robot) {
        robot.interact(() -> robot.lookup("#timeline-log #log-head").queryAs(ButtonBase.class).fire());
    }

    @Test
    void theLinesAroundTheCursorAreReadWhenItIsUnfoldedAndMarkedWhereItStands(FxRobot robot) {
        assertThat(watch.inspected()).as("folded away").isEmpty();

        unfold(robot);
        assertThat(wish()).contains(TailWish.everything().around(LOSS));
        robot.interact(() -> watch.publish(TimelineStory.logged(LOSS)));
        for (int layouts = 0; layouts < 2; layouts++) {
            robot.interact(() -> {
                shell.scene().getRoot().applyCss();
                shell.scene().getRoot().layout();
            });
        }

        List<String> said = Window.texts(robot.lookup("#timeline-log").query());
        assertThat(said).contains("Log around Mon 22:17:40", "read at 13:42", "/ecs/glimpse-api");
        assertThat(said).anySatisfy(text -> assertThat(text).startsWith("The nearest 121 lines, "));
        assertThat(robot.lookup("#timeline-log .list-cell").queryAll().stream().map(ListCell.class::cast)
                .filter(cell -> cell.getPseudoClassStates().contains(PseudoClass.getPseudoClass("after-cursor")))
                .map(cell -> Window.texts(cell).getFirst())).containsExactly("22:17:47");
        assertThat(robot.lookup("#timeline-log #log-follow").query().isVisible()).as("nothing to follow").isFalse();

        robot.interact(() -> shell.show(Place.of(Screen.OVERVIEW)));
        assertThat(watch.inspected()).as("of what nobody sees nothing is read").isEmpty();
    }

    @Test
    void theyAreReadWhereTheCursorComesToRestAndNotOnItsWay(FxRobot robot) throws TimeoutException {
        unfold(robot);

        robot.interact(() -> {
            shell.show(Place.of(GLIMPSE, LOSS));
            fire(robot, "#timeline-previous");
            fire(robot, "#timeline-previous");
            assertThat(wish()).as("on its way").contains(TailWish.everything().around(LOSS));
            assertThat(Window.texts(robot.lookup("#timeline-log").query())).contains("Log around Mon 22:17:40",
                    "follows when the cursor rests");
        });

        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS,
                () -> !wish().equals(Optional.of(TailWish.everything().around(LOSS))));
        assertThat(wish().orElseThrow().around().orElseThrow()).isBefore(LOSS);
        assertThat(Window.texts(robot.lookup("#timeline-log").query())).doesNotContain("follows when the cursor rests");
        robot.interact(() -> fire(robot, "#timeline-now"));
        assertThat(wish()).as("at now it is followed").contains(TailWish.everything());
    }

    @Test
    void escapeLeavesTheNoteOfAPinAlsoAfterReturn(FxRobot robot) {
        robot.interact(() -> robot.lookup("#timeline-lanes").query().requestFocus());
        robot.type(KeyCode.P).write("look");
        robot.interact(() -> ((TextField) shell.scene().getFocusOwner()).fireEvent(new ActionEvent()));
        assertThat(shell.scene().getFocusOwner().getStyleClass()).contains("pin-note");

        robot.type(KeyCode.ESCAPE);

        assertThat(shell.scene().getFocusOwner().getId()).isEqualTo("timeline-lanes");
        assertThat(robot.lookup(".pin-note").queryAllAs(TextField.class)).extracting(TextField::getText)
                .anyMatch(text -> text.endsWith("look"));
    }

    private static void fire(FxRobot robot, String id) {
        robot.lookup(id).queryAs(ButtonBase.class).fire();
    }

    @Test
    void theKeyThatUnfoldsItFoldsItTooFromWithin(FxRobot robot) {
        robot.press(KeyCode.L).release(KeyCode.L);
        assertThat(wish()).isPresent();
        robot.interact(() -> watch.publish(TimelineStory.logged(LOSS)));

        robot.press(KeyCode.L).release(KeyCode.L);
        assertThat(watch.inspected()).as("folded away").isEmpty();
        assertThat(robot.lookup("#timeline-lanes").query().isFocused()).isTrue();
    }
}
