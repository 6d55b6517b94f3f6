package io.watchdeck;

import io.watchdeck.model.Severity;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `watchdeck status`: one read of everything, printed; the exit code is the verdict.
@Command(name = "status", description = "Reads everything once and prints it.%n"
        + "Exit code: 0 fine, 1 warning, 2 critical, 3 not known.", mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private Options options = new Options();

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Parameters(paramLabel = "STACK", arity = "0..*", description = "only these stacks, by file name or name")
    private List<String> only = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StackChoice choice = Wiring.choice(options);
        PrintWriter err = spec.commandLine().getErr();
        for (FileProblem problem : choice.problems()) {
            err.println(problem);
        }
        List<StackFile> chosen = chosen(choice.stacks());
        if (chosen.isEmpty() && choice.problems().isEmpty()) {
            throw new Refusal(ExitCode.UNKNOWN, "no stacks: put stack files into " + Wiring.folders().stacks()
                    + ", name a folder with --stacks, or try --sandbox");
        }
        WatchSnapshot snapshot = Wiring.readOnce(options, choice, chosen, subjects(choice));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new StatusJson(english()).text(snapshot));
        } else {
            new StatusText(new Words(options.locale(), ZoneId.systemDefault())).print(snapshot, out);
        }
        out.flush();
        return exitCode(snapshot);
    }

    /// A file that could not be read is a stack of which nothing is known.
    private static int exitCode(WatchSnapshot snapshot) {
        Severity severity = snapshot.severity();
        return ExitCode.of(snapshot.problems().isEmpty() ? severity : severity.worse(Severity.UNKNOWN));
    }

    /// Asking Cost Explorer costs money at every run, so only the simulated one is asked.
    private static Set<Subject> subjects(StackChoice choice) {
        return choice.sandbox() ? EnumSet.allOf(Subject.class)
                : EnumSet.complementOf(EnumSet.of(Subject.COST));
    }

    private List<StackFile> chosen(List<StackFile> all) {
        if (only.isEmpty()) {
            return all;
        }
        for (String name : only) {
            if (all.stream().noneMatch(stack -> named(stack, name))) {
                throw new Refusal(ExitCode.USAGE, "There is no stack '" + name + "'. There are: "
                        + String.join(", ", all.stream().map(stack -> stack.id().value()).toList()));
            }
        }
        return all.stream().filter(stack -> only.stream().anyMatch(name -> named(stack, name))).toList();
    }

    private static boolean named(StackFile stack, String name) {
        return stack.id().value().equalsIgnoreCase(name) || stack.name().equalsIgnoreCase(name);
    }

    private static Words english() {
        return new Words(Locale.ENGLISH, ZoneId.of("UTC"));
    }
}
