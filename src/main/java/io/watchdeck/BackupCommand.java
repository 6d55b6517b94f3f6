package io.watchdeck;

import io.watchdeck.instance.Reply;
import io.watchdeck.model.Phrase;
import io.watchdeck.store.Database;
import io.watchdeck.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `watchdeck backup FILE`: copies the history into a new file. The running console does it while it goes on; where none
/// runs, the command opens the history.
@Command(name = "backup", description = "Copies the history into a new file, which only its owner can read.%n"
        + "A console that is running goes on meanwhile.%n"
        + "Exit code: 0 written, 65 a history of a newer version, 66 there is no history, 73 a file that cannot be written, "
        + "75 a console that does not answer.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class BackupCommand implements Callable<Integer> {

    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Parameters(paramLabel = "FILE", description = "a file that is not there yet")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Options options = console.options();
        Running running = Running.of(options);
        Path target = file.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new Refusal(ExitCode.CANNOT_WRITE, running.words().say("command.exists", target.toString()));
        }
        Reply reply = running.ask(Question.BACKUP.named(running.words(),
                Map.of(Reception.FILE, target.toString()), List.of()), _ -> {});
        switch (reply) {
            case Reply.Ended(int code, Optional<String> says) -> {
                if (code != ExitCode.OK) {
                    throw new Refusal(code, says.orElse(""));
                }
            }
            case Reply.Silent(OptionalLong process) -> throw new Refusal(ExitCode.BUSY, running.silent(process));
            case Reply.Broken() -> throw new Refusal(ExitCode.BUSY, running.words().say("instance.broken"));
            case Reply.Declined _ -> byItself(options, running.words(), target);
            case Reply.Nobody() -> byItself(options, running.words(), target);
        }
        spec.commandLine().getOut().println(running.words().say("history.backup.written", target.toString()));
        return ExitCode.OK;
    }

    private void byItself(Options options, Words words, Path target) {
        try (Database history = CommandHistory.open(Wiring.data(options), words, spec.commandLine().getErr())) {
            Optional<Phrase> failed = history.backup(target);
            if (failed.isPresent()) {
                throw new Refusal(ExitCode.CANNOT_WRITE, words.say(failed.get()));
            }
        }
    }
}
