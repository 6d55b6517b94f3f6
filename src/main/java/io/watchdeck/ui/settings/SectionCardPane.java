package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A card of the screen: icon, title and a note in its head.
abstract class SectionCardPane extends VBox {

    SectionCardPane(Glyph icon, String title, String note) {
        getStyleClass().addAll("wd-card", "settings-card");
        setMinWidth(0);
        var head = new HBox(Icons.icon(icon), Texts.label(title, "wd-14", "wd-strong"),
                Texts.yielding(note, "wd-12", "wd-muted"));
        head.getStyleClass().addAll("section-head", "chart-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
    }
}
