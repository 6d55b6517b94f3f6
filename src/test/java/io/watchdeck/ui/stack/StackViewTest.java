package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.OtherMoments;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.TimeChart;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.TailWish;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
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
class StackViewTest {

    private static final double FIRST_PADDING = 8;

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
    void theHeaderAndTheServicesCutNothingOffBesideTheDrawer(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(cutOff(robot, ".stack-header")).isEmpty();
        assertThat(cutOff(robot, "#services-table")).isEmpty();
        assertThat(cutOff(robot, "#drawer")).filteredOn(text -> text.startsWith("STOPPED")).isEmpty();
    }

    private static List<String> cutOff(FxRobot robot, String part) {
        return robot.lookup(part).query().lookupAll(".label").stream().filter(Node::isVisible)
                .filter(Label.class::isInstance).map(Label.class::cast)
                .filter(label -> label.lookup(".text") instanceof Text drawn && drawn.isVisible()
                        && !drawn.getText().replaceAll("\\s", "").equals(label.getText().replaceAll("\\s", "")))
                .map(Label::getText).filter(text -> !text.isBlank()).toList();
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
                .contains("5xx, last 3 h: now").contains("alarm at 10/min");
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
    void theDrawerTellsWhyTheLoadBalancerSendsATargetNothing(FxRobot robot) {
        robot.interact(() -> {
            window.shell.show(Place.of(new StackId("tiketi-prod"), "tiketi-backend-service"));
            window.shell.scene().getRoot().applyCss();
        });

        assertThat(Window.texts(robot.lookup("#drawer-targets").query())).contains("Targets",
                "5 of 7 healthy, 1 draining",
                "tiketi-backend-tg", "unhealthy", "10.0.3.77:3000",
                "Target.ResponseCodeMismatch: Health checks failed with these codes: [503]");
    }

    @Test
    void onlyTheServiceOfAnOpenDrawerIsReadMoreClosely(FxRobot robot) {
        robot.interact(() -> services(robot).getScene().getWindow().setWidth(1100));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(window.watch.inspected()).as("the drawer is closed").isEmpty();

        robot.interact(() -> window.shell.show(Place.of(new StackId("bowwow-prod"), "bowwow-gateway")));
        assertThat(window.watch.inspected()).contains(new Inspection(new StackId("bowwow-prod"), "bowwow-gateway",
                Optional.of(TailWish.everything())));

        robot.interact(() -> services(robot).getSelectionModel().select(1));
        assertThat(window.watch.inspected()).map(Inspection::service).contains("bowwow-user-service");

        robot.interact(() -> window.shell.show(Screen.OVERVIEW));
        assertThat(window.watch.inspected()).isEmpty();
    }

    @Test
    void theDrawerTellsWhyNothingWasScaled(FxRobot robot) {
        robot.interact(() -> {
            window.shell.show(Place.of(new StackId("tiketi-prod"), "tiketi-backend-service"));
            window.watch.publish(OtherMoments.inspectedTiketi());
            window.shell.scene().getRoot().applyCss();
        });

        assertThat(Window.texts(robot.lookup("#drawer-activities").query())).contains("not scaled",
                "Not scaled because it is at its maximum of 10", "successful", "Setting desired count to 5.");
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
    void theTableFitsItsRowsAfterAStackWithDeploymentsAndANarrowerWindow(FxRobot robot) {
        robot.interact(() -> {
            services(robot).getScene().getWindow().setWidth(1600);
            services(robot).getScene().getWindow().setHeight(900);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> services(robot).getScene().getWindow().setWidth(1300));
        WaitForAsyncUtils.waitForFxEvents();

        robot.interact(() -> window.shell.show(Place.of(new StackId("codemate-dev"))));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> services(robot).getScene().getWindow().setWidth(1250));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(services(robot).lookupAll(".scroll-bar")).filteredOn(bar -> bar.isVisible()
                && bar.getLayoutBounds().getHeight() > 0).isEmpty();
        assertThat(indents(robot, "codemate-frontend-service", "codemate-backend-service")).containsOnly(0.0);
        assertThat(services(robot).getColumns().stream().mapToDouble(column -> column.getWidth()).sum())
                .isLessThanOrEqualTo(services(robot).getWidth());
    }

    /// How far a service's name stands from the left edge of its cell's content.
    private static List<Double> indents(FxRobot robot, String... names) {
        return services(robot).lookupAll(".label").stream().filter(Label.class::isInstance).map(Label.class::cast)
                .filter(label -> List.of(names).contains(label.getText()))
                .map(label -> label.localToScene(0, 0).getX() - cellOf(label).localToScene(0, 0).getX()
                        - FIRST_PADDING)
                .toList();
    }

    private static Node cellOf(Node node) {
        Node cell = node;
        while (!(cell instanceof TreeTableCell)) {
            cell = cell.getParent();
        }
        return cell;
    }

    @Test
    void aNarrowWindowOpensTheDrawerByKeyAndByButton(FxRobot robot) {
        robot.interact(() -> services(robot).getScene().getWindow().setWidth(1100));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#drawer").tryQuery()).isEmpty();

        robot.interact(() -> services(robot).requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup("#drawer").tryQuery()).isPresent();

        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#drawer").tryQuery()).isEmpty();
        robot.interact(() -> robot.lookup("#services-details").queryButton().fire());
        assertThat(robot.lookup("#drawer").tryQuery()).isPresent();
    }

    @Test
    void openingSelectsTheServiceInTroubleInTheTableToo(FxRobot robot) {
        robot.interact(() -> window.shell.show(Place.of(new StackId("bowwow-prod"))));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(services(robot).getSelectionModel().getSelectedItem().getValue().key())
                .isEqualTo("bowwow-push-service");

        robot.interact(() -> window.watch.publish(Snapshots.of(List.of(OtherMoments.bowwowRecovered()))));

        assertThat(services(robot).getSelectionModel().getSelectedItem().getValue().key())
                .isEqualTo("bowwow-push-service");
    }

    @Test
    void aDeploymentThatEndsLeavesItsServiceSelected(FxRobot robot) {
        robot.interact(() -> services(robot).getSelectionModel().select(2));

        robot.interact(() -> window.watch.publish(Snapshots.of(List.of(OtherMoments.completedTiketi()))));

        assertThat(services(robot).getSelectionModel().getSelectedItem().getValue().key())
                .isEqualTo("tiketi-backend-service");
        assertThat(services(robot).getExpandedItemCount()).isEqualTo(1);
    }

    @Test
    void slashFiltersTheServicesAndEscapeShowsAllAgain(FxRobot robot) {
        robot.interact(() -> {
            window.shell.show(Place.of(new StackId("bowwow-prod")));
            services(robot).requestFocus();
        });
        robot.interact(() -> Event.fireEvent(services(robot), new KeyEvent(KeyEvent.KEY_TYPED, "/", "/",
                KeyCode.UNDEFINED, false, false, false, false)));
        robot.write("push");
        assertThat(services(robot).getExpandedItemCount()).isEqualTo(1);
        assertThat(texts(robot)).contains("1 of 6");

        robot.interact(() -> window.watch.publish(Snapshots.moment()));
        assertThat(services(robot).getExpandedItemCount()).as("after a refresh").isEqualTo(1);

        robot.type(KeyCode.ESCAPE);
        assertThat(services(robot).getExpandedItemCount()).isEqualTo(6);
        assertThat(services(robot).getSelectionModel().getSelectedItem().getValue().key())
                .isEqualTo("bowwow-push-service");
        assertThat(window.shell.scene().getFocusOwner()).isSameAs(services(robot));
    }

    @Test
    void aServiceThatIsGoneToIsNotFilteredAway(FxRobot robot) {
        robot.interact(() -> {
            window.shell.show(Place.of(new StackId("bowwow-prod")));
            ((TextField) robot.lookup("#services-filter").query()).setText("nothing is called so");
        });
        assertThat(services(robot).getExpandedItemCount()).isZero();

        robot.interact(() -> window.shell.show(Place.of(new StackId("bowwow-prod"), "bowwow-push-service")));

        assertThat(services(robot).getExpandedItemCount()).isEqualTo(6);
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
