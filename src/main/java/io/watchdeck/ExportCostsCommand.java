package io.watchdeck;

import io.watchdeck.model.TimeRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `watchdeck export costs`: what each day of a stack cost, service by service.
@Command(name = "costs",
        description = "Writes out what the history holds of the bill of a stack: a row for each day and "
                + "service, in order of time, with the lines of the plan that pay for it and when it was read. Days are those of "
                + "UTC and kept for three years. A day that cost nothing is a row with the amount 0; one of which nobody asked is "
                + "none.%n"
                + "Services that the plan splits by usage type are told by usage type as well, in rows with a usage and without a "
                + "service: the same money again.%n"
                + "Exit code: 0 written, also where no day of that time is kept, 64 wrong usage, 65 a history of a newer version, "
                + "66 nothing is kept of the stack, 73 a file that cannot be written, 75 a console that does not answer.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ExportCostsCommand extends HistoryExport {

    @Option(names = "--format", paramLabel = "csv|json", description = "csv by default")
    private CostWish.Format format = CostWish.Format.csv;

    ExportCostsCommand() {
        super("-30d");
    }

    @Override
    HistoryWish wish(Options options, HistoryOutput of, TimeRange range) {
        return new CostWish(of.names(options), range, format);
    }
}
