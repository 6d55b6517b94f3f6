package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Occurrence;
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
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// Takes pictures of the alarms in the states that they can be in into `target/ui`, to look at beside the mockup.
/// Arguments name the pictures wanted.
public final class AlarmGallery {

    private AlarmGallery() {}

    public static void main(String[] wanted) {
        Application.launch(Pictures.class, wanted);
    }

    /// The class that JavaFX starts.
    public static final class Pictures extends Application {

        private final Shots shots = new Shots();

        private final List<FakeWatch> watches = new ArrayList<>();

        @Override
        public void start(Stage stage) {
            WatchSnapshot moment = AlarmMoments.moment();
            shoot("alarms-dark", moment, Theme.DARK, Locale.ENGLISH, 1440, 900, shell -> select(shell, 4));
            shoot("alarms-light-ko", moment, Theme.LIGHT, Locale.KOREAN, 1440, 900, shell -> select(shell, 4));
            shoot("alarms-held", moment, Theme.LIGHT, Locale.ENGLISH, 1440, 900, shell -> select(shell, 10));
            shoot("alarms-over", moment, Theme.DARK, Locale.ENGLISH, 1440, 900, shell -> select(shell, 14));
            shoot("alarms-narrow", moment, Theme.DARK, Locale.ENGLISH, 1100, 700, _ -> {});
            shoot("alarms-narrow-ko", moment, Theme.LIGHT, Locale.KOREAN, 1100, 700, _ -> {});
            shoot("alarms-narrow-detail", moment, Theme.DARK, Locale.ENGLISH, 1100, 700, shell -> {
                select(shell, 4);
                type(shell, KeyCode.ENTER);
            });
            shoot("alarms-large", moment, Theme.DARK, Locale.ENGLISH, 2560, 1340, shell -> select(shell, 4));
            shoot("alarms-dialog", moment, Theme.DARK, Locale.ENGLISH, 1440, 900, shell -> {
                mark(shell);
                type(shell, KeyCode.A);
            });
            shoot("alarms-dialog-ko", moment, Theme.LIGHT, Locale.KOREAN, 1100, 700, shell -> {
                mark(shell);
                type(shell, KeyCode.S);
            });
            shoot("alarms-again", AlarmMoments.came(AlarmMoments.HIT_RATE, 3, false), Theme.LIGHT, Locale.KOREAN, 1440,
                    900, shell -> {
                        select(shell, 2);
                        note(shell, "레디스 재시작 직후");
                        publish(AlarmMoments.came(AlarmMoments.HIT_RATE, 4, false));
                    });
            shoot("alarms-between", AlarmMoments.came(AlarmMoments.HIT_RATE, 3, false), Theme.DARK, Locale.ENGLISH,
                    1440, 900, shell -> {
                        select(shell, 2);
                        note(shell, "redis has just been restarted");
                        publish(AlarmMoments.came(AlarmMoments.HIT_RATE, 3, true));
                    });
            shoot("alarms-dialog-over", AlarmMoments.came(AlarmMoments.HIT_RATE, 3, false), Theme.DARK, Locale.ENGLISH,
                    1100, 700, shell -> {
                        select(shell, 2);
                        type(shell, KeyCode.A);
                        publish(AlarmMoments.came(AlarmMoments.HIT_RATE, 3, true));
                    });
            shoot("alarms-empty", Snapshots.of(List.of(Snapshots.glimpse())), Theme.DARK, Locale.ENGLISH, 1440, 900,
                    _ -> {});
            shoot("alarms-help", moment, Theme.DARK, Locale.ENGLISH, 1440, 900, shell -> {
                settle(shell);
                Event.fireEvent(shell.scene(), new KeyEvent(KeyEvent.KEY_TYPED, "?", "?", KeyCode.UNDEFINED, false,
                        false, false, false));
            });
            Clock late = Clock.offset(Snapshots.CLOCK, Duration.ofMinutes(8));
            shots.add(() -> draw("alarms-late", moment, Theme.DARK, Locale.ENGLISH, 1440, 900, _ -> {}, late));
            shots.add(() -> draw("alarms-late-ko", moment, Theme.LIGHT, Locale.KOREAN, 1100, 700, _ -> {}, late));
            shots.begin();
        }

        private static Node list(Shell shell) {
            settle(shell);
            return shell.scene().lookup("#alarms-list");
        }

        private static void select(Shell shell, int index) {
            ((javafx.scene.control.ListView<?>) list(shell)).getSelectionModel().select(index);
        }

        private static void mark(Shell shell) {
            for (int index : new int[] {2, 4, 5}) {
                select(shell, index);
                type(shell, KeyCode.SPACE);
            }
        }

        private static void type(Shell shell, KeyCode code) {
            Event.fireEvent(list(shell), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        }

        private static void note(Shell shell, String typed) {
            settle(shell);
            ((javafx.scene.control.TextArea) shell.scene().lookup("#word-note")).setText(typed);
        }

        /// On this thread, as if it had come before.
        private void publish(WatchSnapshot next) {
            watches.getLast().publish(next);
        }

        private static void settle(Shell shell) {
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
        }

        private void shoot(String name, WatchSnapshot snapshot, Theme theme, Locale language, double width,
                double height, Consumer<Shell> act) {
            shots.add(() -> draw(name, snapshot, theme, language, width, height, act, Snapshots.CLOCK));
        }

        private void draw(String name, WatchSnapshot snapshot, Theme theme, Locale language, double width,
                double height, Consumer<Shell> act, Clock clock) {
            var wanted = getParameters().getRaw();
            if (!wanted.isEmpty() && wanted.stream().noneMatch(name::startsWith)) {
                return;
            }
            var watch = new FakeWatch(snapshot);
            watch.keep(Pasts::of);
            watch.alarms()
                    .keepsEpisodes(key -> snapshot.stacks().stream().flatMap(stack -> stack.occurrences().stream())
                            .filter(one -> one.key().equals(key)).flatMap(one -> Pasts.episodes(one).stream())
                            .toList());
            watch.alarms().keepsChanges(Pictures::changes);
            watches.add(watch);
            var shell = new Shell(watch, clock, Runnable::run, new FakeDesktop(),
                    new Words(language, Snapshots.ZONE), new Look(theme, width, height), Window.SCREENS);
            var stage = new Stage();
            stage.setScene(shell.scene());
            stage.show();
            shell.show(Screen.ALARMS);
            act.accept(shell);
            settle(shell);
            Platform.requestNextPulse();
            settle(shell);
            Picture.of(shell.scene(), 1).save(Path.of("target/ui/" + name + ".png"));
            stage.close();
            shell.close();
        }

        private static List<Change> changes(Occurrence one) {
            return List.of(new Change(one.raised(), Change.What.RAISED, true, one),
                    new Change(one.raised().plus(Duration.ofMinutes(2)), Change.What.ACKNOWLEDGED, false,
                            AlarmMoments.with(one, new io.watchdeck.alarms.Status.Acknowledged(AlarmMoments.word("jmin",
                                    10, Optional.of(Duration.ofMinutes(48)), "looking")))));
        }
    }
}
