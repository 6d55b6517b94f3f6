package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.operations.Operation;
import io.watchdeck.ui.Snapshots;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What confirms an operation stays where it is once a person has seen what follows, and keeps what was typed.
@ExtendWith(ApplicationExtension.class)
class HeldDialogTest extends OperatingWindow {

    private static final Operation SCALE = new Operation.Scale(TIKETI.file().id(),
            new ServiceKey(TIKETI.file().cluster(), "tiketi-backend-service"), OptionalInt.of(6), Optional.empty());
    private static final List<String> FOOT =
            List.of("#operation-name", "#operation-note", "#dialog-cancel", "#dialog-primary");

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void theFootIsNoHigherThanItsButtonsWhateverItSays(FxRobot robot) {
        robot.interact(() -> {
            window.shell.open(SCALE);
            desk.answerFacts(Snapshots.NOW);
        });
        window.layout();
        List<Double> locked = foot(robot);
        assertThat(robot.lookup("#dialog-why").queryLabeled().getText()).isEqualTo(
                "Tiketi is locked: Alt+U unlocks it.");
        Bounds why = place(robot.lookup("#dialog-why").query());
        assertThat(why.getMinX()).isGreaterThan(place(robot.lookup("#operation-copy").query()).getMaxX());
        assertThat(why.getMaxX()).isLessThan(place(robot.lookup("#dialog-cancel").query()).getMinX());
        double foot = robot.lookup(".dialog-foot").query().getLayoutBounds().getHeight();
        double button = robot.lookup("#dialog-primary").query().getLayoutBounds().getHeight();
        assertThat(foot - button).as("around the buttons").isBetween(16.0, 32.0);

        robot.interact(() -> desk.unlock(TIKETI.file().id()));
        window.layout();
        robot.interact(() -> robot.lookup("#operation-name").queryAs(TextField.class)
                .setText("tiketi-backend-service"));
        window.layout();
        assertThat(robot.lookup("#dialog-why").query().isVisible()).isFalse();
        assertThat(foot(robot)).isEqualTo(locked);
    }

    private static List<Double> foot(FxRobot robot) {
        return FOOT.stream().map(one -> place(robot.lookup(one).query()).getMinY()).toList();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void whateverIsSaidLaterMovesNeitherTheFieldsNorTheButtonsBelowThePointer(FxRobot robot) {
        robot.interact(() -> {
            desk.unlock(TIKETI.file().id());
            window.shell.open(SCALE);
            desk.answerFacts(Snapshots.NOW);
        });
        window.layout();
        List<Double> before = foot(robot);
        double rows = robot.lookup("#operation-consequences").query().getLayoutBounds().getHeight();
        robot.moveTo("#dialog-primary");
        robot.interact(() -> {
            robot.lookup("#operation-name").queryAs(TextField.class).setText("tiketi-backend");
            robot.lookup("#operation-note").queryAs(TextField.class).setText("load test");
            robot.lookup("#scale-range").queryAs(CheckBox.class).setSelected(true);
            robot.lookup("#scale-max").queryAs(TextField.class).setText("14");
        });
        window.layout();
        assertThat(robot.lookup("#operation-consequences").query().getLayoutBounds().getHeight())
                .as("there is more to say").isGreaterThan(rows);
        assertThat(foot(robot)).isEqualTo(before);

        robot.interact(() -> robot.lookup("#scale-max").queryAs(TextField.class).setText(""));
        window.layout();
        assertThat(foot(robot)).isEqualTo(before);
        assertThat(robot.lookup("#operation-name").queryAs(TextField.class).getText()).isEqualTo("tiketi-backend");
        assertThat(robot.lookup("#operation-note").queryAs(TextField.class).getText()).isEqualTo("load test");
    }

    @Test
    void itGrowsWithWhatIsSaidWhileThePointerIsElsewhereAndDoesNotShrink(FxRobot robot) {
        robot.interact(() -> {
            desk.unlock(TIKETI.file().id());
            window.shell.open(SCALE);
            desk.answerFacts(Snapshots.NOW);
        });
        window.layout();
        robot.moveTo("#scale-range");
        List<Double> before = foot(robot);
        robot.interact(() -> {
            robot.lookup("#scale-range").queryAs(CheckBox.class).setSelected(true);
            robot.lookup("#scale-max").queryAs(TextField.class).setText("14");
        });
        window.layout();
        List<Double> grown = foot(robot);
        assertThat(grown.getFirst()).isGreaterThan(before.getFirst());

        robot.interact(() -> robot.lookup("#scale-range").queryAs(CheckBox.class).setSelected(false));
        window.layout();
        assertThat(foot(robot)).isEqualTo(grown);
    }
}
