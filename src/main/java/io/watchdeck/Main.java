package io.watchdeck;

import io.watchdeck.yaml.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Where the program begins. Not a JavaFX `Application`, so that the commands start without the toolkit.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        logToTheConsole();
        System.exit(Options.alone(arguments).map(options -> window(options, arguments))
                .orElseGet(() -> commandLine().execute(arguments)));
    }

    private static int window(Options options, String... arguments) {
        try {
            return ConsoleCommand.open(options, new PrintWriter(System.out, true), arguments);
        } catch (RuntimeException mistake) {
            return told(mistake, new PrintWriter(System.err, true));
        }
    }

    private static void logToTheConsole() {
        try (InputStream file = Main.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The command or option that was probably meant; what the parser would suggest need not be like it at all.
    private static Optional<String> meant(ParameterException problem) {
        return problem instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().stream().findFirst()
                        .flatMap(word -> Suggestion.nearest(word, unmatched.getSuggestions()))
                        .map(name -> "Did you mean '" + name + "'?")
                : Optional.empty();
    }

    static CommandLine commandLine() {
        var console = new ConsoleCommand();
        var commands = new CommandLine(console);
        commands.setExecutionStrategy(parsed -> {
            HelpWords.speak(parsed, console);
            return new CommandLine.RunLast().execute(parsed);
        });
        commands.setParameterExceptionHandler((problem, _) -> {
            CommandLine used = problem.getCommandLine();
            used.getErr().println(problem.getMessage());
            meant(problem).ifPresent(used.getErr()::println);
            used.getErr().println("'watchdeck --help' lists commands and options.");
            return ExitCode.USAGE;
        });
        commands.setExecutionExceptionHandler((mistake, used, _) -> told(mistake, used.getErr()));
        return commands;
    }

    /// @return the exit code
    private static int told(Exception mistake, PrintWriter err) {
        if (mistake instanceof Refusal refusal) {
            err.println(refusal.getMessage());
            return refusal.code();
        }
        System.getLogger(Main.class.getName()).log(System.Logger.Level.ERROR, "Unexpected", mistake);
        err.println("Unexpected: " + mistake);
        return ExitCode.SOFTWARE;
    }
}
