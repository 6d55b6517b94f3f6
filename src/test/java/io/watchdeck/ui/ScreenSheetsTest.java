package io.watchdeck.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.settings.Looks;
import io.watchdeck.settings.Looks.DensityWord;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Parent;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A screen's style sheet comes with the screen: it looks the same whichever screens were shown before it.
@ExtendWith(ApplicationExtension.class)
class ScreenSheetsTest extends OperatedInTheSandbox {

    private static final int LIMIT_MILLIS = 10_000;

    ScreenSheetsTest() {
        super("tiketi-prod", "sesami-prod");
    }

    @Start
    void start(Stage stage) {
        open(stage);
        stage.setWidth(1000);
        stage.setHeight(900);
    }

    @ParameterizedTest
    @EnumSource
    void aScreenNeedsNoSheetOfAnother(DensityWord density, FxRobot robot) {
        robot.interact(() -> window.shell.use(new Looks(Optional.empty(), Optional.of(density),
                OptionalInt.empty())));
        Map<Screen, String> own = new EnumMap<>(Screen.class);
        for (Screen screen : Screen.values()) {
            List<String> before = List.copyOf(content().getStylesheets());
            show(robot, screen);
            List<String> added = new ArrayList<>(content().getStylesheets());
            added.removeAll(before);
            if (screen != Screen.OVERVIEW) {
                assertThat(added).as("%s", screen).hasSize(1);
            }
            if (density == DensityWord.COMPACT) {
                assertThat(heads()).as("%s", screen).allMatch(head -> head.getMinHeight() == 30);
                assertThat(heads().stream().anyMatch(head -> head.getStyleClass().contains("queue-head")))
                        .isEqualTo(screen == Screen.QUEUES);
            }
            own.put(screen, added.isEmpty() ? before.getFirst() : added.getFirst());
        }
        assertThat(own.values()).doesNotHaveDuplicates();
        assertThat(content().getStylesheets()).containsExactlyElementsOf(own.values());

        var all = new SoftAssertions();
        for (Screen screen : Screen.values()) {
            show(robot, screen);
            WritableImage among = picture(List.copyOf(own.values()));
            WritableImage alone = picture(List.of(own.get(screen)));
            all.assertThat(differing(among, alone)).as("%s", screen).isZero();
        }
        all.assertAll();
    }

    private void show(FxRobot robot, Screen screen) {
        robot.interact(() -> window.shell.show(screen == Screen.STACKS
                ? Place.of(new StackId("tiketi-prod"))
                : Place.of(screen)));
        window.layout();
    }

    private WritableImage picture(List<String> sheets) {
        WaitForAsyncUtils.waitForAsyncFx(LIMIT_MILLIS, () -> {
            content().getStylesheets().setAll(sheets);
            return null;
        });
        window.layout();
        window.layout();
        return WaitForAsyncUtils.waitForAsyncFx(LIMIT_MILLIS, () -> content().snapshot(null, null));
    }

    private Parent content() {
        return (Parent) window.shell.scene().lookup(".content");
    }

    /// Charts have higher ones.
    private List<Region> heads() {
        return content().lookupAll(".section-head").stream()
                .filter(head -> !head.getStyleClass().contains("chart-head"))
                .map(Region.class::cast).toList();
    }

    private static int differing(WritableImage one, WritableImage other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    count++;
                }
            }
        }
        return count;
    }
}
