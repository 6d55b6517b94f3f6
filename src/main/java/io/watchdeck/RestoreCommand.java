package io.watchdeck;

import io.watchdeck.store.Restoring;
import io.watchdeck.words.Words;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `watchdeck restore FILE`: puts a backup in the place of the history. Not while a console has it open.
@Command(name = "restore", description = "Puts a backup in the place of the history, which is set aside, not deleted.%n"
        + "The backup is read through before anything is replaced. End the console first.%n"
        + "Exit code: 0 restored, 65 no backup or one of a newer version, 66 a file that is not there, 75 the history is "
        + "open.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Parameters(paramLabel = "FILE", description = "as backup wrote it")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refusal(ExitCode.NO_INPUT, file + ": There is no such file.");
        }
        Words words = Running.of(console.options()).words();
        return switch (Restoring.of(file, Wiring.data(console.options()), Clock.systemUTC())) {
            case Restoring.Restored(Optional<Path> setAside) -> {
                PrintWriter out = spec.commandLine().getOut();
                out.println(words.say("history.restored", file.toString()));
                setAside.ifPresent(aside -> out.println(words.say("history.replaced", aside.toString())));
                yield ExitCode.OK;
            }
            case Restoring.Busy(var why) -> throw new Refusal(ExitCode.BUSY, words.say(why));
            case Restoring.Refused(var why) -> throw new Refusal(ExitCode.BAD_DATA, words.say(why));
        };
    }
}
