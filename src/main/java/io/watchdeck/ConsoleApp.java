package io.watchdeck;

import io.watchdeck.refresh.Poller;
import io.watchdeck.stack.StackFolder;
import io.watchdeck.ui.shell.FxDesktop;
import io.watchdeck.ui.shell.FxExecutor;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.Shell;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window. Started by [ConsoleCommand]; reads its options from the same command line.
public final class ConsoleApp extends Application {

    private static final Duration FOLDER_LOOKED_AT = Duration.ofSeconds(2);

    private @Nullable Watching watching;
    private @Nullable Shell shell;
    private @Nullable Poller folderPoller;

    @Override
    public void start(Stage stage) {
        Options options = options();
        StackChoice choice = Wiring.choice(options).orSandbox(Wiring.shippedStacks());
        Clock clock = Clock.systemUTC();
        Watching opened = Wiring.watching(options, choice, clock);
        watching = opened;
        var desktop = new FxDesktop(getHostServices()::showDocument, () -> stage,
                reason -> System.getLogger("watchdeck").log(System.Logger.Level.WARNING, reason));
        Shell window = Wiring.shell(opened.watch(), clock, new FxExecutor(), desktop,
                new Words(options.locale(), ZoneId.systemDefault()), look(options));
        shell = window;
        for (String size : List.of("32", "64", "256")) {
            stage.getIcons().add(new Image(Objects.requireNonNull(
                    Shell.class.getResourceAsStream("icon-" + size + ".png"))));
        }
        stage.setTitle("Watchdeck");
        stage.setMinWidth(900);
        stage.setMinHeight(600);
        stage.setScene(window.scene());
        window.show(Screen.OVERVIEW);
        stage.show();
        opened.watch().start();
        choice.folder().ifPresent(folder -> follow(folder, opened));
    }

    @Override
    public void stop() {
        if (folderPoller != null) {
            folderPoller.close();
        }
        if (shell != null) {
            shell.close();
        }
        if (watching != null) {
            watching.close();
        }
    }

    private Options options() {
        var command = new ConsoleCommand();
        new picocli.CommandLine(command).parseArgs(getParameters().getRaw().toArray(String[]::new));
        return command.options();
    }

    private static Look look(Options options) {
        Rectangle2D screen = javafx.stage.Screen.getPrimary().getVisualBounds();
        return new Look(options.theme(), Math.min(1440, screen.getWidth()), Math.min(900, screen.getHeight()));
    }

    /// Edits of the stack files are picked up while running.
    private void follow(Path folder, Watching opened) {
        StackFolder files = Wiring.stackFolder();
        folderPoller = new Poller("stack files", () -> opened.watchIfChanged(files.read(folder)),
                () -> FOLDER_LOOKED_AT, ConsoleApp::report).start();
    }

    private static void report(RuntimeException mistake) {
        System.getLogger(ConsoleApp.class.getName()).log(System.Logger.Level.ERROR, "Reading the stack files", mistake);
    }
}
