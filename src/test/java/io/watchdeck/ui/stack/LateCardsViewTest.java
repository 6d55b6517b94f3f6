package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Theme;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The cards of a stack of which nothing could be read for a while.
@ExtendWith(ApplicationExtension.class)
class LateCardsViewTest {

    private Stage stage;
    private Window window;

    @Start
    void start(Stage shared) {
        stage = shared;
        window = new Window(shared, Snapshots.moment());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    @ParameterizedTest
    @CsvSource({"8, 1100, 700", "8, 1440, 900", "40, 1100, 700", "40, 1440, 900", "4000, 1100, 700"})
    void theLoadBalancersFiguresAreWholeAndAllTellThatTheyAreLate(int minutes, int width, int height, FxRobot robot) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            robot.interact(() -> {
                window.shell.close();
                window = new Window(stage, Snapshots.moment(), new Look(Theme.DARK, width, height),
                        Clock.offset(Snapshots.CLOCK, Duration.ofMinutes(minutes)));
                window.shell.use(language);
                window.shell.show(Place.of(new StackId("tiketi-prod")));
            });
            robot.interact(() -> {
                window.shell.scene().getRoot().applyCss();
                window.shell.scene().getRoot().layout();
            });
            Node card = robot.lookup("#card-load-balancer").query();

            assertThat(cut(card)).as("%s", language).isEmpty();
            assertThat(card.lookupAll("LinePane")).as("requests, p50, p95, healthy, draining").hasSize(5)
                    .allSatisfy(line -> assertThat(line.lookup(".freshness")).isInstanceOf(FreshnessLabel.class));
        }
    }

    private static List<String> cut(Node card) {
        var cut = new ArrayList<String>();
        for (Node node : card.lookupAll(".label")) {
            // The name of the load balancer gives way to the age beside it, in its middle, as every name does.
            if (node instanceof Label label && label.isVisible() && !label.getText().equals("tiketi-alb-prod")
                    && !label.isWrapText()
                    && label.lookup(".text") instanceof Text text && !text.getText().equals(label.getText())) {
                cut.add(label.getText() + " as " + text.getText());
            }
        }
        return cut;
    }
}
