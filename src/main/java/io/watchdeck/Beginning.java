package io.watchdeck;

import io.watchdeck.instance.Claim;
import io.watchdeck.instance.Instance;
import io.watchdeck.stack.StackFolder;
import io.watchdeck.support.ProgramLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// What a console begins with before there is a window: the claim on its data folder, its log, and the watch, which puts back
/// what was known when the console last ran. None of it needs the toolkit, so that it begins while JavaFX starts.
///
/// @param files    one for all, so that they agree which file has which stack
/// @param instance empty where the console does without: a sandbox that keeps nothing, or a folder that takes no claim
/// @param log      empty where none is kept
/// @param start    tells the log when the window was drawn
record Beginning(Options options, StackFolder files, Reception reception, Optional<Instance> instance,
        Optional<ProgramLog> log, StartLog start, BegunWatch watch) implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Beginning.class.getName());

    /// Another console was faster.
    static final class NotTheOnly extends IllegalStateException {
        private static final long serialVersionUID = 1;
    }

    /// @throws NotTheOnly where another console has the data folder
    static Beginning of(Options options) {
        StackFolder files = Wiring.stackFolder();
        var reception = new Reception(options, files);
        Optional<Instance> instance = claim(options);
        instance.ifPresent(mine -> mine.serve(Wiring.threads("instance"), reception));
        // Takes longest, and what comes next does not need it.
        Optional<KeptHistory> left = Wiring.left(options, files, Clock.systemUTC());
        Optional<ProgramLog> log = instance.flatMap(_ -> log(Wiring.data(options)));
        var start = new StartLog(line -> LOG.log(System.Logger.Level.INFO, line));
        BegunWatch watch = BegunWatch.of(options, Wiring.choice(options, files), Clock.systemUTC(),
                left, opened -> start.awaitDrawn(opened.watch().current()));
        return new Beginning(options, files, reception, instance, log, start, watch);
    }

    private static Optional<Instance> claim(Options options) {
        return switch (Wiring.claim(options).orElseGet(() -> new Claim.Untold("a sandbox"))) {
            case Claim.Mine(Instance mine) -> Optional.of(mine);
            case Claim.Held() -> throw new NotTheOnly();
            case Claim.Untold(String why) -> {
                LOG.log(System.Logger.Level.DEBUG, "Not the one console: {0}", why);
                yield Optional.empty();
            }
        };
    }

    /// Without it the console works all the same, and says on the standard error what it has to say.
    private static Optional<ProgramLog> log(Path data) {
        try {
            ProgramLog begun = ProgramLog.begin(Folders.log(data));
            LOG.log(System.Logger.Level.INFO, "Watchdeck " + Version.number() + ", Java " + Runtime.version() + ", "
                    + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                    + System.getProperty("os.arch"));
            return Optional.of(begun);
        } catch (IOException noFile) {
            LOG.log(System.Logger.Level.WARNING, "No log is kept: {0}", noFile.toString());
            return Optional.empty();
        }
    }

    /// Lets go of the data folder, after the watch is closed.
    @Override
    public void close() {
        instance.ifPresent(Instance::close);
        log.ifPresent(ProgramLog::close);
    }
}
