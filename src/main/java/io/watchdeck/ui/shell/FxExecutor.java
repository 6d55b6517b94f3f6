package io.watchdeck.ui.shell;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// Runs work on the FX thread: at once when called there, else as soon as it is free. The only place that knows how.
public final class FxExecutor implements Executor {

    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
