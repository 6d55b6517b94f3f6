package io.watchdeck.ui.kit;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide a text is, for boxes on a canvas.
final class TextWidth {

    private TextWidth() {}

    static double of(String said, String family, double size) {
        var text = new Text(said);
        text.setFont(Font.font(family, size));
        return text.getLayoutBounds().getWidth();
    }
}
