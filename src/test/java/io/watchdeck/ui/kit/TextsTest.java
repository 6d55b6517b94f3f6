package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Window;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TextsTest {

    private static final String LONG = "a sentence of quite a few words that do not fit in one line";

    private VBox box;
    private Label label;

    @Start
    void start(Stage stage) {
        label = Texts.wrapping(LONG, "wd-12", "wd-muted");
        box = new VBox(label);
        box.setMaxSize(120, 10);
        stage.setScene(new Scene(new StackPane(box), 400, 300));
        Window.toTheCorner(stage);
        stage.show();
    }

    @Test
    void aWrappingLabelHasAllItsLinesWhereThereIsTooLittleRoom(FxRobot robot) {
        robot.interact(() -> box.getScene().getRoot().layout());

        assertThat(label.getStyleClass()).contains("wd-12", "wd-muted");
        assertThat(label.getWidth()).isEqualTo(120);
        assertThat(label.getHeight()).isEqualTo(label.prefHeight(120)).isGreaterThan(3 * 12);
    }
}
