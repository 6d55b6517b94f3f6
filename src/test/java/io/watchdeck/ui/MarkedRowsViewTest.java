package io.watchdeck.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
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

/// Space marks rows of the tables, and what is done with those that are marked is done with these alone.
@ExtendWith(ApplicationExtension.class)
@Tag("slow")
class MarkedRowsViewTest {

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
    void onTheOverviewMarksStayWhileRowsAreRefreshedSortedAndFiltered(FxRobot robot) {
        settle(robot);
        TableView<?> table = robot.lookup("#overview-table").query();
        int columns = table.getColumns().size();
        assertThat(button(robot, "#overview-marks").isVisible()).isFalse();

        robot.type(KeyCode.J).type(KeyCode.SPACE).type(KeyCode.J).type(KeyCode.SPACE);
        settle(robot);
        assertThat(button(robot, "#overview-marks").getText()).isEqualTo("2 marked");
        assertThat(table.getColumns()).hasSize(columns + 1);
        assertThat(boxes(robot)).filteredOn(CheckBox::isSelected).hasSize(2);

        robot.interact(() -> {
            window.watch.publish(Snapshots.moment());
            robot.lookup("#filter").<TextField>query().setText("sesami");
        });
        assertThat(button(robot, "#overview-marks").getText()).isEqualTo("2 marked, 1 hidden");

        robot.interact(table::requestFocus);
        robot.type(KeyCode.C);
        assertThat(window.desktop.copied).singleElement().asString().contains("\n");
        assertThat(window.desktop.copied.getFirst().lines()).hasSize(2).allMatch(arn -> arn.startsWith("arn:aws:"));

        robot.interact(() -> fire(robot, "#overview-marks", "overview-marks-export"));
        assertThat(window.desktop.saved.getFirst().lines()).as("a header and two rows").hasSize(3);
        robot.interact(() -> fire(robot, "#overview-marks", "overview-marks-names"));
        assertThat(window.desktop.copied.getLast().lines()).hasSize(2);

        robot.type(KeyCode.ESCAPE);
        assertThat(button(robot, "#overview-marks").isVisible()).isFalse();
        assertThat(table.getColumns()).hasSize(columns);
        assertThat(robot.lookup("#filter").<TextField>query().getText()).as("a step at a time").isEqualTo("sesami");
    }

    @Test
    void allAreMarkedAndGoOnInAnotherLanguage(FxRobot robot) {
        settle(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        assertThat(button(robot, "#overview-marks").getText()).isEqualTo("6 marked");

        robot.interact(() -> window.shell.use(Locale.KOREAN));
        settle(robot);
        assertThat(button(robot, "#overview-marks").getText()).isEqualTo("6개 표시");
    }

    @Test
    void servicesAreMarkedWithTheirDeploymentsAndOnlyOnTheirStack(FxRobot robot) {
        robot.interact(() -> window.shell.show(Place.of(new StackId("bowwow-prod"))));
        settle(robot);
        TreeTableView<?> table = robot.lookup("#services-table").query();
        int columns = table.getColumns().size();
        robot.interact(() -> table.getSelectionModel().select(0));
        robot.type(KeyCode.SPACE);
        settle(robot);
        assertThat(button(robot, "#services-marks").getText()).isEqualTo("1 marked");
        assertThat(table.getColumns()).hasSize(columns + 1);
        assertThat(table.getTreeColumn()).isSameAs(table.getColumns().get(1));

        robot.type(KeyCode.C);
        assertThat(window.desktop.copied.getFirst()).startsWith("arn:aws:ecs:").doesNotContain("\n");

        robot.interact(() -> window.shell.show(Place.of(new StackId("tiketi-prod"))));
        settle(robot);
        assertThat(button(robot, "#services-marks").isVisible()).isFalse();
    }

    @Test
    void queuesAreMarked(FxRobot robot) {
        robot.interact(() -> window.shell.show(Screen.QUEUES));
        settle(robot);
        robot.type(KeyCode.SPACE);
        settle(robot);
        assertThat(button(robot, "#queues-marks").getText()).isEqualTo("1 marked");

        robot.write("/").write("sesami").type(KeyCode.ENTER);
        assertThat(robot.lookup("#queues-table").query().isFocused()).as("Enter leads into the table").isTrue();
        robot.interact(() -> robot.lookup("#queues-filter").<TextField>query().setText("nothing like it"));
        assertThat(button(robot, "#queues-marks").getText()).isEqualTo("1 marked, 1 hidden");
        robot.interact(() -> fire(robot, "#queues-marks", "queues-marks-export"));
        assertThat(window.desktop.saved.getFirst()).contains("sesami-analysis-jobs");
        assertThat(window.desktop.saved.getFirst().lines()).hasSize(2);
        robot.interact(() -> fire(robot, "#queues-marks", "queues-marks-none"));
        assertThat(button(robot, "#queues-marks").isVisible()).isFalse();
    }

    @Test
    void theBoxesTakeTheirRoomFromTheOtherColumnsWhereTheWindowIsNarrow(FxRobot robot) {
        robot.interact(() -> stage.setWidth(1100));
        settle(robot);
        TableView<?> table = robot.lookup("#overview-table").query();
        robot.type(KeyCode.J).type(KeyCode.SPACE);
        settle(robot);

        assertThat(boxes(robot)).isNotEmpty();
        assertThat(table.getColumns().stream().mapToDouble(column -> column.getWidth()).sum())
                .isLessThanOrEqualTo(table.getWidth());
    }

    private static void fire(FxRobot robot, String button, String item) {
        button(robot, button).getItems().stream().filter(one -> item.equals(one.getId())).findFirst().orElseThrow()
                .fire();
    }

    private static List<CheckBox> boxes(FxRobot robot) {
        return robot.lookup("#overview-table .table-cell .mark-box").queryAllAs(CheckBox.class).stream()
                .filter(Node::isVisible).toList();
    }

    private static MenuButton button(FxRobot robot, String id) {
        return robot.lookup(id).query();
    }

    private void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            window.shell.scene().getRoot().applyCss();
            window.shell.scene().getRoot().layout();
        });
    }
}
