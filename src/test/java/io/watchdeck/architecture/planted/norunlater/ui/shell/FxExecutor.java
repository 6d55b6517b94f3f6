package io.watchdeck.architecture.planted.norunlater.ui.shell;

import io.watchdeck.architecture.planted.Right;
import javafx.application.Platform;

@Right
public final class FxExecutor {
    void go() {
        Platform.runLater(() -> {});
    }
}
