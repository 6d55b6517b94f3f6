package io.watchdeck.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// A text of one or more lines with an icon beside the first of them, however many there are. Where the text says nothing
/// there is neither.
public final class NotePane extends HBox {

    private static final double GAP = 6;

    public NotePane(Node icon, Label text) {
        super(GAP);
        var lead = new StackPane(icon);
        lead.minHeightProperty().bind(text.fontProperty()
                .map(font -> Math.ceil(TextWidth.lineHeight(font))));
        lead.setMaxHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(lead, text);
        text.textProperty().subscribe(said -> Texts.shown(this, !said.isEmpty()));
    }
}
