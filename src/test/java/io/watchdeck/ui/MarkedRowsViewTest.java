package io.watchdeck.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.RowActions;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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
    void theBoxOfTheHeaderTellsOfWhatIsListed(FxRobot robot) {
        settle(robot);
        robot.type(KeyCode.J).type(KeyCode.SPACE);
        settle(robot);
        String marked = robot.lookup("#overview-table").<TableView<?>>query().getSelectionModel()
                .getSelectedItem() instanceof Row<?, ?> row && row.key() instanceof StackId id ? id.value() : "";
        assertThat(header(robot).isIndeterminate()).as("one of several").isTrue();

        filter(robot, "#filter", marked);
        assertThat(header(robot).isSelected()).as("all that are listed").isTrue();
        assertThat(header(robot).isIndeterminate()).isFalse();

        filter(robot, "#filter", "!" + marked);
        assertThat(header(robot).isSelected()).as("none that is listed").isFalse();
        assertThat(header(robot).isIndeterminate()).isFalse();

        filter(robot, "#filter", "nothing like it");
        robot.interact(() -> header(robot).fire());
        assertThat(header(robot).isSelected()).as("there is nothing to mark").isFalse();

        filter(robot, "#filter", "");
        assertThat(header(robot).isIndeterminate()).isTrue();
    }

    @Test
    void selectionFilterAndMarksOfStacksAndQueuesGoOnInAnotherLanguage(FxRobot robot) {
        settle(robot);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        filter(robot, "#filter", "codemate");
        robot.interact(() -> robot.lookup("#overview-table").<TableView<?>>query().getSelectionModel().select(1));
        assertThat(button(robot, "#overview-marks").getText()).isEqualTo("6 marked, 4 hidden");

        robot.interact(() -> window.shell.use(Locale.KOREAN));
        settle(robot);
        assertThat(button(robot, "#overview-marks").getText()).isEqualTo("6개 표시, 4개 숨음");
        assertThat(robot.lookup("#filter").<TextField>query().getText()).isEqualTo("codemate");
        assertThat(robot.lookup("#overview-table").<TableView<?>>query().getSelectionModel().getSelectedIndex())
                .isEqualTo(1);

        robot.interact(() -> window.shell.show(Place.of(Screen.QUEUES, new StackId("tiketi-prod"))));
        settle(robot);
        filter(robot, "#queues-filter", "sesami");
        robot.interact(() -> robot.lookup("#queues-table").<TableView<?>>query().getSelectionModel().select(0));
        robot.interact(() -> robot.lookup("#queues-table").query().requestFocus());
        robot.type(KeyCode.SPACE);
        filter(robot, "#queues-filter", "nothing like it");
        robot.interact(() -> window.shell.use(Locale.ENGLISH));
        settle(robot);
        assertThat(button(robot, "#queues-marks").getText()).isEqualTo("1 marked, 1 hidden");
        filter(robot, "#queues-filter", "");
        assertThat(robot.lookup("#queues-table").<TableView<?>>query().getSelectionModel().getSelectedItem())
                .as("not the queue of the place").isInstanceOfSatisfying(Row.class,
                        row -> assertThat(row.key().toString()).contains("sesami"));
    }

    @Test
    void selectionFilterAndMarksOfServicesGoOnInAnotherLanguage(FxRobot robot) {
        var stack = new StackId("bowwow-prod");
        robot.interact(() -> window.shell.show(Place.of(stack)));
        settle(robot);
        TreeTableView<?> table = robot.lookup("#services-table").query();
        robot.interact(() -> table.getSelectionModel().select(0));
        String first = service(robot);
        robot.interact(() -> window.shell.show(Place.of(stack, first)));
        robot.interact(() -> table.getSelectionModel().select(table.getExpandedItemCount()
                - table.getRoot().getChildren().getLast().getChildren().size() - 1));
        String last = service(robot);
        assertThat(last).isNotEqualTo(first);
        robot.interact(table::requestFocus);
        robot.type(KeyCode.SPACE);
        filter(robot, "#services-filter", last);
        assertThat(button(robot, "#services-marks").getText()).isEqualTo("1 marked");

        robot.interact(() -> window.shell.use(Locale.KOREAN));
        settle(robot);
        assertThat(robot.lookup("#services-filter").<TextField>query().getText()).isEqualTo(last);
        assertThat(button(robot, "#services-marks").getText()).isEqualTo("1개 표시");
        assertThat(service(robot)).isEqualTo(last);
    }

    /// Of the selected line.
    private static String service(FxRobot robot) {
        return robot.lookup("#services-table").<TreeTableView<?>>query().getSelectionModel().getSelectedItem()
                .getValue() instanceof Row<?, ?> row ? row.key().toString() : "";
    }

    private void filter(FxRobot robot, String field, String typed) {
        robot.interact(() -> robot.lookup(field).<TextField>query().setText(typed));
        settle(robot);
    }

    private static CheckBox header(FxRobot robot) {
        return robot.lookup("#overview-table .column-header .mark-box").query();
    }

    @Test
    void servicesAreMarkedWithTheirDeploymentsAndOnlyOnTheirStack(FxRobot robot) {
        robot.interact(() -> window.shell.show(Place.of(new StackId("tiketi-prod"))));
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
        robot.interact(() -> fire(robot, "#services-marks", "services-marks-export"));
        long rows = window.desktop.saved.getFirst().lines().count() - 1;
        assertThat(rows).as("the service and its deployments").isGreaterThan(1);
        List<MenuItem> entries = new ArrayList<>();
        robot.interact(() -> {
            RowActions.showAtSelection(table, table.getContextMenu());
            entries.addAll(table.getContextMenu().getItems());
            table.getContextMenu().hide();
        });
        assertThat(entries).extracting(MenuItem::getText)
                .contains("Export only what is marked as CSV: " + rows + " rows", "Copy ARN",
                        "Copy the ARN of what is marked    C");

        robot.interact(() -> window.shell.show(Place.of(new StackId("bowwow-prod"))));
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
