package io.watchdeck.ui;

import io.watchdeck.ui.activity.ActivityView;
import io.watchdeck.ui.alarms.AlarmsView;
import io.watchdeck.ui.cost.CostView;
import io.watchdeck.ui.explorer.ExplorerView;
import io.watchdeck.ui.overview.OverviewView;
import io.watchdeck.ui.queues.QueuesView;
import io.watchdeck.ui.settings.About;
import io.watchdeck.ui.settings.BundleDesk;
import io.watchdeck.ui.settings.Located;
import io.watchdeck.ui.settings.SettingsView;
import io.watchdeck.ui.settings.Surroundings;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.PageFactory;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.ui.signin.SignInView;
import io.watchdeck.ui.spot.SpotView;
import io.watchdeck.ui.stack.StackView;
import io.watchdeck.ui.timeline.HandingOver;
import io.watchdeck.ui.timeline.TimelineView;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/// The window of a test: a shell with all screens over a fake watch.
public final class Window {

    public static final Map<Screen, PageFactory> SCREENS = Map.of(Screen.OVERVIEW, OverviewView::new, Screen.STACKS,
            StackView::new, Screen.ALARMS, AlarmsView::new, Screen.QUEUES, QueuesView::new, Screen.SPOT,
            SpotView::new, Screen.EXPLORER,
            ExplorerView::new, Screen.COST,
            CostView::new, Screen.TIMELINE,
            context -> new TimelineView(context, Optional.empty(), HandingOver.nothing()),
            Screen.ACTIVITY, ActivityView::new, Screen.SETTINGS,
            context -> new SettingsView(context, surroundings(Map.of()), SignInView::new));

    private static final int LAYOUT_MILLIS = 10_000;

    public final FakeWatch watch;
    public final FakeDesktop desktop = new FakeDesktop();
    public final Shell shell;

    /// Call on the FX thread.
    public Window(Stage stage, WatchSnapshot first) {
        this(stage, first, Look.of(Theme.DARK));
    }

    /// Call on the FX thread.
    public Window(Stage stage, WatchSnapshot first, Look look) {
        this(stage, first, look, Snapshots.CLOCK);
    }

    /// Call on the FX thread.
    ///
    /// @param clock by which ages are told
    public Window(Stage stage, WatchSnapshot first, Look look, Clock clock) {
        watch = new FakeWatch(first);
        shell = new Shell(watch, clock, new FxExecutor(), desktop, new Words(Locale.ENGLISH, Snapshots.ZONE),
                look, SCREENS);
        stage.setScene(shell.scene());
        stage.sizeToScene(); // the tests share one stage, and some change its size
        toTheCorner(stage);
        stage.show();
    }

    /// Where the whole of a window of any size is on the screen: what the tests before it left beside the screen's lower
    /// edge is drawn beyond the screen's memory. Call on the FX thread.
    public static void toTheCorner(Stage stage) {
        stage.setX(0);
        stage.setY(0);
    }

    /// @param given what an option of the command line has decided
    public static Surroundings surroundings(Map<String, String> given) {
        return new Surroundings(given, false, "mina", located("settings.yaml"), located("stacks"),
                Optional.of(located("data")), about(_ -> {}));
    }

    /// @param maker makes support bundles
    public static About about(BundleDesk.Maker maker) {
        return new About("1.2.3", "25", "26", "Linux 6.1 amd64", Optional.of(located("log")), new BundleDesk(maker));
    }

    private static Located located(String name) {
        return new Located(Path.of("/watchdeck", name), "~/.config/watchdeck/" + name);
    }

    /// Brings the window to how it will be seen next, with all that was left to be done: what is laid out anew may ask for
    /// it once more. In a test's own thread.
    public void layout() {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(LAYOUT_MILLIS, () -> {
            layOut(shell.scene().getRoot());
            shell.scene().getRoot().layout();
        });
    }

    /// Every text that is visible below a node, as the next picture will show it: a table that was just put in place has
    /// not yet all its rows.
    public static List<String> texts(Node node) {
        if (!Platform.isFxApplicationThread()) {
            WaitForAsyncUtils.waitForAsyncFx(LAYOUT_MILLIS, () -> layOut(node));
        }
        return node.lookupAll(".label").stream().filter(Window::isShown).map(Labeled.class::cast)
                .map(Labeled::getText).filter(text -> text != null && !text.isEmpty()).toList();
    }

    private static void layOut(Node node) {
        Scene scene = node.getScene();
        if (scene != null) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    private static boolean isShown(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return node instanceof Labeled;
    }
}
