package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.TimeChart;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import java.util.List;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class StackViewTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment());
        window.shell.show(Place.of(new StackId("tiketi-prod")));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void showsCardsServicesAndStopReasons(FxRobot robot) {
        assertThat(texts(robot)).contains("Tiketi", "Load balancer", "Database", "Cache", "tiketi-backend-service",
                "rev 88", "rev 87", "STOPPED, exit 137");
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("OutOfMemoryError"));
    }

    @Test
    void openingPutsTheFocusOnTheServicesNotOnTheSearch(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(window.shell.scene().getFocusOwner()).isSameAs(services(robot));
    }

    @Test
    void aRefreshLeavesTheFocusWhereItIs(FxRobot robot) {
        robot.interact(services(robot)::requestFocus);

        robot.interact(() -> window.watch.publish(Snapshots.of(List.of(Snapshots.expiredTiketi()))));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(window.shell.scene().getFocusOwner()).isSameAs(services(robot));
    }

    @Test
    void theWatchIsToldWhatIsLookedAt(FxRobot robot) {
        assertThat(window.watch.focused()).map(StackId::value).contains("tiketi-prod");

        robot.interact(() -> window.shell.show(Screen.OVERVIEW));
        assertThat(window.watch.focused()).isEmpty();
    }

    @Test
    void theChartSaysItselfInWords(FxRobot robot) {
        assertThat(robot.lookup("#history-chart").queryAs(TimeChart.class).getAccessibleText())
                .contains("5xx: now").contains("alarm at 10/min");
    }

    @Test
    void aRefreshKeepsSelectionAndExpansion(FxRobot robot) {
        robot.interact(() -> {
            services(robot).getRoot().getChildren().getFirst().setExpanded(false);
            services(robot).getRoot().getChildren().getFirst().setExpanded(true);
            services(robot).getSelectionModel().select(2);
        });
        TreeItem<Row<String, FleetLine>> selected = services(robot).getSelectionModel().getSelectedItem();

        robot.interact(() -> window.watch.publish(Snapshots.moment()));

        assertThat(services(robot).getSelectionModel().getSelectedItem()).isSameAs(selected);
        assertThat(services(robot).getExpandedItemCount()).isEqualTo(3);
    }

    @Test
    void theDrawerFollowsTheSelectedService(FxRobot robot) {
        robot.interact(() -> {
            window.shell.show(Place.of(new StackId("bowwow-prod"), "bowwow-push-service"));
            window.shell.scene().getRoot().layout();
        });

        assertThat(Window.texts(robot.lookup("#drawer").query())).contains("bowwow-push-service");
    }

    @Test
    void aDeniedDatabaseShowsTheActionInItsCard(FxRobot robot) {
        robot.interact(() -> {
            window.shell.show(Place.of(new StackId("codemate-dev")));
            window.shell.scene().getRoot().applyCss();
        });

        assertThat(Window.texts(robot.lookup("#card-database").query()))
                .contains("Denied", "cloudwatch:GetMetricData");
    }

    @Test
    void aStaleStackShowsItsAges(FxRobot robot) {
        robot.interact(() -> window.watch.publish(Snapshots.of(List.of(Snapshots.expiredTiketi()))));

        assertThat(texts(robot)).contains("Not known", "9 min");
    }

    @Test
    void escapeGoesBack(FxRobot robot) {
        robot.interact(services(robot)::requestFocus);
        robot.type(KeyCode.ESCAPE);

        assertThat(window.shell.navigator().place().screen()).isEqualTo(Screen.OVERVIEW);
    }

    @Test
    void copiesTheArnOfTheSelectedService(FxRobot robot) {
        robot.interact(services(robot)::requestFocus);
        robot.type(KeyCode.C);

        assertThat(window.desktop.copied).containsExactly(
                "arn:aws:ecs:ap-northeast-2:210987654321:service/tiketi-cluster-prod/tiketi-backend-service");
    }

    private static TreeTableView<Row<String, FleetLine>> services(FxRobot robot) {
        return robot.lookup("#services-table").query();
    }

    private static List<String> texts(FxRobot robot) {
        return Window.texts(robot.lookup("#stack").query());
    }
}
