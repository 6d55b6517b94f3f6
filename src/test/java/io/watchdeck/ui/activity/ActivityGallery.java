package io.watchdeck.ui.activity;

import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Shots;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Picture;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Takes pictures of a filled journal into `target/ui`. Arguments name the pictures wanted.
public final class ActivityGallery {

    private ActivityGallery() {}

    public static void main(String[] wanted) {
        Application.launch(Pictures.class, wanted);
    }

    /// The class that JavaFX starts.
    public static final class Pictures extends Application {

        private final Shots shots = new Shots();

        @Override
        public void start(Stage stage) {
            for (Theme theme : Theme.values()) {
                String name = "activity-" + theme.name().toLowerCase(Locale.ROOT);
                shoot(name, theme, Locale.ENGLISH, 1440, 900, shell -> select(shell, 1));
                shoot(name + "-ko", theme, Locale.KOREAN, 1440, 900, shell -> select(shell, 2));
                shoot(name + "-narrow", theme, Locale.ENGLISH, 1100, 700, _ -> {});
                shoot(name + "-narrow-ko", theme, Locale.KOREAN, 1100, 700, _ -> {});
                shoot(name + "-narrow-detail", theme, Locale.ENGLISH, 1100, 700, shell -> {
                    select(shell, 5);
                    type(shell, KeyCode.ENTER);
                });
            }
            shoot("activity-half", Theme.DARK, Locale.ENGLISH, 1440, 900, shell -> select(shell, 7));
            shoot("activity-weights", Theme.LIGHT, Locale.KOREAN, 1440, 900, shell -> select(shell, 6));
            shoot("activity-large", Theme.DARK, Locale.ENGLISH, 2560, 1340, shell -> select(shell, 1));
            shots.begin();
        }

        private static Node list(Shell shell) {
            settle(shell);
            return shell.scene().lookup("#activity-list");
        }

        private static void select(Shell shell, int index) {
            ((ListView<?>) list(shell)).getSelectionModel().select(index);
        }

        private static void type(Shell shell, KeyCode code) {
            Event.fireEvent(list(shell), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        }

        private static void settle(Shell shell) {
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
        }

        private void shoot(String name, Theme theme, Locale language, double width, double height,
                Consumer<Shell> act) {
            shots.add(() -> draw(name, theme, language, width, height, act));
        }

        private void draw(String name, Theme theme, Locale language, double width, double height,
                Consumer<Shell> act) {
            var wanted = getParameters().getRaw();
            if (!wanted.isEmpty() && wanted.stream().noneMatch(name::startsWith)) {
                return;
            }
            var shell = new Shell(new FakeWatch(Snapshots.moment()), Snapshots.CLOCK, Runnable::run, new FakeDesktop(),
                    new Words(language, Snapshots.ZONE), new Look(theme, width, height), Window.SCREENS);
            var desk = new JournalDesk(JournalStory.all());
            desk.tell(List.of(JournalDesk.running(JournalStory.rolling(), java.util.Optional.empty())), List.of());
            shell.operate(desk, _ -> _ -> {});
            var stage = new Stage();
            stage.setScene(shell.scene());
            stage.show();
            shell.show(Screen.ACTIVITY);
            act.accept(shell);
            settle(shell);
            Platform.requestNextPulse();
            settle(shell);
            Picture.of(shell.scene(), 1).save(Path.of("target/ui/" + name + ".png"));
            stage.close();
            shell.close();
        }
    }
}
