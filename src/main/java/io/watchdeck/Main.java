package io.watchdeck;

import picocli.CommandLine;

/// Where the program begins. Not a JavaFX `Application`, so that the commands start without the toolkit.
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var commands = new CommandLine(new ConsoleCommand());
        commands.setExecutionStrategy(new CommandLine.RunLast());
        commands.setParameterExceptionHandler((problem, _) -> {
            CommandLine used = problem.getCommandLine();
            used.getErr().println(problem.getMessage());
            used.getErr().println("'watchdeck --help' lists commands and options.");
            return ExitCode.USAGE;
        });
        commands.setExecutionExceptionHandler((mistake, used, _) -> {
            if (mistake instanceof Refusal refusal) {
                used.getErr().println(refusal.getMessage());
                return refusal.code();
            }
            System.getLogger(Main.class.getName()).log(System.Logger.Level.ERROR, "Unexpected", mistake);
            used.getErr().println("Unexpected: " + mistake);
            return ExitCode.SOFTWARE;
        });
        return commands;
    }
}
