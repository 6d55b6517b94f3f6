package io.watchdeck.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
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

/// F, and only F or the mouse, leaves out of a list what is fine and brings it back, on each screen that has such a list.
@ExtendWith(ApplicationExtension.class)
@Tag("slow")
class FaultsOnlyViewTest {

    private Stage stage;
    private Window window;

    @Start
    void start(Stage shown) {
        stage = shown;
        window = new Window(stage, Snapshots.moment());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void onTheOverviewItStaysWithEscapeAndInAnotherLanguage(FxRobot robot) {
        settle(robot);
        robot.type(KeyCode.F);
        assertThat(fault(robot, "#only-faults").isSelected()).isTrue();
        assertThat(fault(robot, "#only-faults").getText()).isEqualTo("Only faults, 2 hidden");
        assertThat(robot.lookup("#overview-table").<TableView<?>>query().getItems()).hasSize(4);

        robot.type(KeyCode.ESCAPE).type(KeyCode.ESCAPE);
        assertThat(fault(robot, "#only-faults").isSelected()).isTrue();

        robot.interact(() -> window.shell.use(Locale.KOREAN));
        settle(robot);
        assertThat(fault(robot, "#only-faults").getText()).isEqualTo("이상만 보기, 2개 숨김");
        assertThat(robot.lookup("#overview-table").<TableView<?>>query().getItems()).hasSize(4);

        robot.interact(() -> robot.lookup("#overview-table").query().requestFocus());
        robot.type(KeyCode.F);
        assertThat(robot.lookup("#overview-table").<TableView<?>>query().getItems()).hasSize(6);
    }

    @Test
    void inTheFilterItIsALetter(FxRobot robot) {
        settle(robot);
        robot.write("/").write("f");

        assertThat(robot.lookup("#filter").<TextField>query().getText()).isEqualTo("f");
        assertThat(fault(robot, "#only-faults").isSelected()).isFalse();
    }

    @Test
    void eachScreenKeepsItsOwn(FxRobot robot) {
        robot.interact(() -> window.shell.show(Place.of(new StackId("bowwow-prod"))));
        settle(robot);
        TreeTableView<?> services = robot.lookup("#services-table").query();
        int before = services.getExpandedItemCount();
        robot.type(KeyCode.F);
        assertThat(fault(robot, "#services-faults").isSelected()).isTrue();
        assertThat(services.getExpandedItemCount()).isLessThan(before).isPositive();

        robot.interact(() -> window.shell.show(Screen.QUEUES));
        settle(robot);
        assertThat(fault(robot, "#queues-faults").isSelected()).isFalse();
        robot.type(KeyCode.F);
        assertThat(fault(robot, "#queues-faults").isSelected()).isTrue();
        robot.type(KeyCode.F);
        assertThat(fault(robot, "#queues-faults").isSelected()).isFalse();

        robot.interact(() -> window.shell.show(Place.of(new StackId("bowwow-prod"))));
        settle(robot);
        assertThat(fault(robot, "#services-faults").isSelected()).isTrue();
        robot.interact(() -> window.shell.show(Place.of(new StackId("bowwow-prod"), "bowwow-gateway")));
        settle(robot);
        assertThat(fault(robot, "#services-faults").isSelected()).as("what was asked for is seen").isFalse();
    }

    @Test
    void itsTextIsNotCutWhereTheWindowIsNarrow(FxRobot robot) {
        robot.interact(() -> stage.setWidth(1100));
        for (Screen screen : List.of(Screen.OVERVIEW, Screen.QUEUES, Screen.STACKS)) {
            robot.interact(() -> window.shell.show(screen));
            settle(robot);
            robot.type(KeyCode.F);
            settle(robot);
            Node shown = robot.lookup(".faults-switch").queryAll().stream()
                    .filter(node -> node.getScene() != null && node.isVisible()).findFirst().orElseThrow();
            assertThat(((ToggleSwitch) shown).getWidth()).as(screen.toString())
                    .isGreaterThanOrEqualTo(((ToggleSwitch) shown).prefWidth(-1));
        }
    }

    private void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            window.shell.scene().getRoot().applyCss();
            window.shell.scene().getRoot().layout();
        });
    }

    private static ToggleSwitch fault(FxRobot robot, String id) {
        return robot.lookup(id).query();
    }
}
