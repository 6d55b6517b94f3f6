package io.watchdeck.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.identity.Door;
import io.watchdeck.identity.FakeSignIn;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.model.Region;
import io.watchdeck.operations.Operation;
import io.watchdeck.ui.kit.Picture;
import io.watchdeck.ui.operations.OperationDialogs;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.ui.signin.SignInDialogs;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// A window that is closed is not kept by what lives longer: the watch, the desks, the toolkit.
@Tag("slow")
@ExtendWith(ApplicationExtension.class)
class ClosedWindowTest {

    private static final int COLLECTIONS = 10;
    private static final StackSnapshot TIKETI = Snapshots.tiketi();

    private static final Door.Sso COMPANY = new Door.Sso(Optional.of("company"), "https://company.example/start",
            new Region("ap-northeast-2"), List.of());

    private final FakeWatch watch = new FakeWatch(
            Snapshots.of(List.of(Snapshots.expiredTiketi(), Snapshots.sesami(), Snapshots.glimpse())));
    private final FakeOperationDesk operations = new FakeOperationDesk(TIKETI, Snapshots.NOW);
    private final FakeSignIn service = new FakeSignIn(Snapshots.NOW, new Profile(Profile.STANDARD, Profile.Kind.SSO,
            Optional.empty(), Optional.of(COMPANY), Optional.empty()));
    private final SignInDesk desk = new SignInDesk(service, service, this::answer, () -> {});
    private boolean silent;

    @Test
    void isCollected(FxRobot robot) {
        Map<String, WeakReference<Object>> closed = new LinkedHashMap<>();
        for (String way : List.of("after all screens", "with a dialog", "while somebody signs in", "with the palette",
                "in the other language")) {
            use(way, robot, closed);
        }
        robot.interact(() -> operations.answerFacts(Snapshots.NOW)); // nobody waits for the answer any more
        for (int time = 0; time < COLLECTIONS && closed.values().stream().anyMatch(one -> one.get() != null); time++) {
            WaitForAsyncUtils.waitForFxEvents();
            System.gc();
        }
        assertThat(closed.entrySet().stream().filter(one -> one.getValue().get() != null).map(Map.Entry::getKey))
                .isEmpty();
    }

    /// A sign-in that was begun is not answered any more.
    private void answer(Runnable work) {
        if (!silent) {
            work.run();
        }
    }

    private void use(String way, FxRobot robot, Map<String, WeakReference<Object>> closed) {
        var window = new ArrayList<Shell>();
        var stage = new ArrayList<Stage>();
        robot.interact(() -> {
            window.add(new Shell(watch, Snapshots.CLOCK, new FxExecutor(), new FakeDesktop(),
                    new Words(Locale.ENGLISH, Snapshots.ZONE), Look.of(Theme.DARK), Window.SCREENS));
            window.getFirst().operate(operations, OperationDialogs::new);
            window.getFirst().signIn(desk, SignInDialogs::new);
            stage.add(new Stage());
            stage.getFirst().setScene(window.getFirst().scene());
            stage.getFirst().show();
        });
        for (Screen screen : way.equals("after all screens") ? Window.SCREENS.keySet() : Set.of(Screen.STACKS)) {
            robot.interact(() -> window.getFirst().show(screen));
            WaitForAsyncUtils.waitForFxEvents();
        }
        robot.interact(() -> act(way, window.getFirst()));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            Picture.of(window.getFirst().scene(), 1);
            closed.put(way + ": the window", new WeakReference<>(window.getFirst()));
            closed.put(way + ": what it shows", new WeakReference<>(window.getFirst().scene().lookup(".content")));
            closed.put(way + ": its scene", new WeakReference<>(window.getFirst().scene()));
            window.removeFirst().close();
            stage.removeFirst().close();
        });
    }

    private void act(String way, Shell window) {
        switch (way) {
            case "with a dialog" -> window.open(new Operation.Scale(TIKETI.file().id(),
                    new ServiceKey(TIKETI.file().cluster(), "tiketi-backend-service"), OptionalInt.of(9),
                    Optional.empty()));
            case "while somebody signs in" -> {
                silent = true;
                ((Button) window.scene().lookup("#banner-sign-in")).fire();
            }
            case "with the palette" -> Event.fireEvent(window.scene(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "",
                    KeyCode.K, false, true, false, false));
            case "in the other language" -> window.use(Locale.KOREAN);
            default -> {}
        }
    }
}
