package io.watchdeck.ui.cost;

import static io.watchdeck.ui.cost.Bills.TWENTY_FIRST;
import static io.watchdeck.ui.cost.Bills.billed;
import static io.watchdeck.ui.cost.Bills.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.DayBarsPane;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.WatchSnapshot;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
class CostViewTest {

    private static final String ECS = "Amazon Elastic Container Service";

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, moment());
        window.shell.show(Screen.COST);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    private static WatchSnapshot moment() {
        return Snapshots.of(List.of(billed("glimpse-prod", report(TWENTY_FIRST, ECS, "1.80")),
                billed("tiketi-prod", report(TWENTY_FIRST, ECS, "12.00"))));
    }

    /// A window costs seconds: everything here happens in one.
    @Test
    void showsThePlanOfAStackAndKeepsItOverRefreshes(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(name(robot)).as("the most over").isEqualTo("Tiketi");
        assertThat(robot.lookup("#cost-contradiction").query().isVisible()).isFalse();

        robot.interact(() -> stacks(robot).getSelectionModel().select(1));
        assertThat(name(robot)).isEqualTo("Glimpse");
        assertThat(lines(robot)).startsWith("ECS Fargate", "ALB").contains("Lines add up to", "Declared", "Target");
        assertThat(Window.texts(robot.lookup("#cost-contradiction").query()))
                .contains("The Glimpse plan contradicts itself.");

        tellsWhereThePlanIsCorrected(robot);
        asksAtItsPrice(robot);
        robot.interact(() -> window.watch.publish(moment()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(name(robot)).isEqualTo("Glimpse");
        assertThat(stacks(robot).getSelectionModel().getSelectedItem().key()).isEqualTo("stack glimpse-prod");

        robot.interact(() -> stacks(robot).getSelectionModel().selectLast());
        assertThat(name(robot)).as("a sum is no stack").isEqualTo("Glimpse");
        theDaysTellTheirAmounts(robot);
        savesThePlanLines(robot);
        opensTheStackItIsAskedFor(robot);
        namesAreNeverCutOffForThePlanBesideThem(robot);
    }

    private void namesAreNeverCutOffForThePlanBesideThem(FxRobot robot) {
        Node plans = robot.lookup("#cost-lines").query();
        widen(robot, 1440);
        assertThat(left(plans)).isGreaterThan(left(stacks(robot)));

        widen(robot, 1300);

        assertThat(left(plans)).as("below the stacks").isEqualTo(left(stacks(robot)));
    }

    private void widen(FxRobot robot, double width) {
        robot.interact(() -> window.shell.scene().getWindow().setWidth(width));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static double left(Node node) {
        return node.localToScene(0, 0).getX();
    }

    private void theDaysTellTheirAmounts(FxRobot robot) {
        DayBarsPane days = robot.lookup("#cost-days").query();
        assertThat(days.getAccessibleText()).startsWith("Cost by day in September, 21 days");

        robot.interact(() -> robot.lookup("#cost-by-services").queryAs(ToggleButton.class).fire());
        robot.interact(() -> key(days, KeyCode.HOME));

        assertThat(days.getAccessibleText()).isEqualTo("Tue 1 Sep: $13.80: " + ECS + " $13.80");
    }

    private void savesThePlanLines(FxRobot robot) {
        robot.interact(() -> robot.lookup("#cost-csv").queryButton().fire());

        assertThat(window.desktop.savedNames).containsExactly("watchdeck-plans.csv");
        assertThat(window.desktop.saved.getFirst()).contains("glimpse-prod,production,ALB,");
    }

    private void opensTheStackItIsAskedFor(FxRobot robot) {
        assertThat(window.watch.costs().looked()).as("while it is shown").containsExactly(true);
        robot.interact(() -> {
            window.shell.show(Screen.OVERVIEW);
            window.shell.show(Place.of(Screen.COST, new StackId("tiketi-prod")));
        });
        assertThat(window.watch.costs().looked()).containsExactly(true, false, true);
        assertThat(name(robot)).isEqualTo("Tiketi");

        robot.interact(() -> window.shell.use(Locale.KOREAN));
        assertThat(name(robot)).as("in another language").isEqualTo("Tiketi");
        assertThat(lines(robot)).contains("항목 합계");
    }

    private static String name(FxRobot robot) {
        return robot.lookup("#cost-plan-name").queryAs(Label.class).getText();
    }

    private static List<String> lines(FxRobot robot) {
        TableView<Row<String, CostLine>> table = robot.lookup("#cost-lines").query();
        return table.getItems().stream().map(row -> row.facts().name()).toList();
    }

    private static TableView<Row<String, CostLine>> stacks(FxRobot robot) {
        return robot.lookup("#cost-stacks").query();
    }

    private static void key(Node at, KeyCode code) {
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private void tellsWhereThePlanIsCorrected(FxRobot robot) {
        Button remedy = robot.lookup("#cost-remedy").queryAs(Button.class);
        assertThat(remedy.getText()).isEqualTo("Correct the plan…");
        assertThat(robot.lookup("#cost-remedy-path").query().getParent().isVisible()).isFalse();

        robot.interact(remedy::fire);
        assertThat(robot.lookup("#cost-remedy-path").queryAs(Label.class).getText())
                .endsWith("/stacks/glimpse-prod.yaml");
        robot.interact(() -> robot.lookup("#cost-remedy-copy").queryAs(Button.class).fire());
        assertThat(window.desktop.copied).containsExactly("/stacks/glimpse-prod.yaml");
        robot.interact(remedy::fire);
    }

    private void asksAtItsPrice(FxRobot robot) {
        Button ask = robot.lookup("#cost-ask").queryAs(Button.class);
        assertThat(ask.getText()).isEqualTo("Ask Cost Explorer now · $0.01");

        robot.interact(ask::fire);

        assertThat(window.watch.costs().asked()).containsExactly(new StackId("glimpse-prod"));
    }
}
