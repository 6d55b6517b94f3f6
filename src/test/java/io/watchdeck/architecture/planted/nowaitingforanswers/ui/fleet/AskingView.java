package io.watchdeck.architecture.planted.nowaitingforanswers.ui.fleet;

import io.watchdeck.architecture.planted.Wrong;
import javafx.scene.control.Alert;

@Wrong
public final class AskingView {
    Object ask(Alert alert) {
        return alert.showAndWait();
    }
}
