package io.watchdeck.ui.activity;

import io.watchdeck.ui.activity.EntryDetail.FactLine;
import io.watchdeck.ui.activity.EntryDetail.RequestLine;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// One request: its name, the fields that were sent, and what AWS answered.
final class RequestPane extends VBox {

    private static final double NAMES = 116;

    /// @param copy puts its command on the clipboard
    RequestPane(RequestLine line, Words words, Consumer<String> copy) {
        getStyleClass().add("request-pane");
        var button = new Button(null, Icons.icon(MaterialDesignC.CONTENT_COPY));
        button.getStyleClass().addAll("flat", "icon-button", "request-copy");
        button.setAccessibleText(words.say("ui.activity.copyOne", line.name()));
        Texts.explain(button, line.command());
        button.setOnAction(_ -> copy.accept(line.command()));
        var head = new HBox(Texts.yielding(line.name(), "wd-mono", "wd-12", "wd-strong"), Texts.spacer(), button);
        head.getStyleClass().add("request-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        line.fields().forEach(field -> getChildren().add(field(field)));
        Label answer = Texts.wrapping(line.answer(), "wd-12", "request-answer");
        answer.setMaxWidth(Double.MAX_VALUE);
        var icon = Icons.icon(icon(line), "answer-icon");
        line.answered().tone().on(icon);
        var below = new HBox(icon, answer);
        below.getStyleClass().add("request-below");
        getChildren().add(below);
    }

    private static HBox field(FactLine field) {
        Label name = Texts.yielding(field.name(), "wd-mono", "wd-11", "wd-muted");
        name.setMinWidth(NAMES);
        name.setPrefWidth(NAMES);
        name.setMaxWidth(NAMES);
        Texts.explain(name, field.name());
        Label value = Texts.wrapping(field.value(), "wd-mono", "wd-11");
        var row = new HBox(name, value);
        row.getStyleClass().add("request-field");
        return row;
    }

    private static Ikon icon(RequestLine line) {
        return switch (line.answered()) {
            case TAKEN -> MaterialDesignC.CHECK;
            case REFUSED -> MaterialDesignC.CANCEL;
            case LOST -> MaterialDesignA.ALERT;
            case NONE -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
        };
    }
}
