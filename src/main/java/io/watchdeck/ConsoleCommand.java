package io.watchdeck;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `watchdeck`: opens the console.
@Command(name = "watchdeck", description = "A desktop operations console for stacks on Amazon ECS.",
        mixinStandardHelpOptions = true, versionProvider = Version.class,
        subcommands = { StatusCommand.class, CheckCommand.class })
final class ConsoleCommand implements Callable<Integer> {

    /// Not an exit code: the window lives on after the command has returned.
    static final int WINDOW_OPEN = -1;

    @Mixin
    private Options options = new Options();

    @Override
    public Integer call() {
        throw new Refusal(ExitCode.NO_DISPLAY, "There is no display.");
    }
}
