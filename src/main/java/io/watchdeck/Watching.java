package io.watchdeck;

import io.watchdeck.identity.SignInDesk;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.operations.gate.LiveOperations;
import io.watchdeck.report.LivePins;
import io.watchdeck.stack.StackFile;
import io.watchdeck.stack.StackFolder;
import io.watchdeck.store.Database;
import io.watchdeck.timeline.LiveTimeline;
import io.watchdeck.timeline.Timeline;
import io.watchdeck.ui.timeline.Filing;
import io.watchdeck.ui.timeline.HandingOver;
import io.watchdeck.watch.LiveWatch;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// A watch with the connection that it reads through and the history that it keeps; closing ends all of them.
///
/// @param operations changes what is watched; empty where nothing does
/// @param signIn where a person signs in; empty where nobody has to
/// @param handing what is left to do with the meter when the history is closed
record Watching(LiveWatch watch, Optional<LiveOperations> operations, Optional<KeptHistory> history,
        Optional<SignInDesk> signIn, AutoCloseable connection, AutoCloseable handing) implements AutoCloseable {

    /// Which changes nothing.
    Watching(LiveWatch watch, Optional<KeptHistory> history, AutoCloseable connection, AutoCloseable handing) {
        this(watch, Optional.empty(), history, Optional.empty(), connection, handing);
    }

    /// The history with all that came before the call; empty where the console keeps nothing in its data folder.
    Optional<Database> written() {
        watch.write();
        return history.flatMap(KeptHistory::written);
    }

    /// What happened; empty where nothing is kept.
    Optional<Timeline> timeline(MetricCatalogue catalogue, Clock clock) {
        return history.map(kept -> new LiveTimeline(kept.events(), catalogue, clock,
                mistake -> System.getLogger(Watching.class.getName()).log(System.Logger.Level.ERROR, "The timeline",
                        mistake)));
    }

    /// What the timeline is handed over with; without a history nothing is.
    ///
    /// @param filing writes what is made
    HandingOver handingOver(Clock clock, Filing filing) {
        return history.map(kept -> {
            var pins = new LivePins(kept.pins(), watch.alarms()::person, mistake -> System
                    .getLogger(Watching.class.getName()).log(System.Logger.Level.ERROR, "Pins", mistake));
            return new HandingOver(pins, Optional.of(new ScreenReports(this, kept, pins, clock)), filing);
        }).orElseGet(HandingOver::nothing);
    }

    /// Whether all of it is simulated.
    boolean isSandbox() {
        return watch.current().sandbox();
    }

    /// Takes over the stack files where they say something else than before. A folder that has vanished or cannot be
    /// looked into says nothing of its stacks: they go on being watched beside the problem.
    void watchIfChanged(StackFolder.Contents now) {
        List<StackFile> stacks = now.listed() ? now.stacks() : watch.stacks();
        if (!watches(stacks, now)) {
            watch.stacks(stacks, now.problems());
        }
    }

    /// Whether the stack files still say what is watched.
    boolean watches(StackFolder.Contents now) {
        return watches(now.stacks(), now);
    }

    private boolean watches(List<StackFile> stacks, StackFolder.Contents now) {
        return watch.stacks().equals(stacks) && watch.current().problems().equals(now.problems());
    }

    /// Calls that are under way are counted until the connection is closed: the history, which keeps the meter, is closed
    /// after it.
    @Override
    public void close() {
        history.ifPresent(KeptHistory::waitNoLonger);
        operations.ifPresent(Watching::close);
        signIn.ifPresent(Watching::close);
        close(watch);
        close(connection);
        history.ifPresent(KeptHistory::close);
        close(handing);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception ignored) {
            // The program ends or the account changes; the others are to be closed all the same.
            System.getLogger(Watching.class.getName()).log(System.Logger.Level.WARNING, "closing", ignored);
        }
    }
}
