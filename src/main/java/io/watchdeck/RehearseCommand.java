package io.watchdeck;

import io.watchdeck.refresh.Background;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Goes once through what a start goes through, for the AOT cache that is made when the console is packaged: asks for the
/// shipped stacks, which nobody answers, and opens the window over the sandbox, where there is no screen in memory, with a
/// history on the disk. What is in the cache is held in memory from the start on, needed or not: the other screens are left
/// out. The clients of AWS get into it only where there are keys to sign with: they took as much there as they take
/// elsewhere.
@Command(name = "rehearse", hidden = true, description = "Goes through what a start goes through.")
final class RehearseCommand implements Callable<Integer> {

    /// Nobody listens at the port of the discard protocol.
    private static final String NOBODY = "http://127.0.0.1:9";
    private static final long WINDOW_SECONDS = 15;
    /// What JavaFX draws with on a screen, which is not used here.
    private static final List<String> SCREENS = List.of("com/sun/glass/ui/gtk/", "com/sun/prism/es2/");

    @Parameters(paramLabel = "DIR", description = "folder for what comes of it")
    private Path folder = Path.of(".");

    /// What the account would have answered is not known, which is no failure here. What the package does not have is one.
    @Override
    public Integer call() throws IOException, ClassNotFoundException {
        int asked =
                run("status", "--endpoint-url", NOBODY, "--timeout", "1", "--data", folder.resolve("data").toString());
        if (asked == ExitCode.SOFTWARE) {
            return asked;
        }
        loadScreens();
        Background.timer().schedule(Platform::exit, WINDOW_SECONDS, TimeUnit.SECONDS);
        String[] arguments = {"--sandbox", "--data", folder.resolve("sandbox").toString()};
        ConsoleApp.open(Options.alone(arguments).orElseThrow(), arguments);
        return ExitCode.OK;
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
