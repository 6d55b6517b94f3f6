package io.watchdeck.ui.connect;

import io.watchdeck.stack.NewStackFiles.Outcome;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What the new files are called, and what came of each.
final class FilesPane extends StepPane {

    private final Words words;
    private Node first = this;

    FilesPane(ConnectViewModel model, Words words) {
        super("connect-files");
        this.words = words;
        model.files().forEach(draft -> getChildren().add(line(draft)));
    }

    private Node line(StackDraft draft) {
        var field = new TextField();
        field.setId("connect-file-" + draft.cluster());
        field.getStyleClass().addAll("wd-mono", "connect-file");
        field.textProperty().bindBidirectional(draft.fileNameProperty());
        Label label = Texts.label(draft.nameProperty().get(), "wd-13", "wd-strong", "connect-file-name");
        label.setLabelFor(field);
        var line = new HBox(label, field);
        line.getStyleClass().add("connect-line");
        line.setAlignment(Pos.CENTER_LEFT);
        Label came = Texts.wrapping("", "wd-12");
        came.setId("connect-came-" + draft.cluster());
        draft.outcomeProperty().subscribe(outcome -> {
            Texts.set(came, outcome.map(this::told).orElse(""));
            boolean written = draft.isWritten();
            came.setGraphic(Icons.icon(written ? Glyph.CHECK_CIRCLE_OUTLINE : Glyph.ALERT,
                    written ? "stack-fine" : "warning-icon"));
            field.setDisable(written);
        });
        if (first == this) {
            first = field;
        }
        var box = new VBox(line, came);
        box.getStyleClass().add("connect-clusters");
        return box;
    }

    private String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Written(var file) -> words.say("ui.connect.came.written", file.toString());
            case Outcome.Taken(var name, var free) -> words.say("ui.connect.came.taken", name, free);
            case Outcome.Described(var file) -> words.say("ui.connect.came.described", file);
            case Outcome.Refused(var why) -> words.say("ui.connect.came.refused", why);
        };
    }

    @Override
    Node first() {
        return first;
    }
}
