package io.watchdeck;

import io.watchdeck.model.TimeRange;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `watchdeck export metrics`: what is kept of metrics, as it is read: months take no more memory than a day. The running
/// console is asked, which has the history open; where none runs, the command opens it.
@Command(name = "metrics", description = "Writes out what is kept of metrics: a row for each period, in order of time, "
        + "series by series. Each time is told once, by the shortest periods that are kept of it: minutes for 15 days, five "
        + "minutes for 63 days, hours for three years.%n"
        + "A row with an empty value is a time without samples, and its last column says why: notRead (the console was not "
        + "running, or nobody needed the figure), noData (AWS was asked and had nothing), notKnown, or what went wrong, such "
        + "as denied, throttled or unreachable.%n"
        + "Exit code: 0 written, 64 wrong usage, 65 a history of a newer version, 66 nothing is kept of it, 73 a file that "
        + "cannot be written, 75 a console that does not answer.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ExportMetricsCommand extends HistoryExport {

    @Option(names = "--metric", paramLabel = "NAME", description = "only this one, such as service.cpu")
    private Optional<String> metric = Optional.empty();

    @Option(names = "--component", paramLabel = "NAME", description = "only this one, by AWS's name")
    private Optional<String> component = Optional.empty();

    @Option(names = "--format", paramLabel = "csv|json", description = "csv by default")
    private Form format = Form.csv;

    @Option(names = "--no-gaps", description = "leave out the times without samples")
    private boolean noGaps;

    enum Form {
        csv(MetricTable.Format.CSV), json(MetricTable.Format.JSON);

        private final MetricTable.Format format;

        Form(MetricTable.Format format) {
            this.format = format;
        }
    }

    ExportMetricsCommand() {
        super("-24h");
    }

    @Override
    HistoryWish wish(Options options, HistoryOutput of, TimeRange range) {
        return new MetricWish(of.names(options), metric, component, range, format.format, !noGaps);
    }
}
