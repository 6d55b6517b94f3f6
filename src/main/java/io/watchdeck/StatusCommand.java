package io.watchdeck;

import io.watchdeck.stack.FileProblem;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `watchdeck status`: one read of everything, printed; the exit code is the verdict.
@Command(name = "status", description = "Reads everything once and prints it.%n"
        + "Exit code: 0 fine, 1 warning, 2 critical, 3 not known; 65 when no stack file is right, 66 when their folder "
        + "is not there.", mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Parameters(paramLabel = "STACK", arity = "0..*", description = "only these stacks, by file name or name")
    private List<String> only = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Options options = console.options();
        options.endpoint(); // refused even where nothing asks for it
        StackChoice choice = Wiring.choice(options);
        PrintWriter err = spec.commandLine().getErr();
        for (FileProblem problem : choice.problems()) {
            err.println(problem);
        }
        List<StackFile> chosen = chosen(choice);
        if (chosen.isEmpty() && choice.problems().isEmpty()) {
            throw new Refusal(ExitCode.UNKNOWN, "no stacks: put stack files into "
                    + choice.folder().orElse(Wiring.folders().stacks())
                    + ", name a folder with --stacks, or try --sandbox");
        }
        // Single targets are not printed, and take a call for each target group.
        Set<Subject> subjects = EnumSet.copyOf(choice.readOnce());
        subjects.remove(Subject.TARGETS);
        WatchSnapshot snapshot = Wiring.readOnce(options, choice, chosen, subjects);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new StatusJson(english()).text(snapshot));
        } else {
            new StatusText(new Words(options.locale(), ZoneId.systemDefault())).print(snapshot, out);
        }
        out.flush();
        return chosen.isEmpty() ? nothingToRead(choice) : ExitCode.of(snapshot.severity());
    }

    /// Without a single good file this is no state of a stack: the folder is not there, or what it holds is wrong.
    private static int nothingToRead(StackChoice choice) {
        return choice.isNowhere() ? ExitCode.NO_INPUT : ExitCode.BAD_DATA;
    }

    /// Names mean nothing where no file could be used.
    private List<StackFile> chosen(StackChoice choice) {
        if (only.isEmpty() || choice.stacks().isEmpty() && !choice.problems().isEmpty()) {
            return choice.stacks();
        }
        List<StackFile> named = only.stream().flatMap(name -> choice.named(name).stream()).toList();
        return choice.stacks().stream().filter(named::contains).toList();
    }

    private static Words english() {
        return new Words(Locale.ENGLISH, ZoneId.of("UTC"));
    }
}
