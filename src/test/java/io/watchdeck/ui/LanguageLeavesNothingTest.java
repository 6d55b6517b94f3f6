package io.watchdeck.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.shell.Screen;
import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Whoever changes the language in a window that stays open all day does not carry the screens of the other one about.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class LanguageLeavesNothingTest {

    private static final int COLLECTIONS = 10;

    private Stage stage;
    private Window window;

    /// In a window of its own: TestFX keeps the events of the one that it gives, and their nodes.
    @Start
    void start(Stage given) {
        stage = new Stage();
        window = new Window(stage, Snapshots.moment());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            window.shell.close();
            stage.close();
        });
    }

    @Test
    void keepsNoScreenOfTheOtherLanguage(FxRobot robot) {
        Map<String, WeakReference<Node>> before = visitAll(robot);

        robot.interact(() -> window.shell.use(Locale.KOREAN));
        visitAll(robot);
        robot.interact(() -> window.shell.show(Screen.OVERVIEW));

        for (int time = 0; time < COLLECTIONS && before.values().stream().anyMatch(one -> one.get() != null); time++) {
            // What JavaFX holds of what it has drawn is let go with the next pictures.
            robot.interact(() -> window.shell.scene().getRoot().requestLayout());
            WaitForAsyncUtils.waitForFxEvents();
            System.gc();
        }
        assertThat(before.entrySet().stream().filter(one -> one.getValue().get() != null).map(Map.Entry::getKey))
                .isEmpty();
    }

    /// Of a node that is left behind with a picture of it, the toolkit keeps the picture.
    @Test
    void keepsNoPictureOfWhatScrolls(FxRobot robot) {
        var kept = new LinkedHashSet<String>();
        for (Screen screen : Window.SCREENS.keySet()) {
            robot.interact(() -> window.shell.show(screen));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> window.shell.scene().getRoot().lookupAll("*").stream().filter(Node::isCache)
                    .forEach(node -> kept.add(screen + ": " + node.getParent() + " > " + node)));
        }
        assertThat(kept).isEmpty();
    }

    private Map<String, WeakReference<Node>> visitAll(FxRobot robot) {
        Map<String, WeakReference<Node>> nodes = new LinkedHashMap<>();
        for (Screen screen : Window.SCREENS.keySet()) {
            robot.interact(() -> window.shell.show(screen));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> nodes.put(screen.name(), new WeakReference<>(content().getFirst())));
        }
        robot.interact(() -> {
            for (String part : List.of(".frame", "#rail", "#top-bar", "#status-bar")) {
                Node found = window.shell.scene().lookup(part);
                if (found != null) {
                    nodes.put(part, new WeakReference<>(found));
                }
            }
        });
        return nodes;
    }

    private List<Node> content() {
        return ((Parent) window.shell.scene().lookup(".content")).getChildrenUnmodifiable();
    }
}
