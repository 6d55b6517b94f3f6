package io.watchdeck;

import io.watchdeck.model.TimeRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `watchdeck export events`: what happened to a stack, in one order.
@Command(name = "events",
        description = "Writes out what happened to a stack, in order of time: deployments and what came "
                + "of them, tasks that stopped and why, what else ECS told, autoscaling, databases, pipelines, alarms and what persons said of "
                + "them, and what was changed through the console. Deployments, tasks, databases, alarms and operations are kept for three "
                + "years; what CloudWatch alarms and pipelines did for 90 days, as far as a console was running.%n"
                + "Exit code: 0 written, also where nothing happened in that time, 64 wrong usage, 65 a history of a newer "
                + "version, 66 nothing is kept of the stack, 73 a file that cannot be written, 75 a console that does not answer.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ExportEventsCommand extends HistoryExport {

    @Option(names = "--format", paramLabel = "csv|json", description = "csv by default")
    private EventWish.Format format = EventWish.Format.csv;

    ExportEventsCommand() {
        super("-24h");
    }

    @Override
    HistoryWish wish(Options options, HistoryOutput of, TimeRange range) {
        return new EventWish(of.names(options), range, format);
    }
}
