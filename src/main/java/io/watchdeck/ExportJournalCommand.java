package io.watchdeck;

import io.watchdeck.model.TimeRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `watchdeck export journal`: what was changed by whom and why, and what came of it.
@Command(name = "journal", description = "Writes out the journal of what was changed: an entry for each operation, in "
        + "order of time. It is kept for three years.%n"
        + "As CSV an entry is a line; as JSON it has every request with its fields and its answer, and what was seen while "
        + "it was followed.%n"
        + "Exit code: 0 written, also where nothing was changed in that time, 64 wrong usage, 65 a history of a newer "
        + "version, 66 nothing is kept of the stack, 73 a file that cannot be written, 75 a console that does not answer.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ExportJournalCommand extends HistoryExport {

    @Option(names = "--format", paramLabel = "csv|json", description = "csv by default")
    private JournalWish.Format format = JournalWish.Format.csv;

    ExportJournalCommand() {
        super("-30d");
    }

    @Override
    HistoryWish wish(Options options, HistoryOutput of, TimeRange range) {
        return new JournalWish(of.names(options), range, format);
    }
}
