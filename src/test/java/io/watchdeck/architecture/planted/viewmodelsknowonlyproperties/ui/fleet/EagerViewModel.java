package io.watchdeck.architecture.planted.viewmodelsknowonlyproperties.ui.fleet;

import io.watchdeck.architecture.planted.Wrong;
import javafx.application.Platform;

@Wrong
public final class EagerViewModel {
    boolean isOnScreen() {
        return Platform.isFxApplicationThread();
    }
}
