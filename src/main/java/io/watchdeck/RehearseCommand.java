package io.watchdeck;

import io.watchdeck.refresh.Background;
import io.watchdeck.stack.ShippedStacks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Window;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Goes once through what a start goes through, for the AOT cache that is made when the console is packaged. The first time
/// that is a window over the sandbox, which leaves figures behind, and `status` of stacks that nobody answers for; from then
/// on the start that a person sees each morning, until its window is shown: stack files in a folder, and the figures that
/// were known last. There is a screen in memory only. What is in the cache is loaded at each start and held in memory, needed
/// or not: what comes after that is left out.
@Command(name = "rehearse", hidden = true, description = "Goes through what a start goes through.")
final class RehearseCommand implements Callable<Integer> {

    private static final System.Logger LOG = System.getLogger(RehearseCommand.class.getName());
    /// Nobody listens at the port of the discard protocol.
    private static final String NOBODY = "http://127.0.0.1:9";
    private static final long WINDOW_SECONDS = 15;
    private static final long BETWEEN_LOOKS = 20;
    /// What JavaFX draws with on a screen, which is not used here.
    private static final List<String> SCREENS = List.of("com/sun/glass/ui/gtk/", "com/sun/prism/es2/");

    @Parameters(paramLabel = "DIR", description = "folder for what comes of it")
    private Path folder = Path.of(".");

    @Override
    public Integer call() throws IOException, ClassNotFoundException {
        Path left = folder.resolve("left");
        return Files.exists(left) ? again(left) : first(left);
    }

    /// What the account would have answered is not known, which is no failure here. What the package does not have is one.
    private int first(Path left) {
        int asked =
                run("status", "--endpoint-url", NOBODY, "--timeout", "1", "--data", folder.resolve("data").toString());
        if (asked == ExitCode.SOFTWARE) {
            return asked;
        }
        return window("--sandbox", "--data", left.toString());
    }

    private int again(Path left) throws IOException, ClassNotFoundException {
        loadScreens();
        var shown = new AtomicBoolean();
        Background.timer().scheduleWithFixedDelay(() -> endOnceShown(shown), BETWEEN_LOOKS, BETWEEN_LOOKS,
                TimeUnit.MILLISECONDS);
        int ended = window("--stacks", stackFiles().toString(), "--data", left.toString(), "--endpoint-url", NOBODY,
                "--timeout", "1");
        return shown.get() ? ended : ExitCode.SOFTWARE;
    }

    /// A window that is shown has been laid out; with its first picture the console begins to read.
    private static void endOnceShown(AtomicBoolean shown) {
        try {
            Platform.runLater(() -> {
                if (!Window.getWindows().isEmpty()) {
                    shown.set(true);
                    Platform.exit();
                }
            });
        } catch (IllegalStateException notStarted) {
            LOG.log(System.Logger.Level.DEBUG, "Not yet", notStarted);
        }
    }

    private static int window(String... arguments) {
        Background.timer().schedule(Platform::exit, WINDOW_SECONDS, TimeUnit.SECONDS);
        return ConsoleCommand.begin(Options.alone(arguments).orElseThrow(), new PrintWriter(Writer.nullWriter()),
                arguments);
    }

    private Path stackFiles() throws IOException {
        Path files = folder.resolve("stacks");
        ShippedStacks.writeTo(files);
        return files;
    }

    private static int run(String... arguments) {
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(Writer.nullWriter()));
        return commands.execute(arguments);
    }

    private static void loadScreens() throws IOException, ClassNotFoundException {
        Module graphics = Platform.class.getModule();
        try (ModuleReader reader = ModuleFinder.ofSystem().find(graphics.getName()).orElseThrow().open();
                Stream<String> all = reader.list()) {
            for (String file : all.filter(name -> SCREENS.stream().anyMatch(name::startsWith))
                    .filter(name -> name.endsWith(".class")).toList()) {
                Class.forName(file.substring(0, file.lastIndexOf('.')).replace('/', '.'), false,
                        Platform.class.getClassLoader());
            }
        }
    }
}
