package io.watchdeck.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.shell.Connecting;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.WatchSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Before there is any stack each screen about stacks says so, and how there will be one.
@ExtendWith(ApplicationExtension.class)
@Tag("slow")
class NoStacksViewTest {

    private static final List<Screen> SCREENS = List.of(Screen.OVERVIEW, Screen.STACKS, Screen.TIMELINE, Screen.QUEUES,
            Screen.COST, Screen.ALARMS, Screen.EXPLORER, Screen.SPOT);

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.of(List.of()), Look.of(Theme.DARK).withStacks("/srv/watch/stacks"));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    private void possible() {
        window.shell.connecting().begin(new Connecting.Way(Optional.empty(), () -> {}), _ -> _ -> {}, _ -> () -> {});
    }

    @Test
    void eachScreenNamesTheFolderAndLeadsToTheAccountUntilThereIsAStack(FxRobot robot) {
        robot.interact(this::possible);
        for (Screen screen : SCREENS) {
            robot.interact(() -> window.shell.show(screen));
            Node none = robot.lookup("#" + screen.word() + "-no-stacks").query();
            assertThat(Window.texts(none)).as(screen.word()).contains("No stacks yet")
                    .anySatisfy(text -> assertThat(text).contains("/srv/watch/stacks:"));
            assertThat(robot.lookup("#" + screen.word() + "-connect").queryButton().isVisible()).isTrue();
        }

        for (Screen screen : SCREENS) {
            robot.interact(() -> {
                window.shell.show(screen);
                window.watch.publish(Snapshots.moment());
            });
            assertThat(robot.lookup("#" + screen.word() + "-no-stacks").queryAllAs(Node.class)).as(screen.word())
                    .noneMatch(Node::isVisible);
        }
    }

    @Test
    void nothingStandsAloneThatTellsOfStacks(FxRobot robot) {
        WatchSnapshot none = Snapshots.of(List.of());
        robot.interact(() -> window.watch.publish(new WatchSnapshot(none.asOf(), none.stacks(), none.severity(),
                none.headline(), none.second(), none.completeness(), none.counts(), none.meter(), none.problems(),
                false, Optional.empty(), Optional.empty(), none.every(), false, Optional.empty(), List.of(),
                List.of())));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown(robot, ".rail-caption")).isFalse();
        assertThat(shown(robot, "#status-next")).isFalse();

        robot.interact(() -> window.watch.publish(Snapshots.moment()));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(shown(robot, ".rail-caption")).isTrue();
        assertThat(shown(robot, "#status-next")).isTrue();
    }

    private static boolean shown(FxRobot robot, String selector) {
        for (Node node = robot.lookup(selector).query(); node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aScreenThatIsNotShownAnyMoreFollowsNothing(FxRobot robot) {
        Button before = robot.lookup("#overview-connect").queryButton();
        assertThat(before.isVisible()).isFalse();

        robot.interact(() -> window.shell.use(Locale.KOREAN));
        robot.interact(this::possible);

        Button after = robot.lookup("#overview-connect").queryButton();
        assertThat(after).isNotSameAs(before);
        assertThat(after.isVisible()).isTrue();
        assertThat(before.isVisible()).as("of the screen in the other language").isFalse();
    }
}
