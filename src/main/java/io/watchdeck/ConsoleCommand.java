package io.watchdeck;

import io.watchdeck.instance.Reply;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `watchdeck`: opens the console.
@Command(name = "watchdeck", description = "A desktop operations console for stacks on Amazon ECS.",
        mixinStandardHelpOptions = true, versionProvider = Version.class,
        subcommands = {StatusCommand.class, SnapshotCommand.class, CheckCommand.class,
                DiscoverCommand.class, ExportCommand.class, BackupCommand.class, RestoreCommand.class,
                IamPolicyCommand.class, SupportBundleCommand.class, RehearseCommand.class, ManCommand.class})
final class ConsoleCommand implements Callable<Integer> {

    @Mixin
    private Options options = new Options();

    @Spec
    private CommandSpec spec;

    /// Returns when the window is closed.
    @Override
    public Integer call() {
        return open(options, spec.commandLine().getOut(),
                spec.commandLine().getParseResult().originalArgs().toArray(String[]::new));
    }

    /// Returns when the window is closed.
    ///
    /// @param arguments that the options were read from
    /// @return the exit code
    static int open(Options options, PrintWriter out, String... arguments) {
        if (!Display.present(System.getProperty("os.name"), System.getenv())) {
            throw noDisplay();
        }
        return begin(options, out, arguments);
    }

    /// The same where it is known that there is a display, be it one in memory.
    static int begin(Options options, PrintWriter out, String... arguments) {
        // Refused here, in one line, rather than while the window is being opened.
        options.endpoint();
        return toTheFront(options, out, false).orElseGet(() -> launch(options, out, arguments));
    }

    /// Where a console runs already, its window is brought to the front in place of a second one.
    ///
    /// @return the exit code; empty where none runs
    private static Optional<Integer> toTheFront(Options options, PrintWriter out, boolean sure) {
        if (options.keepsNothing()) {
            return Optional.empty();
        }
        Optional<Reply.Ended> there = Running.of(options).front(() -> Wiring.choice(options), sure);
        there.flatMap(Reply.Ended::says).ifPresent(out::println);
        return there.map(Reply.Ended::code);
    }

    private static int launch(Options options, PrintWriter out, String... arguments) {
        Display.withoutCard(System.getProperties(), Path.of("/dev")).forEach(System::setProperty);
        try {
            ConsoleApp.open(options, arguments);
        } catch (UnsupportedOperationException unreachable) {
            throw noDisplay();
        } catch (RuntimeException failed) {
            if (failed.getCause() instanceof Beginning.NotTheOnly) {
                return toTheFront(options, out, true).orElse(ExitCode.BUSY);
            }
            throw failed;
        }
        return ExitCode.OK;
    }

    Options options() {
        return options;
    }

    private static Refusal noDisplay() {
        return new Refusal(ExitCode.NO_DISPLAY, "There is no display to open a window on. Without one, "
                + "'watchdeck status' prints how the stacks stand and 'watchdeck snapshot' draws the screens.");
    }
}
