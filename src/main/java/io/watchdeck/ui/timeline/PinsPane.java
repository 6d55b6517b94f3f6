package io.watchdeck.ui.timeline;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The pinned moments of the time that is shown: each leads the cursor there, takes a note, and can be taken away. A field
/// in which a person writes stays the same while others come and go.
final class PinsPane extends VBox {

    private static final double ROW = 32;
    private static final double MOST_SEEN = 3.5;

    private final TimelineViewModel model;
    private final Words words;
    private final Runnable done;
    private final VBox rows = new VBox();
    private final Map<Instant, Line> lines = new HashMap<>();

    private record Line(Node node, TextField note) {}

    /// @param done puts the keyboard back onto the lanes
    PinsPane(TimelineViewModel model, Words words, Runnable done) {
        this.model = model;
        this.words = words;
        this.done = done;
        setId("timeline-pins");
        getStyleClass().add("pins-pane");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("pins-scroll", "edge-to-edge");
        rows.getStyleClass().add("pins-rows");
        model.pins().linesProperty().subscribe(shown -> {
            show(shown);
            double tall = Math.min(shown.size(), MOST_SEEN) * ROW + 6;
            scroll.setMinHeight(tall);
            scroll.setPrefHeight(tall);
            Texts.shown(scroll, !shown.isEmpty());
        });
        getChildren().addAll(head(), scroll);
    }

    private Node head() {
        var none = Texts.label(words.say("ui.timeline.pins.none"), "wd-muted");
        model.pins().linesProperty().subscribe(shown -> Texts.shown(none, shown.isEmpty()));
        var pin = new Button(words.say("ui.timeline.pin"), Icons.icon(Glyph.BOOKMARK_PLUS_OUTLINE));
        pin.setId("timeline-pin");
        pin.getStyleClass().add("small");
        pin.setMinWidth(USE_PREF_SIZE);
        Texts.explain(pin, words.say("ui.timeline.pin.explain"));
        pin.setOnAction(_ -> pinHere());
        var head = new HBox(Texts.label(words.say("ui.timeline.pins"), "wd-strong"), none, Texts.spacer(), pin);
        head.getStyleClass().addAll("cell-line", "pins-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /// Pins the moment at the cursor and lets its note be written.
    void pinHere() {
        model.pin();
        Line line = lines.get(model.cursorProperty().get());
        if (line != null) {
            line.note().requestFocus();
            line.note().end();
        }
    }

    private void show(List<PinLine> shown) {
        lines.keySet().retainAll(shown.stream().map(PinLine::at).toList());
        List<Node> nodes = shown.stream().map(one -> {
            Line line = lines.computeIfAbsent(one.at(), _ -> line(one));
            if (!line.note().isFocused()) {
                line.note().setText(one.note());
            }
            return line.node();
        }).toList();
        if (!rows.getChildren().equals(nodes)) {
            rows.getChildren().setAll(nodes);
        }
    }

    private Line line(PinLine pin) {
        var there = new Button(pin.time(), Icons.icon(Glyph.BOOKMARK_OUTLINE, "pin-icon"));
        there.getStyleClass().addAll("flat", "pin-there");
        there.setMinWidth(USE_PREF_SIZE);
        there.setAccessibleText(words.say("ui.timeline.pin.there", pin.time()));
        Texts.explain(there, words.say("ui.timeline.pin.by", pin.person(), pin.time()));
        there.setOnAction(_ -> model.cursorAt(pin.at()));
        var note = new TextField(pin.note());
        note.setPromptText(words.say("ui.timeline.pin.note"));
        note.setAccessibleText(words.say("ui.timeline.pin.noteOf", pin.time()));
        note.getStyleClass().add("pin-note");
        note.setMinWidth(0);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.focusedProperty().subscribe(on -> {
            if (!on) {
                model.pins().note(pin.at(), note.getText());
            }
        });
        note.setOnAction(_ -> model.pins().note(pin.at(), note.getText())); // Escape leaves it
        note.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                note.setText(model.pins().linesProperty().get().stream().filter(one -> one.at().equals(pin.at()))
                        .map(PinLine::note).findFirst().orElse(""));
                done.run();
                event.consume();
            }
        });
        var away = new Button(null, Icons.icon(Glyph.CLOSE));
        away.getStyleClass().addAll("flat", "icon-button", "pin-away");
        away.setAccessibleText(words.say("ui.timeline.pin.remove", pin.time()));
        Texts.explain(away, words.say("ui.timeline.pin.remove", pin.time()));
        away.setOnAction(_ -> {
            done.run();
            model.pins().remove(pin.at());
        });
        var row = new HBox(there, note, away);
        row.getStyleClass().add("pin-row");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(ROW);
        return new Line(row, note);
    }
}
