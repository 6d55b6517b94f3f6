package io.watchdeck;

import io.watchdeck.instance.Reply;
import io.watchdeck.model.TimeRange;
import io.watchdeck.store.Database;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/// What an export is asked for of which stack and time, where it goes, and how it comes there. The running console is asked, which has the history open; where none
/// runs, the command opens it. Filled by picocli.
final class HistoryOutput {

    @Option(names = "--stack", required = true, paramLabel = "STACK", description = "by file name or name")
    private List<String> stacks = List.of();

    @Option(names = "--from", paramLabel = "TIME",
            description = "begin, such as 2026-11-01T09:00Z, 2026-11-01 (the local day), -7d or -90m; -24h by default, "
                    + "and -30d of the journal and costs")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "end, in the same forms; now by default")
    private String to = "now";

    @Option(names = "--out", paramLabel = "FILE", description = "a new file, in place of standard output")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--overwrite", description = "replace the file")
    private boolean overwrite;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /// @return the exit code
    int write(Options options, HistoryWish wish, Instant now) {
        try (Output output = out.isPresent() ? Output.file(out.get(), overwrite)
                : Output.standard(spec.commandLine().getOut());
                SignOfLife _ = SignOfLife.after(SignOfLife.PATIENCE, () -> sayAtWork(options, wish))) {
            ask(options, wish, now, output);
            output.complete();
            return ExitCode.OK;
        } catch (Output.NobodyReads _) {
            return ExitCode.OK;
        } catch (IOException failed) {
            throw Unwritten.refusal(out.map(Path::toString).orElse("the answer"), failed);
        }
    }

    private void sayAtWork(Options options, HistoryWish wish) {
        wish.atWork().filter(_ -> SignOfLife.isRead()).ifPresent(says -> {
            PrintWriter err = spec.commandLine().getErr();
            err.println(Running.of(options).words().say(says));
            err.flush();
        });
    }

    private void ask(Options options, HistoryWish wish, Instant now, Writer output) throws IOException {
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
    private void byItself(Options options, HistoryWish wish, Instant now, Writer output) throws IOException {
        if (out.isPresent()) {
            fulfil(options, wish, now, output);
            return;
        }
        try (Spool spool = Spool.create()) {
            fulfil(options, wish, now, spool.writer());
            spool.copyTo(output);
        }
    }

    private void fulfil(Options options, HistoryWish wish, Instant now, Writer output) throws IOException {
        Words words = Running.of(options).words();
        try (Database history = CommandHistory.open(Wiring.data(options), words, spec.commandLine().getErr())) {
            wish.fulfil(history, words, now, output);
        }
    }

    /// History goes by the names of files; people may say the name that the file gives. One whose file is gone is still
    /// kept.
    ///
    /// @throws Refusal where there is more than one stack
    List<String> names(Options options) {
        if (stacks.size() > 1) {
            throw new Refusal(ExitCode.USAGE,
                    "--stack is given " + stacks.size() + " times; it is one stack at a time.");
        }
        StackChoice choice = Wiring.choice(options);
        return stacks.stream().flatMap(stack -> Stream.concat(Stream.of(stack), choice.stacks().stream()
                .filter(file -> file.name().equalsIgnoreCase(stack)).map(file -> file.id().value()))).distinct()
                .toList();
    }

    /// The stacks as they were given, in order.
    List<String> given() {
        return List.copyOf(stacks);
    }

    /// @param usual the begin where none was given
    /// @throws Refusal where it is no range
    TimeRange range(String usual, Instant now) {
        Instant begin = ExportTime.parse(from.orElse(usual), now, ZoneId.systemDefault());
        Instant end = ExportTime.parse(to, now, ZoneId.systemDefault());
        if (!begin.isBefore(end)) {
            throw new Refusal(ExitCode.USAGE, "--from " + from.orElse(usual) + " is not before --to " + to + ".");
        }
        return new TimeRange(begin, end);
    }
}
