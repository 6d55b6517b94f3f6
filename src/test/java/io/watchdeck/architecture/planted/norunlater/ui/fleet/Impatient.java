package io.watchdeck.architecture.planted.norunlater.ui.fleet;

import io.watchdeck.architecture.planted.Wrong;
import java.util.concurrent.Executor;
import javafx.application.Platform;

@Wrong
public final class Impatient {
    Executor ui() {
        return Platform::runLater;
    }
}
