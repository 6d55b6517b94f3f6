package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.yaml.FileProblem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class BannerPaneTest {

    /// Of two lines, with the air around them.
    private static final double TWO_LINES = 45;

    private Window window;

    @Start
    void start(Stage stage) {
        window = new Window(stage, Snapshots.moment(), new Look(Theme.DARK, 1100, 700));
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }

    private Node shown(FxRobot robot, int problems) {
        robot.interact(() -> window.watch.publish(Snapshots.wrong(IntStream.rangeClosed(1, problems)
                .mapToObj(line -> new FileProblem("/home/mina/.config/watchdeck/stacks/shop-prod.yaml", line, 1,
                        "Unknown key 'nmae'.", "Did you mean 'name'? " + "Each service has one. ".repeat(9)))
                .toArray(FileProblem[]::new))));
        robot.interact(() -> {});
        Node banner = robot.lookup("#banner-problems").query();
        Window.texts(banner);
        return banner;
    }

    @Test
    void takesTwoLinesOfTheScreenHoweverMuchThereIsToSay(FxRobot robot) {
        for (int problems : new int[] {1, 2, 3, 7}) {
            Node banner = shown(robot, problems);

            assertThat(banner.getLayoutBounds().getHeight()).as("%s problems", problems)
                    .isLessThanOrEqualTo(TWO_LINES);
            assertThat(banner.lookupAll(".banner-text")).hasSize(Math.min(problems, 2)).allSatisfy(line -> {
                Bounds place = line.localToScene(line.getLayoutBounds());
                assertThat(place.getHeight()).isGreaterThan(10);
                assertThat(banner.localToScene(banner.getLayoutBounds()).contains(place)).isTrue();
                assertThat(Texts.explanation((Label) line).lines().filter(one -> one.startsWith("/home")))
                        .as("the rest is in the tooltip").hasSize(problems);
            });
        }
    }

    @Test
    void howManyMoreThereAreIsSaidBelowTheFirst(FxRobot robot) {
        assertThat(shown(robot, 3).lookupAll(".banner-text")).extracting(line -> ((Labeled) line).getText()).last()
                .isEqualTo("and 2 more: Settings > Stacks shows all");
    }

    @Test
    void aBannerOfOneLineOrNoneHasItsRoom() {
        for (String text : List.of("", "one")) {
            double high = CompletableFuture.supplyAsync(() -> BannerPane.text(new Banner(Banner.Kind.HISTORY,
                    Tone.WARNING, "History", text, "", Optional.empty())).getMaxHeight(), Platform::runLater).join();

            assertThat(high).as("'%s'", text).isEqualTo(40);
        }
    }
}
