package io.watchdeck;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `watchdeck export journal`: what was changed by whom and why, and what came of it.
@Command(name = "journal", description = "Writes out the journal of what was changed: an entry for each operation, in "
        + "order of time. It is kept for three years.%n"
        + "As CSV an entry is a line; as JSON it has every request with its fields and its answer, and what was seen while "
        + "it was followed.%n"
        + "Exit code: 0 written, also where nothing was changed in that time, 64 wrong usage, 65 a history of a newer "
        + "version, 66 nothing is kept of the stack, 73 a file that cannot be written, 75 a console that does not answer.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ExportJournalCommand implements Callable<Integer> {

    @ParentCommand
    private ExportCommand export = new ExportCommand();

    @Option(names = "--format", paramLabel = "csv|json", description = "csv by default")
    private JournalWish.Format format = JournalWish.Format.csv;

    @Mixin
    private HistoryOutput output = new HistoryOutput();

    @Override
    public Integer call() {
        Options options = export.options();
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        return output.write(options, new JournalWish(output.names(options),
                output.range("-30d", now), format), now);
    }
}
