package io.watchdeck.ui.operations;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The note for the journal, and the name of what is changed where it has to be typed.
final class ConfirmationPane extends HBox {

    private final OperationViewModel model;
    private final Words words;
    private final TextField note = new TextField();
    private final TextField name = new TextField();

    ConfirmationPane(OperationViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("confirmation");
        if (model.asksName()) {
            getChildren().add(name());
        }
        note.setId("operation-note");
        note.setPromptText(words.say("ui.operation.note.prompt"));
        note.textProperty().subscribe(model::note);
        VBox noted = labelled(words.say("ui.operation.note", model.person()), note);
        HBox.setHgrow(noted, Priority.ALWAYS);
        getChildren().add(noted);
    }

    private VBox name() {
        name.setId("operation-name");
        name.getStyleClass().add("wd-mono");
        name.setPromptText(model.operationProperty().get().target());
        Label match = Texts.label("", "wd-12", "name-match");
        match.setId("operation-match");
        match.setGraphic(Icons.icon(Glyph.CHECK_CIRCLE, "fine-icon"));
        Texts.set(match, "");
        name.textProperty().subscribe(text -> {
            model.type(text);
            Texts.set(match, model.nameMatches() ? words.say("ui.operation.matches") : "");
        });
        VBox typed = labelled(words.say("ui.operation.name", model.operationProperty().get().target()), name);
        ((HBox) typed.getChildren().getFirst()).getChildren().addAll(Texts.spacer(), match);
        HBox.setHgrow(typed, Priority.ALWAYS);
        return typed;
    }

    private static VBox labelled(String text, TextField field) {
        Label label = Texts.yielding(text, "wd-12", "wd-strong");
        label.setLabelFor(field);
        field.setAccessibleText(text);
        field.setMaxWidth(Double.MAX_VALUE);
        var box = new VBox(new HBox(label), field);
        box.getStyleClass().add("labelled");
        box.setMinWidth(0);
        box.setPrefWidth(0);
        return box;
    }

    /// What a person types first.
    TextField first() {
        return model.asksName() ? name : note;
    }
}
