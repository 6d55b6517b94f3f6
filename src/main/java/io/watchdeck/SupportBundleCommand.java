package io.watchdeck;

import io.watchdeck.support.SupportBundle;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `watchdeck support-bundle FILE`: what somebody who helps with the console needs to see. Asks neither AWS nor the running
/// console, so that it works when those are the trouble.
@Command(name = "support-bundle",
        description = "Writes a ZIP file for somebody who helps with the console: version and system, settings, stack "
                + "files and what is wrong in them, which files the history has, and the console's log.%n"
                + "Keys, tokens and passwords are taken out and account numbers shown by their last four digits. Nothing that "
                + "was read from AWS is in it but what the log tells of failures. Look into it before you send it.%n"
                + "Exit code: 0 written, 73 a file that is there already or cannot be written.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class SupportBundleCommand implements Callable<Integer> {

    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Parameters(paramLabel = "FILE", description = "a file that is not there yet")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Words words = Running.of(console.options()).words();
        SupportBundle bundle = new SupportContents(console.options(), Wiring.folders()).bundle();
        try {
            new SupportFile(file).write(bundle);
        } catch (FileAlreadyExistsException there) {
            throw new Refusal(ExitCode.CANNOT_WRITE, words.say("command.exists", file.toString()));
        } catch (IOException failed) {
            throw Unwritten.refusal(file, failed);
        }
        spec.commandLine().getOut().println(words.say("support.written", file.toAbsolutePath().toString()));
        return ExitCode.OK;
    }
}
