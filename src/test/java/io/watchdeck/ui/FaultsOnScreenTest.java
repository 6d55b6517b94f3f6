package io.watchdeck.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.aws.AwsService;
import io.watchdeck.aws.Fault;
import io.watchdeck.aws.TestKeys;
import io.watchdeck.aws.WholeAccount;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// An account in which one service is denied and another throttled, as a person sees it, and its recovery.
@ExtendWith({TestKeys.class, ApplicationExtension.class})
class FaultsOnScreenTest {

    private static final StackId SHOP = new StackId("shop");
    private static final Set<String> MARKS = Set.of("Denied", "Throttled", "No answer", "Signed out", "asking",
            "Unexpected answer", "Not found");

    private final WholeAccount account = new WholeAccount(Duration.ofSeconds(10));
    private final LiveWatch watch = account.watch();
    private Window window;

    @Start
    void start(Stage stage) {
        account.clock.set(Snapshots.NOW);
        account.fail(Map.of(AwsService.SQS, Fault.DENIED, AwsService.RDS, Fault.THROTTLED,
                AwsService.PIPES, Fault.DENIED));
        window = new Window(stage, watch.readOnce(EnumSet.allOf(Subject.class)));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
        watch.close();
        account.close();
    }

    @Test
    void onlyThePanelsOfTheFaultySayWhyTheyAreEmptyAndRecoverByThemselves(FxRobot robot) {
        TableView<?> stacks = robot.lookup("#overview-table").queryTableView();
        robot.interact(() -> stacks.getSelectionModel().select(1));
        Object selected = stacks.getSelectionModel().getSelectedItem();

        assertThat(marks(robot, "#overview-table")).containsExactlyInAnyOrder("Denied", "Denied", "Throttled");
        show(robot, Place.of(SHOP));
        assertThat(marks(robot, "#card-queue")).containsExactly("Denied", "Denied");
        assertThat(marks(robot, "#card-database")).containsExactly("Throttled");
        assertThat(marks(robot, "#card-batch-queue")).as("the pipe").containsExactly("Denied");
        assertThat(marks(robot, ".stack-scroll")).as("nowhere else").hasSize(4);
        assertThat(texts(robot, "#card-database")).anyMatch(text -> text.startsWith("next try "));
        assertThat(texts(robot, "#card-queue")).contains("DLQ", "sqs:GetQueueUrl");
        assertThat(javafx.stage.Window.getWindows()).as("no dialog").hasSize(1);

        account.heal();
        account.clock.forward(Duration.ofSeconds(20));
        WatchSnapshot well = watch.readOnce(EnumSet.allOf(Subject.class));
        robot.interact(() -> window.watch.publish(well));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(marks(robot, ".stack-scroll")).isEmpty();
        show(robot, Place.of(Screen.OVERVIEW));
        assertThat(marks(robot, "#overview-table")).isEmpty();
        assertThat(robot.lookup("#overview-table").queryTableView().getSelectionModel().getSelectedItem())
                .isEqualTo(selected);
    }

    private void show(FxRobot robot, Place place) {
        robot.interact(() -> window.shell.show(place));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The words of absences below a node. The drawer beside the panels asks for something of its own.
    private static List<String> marks(FxRobot robot, String below) {
        return texts(robot, below).stream().filter(MARKS::contains).toList();
    }

    private static List<String> texts(FxRobot robot, String below) {
        return robot.lookup(below).queryAll().stream().flatMap(node -> Window.texts(node).stream())
                .toList();
    }
}
