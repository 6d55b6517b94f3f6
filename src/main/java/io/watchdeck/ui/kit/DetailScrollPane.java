package io.watchdeck.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The details of a row below their head, which scroll up and down.
public final class DetailScrollPane extends ScrollPane {

    public DetailScrollPane(Node content) {
        super(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("edge-to-edge", "detail-scroll");
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    /// For the details of another row, which are read from the beginning.
    public void toTop() {
        setVvalue(0);
    }
}
