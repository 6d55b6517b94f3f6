package io.watchdeck;

import io.watchdeck.instance.Reply;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `watchdeck status`: everything that is known, printed; the exit code is the verdict. A console that watches the same
/// stacks is asked for it; where none runs, or it cannot tell, everything is read once.
@Command(name = "status", description = "Prints how the stacks stand: as the running console read them, or else after "
        + "reading everything once.%n"
        + "Exit code: 0 fine, 1 warning, 2 critical, 3 not known; 65 when no stack file is right, 66 when their folder "
        + "is not there.", mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Option(names = "--json", description = "print one JSON object")
    private boolean json;

    @Option(names = "--cost",
            description = "ask Cost Explorer, which takes a cent, unless a figure younger than a day is "
                    + "kept")
    private boolean cost;

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
        Preferences preferences = Wiring.preferences(options);
        preferences.tellProblems(err::println);
        for (FileProblem problem : choice.problems()) {
            err.println(problem);
        }
        List<StackFile> chosen = chosen(choice);
        Running running = Running.of(options);
        if (chosen.isEmpty() && choice.problems().isEmpty()) {
            throw new Refusal(ExitCode.UNKNOWN, "no stacks: put stack files into "
                    + choice.folder().orElse(Wiring.folders().stacks())
                    + ", name a folder with --stacks, or try --sandbox");
        }
        if (choice.stacks().isEmpty()) {
            read(running, choice, chosen, Optional.empty());
            return nothingToRead(choice);
        }
        return options.keepsNothing() ? read(running, choice, chosen, Optional.empty())
                : asked(running, choice, chosen);
    }

    /// Of the running console, if there is one that can tell.
    private int asked(Running running, StackChoice choice, List<StackFile> chosen) {
        Map<String, String> terms = new HashMap<>(running.terms(choice));
        terms.put(Reception.JSON, Boolean.toString(json));
        terms.put(Reception.COST, Boolean.toString(cost));
        terms.put(Reception.ALL, Boolean.toString(only.isEmpty()));
        var text = new StringBuilder();
        // It may still have what a file said that is wrong by now.
        List<String> names = Stream.concat(chosen.stream().map(StackFile::id), choice.unreadable(only).stream())
                .map(StackId::value).toList();
        Reply reply = running.ask(Question.STATUS.named(running.words(), terms, names), text::append);
        return switch (reply) {
            case Reply.Ended(int code, var _) -> {
                print(text.toString());
                yield code;
            }
            case Reply.Silent(OptionalLong process) -> {
                spec.commandLine().getErr().println(running.silent(process));
                yield read(running, choice, chosen, Optional.empty());
            }
            // It has the history, too.
            case Reply.Declined _ -> read(running, choice, chosen, Optional.empty());
            case Reply.Broken() -> read(running, choice, chosen, Optional.of(Wiring.history(running.options())));
            case Reply.Nobody() -> read(running, choice, chosen, Optional.of(Wiring.history(running.options())));
        };
    }

    /// @return the exit code
    private int read(Running running, StackChoice choice, List<StackFile> chosen, Optional<KeptHistory> history) {
        // Single targets are not printed, and take a call for each target group.
        Set<Subject> subjects = EnumSet.copyOf(choice.readOnce(cost));
        subjects.remove(Subject.TARGETS);
        WatchSnapshot snapshot = Wiring.readOnce(running, choice, chosen, subjects, history);
        Words words = running.words();
        snapshot.notices().forEach(told -> spec.commandLine().getErr().println(words.say(told)));
        print(StatusForm.text(snapshot, json, words));
        return ExitCode.of(snapshot.severity());
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
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
        return choice.readable(only);
    }
}
