package io.watchdeck;

import io.watchdeck.instance.Reply;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.TimeRange;
import io.watchdeck.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

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
final class ExportMetricsCommand implements Callable<Integer> {

    @ParentCommand
    private ExportCommand export = new ExportCommand();

    @Option(names = "--stack", required = true, paramLabel = "STACK", description = "by file name or name")
    private String stack = "";

    @Option(names = "--from", paramLabel = "TIME",
            description = "begin, such as 2026-11-01T09:00Z, 2026-11-01 (the local "
                    + "day), -7d or -90m; -24h by default")
    private String from = "-24h";

    @Option(names = "--to", paramLabel = "TIME", description = "end, in the same forms; now by default")
    private String to = "now";

    @Option(names = "--metric", paramLabel = "NAME", description = "only this one, such as service.cpu")
    private Optional<String> metric = Optional.empty();

    @Option(names = "--component", paramLabel = "NAME", description = "only this one, by AWS's name")
    private Optional<String> component = Optional.empty();

    @Option(names = "--format", paramLabel = "csv|json", description = "csv by default")
    private Form format = Form.csv;

    @Option(names = "--no-gaps", description = "leave out the times without samples")
    private boolean noGaps;

    @Option(names = "--out", paramLabel = "FILE", description = "a new file, in place of standard output")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--overwrite", description = "replace the file")
    private boolean overwrite;

    @Spec
    private CommandSpec spec;

    enum Form {
        csv(MetricTable.Format.CSV), json(MetricTable.Format.JSON);

        private final MetricTable.Format format;

        Form(MetricTable.Format format) {
            this.format = format;
        }
    }

    @Override
    public Integer call() {
        Options options = export.options();
        Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        Instant begin = ExportTime.parse(from, now, ZoneId.systemDefault());
        Instant end = ExportTime.parse(to, now, ZoneId.systemDefault());
        if (!begin.isBefore(end)) {
            throw new Refusal(ExitCode.USAGE, "--from " + from + " is not before --to " + to + ".");
        }
        var wish = new MetricWish(names(options), metric, component, new TimeRange(begin, end), format.format, !noGaps);
        try (Output output = out.isPresent() ? Output.file(out.get(), overwrite)
                : Output.standard(spec.commandLine().getOut())) {
            write(options, wish, now, output);
            output.complete();
            return ExitCode.OK;
        } catch (Output.NobodyReads _) {
            return ExitCode.OK;
        } catch (IOException failed) {
            throw new Refusal(ExitCode.CANNOT_WRITE,
                    "Cannot write " + out.map(Path::toString).orElse("the answer") + ": "
                            + failed.getMessage());
        }
    }

    private void write(Options options, MetricWish wish, Instant now, Writer output) throws IOException {
        Running running = Running.of(options);
        Reply reply;
        try {
            reply = running.ask(wish.request(running.words()), piece -> {
                try {
                    output.write(piece);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        switch (reply) {
            case Reply.Ended(int code, Optional<String> says) -> {
                if (code != ExitCode.OK) {
                    throw new Refusal(code, says.orElse(""));
                }
            }
            case Reply.Silent(OptionalLong process) -> throw new Refusal(ExitCode.BUSY, running.silent(process));
            case Reply.Broken() -> throw new Refusal(ExitCode.BUSY, running.words().say("instance.broken"));
            case Reply.Declined _ -> byItself(options, wish, now, output);
            case Reply.Nobody() -> byItself(options, wish, now, output);
        }
    }

    /// Whoever reads the standard output may be a pager that waits for hours: by then the history is closed again, for a
    /// console that begins meanwhile.
    private void byItself(Options options, MetricWish wish, Instant now, Writer output) throws IOException {
        if (out.isPresent()) {
            fulfil(options, wish, now, output);
            return;
        }
        try (Spool spool = Spool.create()) {
            fulfil(options, wish, now, spool.writer());
            spool.copyTo(output);
        }
    }

    private void fulfil(Options options, MetricWish wish, Instant now, Writer output) throws IOException {
        try (Database history = CommandHistory.open(Wiring.data(options), Running.of(options).words(),
                spec.commandLine().getErr())) {
            MetricCatalogue catalogue = MetricCatalogue.standard();
            wish.fulfil(KeptHistory.stores(history, catalogue), catalogue, now, output);
        }
    }

    /// History goes by the names of files; people may say the name that the file gives. One whose file is gone is still
    /// kept.
    private List<String> names(Options options) {
        StackChoice choice = Wiring.choice(options);
        return Stream.concat(Stream.of(stack), choice.stacks().stream()
                .filter(file -> file.name().equalsIgnoreCase(stack)).map(file -> file.id().value())).distinct()
                .toList();
    }
}
