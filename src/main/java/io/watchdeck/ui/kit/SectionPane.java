package io.watchdeck.ui.kit;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A part of a drawer under a head that folds it away.
public final class SectionPane extends VBox {

    private final Label count = Texts.yielding("", "wd-12", "wd-muted");
    private final VBox content = new VBox();
    private final FontIcon chevron = Icons.icon(Glyph.CHEVRON_DOWN);

    /// @param right stands at the end of the head
    public SectionPane(String title, Node right) {
        getStyleClass().add("section");
        var line = new HBox(chevron, Texts.label(title, "wd-strong"), count, Texts.spacer(), right);
        line.getStyleClass().add("section-line");
        line.setAlignment(Pos.CENTER_LEFT);
        var head = new Button(null, line);
        head.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        head.getStyleClass().add("section-button");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setAccessibleText(title);
        line.prefWidthProperty().bind(head.widthProperty().subtract(28));
        head.setOnAction(_ -> fold());
        content.getStyleClass().add("section-content");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(head, content);
    }

    public void setCount(String text) {
        Texts.set(count, text);
    }

    public void setContent(List<? extends Node> nodes) {
        content.getChildren().setAll(nodes);
    }

    private void fold() {
        boolean open = !content.isVisible();
        Texts.shown(content, open);
        chevron.show(open ? Glyph.CHEVRON_DOWN : Glyph.CHEVRON_RIGHT);
    }
}
