package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.yaml.FileProblem;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TopBarTest {

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.never(Failure.unreachable("127.0.0.1:1")), Look.of(Theme.DARK));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @Test
    void noAnswerHasTheColourThatItHasInEveryCell(FxRobot robot) {
        for (Theme theme : Theme.values()) {
            robot.interact(() -> window.shell.use(theme));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> window.shell.scene().getRoot().applyCss());

            Labeled top = robot.lookup("#updated").queryLabeled();
            assertThat(top.getText()).startsWith("No answer");
            FontIcon inCell = (FontIcon) robot.lookup("#overview-table").query()
                    .lookup(".absence-unreachable .absence-icon");
            assertThat(top.getTextFill()).as("%s", theme).isEqualTo(inCell.getFill());
            assertThat(((FontIcon) top.getGraphic()).getFill()).as("%s", theme).isEqualTo(inCell.getFill());
        }
    }

    @Test
    void aStackWhoseFileCannotBeUsedIsMissingFromAll(FxRobot robot) {
        robot.interact(() -> window.watch.publish(Snapshots.moment()));
        assertThat(robot.lookup("#scope-all").queryLabeled().getText()).isEqualTo("All 6");

        robot.interact(() -> window.watch.publish(Snapshots.wrong(new FileProblem("shop.yaml", 12, 5,
                "Unknown key 'servces'.", "Did you mean 'services'?"))));

        ToggleButton all = robot.lookup("#scope-all").queryAs(ToggleButton.class);
        assertThat(all.getText()).isEqualTo("All 6 / 7");
        assertThat(Texts.explanation(all))
                .isEqualTo("shop.yaml cannot be used: Unknown key 'servces'. Did you mean 'services'?");
        assertThat(robot.lookup("#scope-production").queryLabeled().getText()).as("of those that are known")
                .isEqualTo("Prod 5");
    }

    @Test
    void thereIsNothingToChooseBeforeThereAreStacks(FxRobot robot) {
        robot.interact(() -> {
            window.shell.close();
            window = new Window((Stage) window.shell.scene().getWindow(), Snapshots.of(List.of()), Look.of(Theme.DARK));
        });

        assertThat(robot.lookup("#scope").query().isVisible()).isFalse();
    }

    /// As while somebody mends the file.
    @Test
    void whatIsChosenByKeyKeepsTheFocusWhileAFileIsWrongInAnotherWay(FxRobot robot) {
        robot.interact(() -> window.watch.publish(Snapshots.wrong(new FileProblem("shop.yaml", 12, 5,
                "Unknown key 'servces'.", "Did you mean 'services'?"))));
        robot.interact(() -> robot.lookup("#scope-all").query().requestFocus());

        robot.interact(() -> window.watch.publish(Snapshots.wrong(new FileProblem("shop.yaml", 12, 5,
                "Unknown key 'servcies'.", "Did you mean 'services'?"))));

        ToggleButton all = robot.lookup("#scope-all").queryAs(ToggleButton.class);
        assertThat(Texts.explanation(all)).contains("servcies");
        assertThat(all.isFocused()).isTrue();
    }

    @Test
    void allIsChosenWhereTheStacksOfTheChosenEnvironmentAreGone(FxRobot robot) {
        robot.interact(() -> window.watch.publish(Snapshots.moment()));
        robot.interact(() -> robot.lookup("#scope-development").queryAs(ToggleButton.class).fire());
        var others = Snapshots.moment().stacks().stream()
                .filter(stack -> stack.file().environment() != Environment.DEVELOPMENT).toList();

        robot.interact(() -> window.watch.publish(Snapshots.of(others)));

        assertThat(robot.lookup("#scope-all").queryAs(ToggleButton.class).isSelected()).isTrue();
    }
}
