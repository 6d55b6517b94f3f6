package io.watchdeck.ui.alarms;

import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.NotePane;
import io.watchdeck.ui.kit.Segment;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How long a word is to hold, what is noted with it, and what it does and does not do.
final class WordFormPane extends VBox {

    private final WordFormViewModel model;
    private final Words words;
    private final String place;
    private final HBox segments = new HBox();
    private final TextArea note = new TextArea();

    /// @param place the ids of its nodes begin with it
    WordFormPane(WordFormViewModel model, Words words, String place) {
        this.model = model;
        this.words = words;
        this.place = place;
        getStyleClass().add("word-form");
        segments.getStyleClass().addAll("segments", "word-choices");
        var group = new ToggleGroup();
        model.choices().forEach(choice -> segments.getChildren().add(segment(choice, group)));
        Label ends = Texts.wrapping("", "wd-12", "word-ends");
        ends.setId(place + "-ends");
        model.endsProperty().subscribe(ends::setText);
        Label warning = Texts.wrapping("", "wd-12", "word-warning");
        warning.setId(place + "-warning");
        model.warningProperty().subscribe(text -> Texts.set(warning, text));
        note.setId(place + "-note");
        note.setPromptText(words.say("ui.alarms.form.note"));
        note.setAccessibleText(words.say("ui.alarms.form.note"));
        note.setWrapText(true);
        note.setPrefRowCount(2);
        note.textProperty().bindBidirectional(model.noteProperty());
        note.end();
        note.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        getChildren().addAll(segments, ends, new NotePane(Icons.icon(Glyph.ALERT, "warning-icon"), warning), note,
                facts());
    }

    private ToggleButton segment(WordChoice choice, ToggleGroup group) {
        ToggleButton button = Segment.of(words.say(choice.key()), group, () -> model.choose(choice));
        button.setId(place + "-" + choice.word());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(button, Priority.ALWAYS);
        model.choiceProperty().subscribe(chosen -> button.setSelected(chosen == choice));
        FontIcon flag = Icons.icon(Glyph.ALERT, "warning-icon");
        model.tooLongProperty().subscribe(these -> button.setGraphic(these.contains(choice) ? flag : null));
        return button;
    }

    private Node facts() {
        boolean snooze = model.kind() == WordFormViewModel.Kind.SNOOZE;
        var facts = new VBox(fact(Glyph.CHECK, snooze ? "ui.alarms.form.nobody" : "ui.alarms.form.earlier"),
                fact(Glyph.CHECK, "ui.alarms.form.mutes"),
                fact(Glyph.ACCOUNT_OUTLINE, "ui.alarms.form.colleagues"));
        facts.getStyleClass().add("word-facts");
        return facts;
    }

    private Node fact(Glyph icon, String key) {
        Label said = Texts.wrapping(words.say(key), "wd-12", "word-fact");
        var line = new HBox(Icons.icon(icon, "fact-icon"), said);
        line.getStyleClass().add("word-fact-line");
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    /// Tab leaves the note: nobody writes tables into it.
    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            note.requestFocusTraversal(event.isShiftDown() ? javafx.scene.TraversalDirection.PREVIOUS
                    : javafx.scene.TraversalDirection.NEXT);
            event.consume();
        }
    }

    TextArea note() {
        return note;
    }

    boolean hasFocus() {
        return note.isFocused();
    }
}
