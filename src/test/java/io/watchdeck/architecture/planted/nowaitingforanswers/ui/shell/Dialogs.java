package io.watchdeck.architecture.planted.nowaitingforanswers.ui.shell;

import io.watchdeck.architecture.planted.Right;
import javafx.stage.Stage;

@Right
public final class Dialogs {
    void ask(Stage stage) {
        stage.showAndWait();
    }
}
