package io.watchdeck;

import io.watchdeck.settings.SettingsFile;
import io.watchdeck.stack.StackFolder;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `watchdeck check FILE…`: validates stack files without asking AWS anything. A wrong file outweighs one that is not
/// there.
@Command(name = "check",
        description = "Validates stack files, and settings.yaml: file, line, column, what is wrong, what was meant.%n"
                + "Where a design contradicts itself, a good file has hints.%n"
                + "Exit code: 0 all good, 65 a wrong file, 66 a file that is not there.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Parameters(paramLabel = "FILE", arity = "1..*",
            description = "stack files, folders with stack files, or the folder with settings.yaml and stacks")
    private List<Path> files = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        int code = ExitCode.OK;
        Words words = Running.of(console.options()).words();
        Map<Path, List<FileProblem>> found = new LinkedHashMap<>();
        Map<Path, List<String>> hints = new HashMap<>();
        List<Path> named = files.stream().flatMap(CheckCommand::parts).toList();
        named.stream().filter(CheckCommand::isSettings)
                .forEach(file -> found.put(file, new SettingsFile(file).read().problems()));
        Wiring.stackFolder().check(named.stream().filter(file -> !isSettings(file)).toList())
                .forEach((file, outcome) -> {
                    found.put(file, outcome.complaints());
                    outcome.stack().ifPresent(stack -> hints.put(file, stack.contradictions()));
                });
        for (var checked : found.entrySet()) {
            Path file = checked.getKey();
            List<FileProblem> problems = checked.getValue();
            if (problems.isEmpty()) {
                spec.commandLine().getOut().println(words.say("check.good", file.toString()));
                hints.getOrDefault(file, List.of()).forEach(hint -> spec.commandLine().getOut()
                        .println(words.say("check.hint", file.toString(), hint)));
            } else {
                problems.forEach(problem -> spec.commandLine().getErr().println(problem));
                boolean read = Files.isReadable(file) && !Files.isDirectory(file);
                code = read ? ExitCode.BAD_DATA : code == ExitCode.OK ? ExitCode.NO_INPUT : code;
            }
        }
        return code;
    }

    /// A folder that holds settings stands for these, for the stack files beside them and for those of its folder for
    /// stack files.
    private static Stream<Path> parts(Path named) {
        Path settings = named.resolve(Wiring.settingsFile().path().getFileName());
        if (!Files.isDirectory(named) || !Files.isRegularFile(settings)) {
            return Stream.of(named);
        }
        try {
            Stream<Path> beside = StackFolder.filesIn(named).stream().filter(file -> !file.equals(settings));
            Path stacks = named.resolve(Wiring.folders().stacks().getFileName());
            return Stream.of(Stream.of(settings), beside, Stream.of(stacks).filter(Files::isDirectory))
                    .flatMap(part -> part);
        } catch (IOException _) {
            return Stream.of(named);
        }
    }

    /// By its name; one that is not there is told like a stack file that is not.
    private static boolean isSettings(Path file) {
        return file.endsWith(Wiring.settingsFile().path().getFileName()) && Files.exists(file);
    }
}
