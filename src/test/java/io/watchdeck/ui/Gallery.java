package io.watchdeck.ui;

import io.watchdeck.ui.kit.Picture;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/// Takes pictures of the screens into `target/ui`, to look at beside the mockups. Arguments name the pictures wanted.
public final class Gallery {

    private Gallery() {}

    public static void main(String[] wanted) {
        Application.launch(Pictures.class, wanted);
    }

    /// The class that JavaFX starts.
    public static final class Pictures extends Application {

        private final Shots shots = new Shots();

        @Override
        public void start(Stage stage) {
            shoot("overview-dark", Snapshots.moment(), Theme.DARK, Locale.ENGLISH, 1440, 900, _ -> {});
            shoot("overview-light-ko", Snapshots.moment(), Theme.LIGHT, Locale.KOREAN, 1440, 900, _ -> {});
            shoot("overview-narrow", Snapshots.sandbox(), Theme.DARK, Locale.ENGLISH, 1100, 700, _ -> {});
            shoot("overview-loading", Snapshots.loading(), Theme.DARK, Locale.ENGLISH, 1440, 900, _ -> {});
            shoot("overview-failing", Snapshots.failing(), Theme.LIGHT, Locale.ENGLISH, 1440, 900, _ -> {});
            shoot("advice-dark", Snapshots.moment(), Theme.DARK, Locale.ENGLISH, 1440, 1500,
                    shell -> shell.show(Screen.COST));
            shoot("settings-dark", Snapshots.moment(), Theme.DARK, Locale.ENGLISH, 1440, 900,
                    shell -> shell.show(Place.ofSettings("cost")));
            shoot("settings-light-ko", Snapshots.moment(), Theme.LIGHT, Locale.KOREAN, 1100, 700, shell -> {
                shell.show(Place.ofSettings("cost"));
                settle(shell);
                ((javafx.scene.control.Button) shell.scene().lookup("#settings-raise")).fire();
            });
            shoot("stack-dark", Snapshots.moment(), Theme.DARK, Locale.ENGLISH, 1440, 900,
                    shell -> shell.show(stack("tiketi-prod")));
            shoot("stack-tall", OtherMoments.inspectedTiketi(), Theme.DARK, Locale.ENGLISH, 1440, 1560, shell -> {
                shell.show(stack("tiketi-prod"));
                settle(shell);
                ((io.watchdeck.ui.kit.TimeChart) shell.scene().lookup("#history-chart"))
                        .cursorAt(Snapshots.NOW.minusSeconds(540));
            });
            shoot("stack-sesami-light", Snapshots.moment(), Theme.LIGHT, Locale.ENGLISH, 1440, 1000,
                    shell -> shell.show(stack("sesami-prod")));
            shoot("stack-bowwow", Snapshots.moment(), Theme.DARK, Locale.ENGLISH, 1440, 1100,
                    shell -> shell.show(stack("bowwow-prod")));
            shoot("stack-filtered", Snapshots.moment(), Theme.LIGHT, Locale.KOREAN, 1100, 700, shell -> {
                shell.show(stack("bowwow-prod"));
                settle(shell);
                ((javafx.scene.control.TextField) shell.scene().lookup("#services-filter")).setText("!gateway");
            });
            shoot("stack-ko-narrow", Snapshots.moment(), Theme.LIGHT, Locale.KOREAN, 1100, 700,
                    shell -> shell.show(stack("glimpse-prod")));
            shoot("overview-expired", Snapshots.of(java.util.List.of(Snapshots.expiredTiketi())), Theme.LIGHT,
                    Locale.KOREAN, 1440, 900, _ -> {});
            shoot("stack-expired", Snapshots.of(java.util.List.of(Snapshots.expiredTiketi())), Theme.DARK,
                    Locale.ENGLISH, 1440, 900, shell -> shell.show(stack("tiketi-prod")));
            shoot("stack-loading", Snapshots.loading(), Theme.LIGHT, Locale.ENGLISH, 1440, 900,
                    shell -> shell.show(stack("bowwow-prod")));
            shoot("stack-codemate", Snapshots.moment(), Theme.LIGHT, Locale.KOREAN, 1440, 900,
                    shell -> shell.show(stack("codemate-dev")));
            shoot("focus", Snapshots.moment(), Theme.DARK, Locale.ENGLISH, 1440, 900, shell -> {
                settle(shell);
                for (String id : List.of("#overview-table", "#rail-stacks", "#scope-production", "#refresh",
                        "#only-faults",
                        "#count-fine", "#filter", "#tool-theme", "#rail-stack-tiketi-prod")) {
                    shell.scene().lookup(id).pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), true);
                }
                ((TableView<?>) shell.scene().lookup("#overview-table")).getSelectionModel().select(3);
                ((ListView<?>) shell.scene().lookup("#open-list")).getSelectionModel().select(1);
            });
            shoot("many", Snapshots.many(), Theme.DARK, Locale.ENGLISH, 1440, 900, _ -> {});
            shoot("empty", Snapshots.of(java.util.List.of()), Theme.DARK, Locale.ENGLISH, 1440, 900, _ -> {});
            shoot("drawer-narrow", OtherMoments.inspectedTiketi(), Theme.DARK, Locale.ENGLISH, 1100, 700,
                    shell -> shell.show(
                            Place.of(new io.watchdeck.model.StackId("tiketi-prod"), "tiketi-backend-service")));
            shoot("explorer-dark", Snapshots.moment(), Theme.DARK, Locale.ENGLISH, 1440, 900, shell -> {
                shell.show(Place.of(Screen.EXPLORER));
                settle(shell);
                ((io.watchdeck.ui.kit.TimeChart) shell.scene().lookup("#explorer-chart"))
                        .cursorAt(Snapshots.NOW.minusSeconds(3600));
            });
            shoot("explorer-light-ko", Snapshots.moment(), Theme.LIGHT, Locale.KOREAN, 1100, 700,
                    shell -> shell.show(Place.of(Screen.EXPLORER)));
            shoot("help", Snapshots.moment(), Theme.LIGHT, Locale.ENGLISH, 1440, 900, shell -> {
                settle(shell);
                javafx.event.Event.fireEvent(shell.scene(), new javafx.scene.input.KeyEvent(
                        javafx.scene.input.KeyEvent.KEY_TYPED, "?", "?", javafx.scene.input.KeyCode.UNDEFINED, false,
                        false, false, false));
            });
            for (int minutes : List.of(8, 40)) {
                for (double width : new double[] {1100, 1440}) {
                    Consumer<Shell> late = shell -> shell.show(stack("tiketi-prod"));
                    shots.add(() -> draw("stack-late-" + minutes + "-" + (int) width, Snapshots.moment(), Theme.DARK,
                            Locale.ENGLISH, width, width == 1100 ? 700 : 900, late, later(minutes)));
                    shots.add(() -> draw("stack-late-ko-" + minutes + "-" + (int) width, Snapshots.moment(),
                            Theme.LIGHT, Locale.KOREAN, width, width == 1100 ? 700 : 900, late, later(minutes)));
                }
            }
            shots.begin();
        }

        private static Clock later(int minutes) {
            return Clock.offset(Snapshots.CLOCK, Duration.ofMinutes(minutes));
        }

        private static void settle(Shell shell) {
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
        }

        private void shoot(String name, WatchSnapshot snapshot, Theme theme, Locale language, double width,
                double height,
                Consumer<Shell> act) {
            shots.add(() -> draw(name, snapshot, theme, language, width, height, act, Snapshots.CLOCK));
        }

        private void draw(String name, WatchSnapshot snapshot, Theme theme, Locale language, double width,
                double height,
                Consumer<Shell> act, Clock clock) {
            var wanted = getParameters().getRaw();
            if (!wanted.isEmpty() && wanted.stream().noneMatch(name::startsWith)) {
                return;
            }
            var shell = new Shell(new FakeWatch(snapshot), clock, new FxExecutor(), new FakeDesktop(),
                    new Words(language, Snapshots.ZONE), new Look(theme, width, height), Window.SCREENS);
            var stage = new Stage();
            stage.setScene(shell.scene());
            stage.show();
            act.accept(shell);
            settle(shell);
            Picture.of(shell.scene(), 1).save(Path.of("target/ui/" + name + ".png"));
            stage.close();
            shell.close();
        }
    }

    static Place stack(String id) {
        return Place.of(new io.watchdeck.model.StackId(id));
    }
}
