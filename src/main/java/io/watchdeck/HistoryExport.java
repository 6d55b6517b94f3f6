package io.watchdeck;

import io.watchdeck.model.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// A word behind `watchdeck export`: of which stack and time, and where to, is asked in the same way by all of them.
abstract class HistoryExport implements Callable<Integer> {

    @ParentCommand
    private ExportCommand export = new ExportCommand();

    @Mixin
    private HistoryOutput output = new HistoryOutput();

    private final String usual;
    private Clock clock = Clock.systemUTC();

    /// @param usual the begin where none is given, as a person would write it
    HistoryExport(String usual) {
        this.usual = usual;
    }

    /// Whose time is the end of what is known.
    final void made(Clock by) {
        clock = by;
    }

    /// What is to be written out.
    ///
    /// @param of has the stacks that were named
    abstract HistoryWish wish(Options options, HistoryOutput of, TimeRange range);

    @Override
    public final Integer call() {
        Options options = export.options();
        Instant now = ExportTime.now(clock);
        return output.write(options, wish(options, output, output.range(usual, now)), now);
    }
}
