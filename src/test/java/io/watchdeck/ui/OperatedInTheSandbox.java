package io.watchdeck.ui;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Money;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.StackId;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.MemoryJournal;
import io.watchdeck.operations.gate.Kept;
import io.watchdeck.operations.gate.LiveOperations;
import io.watchdeck.operations.gate.Reach;
import io.watchdeck.refresh.ClockPace;
import io.watchdeck.refresh.Meter;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.sandbox.SandboxConnector;
import io.watchdeck.sandbox.world.SimulatedStack;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.operations.OperationDialogs;
import io.watchdeck.ui.shell.Look;
import io.watchdeck.ui.shell.Theme;
import io.watchdeck.watch.LiveWatch;
import io.watchdeck.watch.Rhythm;
import io.watchdeck.watch.Subject;
import io.watchdeck.watch.WatchSettings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The window over simulated stacks of the sandbox, read once, whose operations change them: what the tests of
/// operations in the window begin with. Time passes when a test lets it.
public abstract class OperatedInTheSandbox {

    private static final int STEPS = 200;

    protected final MutableClock clock = new MutableClock(Snapshots.NOW);
    protected final MemoryJournal journal = new MemoryJournal();
    protected final ClockPace pace = new ClockPace(clock, 1);
    protected final SandboxConnector sandbox;
    protected Window window;
    protected LiveOperations desk;
    private final List<StackFile> files;
    private final LiveWatch watch;

    protected OperatedInTheSandbox(String... stacks) {
        files = Stream.of(stacks).map(Snapshots::file).toList();
        sandbox = new SandboxConnector(files, 42, clock);
        watch = new LiveWatch(new WatchSettings(Rhythm.standard(), new Meter(PriceList.shipped(), clock),
                Money.usd("2"), true), sandbox, MetricCatalogue.standard(), clock);
    }

    /// On the thread of the window.
    protected final void open(Stage stage) {
        stage.setWidth(1000);
        stage.setHeight(900);
        watch.stacks(files, List.of());
        window = new Window(stage, watch.readOnce(EnumSet.allOf(Subject.class)), new Look(Theme.DARK, 1000, 900));
        operate(false);
    }

    /// On the thread of the window.
    protected final void operate(boolean readOnly) {
        desk = new LiveOperations(window.watch, new Reach(sandbox, sandbox), Kept.of(() -> journal),
                new LiveOperations.Person(() -> "sora", readOnly), clock, pace);
        desk.start();
        window.shell.operate(desk, OperationDialogs::new);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
        desk.close();
        watch.close();
    }

    protected static void await(Callable<Boolean> wanted) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, wanted);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Waits until every request of the only operation is sent.
    protected final void sent() throws TimeoutException {
        await(() -> journal.size() == 1 && journal.only().sendings().size() >= journal.only().planned());
    }

    /// Lets the time pass until the only operation has a verdict, if it comes to one.
    protected final JournalEntry followed() throws InterruptedException {
        for (int step = 0; step < STEPS && !journal.only().isOver(); step++) {
            pace.pass(Duration.ofSeconds(20));
        }
        return journal.only();
    }

    /// What a look into the account finds in a stack.
    protected final <T> T seen(StackId id, Function<SimulatedStack, T> look) {
        var found = new AtomicReference<T>();
        StackFile file = files.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        sandbox.account(file.access()).change(id, (stack, _) -> found.set(look.apply(stack)));
        return found.get();
    }
}
