package io.watchdeck.ui.shell;

import io.watchdeck.operations.gate.LockState;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Shots;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Picture;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// Draws the palette to `target/ui`. Arguments choose pictures by the begins of their names.
public final class PaletteGallery {

    private PaletteGallery() {}

    public static void main(String[] names) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Application.launch(Pictures.class, names);
    }

    /// The class that JavaFX starts.
    public static final class Pictures extends Application {

        private final Shots shots = new Shots();

        @Override
        public void start(Stage first) {
            for (Theme theme : Theme.values()) {
                String name = "palette-" + theme.name().toLowerCase(Locale.ROOT);
                shoot(name + "-1440x900", theme, Locale.ENGLISH, 1440, 900, "tiketi");
                shoot(name + "-1100x700", theme, Locale.ENGLISH, 1100, 700, "deploy");
                shoot(name + "-1440x900-ko", theme, Locale.KOREAN, 1440, 900, "배포");
                shoot(name + "-1100x700-ko", theme, Locale.KOREAN, 1100, 700, "sesami");
            }
            shoot("palette-empty", Theme.DARK, Locale.ENGLISH, 1440, 900, "");
            shoot("palette-nothing", Theme.LIGHT, Locale.KOREAN, 1100, 700, "qqqq");
            shoot("palette-large", Theme.DARK, Locale.ENGLISH, 2560, 1340, "redrive");
            shots.begin();
        }

        private static void settle(Shell shell) {
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
        }

        private void shoot(String name, Theme theme, Locale language, double width, double height, String typed) {
            shots.add(() -> draw(name, theme, language, width, height, typed));
        }

        private void draw(String name, Theme theme, Locale language, double width, double height, String typed) {
            var wanted = getParameters().getRaw();
            if (!wanted.isEmpty() && wanted.stream().noneMatch(name::startsWith)) {
                return;
            }
            var shell = new Shell(new FakeWatch(Snapshots.moment()), Snapshots.CLOCK, Runnable::run, new FakeDesktop(),
                    new Words(language, Snapshots.ZONE), new Look(theme, width, height), Window.SCREENS);
            var desk = new FakeOperationDesk(Snapshots.tiketi(), Snapshots.NOW);
            Snapshots.moment().stacks().forEach(stack -> desk.lock(stack.file().id(),
                    stack.file().environment() == Environment.PRODUCTION ? new LockState.Locked()
                            : new LockState.Free()));
            shell.operate(desk, _ -> _ -> {});
            var stage = new Stage();
            stage.setScene(shell.scene());
            stage.show();
            shell.show(Place.of(new io.watchdeck.model.StackId("tiketi-prod"), "tiketi-backend-service"));
            settle(shell);
            shell.togglePalette();
            settle(shell);
            ((TextField) shell.scene().lookup("#palette-field")).setText(typed);
            settle(shell);
            Platform.requestNextPulse();
            settle(shell);
            Picture.of(shell.scene(), 1).save(Path.of("target/ui/" + name + ".png"));
            stage.close();
            shell.close();
        }
    }
}
