package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.OperatedInTheSandbox;
import io.watchdeck.ui.shell.Screen;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A key for an operation on a stack of several services, of which none is chosen.
@ExtendWith(ApplicationExtension.class)
class ServiceChoiceInTheSandboxTest extends OperatedInTheSandbox {

    private static final StackId BOWWOW = new StackId("bowwow-prod");

    ServiceChoiceInTheSandboxTest() {
        super("bowwow-prod");
    }

    @Start
    void start(Stage stage) {
        open(stage);
        stage.setWidth(1440);
        window.shell.show(Screen.OVERVIEW);
    }

    @Test
    void aKeyOnAStackOfSeveralServicesAsksForWhich(FxRobot robot) throws Exception {
        select(robot, BOWWOW);
        robot.type(KeyCode.D);
        List<MenuItem> asked = List.copyOf(showing().orElseThrow().getItems());
        assertThat(asked.getFirst().getText()).isEqualTo("Deploy which service of BowWow anew?");
        List<String> services = asked.stream().skip(2).map(MenuItem::getText).toList();
        assertThat(services).hasSizeGreaterThan(1);

        robot.interact(() -> asked.get(3).fire());
        await(() -> title(robot).equals("Deploy " + services.get(1) + " anew"));
        robot.interact(() -> showing().ifPresent(ContextMenu::hide));
        robot.type(KeyCode.ESCAPE);
        await(() -> robot.lookup("#operation-dialog").tryQuery().isEmpty());

        robot.type(KeyCode.D).type(KeyCode.ESCAPE);
        assertThat(showing()).isEmpty();
        assertThat(robot.lookup("#operation-dialog").tryQuery()).isEmpty();
    }

    private void select(FxRobot robot, StackId stack) {
        TableView<?> table = robot.lookup("#overview-table").query();
        robot.interact(() -> {
            for (int index = 0; index < table.getItems().size(); index++) {
                if (((io.watchdeck.ui.kit.Row<?, ?>) table.getItems().get(index)).key().equals(stack)) {
                    table.getSelectionModel().select(index);
                }
            }
            table.requestFocus();
        });
    }

    private static String title(FxRobot robot) {
        return robot.lookup("#dialog-title").tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    private static Optional<ContextMenu> showing() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast)
                .filter(Window::isShowing).findFirst();
    }
}
