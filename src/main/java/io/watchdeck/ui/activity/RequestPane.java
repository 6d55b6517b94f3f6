package io.watchdeck.ui.activity;

import io.watchdeck.ui.activity.EntryDetail.FactLine;
import io.watchdeck.ui.activity.EntryDetail.RequestLine;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One request: its name, the fields that were sent, and what AWS answered.
final class RequestPane extends VBox {

    /// @param copy puts its command on the clipboard
    RequestPane(RequestLine line, Words words, Consumer<String> copy) {
        getStyleClass().add("request-pane");
        var button = new Button(null, Icons.icon(Glyph.CONTENT_COPY));
        button.getStyleClass().addAll("flat", "icon-button", "request-copy");
        button.setAccessibleText(words.say("ui.activity.copyOne", line.name()));
        Texts.explain(button, line.command());
        button.setOnAction(_ -> copy.accept(line.command()));
        Label name = Texts.wrapping(line.name(), "wd-mono", "wd-12", "wd-strong");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var head = new HBox(name, button);
        head.getStyleClass().add("request-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        getChildren().add(fields(line));
        Label answer = Texts.wrapping(line.answer(), "wd-12", "request-answer");
        answer.setMaxWidth(Double.MAX_VALUE);
        var icon = Icons.icon(icon(line), "answer-icon");
        line.answered().tone().on(icon);
        var below = new HBox(icon, answer);
        below.getStyleClass().add("request-below");
        getChildren().add(below);
    }

    /// As wide as the longest name, so that the values stand below each other.
    private static GridPane fields(RequestLine line) {
        var grid = new GridPane();
        grid.getStyleClass().add("request-fields");
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        for (FactLine field : line.fields()) {
            Label name = Texts.label(field.name(), "wd-mono", "wd-11", "wd-muted");
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(grid.getRowCount(), name, Texts.wrapping(field.value(), "wd-mono", "wd-11"));
        }
        return grid;
    }

    private static Glyph icon(RequestLine line) {
        return switch (line.answered()) {
            case TAKEN -> Glyph.CHECK;
            case REFUSED -> Glyph.CANCEL;
            case LOST -> Glyph.ALERT;
            case NONE -> Glyph.HELP_CIRCLE_OUTLINE;
        };
    }
}
