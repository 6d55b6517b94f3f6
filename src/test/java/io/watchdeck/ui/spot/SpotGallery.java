package io.watchdeck.ui.spot;

import io.watchdeck.model.Failure;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Shots;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Picture;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/// Takes pictures of the Spot screen into `target/ui`, in both themes, languages and sizes. Arguments name the pictures
/// wanted.
public final class SpotGallery {

    private SpotGallery() {}

    public static void main(String[] wanted) {
        Application.launch(Pictures.class, wanted);
    }

    /// The class that JavaFX starts.
    public static final class Pictures extends Application {

        private final Shots shots = new Shots();

        @Override
        public void start(Stage stage) {
            everywhere("spot", SpotMoments.quarter(), _ -> {});
            everywhere("spot-line", SpotMoments.quarter(), shell -> list(shell, "#spot-list", 1));
            everywhere("spot-interruption", SpotMoments.quarter(), shell -> list(shell, "#spot-list", 2));
            everywhere("spot-service", SpotMoments.quarter(), shell -> list(shell, "#spot-services-list", 1));
            everywhere("spot-month", SpotMoments.quarter(), shell -> {
                press(shell, "#spot-span-month");
                settle(shell);
                ((io.watchdeck.ui.kit.CountBarsPane) shell.scene().lookup("#spot-bars")).point(OptionalInt.of(12));
            });
            everywhere("spot-share", SpotMoments.quarter(), shell -> {
                list(shell, "#spot-services-list", 1);
                press(shell, "#spot-drawn-share");
            });
            everywhere("spot-quarter", SpotMoments.quarter(), shell -> press(shell, "#spot-span-quarter"));
            everywhere("spot-above", SpotMoments.quarter().ran(20)
                    .backfill(Failure.denied("logs:FilterLogEvents")), _ -> {});
            everywhere("spot-never", new SpotMoments().since(Duration.ZERO), _ -> {});
            everywhere("spot-not-kept", new SpotMoments().notKept(), _ -> {});
            everywhere("spot-none", new SpotMoments(), _ -> {});
            shots.begin();
        }

        private static void list(Shell shell, String id, int row) {
            ((ListView<?>) shell.scene().lookup(id)).getSelectionModel().select(row);
        }

        private static void press(Shell shell, String id) {
            ((ToggleButton) shell.scene().lookup(id)).fire();
        }

        private void everywhere(String name, SpotMoments moments, Consumer<Shell> act) {
            shoot(name + "-dark", moments, Theme.DARK, Locale.ENGLISH, 1440, 900, act);
            shoot(name + "-light", moments, Theme.LIGHT, Locale.ENGLISH, 1440, 900, act);
            shoot(name + "-light-ko", moments, Theme.LIGHT, Locale.KOREAN, 1440, 900, act);
            shoot(name + "-dark-small", moments, Theme.DARK, Locale.ENGLISH, 1100, 700, act);
            shoot(name + "-light-small", moments, Theme.LIGHT, Locale.ENGLISH, 1100, 700, act);
            shoot(name + "-dark-ko-small", moments, Theme.DARK, Locale.KOREAN, 1100, 700, act);
        }

        private void shoot(String name, SpotMoments moments, Theme theme, Locale language, double width,
                double height, Consumer<Shell> act) {
            shots.add(() -> draw(name, moments, theme, language, width, height, act));
        }

        private void draw(String name, SpotMoments moments, Theme theme, Locale language, double width,
                double height, Consumer<Shell> act) {
            var wanted = getParameters().getRaw();
            if (!wanted.isEmpty() && wanted.stream().noneMatch(name::equals)) {
                return;
            }
            var watch = new FakeWatch(Snapshots.moment());
            watch.ledger(moments::answer);
            watch.keep(SpotMoments::history);
            var shell = new Shell(watch, Snapshots.CLOCK, new FxExecutor(), new FakeDesktop(),
                    new Words(language, Snapshots.ZONE), new Look(theme, width, height), Window.SCREENS);
            var stage = new Stage();
            stage.setScene(shell.scene());
            stage.show();
            shell.show(Screen.SPOT);
            settle(shell);
            act.accept(shell);
            settle(shell);
            Picture.of(shell.scene(), 1).save(Path.of("target/ui/" + name + ".png"));
            stage.close();
            shell.close();
        }

        private static void settle(Shell shell) {
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
        }
    }
}
