package io.watchdeck;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `watchdeck export`: writes out what is kept. What exactly, says the word behind it.
@Command(name = "export", description = "Writes out what the history holds.", mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {ExportMetricsCommand.class, ExportEventsCommand.class, ExportCostsCommand.class,
                ExportJournalCommand.class, ExportReportCommand.class})
final class ExportCommand implements Callable<Integer> {

    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(),
                "Say what to export: metrics, events, journal, costs or report");
    }

    Options options() {
        return console.options();
    }
}
