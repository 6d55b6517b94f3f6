package io.watchdeck;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A watch that has begun, for a window.
///
/// @param chosen by options and files
/// @param choice what is watched: the sandbox where nothing was chosen
/// @param known  done when what was known is back, if there was anything
record BegunWatch(StackChoice chosen, StackChoice choice, Watching watching, CompletableFuture<Void> known) {

    /// To lay out all rows without their figures and then again takes longer than to wait for them; but what takes longer
    /// than this is not waited for.
    private static final Duration WORTH_WAITING = Duration.ofMillis(600);

    /// @param left    the history in the data folder where it is open already
    /// @param isShown waits until a person sees what was known: nothing is read before, because a machine with few processors
    ///                would read in place of drawing
    static BegunWatch of(Options options, StackChoice chosen, Clock clock, Optional<KeptHistory> left,
            Consumer<Watching> isShown) {
        StackChoice choice = chosen.orSandbox(Wiring.shippedStacks());
        Watching watching = Wiring.console(options, choice, clock, left);
        var known = new CompletableFuture<Void>();
        if (!Wiring.isInFolder(options, choice)) {
            known.complete(null);
        }
        watching.watch().start(() -> {
            known.complete(null);
            isShown.accept(watching);
        });
        return new BegunWatch(chosen, choice, watching, known);
    }

    /// When it is time to show the window.
    CompletableFuture<Void> worthShowing() {
        return known.copy().completeOnTimeout(null, WORTH_WAITING.toMillis(), TimeUnit.MILLISECONDS);
    }
}
