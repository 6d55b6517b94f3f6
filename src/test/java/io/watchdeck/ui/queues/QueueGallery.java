package io.watchdeck.ui.queues;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.MemoryJournal;
import io.watchdeck.operations.gate.Kept;
import io.watchdeck.operations.gate.LiveOperations;
import io.watchdeck.operations.gate.Reach;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.FakeDesktop;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Shots;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.ui.kit.Picture;
import io.watchdeck.ui.operations.OperationDialogs;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/// Takes pictures of the queues screen over the simulated account into `target/ui`: after a look, while a redrive runs, and
/// after its verdict.
public final class QueueGallery {

    private QueueGallery() {}

    public static void main(String[] none) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Application.launch(Pictures.class, none);
    }

    /// The class that JavaFX starts.
    public static final class Pictures extends Application {

        private static final StackId SESAMI = new StackId("sesami-prod");
        private static final String LETTERS = "sesami-analysis-jobs-dlq";
        private static final int TURNS = 2_000;
        private static final int STEPS = 200;

        @Override
        public void start(Stage first) {
            Platform.setImplicitExit(false);
            var shots = new Shots();
            for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
                shots.addStory(() -> new Story(language, 1440, 900).tell());
                shots.addStory(() -> new Story(language, 1100, 700).tell());
            }
            shots.begin();
        }

        /// One window in which a redrive is looked at, begun and followed.
        private static final class Story {

            private final MutableClock clock = new MutableClock(Snapshots.NOW);
            private final List<StackFile> files = Stream.of("sesami-prod", "tiketi-prod", "glimpse-prod")
                    .map(Snapshots::file).toList();
            private final SandboxConnector sandbox = new SandboxConnector(files, 42, clock);
            private final LiveWatch live = new LiveWatch(new WatchSettings(Rhythm.standard(),
                    new Meter(PriceList.shipped(), clock), Money.usd("2"), true), sandbox,
                    MetricCatalogue.standard(), clock);
            private final MemoryJournal journal = new MemoryJournal();
            private final ClockPace pace = new ClockPace(clock, 1);
            private final String suffix;
            private final FakeWatch watch;
            private final LiveOperations desk;
            private final Stage stage;
            private final Shell shell;

            Story(Locale language, double width, double height) {
                suffix = (int) width + "x" + (int) height + (language == Locale.KOREAN ? "-ko" : "");
                live.stacks(files, List.of());
                watch = new FakeWatch(live.readOnce(EnumSet.allOf(Subject.class)));
                desk = new LiveOperations(watch, new Reach(sandbox, sandbox), Kept.of(() -> journal),
                        new LiveOperations.Person(() -> "sora", false), clock, pace);
                desk.start();
                shell = on(() -> new Shell(watch, clock, new FxExecutor(), new FakeDesktop(),
                        new Words(language, Snapshots.ZONE), new Look(Theme.DARK, width, height), Window.SCREENS));
                stage = on(Stage::new);
                act(() -> {
                    stage.setScene(shell.scene());
                    stage.show();
                    shell.operate(desk, OperationDialogs::new);
                    shell.show(Screen.QUEUES);
                });
            }

            void tell() {
                try {
                    press("#look-page");
                    until(() -> !shell.scene().getRoot().lookupAll(".group-cell:filled").isEmpty());
                    shoot("queues-looked-at");
                    passed(Duration.ofSeconds(40));
                    press("#queue-redrive");
                    until(() -> shell.scene().lookup("#operation-calls") != null);
                    press("#operation-unlock");
                    act(() -> ((TextField) shell.scene().lookup("#redrive-rate")).setText("1"));
                    act(() -> ((TextField) shell.scene().lookup("#operation-name")).setText(LETTERS));
                    press("#dialog-primary");
                    until(() -> journal.size() == 1 && journal.only().sendings().size() >= journal.only().planned());
                    for (int step = 0; step < 2; step++) {
                        passed(Duration.ofSeconds(8));
                    }
                    shoot("queues-redrive-running");
                    for (int step = 0; step < STEPS && !journal.only().isOver(); step++) {
                        passed(Duration.ofSeconds(20));
                    }
                    shoot("queues-redrive-verdict");
                } catch (InterruptedException ended) {
                    Thread.currentThread().interrupt();
                }
                act(() -> {
                    stage.close();
                    shell.close();
                });
                desk.close();
                live.close();
            }

            /// Lets the time pass, and the window know what is there then.
            private void passed(Duration length) throws InterruptedException {
                pace.pass(length);
                var now = live.readOnce(EnumSet.of(Subject.QUEUES, Subject.BATCH));
                act(() -> watch.publish(now));
            }

            private void press(String button) {
                until(() -> shell.scene().lookup(button) instanceof Button there && !there.isDisabled());
                act(() -> ((Button) shell.scene().lookup(button)).fire());
            }

            private void shoot(String name) {
                for (Theme theme : Theme.values()) {
                    act(() -> shell.use(theme));
                    for (int turn = 0; turn < 20; turn++) {
                        act(() -> settle(shell.scene().getRoot()));
                    }
                    act(() -> Picture.of(shell.scene(), 1).save(Path.of("target/ui/" + name + "-"
                            + theme.name().toLowerCase(Locale.ROOT) + "-" + suffix + ".png")));
                }
            }

            private static void settle(Node root) {
                root.applyCss();
                ((javafx.scene.Parent) root).layout();
            }

            /// The window does something between two looks.
            private void until(BooleanSupplier wanted) {
                for (int turn = 0; turn < TURNS; turn++) {
                    if (on(() -> {
                        settle(shell.scene().getRoot());
                        return wanted.getAsBoolean();
                    })) {
                        return;
                    }
                }
                throw new IllegalStateException("it did not come: " + suffix);
            }

            private static void act(Runnable work) {
                on(() -> {
                    work.run();
                    return true;
                });
            }

            private static <T> T on(java.util.function.Supplier<T> work) {
                var done = new CompletableFuture<T>();
                Platform.runLater(() -> {
                    try {
                        done.complete(work.get());
                    } catch (RuntimeException mistake) {
                        done.completeExceptionally(mistake);
                    }
                });
                return done.join();
            }
        }
    }
}
