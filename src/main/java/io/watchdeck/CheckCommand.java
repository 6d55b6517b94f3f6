package io.watchdeck;

import io.watchdeck.stack.FileProblem;
import io.watchdeck.stack.StackReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `watchdeck check FILE…`: validates stack files without asking AWS anything.
@Command(name = "check", description = "Validates stack files: file, line, column, what is wrong, what was meant.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "stack files")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StackReader reader = Wiring.stackReader();
        boolean good = true;
        for (Path file : files) {
            List<FileProblem> problems = reader.read(file).complaints();
            if (problems.isEmpty()) {
                spec.commandLine().getOut().println(file + ": good");
            } else {
                good = false;
                problems.forEach(problem -> spec.commandLine().getErr().println(problem));
            }
        }
        return good ? ExitCode.OK : ExitCode.BAD_DATA;
    }
}
