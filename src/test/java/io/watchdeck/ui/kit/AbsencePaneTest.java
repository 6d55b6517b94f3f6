package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.words.Words;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class AbsencePaneTest {

    private final Words words = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    private void in(FxRobot robot, double width, double height, AbsencePane pane) {
        robot.interact(() -> {
            if (pane.getScene() == null) {
                new Scene(new Pane(pane), 400, 200);
            }
            pane.resize(width, height);
            pane.getScene().getRoot().applyCss();
            pane.layout();
        });
    }

    private AbsencePane denied(FxRobot robot) {
        var made = new AbsencePane[1];
        robot.interact(() -> {
            made[0] = new AbsencePane();
            made[0].show(Absence.of(Failure.denied("ecs:DescribeServices"), words));
        });
        return made[0];
    }

    private static Label word(AbsencePane pane) {
        return (Label) pane.getChildren().getFirst();
    }

    private static Label detail(AbsencePane pane) {
        return (Label) pane.getChildren().getLast();
    }

    @Test
    void saysItsWordAndItsReasonWhereBothHaveRoom(FxRobot robot) {
        AbsencePane pane = denied(robot);
        in(robot, 200, 45, pane);

        assertThat(word(pane).getContentDisplay()).isEqualTo(ContentDisplay.LEFT);
        assertThat(detail(pane).getText()).isEqualTo("ecs:DescribeServices");
    }

    @Test
    void anActionThatIsTooWideBreaksBehindItsServiceWhereTheRowIsHigh(FxRobot robot) {
        AbsencePane pane = denied(robot);
        in(robot, 110, 67, pane);
        assertThat(detail(pane).getText()).isEqualTo("ecs:\nDescribeServices");

        in(robot, 110, 45, pane);
        assertThat(detail(pane).isVisible()).isFalse();
    }

    @Test
    void itsIconStandsAloneWhereTheWordHasNoRoomAndTellsEverything(FxRobot robot) {
        AbsencePane pane = denied(robot);
        in(robot, 40, 45, pane);

        assertThat(word(pane).getContentDisplay()).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
        assertThat(word(pane).getText()).isEqualTo("Denied");
        assertThat(Texts.explanation(word(pane))).contains("Denied", "ecs:DescribeServices");
    }

    @Test
    void theWordStandsBelowItsIconWhereItHasRoomThereAlone(FxRobot robot) {
        AbsencePane pane = denied(robot);
        in(robot, 55, 45, pane);

        assertThat(word(pane).getContentDisplay()).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
        assertThat(detail(pane).getText()).isEqualTo("Denied");
        assertThat(detail(pane).isVisible()).isTrue();
    }

    @Test
    void theWordComesBackWithTheRoom(FxRobot robot) {
        AbsencePane pane = denied(robot);
        in(robot, 40, 45, pane);
        in(robot, pane.prefWidth(-1), 45, pane);

        assertThat(word(pane).getContentDisplay()).isEqualTo(ContentDisplay.LEFT);
        assertThat(detail(pane).isVisible()).isTrue();
    }
}
