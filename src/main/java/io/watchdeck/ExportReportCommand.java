package io.watchdeck;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `watchdeck export report`: the hand-over report of stacks and a time.
@Command(name = "report",
        description = "Writes a hand-over report for whoever was not there: in short what was wrong, who had it, what was done "
                + "and whether it helped; what is open now; what happened in order; alarms, operations and their verdicts, Spot, "
                + "charts; and what is not known. --stack may be given several times.%n"
                + "As Markdown, or as one HTML file that needs no network and can be printed.%n"
                + "Exit code: 0 written, also where nothing happened in that time, 64 wrong usage, 65 a history of a newer "
                + "version, 66 nothing is kept of the stack, 73 a file that cannot be written, 75 a console that does not answer.",
        mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ExportReportCommand implements Callable<Integer> {

    @ParentCommand
    private ExportCommand export = new ExportCommand();

    @Option(names = "--format", paramLabel = "md|html", description = "md by default")
    private ReportWish.Format format = ReportWish.Format.md;

    @Mixin
    private HistoryOutput output = new HistoryOutput();

    @Spec
    private CommandSpec spec;

    private Clock clock = Clock.systemUTC();

    /// Whose time is the end of what is known.
    void made(Clock by) {
        clock = by;
    }

    @Override
    public Integer call() {
        Options options = export.options();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var wish = new ReportWish(output.given(), output.range("-24h", now), format,
                Wiring.preferences(options).alarms().person(), options.sandbox());
        try (SignOfLife _ = SignOfLife.after(SignOfLife.PATIENCE, () -> sayAtWork(options))) {
            return output.write(options, wish, now);
        }
    }

    private void sayAtWork(Options options) {
        if (SignOfLife.isRead()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(Running.of(options).words().say("report.composing"));
            err.flush();
        }
    }
}
