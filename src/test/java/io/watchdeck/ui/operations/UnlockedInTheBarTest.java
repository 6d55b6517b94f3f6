package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.kit.FontIcon;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class UnlockedInTheBarTest extends OperatingWindow {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    @Test
    void whatIsUnlockedIsWrittenInTheColourOfAWarningAsItsIconIs(FxRobot robot) {
        robot.interact(() -> desk.unlock(TIKETI.file().id()));
        robot.interact(() -> {
            window.shell.scene().getRoot().applyCss();
            window.shell.scene().getRoot().layout();
        });

        Node lock = window.shell.scene().lookup("#status-lock");
        assertThat(((Label) lock.lookup(".label")).getText()).startsWith("Writes unlocked: Tiketi");
        assertThat(((Label) lock.lookup(".label")).getTextFill())
                .isEqualTo(((FontIcon) lock.lookup(".wd-icon")).getFill());
    }
}
