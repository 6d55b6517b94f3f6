package io.watchdeck.ui.connect;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What one step shows.
abstract class StepPane extends VBox {

    StepPane(String id) {
        setId(id);
        getStyleClass().add("connect-pane");
        setMinWidth(0);
    }

    /// What has the focus first.
    abstract Node first();
}
