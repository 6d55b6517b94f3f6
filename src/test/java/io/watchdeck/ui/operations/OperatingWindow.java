package io.watchdeck.ui.operations;

import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.Window;
import io.watchdeck.watch.StackSnapshot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;

/// A window in which the dialogs of operations open over a desk that a test leads.
abstract class OperatingWindow {

    static final StackSnapshot TIKETI = Snapshots.tiketi();

    final FakeOperationDesk desk = new FakeOperationDesk(TIKETI, Snapshots.NOW);
    Window window;

    /// On the thread of the window.
    final void open(Stage stage) {
        window = new Window(stage, Snapshots.moment());
        window.shell.operate(desk, OperationDialogs::new);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window.shell::close);
    }
}
