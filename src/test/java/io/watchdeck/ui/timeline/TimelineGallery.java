package io.watchdeck.ui.timeline;

import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Shots;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Picture;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.PageFactory;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;

/// Takes pictures of the timeline into `target/ui`, to look at beside the mockup. Arguments name the pictures wanted.
public final class TimelineGallery {

    private TimelineGallery() {}

    public static void main(String[] wanted) {
        Application.launch(Pictures.class, wanted);
    }

    /// The class that JavaFX starts.
    public static final class Pictures extends Application {

        private final Shots shots = new Shots();

        private FakeWatch watch = TimelineStory.watch();

        @Override
        public void start(Stage stage) {
            Instant moment = TimelineStory.LOSS;
            everywhere("timeline", week(moment));
            everywhere("timeline-unseen", week(TimelineStory.UNWATCHED.from().plusSeconds(14_000)));
            everywhere("timeline-now", shell -> shell.show(Place.of(Screen.TIMELINE, TimelineStory.GLIMPSE)));
            everywhere("timeline-then", shell -> {
                week(moment).accept(shell);
                Optional.ofNullable((ButtonBase) shell.scene().lookup("#timeline-detail-open"))
                        .filter(ButtonBase::isVisible).ifPresent(ButtonBase::fire);
            });
            everywhere("timeline-log", shell -> {
                week(moment).accept(shell);
                fire(shell, "#log-head");
                watch.publish(TimelineStory.logged(moment));
                settle(shell);
            });
            everywhere("timeline-stack-log", shell -> {
                week(moment).accept(shell);
                fire(shell, "#timeline-stack-then");
                settle(shell);
                Optional.ofNullable((ButtonBase) shell.scene().lookup("#log-head")).ifPresent(ButtonBase::fire);
                watch.publish(TimelineStory.logged(moment));
                settle(shell);
            });
            everywhere("timeline-many", shell -> shell.show(Place.of(new io.watchdeck.model.StackId("bowwow-prod"),
                    Snapshots.NOW.minusSeconds(7000))));
            everywhere("timeline-replay-overview", shell -> {
                week(moment).accept(shell);
                fire(shell, "#timeline-overview-then");
            });
            everywhere("timeline-replay-stack", shell -> {
                week(moment).accept(shell);
                fire(shell, "#timeline-stack-then");
            });
            shots.begin();
        }

        private static Consumer<Shell> week(Instant moment) {
            return shell -> {
                shell.show(Place.of(TimelineStory.GLIMPSE, moment));
                settle(shell);
                fire(shell, "#timeline-span-7d");
                settle(shell);
            };
        }

        private static void fire(Shell shell, String id) {
            ((ButtonBase) shell.scene().lookup(id)).fire();
        }

        private void everywhere(String name, Consumer<Shell> act) {
            for (Theme theme : Theme.values()) {
                for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                    shoot(name, act, theme, language, 1440, 900);
                    shoot(name, act, theme, language, 1100, 700);
                    shoot(name, act, theme, language, 2560, 1440);
                }
            }
        }

        private void shoot(String name, Consumer<Shell> act, Theme theme, Locale language, int width, int height) {
            shots.add(() -> draw(name, act, theme, language, width, height));
        }

        private void draw(String name, Consumer<Shell> act, Theme theme, Locale language, int width, int height) {
            String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height
                    + (language.equals(Locale.KOREAN) ? "-ko" : "");
            var wanted = getParameters().getRaw();
            if (!wanted.isEmpty() && wanted.stream().noneMatch(file::matches)) {
                return;
            }
            Map<Screen, PageFactory> screens = new EnumMap<>(Window.SCREENS);
            screens.put(Screen.TIMELINE,
                    context -> new TimelineView(context, Optional.of(TimelineStory.timeline()),
                            TimelineStory.handingOver()));
            watch = TimelineStory.watch();
            var shell = new Shell(watch, Snapshots.CLOCK, new FxExecutor(), new FakeDesktop(),
                    new Words(language, Snapshots.ZONE), new Look(theme, width, height), screens);
            var stage = new Stage();
            stage.setScene(shell.scene());
            stage.show();
            act.accept(shell);
            settle(shell);
            settle(shell);
            Picture.of(shell.scene(), 1).save(Path.of("target/ui/" + file + ".png"));
            stage.close();
            shell.close();
        }

        private static void settle(Shell shell) {
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
        }
    }
}
