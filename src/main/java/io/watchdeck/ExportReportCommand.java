package io.watchdeck;

import io.watchdeck.model.TimeRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `watchdeck export report`: the hand-over report of stacks and a time.
@Command(name = "report",
        description = "Writes a hand-over report for whoever was not there: in short what was wrong, who had it, what was done "
                + "and whether it helped; what is open now; what happened in order; alarms, operations and their verdicts, Spot, "
                + "charts; and what is not known. --stack may be given several times.%n"
                + "As Markdown, or as one HTML file that needs no network and can be printed.%n"
                + "Exit code: 0 written, also where nothing happened in that time, 64 wrong usage, 65 a history of a newer "
                + "version, 66 nothing is kept of the stack, 73 a file that cannot be written, 75 a console that does not answer.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ExportReportCommand extends HistoryExport {

    @Option(names = "--format", paramLabel = "md|html", description = "md by default; markdown is the same",
            converter = Formats.class)
    private ReportWish.Format format = ReportWish.Format.md;

    ExportReportCommand() {
        super("-24h");
    }

    /// Whoever writes the word in full means the same.
    static final class Formats implements ITypeConverter<ReportWish.Format> {

        @Override
        public ReportWish.Format convert(String value) {
            return switch (value) {
                case "md", "markdown" -> ReportWish.Format.md;
                case "html" -> ReportWish.Format.html;
                default -> throw new TypeConversionException(
                        "expected one of [md, html] (case-sensitive) but was '" + value + "'");
            };
        }
    }

    @Override
    HistoryWish wish(Options options, HistoryOutput of, TimeRange range) {
        return new ReportWish(of.given(), range, format, Wiring.preferences(options).alarms().person(),
                options.sandbox());
    }
}
